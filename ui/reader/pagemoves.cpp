#include "ui/reader/pageview.h"

#include <QScreen>
#include <QScrollBar>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

// How PageView goes from place to place, and keeps its place when the layout changes.
namespace yaodian::ui {

namespace {

constexpr double PointsAnInch = 72;
constexpr double LeastDpi = 50; ///< what a screen that does not know its size says is not believed
constexpr double MostDpi = 400;
constexpr int WheelStep = 120; ///< one notch

} // namespace

PageView::Kept PageView::keep(QPointF at) const
{
    return {m_layout.placeAt(at - origin()), at};
}

void PageView::restore(const Kept &kept)
{
    if (m_layout.flow() == Flow::Single)
        m_layout.setSingle(kept.place.page);
    updateBars();
    const QPointF corner = m_layout.positionOf(kept.place) - kept.at;
    verticalScrollBar()->setValue(qRound(corner.y()));
    if (kept.place.left)
        horizontalScrollBar()->setValue(qRound(corner.x()));
}

void PageView::changed()
{
    setHorizontalScrollBarPolicy(m_layout.fit() == Fit::Exact ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    updateWanted();
    viewport()->update();
    Q_EMIT moved();
}

/// Where the view is when a page is shown from its beginning: with the margin above it.
double PageView::beginningOf(int page) const
{
    if (m_layout.flow() == Flow::Single)
        return 0;
    return m_layout.shown(page).top() - std::min(PageLayout::Gap, PageLayout::Margin);
}

void PageView::goTo(const PagePlace &place)
{
    if (!m_isSized)
        m_start = place;
    if (m_layout.count() == 0)
        return;
    const int page = std::clamp(place.page, 0, m_layout.count() - 1);
    const bool another = m_layout.flow() == Flow::Single && m_layout.pageAt(0.0) != page;
    if (another) {
        m_layout.setSingle(page);
        updateBars();
    }
    QPointF at = m_layout.positionOf(place);
    // Turned so, what follows a place of the page lies before it in the view.
    if (!place.left && place.top > 0 && m_layout.turn() == 90)
        at.rx() -= viewport()->width();
    else if (!place.left && place.top > 0 && m_layout.turn() == 180)
        at.ry() -= viewport()->height();
    const bool onItsSide = m_layout.turn() % 180 != 0; // a height of the page lies across the view
    const bool begins = !place.left && (place.top <= 0 || onItsSide);
    const bool above = at.y() <= m_layout.shown(page).top();
    verticalScrollBar()->setValue(qRound(begins || above ? beginningOf(page) : at.y()));
    if (place.left || (onItsSide && place.top > 0))
        horizontalScrollBar()->setValue(qRound(at.x()));
    if (another)
        changed(); // the bars may be where they were
}

void PageView::reveal(int page, const QList<yaodian::Box> &boxes)
{
    if (m_layout.flow() == Flow::Single && m_layout.pageAt(0.0) != page)
        goTo({page, 0});
    QRectF all;
    for (const yaodian::Box &box : boxes)
        all = all.united(m_layout.onView(page, box));
    if (all.isEmpty()) {
        goTo({page, 0});
        return;
    }
    const QRectF view = shown();
    const double edge = std::min(60.0, view.height() / 6);
    if (all.top() < view.top() + edge || all.bottom() > view.bottom() - edge)
        verticalScrollBar()->setValue(qRound(all.top() - view.height() / 3));
    if (all.left() < view.left() || all.right() > view.right())
        horizontalScrollBar()->setValue(qRound(all.left() - PageLayout::Margin));
}

bool PageView::isAtEnd(int direction) const
{
    const QScrollBar *bar = verticalScrollBar();
    return direction > 0 ? bar->value() >= bar->maximum() : bar->value() <= bar->minimum();
}

/// From the end of a page that is shown alone to the next one, from its beginning to the end of the one before.
bool PageView::leafOn(int direction)
{
    const int page = m_layout.pageAt(0.0) + direction;
    if (m_layout.flow() != Flow::Single || page < 0 || page >= m_layout.count())
        return false;
    m_down = direction > 0;
    m_layout.setSingle(page);
    updateBars();
    verticalScrollBar()->setValue(direction > 0 ? qRound(beginningOf(page)) : verticalScrollBar()->maximum());
    changed();
    return true;
}

void PageView::scrollBy(int dx, int dy)
{
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() + dx);
    if (dy != 0 && m_layout.flow() == Flow::Single && isAtEnd(dy)) {
        leafOn(dy > 0 ? 1 : -1);
        return;
    }
    verticalScrollBar()->setValue(verticalScrollBar()->value() + dy);
}

bool PageView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Wheel && m_layout.flow() == Flow::Single) {
        const auto *wheel = static_cast<QWheelEvent *>(event);
        const int by = -wheel->angleDelta().y();
        const bool beyond = by != 0 && !(wheel->modifiers() & Qt::ControlModifier) && isAtEnd(by);
        m_wheel = beyond ? m_wheel + by : 0;
        if (std::abs(m_wheel) >= WheelStep)
            leafOn(std::exchange(m_wheel, 0) > 0 ? 1 : -1);
        if (beyond) {
            event->accept();
            return true;
        }
    }
    return QAbstractScrollArea::viewportEvent(event);
}

void PageView::turnPages(int rows)
{
    const int page = currentPage();
    if (page < 0 || rows == 0)
        return;
    const bool within = verticalScrollBar()->value() > beginningOf(page) + lineStep;
    goTo({m_layout.pageAfter(page, rows + (rows < 0 && within ? 1 : 0)), 0});
}

void PageView::setZoom(Fit fit, double exactScale)
{
    const QPointF middle(viewport()->width() / 2.0, viewport()->height() / 2.0);
    const Kept before = keep(fit == Fit::Exact ? middle : QPointF(0, 0));
    m_layout.setZoom(fit, exactScale > 0 ? exactScale : m_layout.usualScale());
    m_renderer.forgetFailures();
    restore(before);
    changed();
    if (fit == Fit::Content && m_settled)
        m_trimmer.start();
}

void PageView::zoomBy(double factor)
{
    setZoom(Fit::Exact, m_layout.usualScale() * factor);
}

void PageView::setActualSize()
{
    const double physical = screen()->physicalDotsPerInch();
    const bool believed = physical >= LeastDpi && physical <= MostDpi;
    setZoom(Fit::Exact, (believed ? physical : screen()->logicalDotsPerInch()) / PointsAnInch);
}

void PageView::setFlow(Flow flow)
{
    const Kept before = keep({0, 0});
    const int current = currentPage();
    ViewMode mode = m_layout.mode();
    mode.flow = flow;
    m_layout.setMode(mode);
    restore(before);
    if (before.place.page != current) // the page that is read, not the last lines of the one before it
        goTo({current, 0});
    changed();
}

void PageView::turnView(int degrees)
{
    const Kept before = keep({viewport()->width() / 2.0, viewport()->height() / 2.0});
    const int current = currentPage();
    const bool begins = current >= 0 && verticalScrollBar()->value() <= beginningOf(current) + lineStep;
    ViewMode mode = m_layout.mode();
    mode.turn += degrees;
    m_layout.setMode(mode);
    restore(before);
    if (begins) // there and back is where one was
        goTo({current, 0});
    changed();
}

void PageView::setMode(const ViewMode &mode)
{
    const Kept before = keep({0, 0});
    m_layout.setMode(mode);
    restore(before);
    changed();
}

void PageView::trimFound()
{
    const Kept before = keep({0, 0});
    m_layout.setTrim(commonTrim(m_trimmer.contents()), m_trimmer.contents());
    if (m_layout.fit() != Fit::Content)
        return;
    restore(before);
    changed();
}

} // namespace yaodian::ui
