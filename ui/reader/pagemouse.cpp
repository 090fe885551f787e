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
    const bool third = m_lastDouble.isValid() && m_lastDouble.elapsed() < QApplication::doubleClickInterval() &&
                       (event->pos() - m_lastDoubleAt).manhattanLength() < 6;
    m_dragAt = event->pos();
    Q_EMIT pressed(spotAt(event->pos()), third ? 3 : 1, event->modifiers());
}

void PageView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_lastDouble.start();
    m_lastDoubleAt = event->pos();
    m_dragAt = event->pos();
    Q_EMIT pressed(spotAt(event->pos()), 2, event->modifiers());
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
