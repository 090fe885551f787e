#include "ui/shell/firstpaint.h"

#include "ui/reader/readerview.h"

#include <QTimer>
#include <QWidget>

namespace yaodian::ui {

FirstPaint::FirstPaint(QWidget &window, const ReaderView &reader, int mostMs) : QObject(&window), m_window(window)
{
    window.setUpdatesEnabled(false);
    connect(&reader, &ReaderView::sharp, this, &FirstPaint::release, Qt::SingleShotConnection);
    // Counted from when the window has been shown.
    QTimer::singleShot(0, this, [this, mostMs] { QTimer::singleShot(mostMs, this, &FirstPaint::release); });
}

void FirstPaint::release()
{
    m_window.setUpdatesEnabled(true);
    deleteLater();
}

} // namespace yaodian::ui
