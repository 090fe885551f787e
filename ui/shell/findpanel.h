#pragma once

#include "base/background.h"
#include "library/library.h"
#include "ui/shell/overlay.h"

#include <QTimer>

namespace yaodian::ui {

/// One box over digests, points, notes, highlights and the text of every PDF. What came last is there at once, what
/// fits best a moment later; once somebody chooses among the rows, they stay as they are.
class FindPanel final : public Overlay
{
    Q_OBJECT

public:
    FindPanel(const library::Library &library, Background &background, const Theme &theme, QWidget *window);

    void start();

Q_SIGNALS:
    void chosen(const yaodian::library::Hit &hit);
    void keepWanted(const QString &query); ///< Ctrl+S: as a list of its own

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void ask();
    void askFor(const QString &query, library::SearchOrder order, int most);
    void answer(const QString &query, library::SearchOrder order, const Result<QList<library::Hit>> &hits);
    void show(const QString &query, const Result<QList<library::Hit>> &hits);

    const library::Library &m_library;
    Background &m_background;
    Background::Job m_job;
    QTimer m_soon;
    QList<library::Hit> m_hits;
    QString m_shown; ///< the words that these are hits of
};

} // namespace yaodian::ui
