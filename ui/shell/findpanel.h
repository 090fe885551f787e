#pragma once

#include "base/background.h"
#include "library/library.h"
#include "ui/shell/overlay.h"

#include <QTimer>

namespace yaodian::ui {

/// One box over digests, points, notes, highlights and the text of every PDF.
class FindPanel final : public Overlay
{
    Q_OBJECT

public:
    FindPanel(const library::Library &library, Background &background, const Theme &theme, QWidget *window);

    void start();

Q_SIGNALS:
    void chosen(const yaodian::library::Hit &hit);

private:
    void ask();
    void answer(const QString &query, const Result<QList<library::Hit>> &hits);

    const library::Library &m_library;
    Background &m_background;
    Background::Job m_job;
    QTimer m_soon;
    QList<library::Hit> m_hits;
};

} // namespace yaodian::ui
