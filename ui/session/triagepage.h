#pragma once

#include "reading/triage.h"
#include "ui/commands/commands.h"
#include "ui/library/cardview.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

class QLabel;
class QStackedLayout;

namespace yaodian::ui {

class VerdictButton;

/// The five minutes in which a day's papers are gone through: one paper a screen and three keys. Each verdict is saved
/// as it is given, and can be taken back to the first.
class TriagePage final : public QWidget
{
    Q_OBJECT

public:
    TriagePage(library::Library &library, notes::Notes &notes, Commands &commands, Theme &theme,
               QWidget *parent = nullptr);

    /// `place`: what the papers are of ("Today").
    void start(const QList<library::PaperId> &papers, const QString &place);
    void resume(); ///< after its page was left: what was done to the paper meanwhile is shown
    void takeFocus();
    [[nodiscard]] std::optional<library::PaperId> currentPaper() const;

Q_SIGNALS:
    void closed();
    void openWanted(yaodian::library::PaperId paper);
    void sessionWanted(const QList<yaodian::library::PaperId> &papers);
    void message(const QString &sentence);
    void failed(const QString &sentence);

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void build(Commands &commands);
    void bind(Commands &commands);
    void decide(library::Verdict verdict);
    void open();
    void undo();
    void redo();
    void changed(const library::Change &change);
    void show();
    void showEnd();
    void say();
    void sayTime();

    library::Library &m_library;
    notes::Notes &m_notes;
    const Commands &m_commands;
    Theme &m_theme;
    std::optional<reading::Triage> m_triage;
    QString m_place;
    QElapsedTimer m_since;
    QTimer m_second;
    QLabel *m_title, *m_counts, *m_time, *m_end;
    QWidget *m_foot;
    QStackedLayout *m_middle;
    CardView *m_card;
    QList<VerdictButton *> m_verdicts; ///< read closely, keep, drop
    reading::Triage::Progress m_progress;
};

} // namespace yaodian::ui
