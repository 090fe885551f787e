#pragma once

#include "cli/services.h"
#include "ui/shell/overlay.h"

namespace yaodian::ui {

/// For a paper that no link leads to: one search for its title on arXiv, the browser, or a dropped file. An exact match
/// is taken at once, others are shown to choose from. The words can be changed.
class TitlePanel final : public Overlay
{
    Q_OBJECT

public:
    TitlePanel(cli::Services &services, const Theme &theme, QWidget *window);

    void start(library::PaperId paper);

Q_SIGNALS:
    void found(yaodian::library::PaperId paper); ///< it has a number at arXiv now
    void browserWanted(const QString &address);
    void trouble(const QString &sentence);

private:
    void offer();
    void search();
    void searched(const Result<QList<papers::Candidate>> &candidates);
    void show(const QList<papers::Candidate> &candidates);
    void chosen(const QString &row);
    void takeCandidate(const papers::Candidate &candidate);
    [[nodiscard]] QList<OverlayRow> otherWays() const;

    cli::Services &m_services;
    library::PaperId m_paper;
    std::unique_ptr<QObject> m_asking; ///< its end calls the question off
    QString m_asked;                   ///< the words of the question, whose answer is shown
    QList<papers::Candidate> m_candidates;
};

} // namespace yaodian::ui
