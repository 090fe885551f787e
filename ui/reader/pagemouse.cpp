#include "ui/reader/pageview.h"

#include <QApplication>
#include <QMouseEvent>
#include <QStyleHints>

#include <algorithm>

// What the mouse does on PageView.
namespace yaodian::ui {

void PageView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton) {
        QAbstractScrollArea::mousePressEvent(event);
        return;
    }
    click(*event);
}

void PageView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        click(*event);
}

/// A word, a line, a paragraph: counted here, because the system knows two clicks only.
void PageView::click(const QMouseEvent &event)
{
    const bool soon = event.timestamp() - m_lastPress < quint64(QApplication::doubleClickInterval());
    const bool near = (event.pos() - m_lastPressAt).manhattanLength() < 6;
    m_clicks = soon && near && m_clicks > 0 && m_clicks < 4  ? m_clicks + 1
               : event.type() == QEvent::MouseButtonDblClick ? 2
                                                             : 1;
    m_lastPress = event.timestamp();
    m_lastPressAt = m_dragAt = event.pos();
    Q_EMIT pressed(spotAt(m_dragAt), m_clicks, event.modifiers());
}

void PageView::mouseMoveEvent(QMouseEvent *event)
{
    if (!(event->buttons() & Qt::LeftButton)) {
        Q_EMIT hovered(spotAt(event->pos()));
        return;
    }
    m_dragAt = event->pos();
    const bool beyond = m_dragAt.y() < 0 || m_dragAt.y() > viewport()->height();
    if (beyond && !m_edgeScroll.isActive())
        m_edgeScroll.start();
    else if (!beyond)
        m_edgeScroll.stop();
    Q_EMIT dragged(spotAt(m_dragAt));
}

void PageView::dragFurther()
{
    const int beyond = m_dragAt.y() < 0 ? m_dragAt.y() : m_dragAt.y() - viewport()->height();
    scrollBy(0, std::clamp(beyond, -lineStep * 2, lineStep * 2));
    Q_EMIT dragged(spotAt(m_dragAt));
}

void PageView::mouseReleaseEvent(QMouseEvent *event)
{
    m_edgeScroll.stop();
    if (event->button() == Qt::LeftButton)
        Q_EMIT released();
}

void PageView::wheelEvent(QWheelEvent *event)
{
    if (event->modifiers() & Qt::ControlModifier) {
        zoomBy(event->angleDelta().y() > 0 ? 1.1 : 1 / 1.1);
        event->accept();
        return;
    }
    QAbstractScrollArea::wheelEvent(event);
}

} // namespace yaodian::ui
