#include "ui/shell/firstpaint.h"

#include "ui/reader/readerview.h"

#include <QTimer>
#include <QWidget>

namespace yaodian::ui {

FirstPaint::FirstPaint(QWidget &window, const ReaderView &reader) : QObject(&window), m_window(window)
{
    window.setUpdatesEnabled(false);
    connect(&reader, &ReaderView::sharp, this, &FirstPaint::release);
    QTimer::singleShot(MostMs, this, &FirstPaint::release);
}

void FirstPaint::release()
{
    disconnect();
    m_window.setUpdatesEnabled(true);
    deleteLater();
}

} // namespace yaodian::ui
