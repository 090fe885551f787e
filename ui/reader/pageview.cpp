#include "ui/reader/pageview.h"

#include <QScrollBar>

#include <algorithm>
#include <cmath>

namespace yaodian::ui {

namespace {

constexpr int LateMs = 150;

} // namespace

PageView::PageView(Theme &theme, Background &background, QWidget *parent)
    : QAbstractScrollArea(parent), m_theme(theme), m_renderer(background, this)
{
    setObjectName(QStringLiteral("pages"));
    setAccessibleName(tr("Pages"));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_InputMethodEnabled, false);
    // Always there, so that its coming and going never changes the width of a page.
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    verticalScrollBar()->setSingleStep(lineStep);
    horizontalScrollBar()->setSingleStep(lineStep);
    m_patience.setSingleShot(true);
    m_patience.setInterval(LateMs);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        m_late = true;
        viewport()->update();
    });
    m_edgeScroll.setInterval(30);
    connect(&m_edgeScroll, &QTimer::timeout, this, &PageView::dragFurther);
    connect(&m_renderer, &PageRenderer::arrived, this, &PageView::pictureArrived);
    connect(&m_theme, &Theme::changed, this, [this] { viewport()->update(); });
}

void PageView::setDocument(pdf::Document *document, const PagePlace &start)
{
    m_renderer.setDocument(document);
    m_hasPages = document != nullptr;
    m_settled = false;
    m_notice.clear();
    m_layout.setPages(document ? document->info().pages : QList<pdf::PageInfo>());
    m_start = start;
    if (!m_isSized)
        return; // the first show places it
    updateBars();
    goTo(start);
    updateWanted();
    viewport()->update();
}

void PageView::setPages(const QList<pdf::PageInfo> &pages)
{
    const PagePlace before = place();
    m_layout.setPages(pages);
    if (!m_isSized)
        return;
    updateBars();
    verticalScrollBar()->setValue(qRound(m_layout.yOf(before)));
    updateWanted();
    viewport()->update();
}

void PageView::setNotice(const QString &sentence)
{
    m_notice = sentence;
    viewport()->update();
}

void PageView::setDarkPages(bool dark)
{
    if (dark == m_renderer.isDark())
        return;
    m_renderer.setDark(dark);
    updateWanted();
    viewport()->update();
}

PagePlace PageView::place() const
{
    return m_isSized ? m_layout.placeAt(verticalScrollBar()->value()) : m_start;
}

int PageView::currentPage() const
{
    return m_isSized ? m_layout.pageAt(verticalScrollBar()->value() + viewport()->height() / 3.0) : m_start.page;
}

QList<int> PageView::visiblePages() const
{
    const QRectF view = shown();
    return m_layout.pagesIn(view.top(), view.bottom());
}

PageSpot PageView::spotAt(QPoint viewPosition) const
{
    const QPointF at = QPointF(viewPosition) - origin();
    const int page = m_layout.pageAt(at.y());
    return page < 0 ? PageSpot() : PageSpot{page, m_layout.onPage(page, at)};
}

QRect PageView::inView(int page, const yaodian::Box &box) const
{
    return m_layout.onView(page, box).translated(origin()).toAlignedRect();
}

void PageView::goTo(const PagePlace &place)
{
    if (!m_isSized)
        m_start = place;
    // A page's own beginning is shown with the margin above it.
    const double lead = place.top <= 0 ? std::min(PageLayout::Gap, PageLayout::Margin) : 0;
    verticalScrollBar()->setValue(qRound(m_layout.yOf(place) - lead));
}

void PageView::reveal(int page, const QList<yaodian::Box> &boxes)
{
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

void PageView::scrollBy(int dx, int dy)
{
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() + dx);
    verticalScrollBar()->setValue(verticalScrollBar()->value() + dy);
}

void PageView::setZoom(Fit fit, double exactScale)
{
    const double kept = fit == Fit::Exact ? viewport()->height() / 2.0 : 0;
    const PagePlace before = m_layout.placeAt(verticalScrollBar()->value() + kept);
    const double across = (horizontalScrollBar()->value() + viewport()->width() / 2.0) / m_layout.size().width();
    m_layout.setZoom(fit, exactScale > 0 ? exactScale : m_layout.usualScale());
    setHorizontalScrollBarPolicy(fit == Fit::Exact ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    m_renderer.forgetFailures();
    updateBars();
    verticalScrollBar()->setValue(qRound(m_layout.yOf(before) - kept));
    horizontalScrollBar()->setValue(qRound(across * m_layout.size().width() - viewport()->width() / 2.0));
    updateWanted();
    viewport()->update();
    Q_EMIT moved();
}

void PageView::zoomBy(double factor)
{
    setZoom(Fit::Exact, m_layout.usualScale() * factor);
}

QPointF PageView::origin() const
{
    const double ratio = m_layout.devicePixelRatio();
    const auto aligned = [ratio](int value) { return std::round(value * ratio) / ratio; };
    return {-aligned(horizontalScrollBar()->value()), -aligned(verticalScrollBar()->value())};
}

QRectF PageView::shown() const
{
    return {-origin(), QSizeF(viewport()->size())};
}

void PageView::relayout(double keptHeight)
{
    const PagePlace before = m_isSized ? m_layout.placeAt(verticalScrollBar()->value() + keptHeight) : m_start;
    m_layout.setView(viewport()->size(), devicePixelRatioF());
    updateBars();
    if (m_isSized) {
        verticalScrollBar()->setValue(qRound(m_layout.yOf(before) - keptHeight));
    } else {
        m_isSized = true;
        goTo(m_start);
    }
    updateWanted();
}

void PageView::updateBars()
{
    const QSizeF size = m_layout.size();
    const QSize view = viewport()->size();
    verticalScrollBar()->setPageStep(view.height());
    verticalScrollBar()->setRange(0, std::max(0, int(std::ceil(size.height())) - view.height()));
    horizontalScrollBar()->setPageStep(view.width());
    horizontalScrollBar()->setRange(0, std::max(0, int(std::ceil(size.width())) - view.width()));
}

Wanted PageView::wantedFor(int page) const
{
    const double ratio = m_layout.devicePixelRatio();
    const QRectF rect = m_layout.rect(page);
    const QRectF part = shown().intersected(rect).translated(-rect.topLeft());
    const QRectF device(part.topLeft() * ratio, part.size() * ratio);
    return {page, m_layout.scale(page) * ratio, m_layout.pixels(page), device.toAlignedRect()};
}

void PageView::updateWanted()
{
    if (!m_hasPages || !m_isSized)
        return;
    const QList<int> pages = visiblePages();
    QList<Wanted> visible;
    for (const int page : pages)
        visible << wantedFor(page);
    QList<Wanted> near;
    if (!pages.isEmpty()) {
        const int ahead = m_down ? pages.last() : pages.first();
        const int step = m_down ? 1 : -1;
        for (const int page : {ahead + step, ahead + 2 * step, (m_down ? pages.first() : pages.last()) - step})
            if (page >= 0 && page < m_layout.count())
                near << wantedFor(page);
    }
    m_renderer.want(visible, near);
    const bool sharp =
        std::all_of(visible.cbegin(), visible.cend(), [this](const Wanted &page) { return m_renderer.isSharp(page); });
    if (sharp) {
        m_patience.stop();
        m_late = false;
    } else if (!m_patience.isActive() && !m_late) {
        m_patience.start();
    }
    const bool newly = sharp && !m_settled;
    m_settled = sharp;
    if (newly)
        Q_EMIT settled();
}

void PageView::pictureArrived()
{
    viewport()->update();
    updateWanted();
}

void PageView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    if (isVisible())
        relayout(0);
}

void PageView::showEvent(QShowEvent *event)
{
    QAbstractScrollArea::showEvent(event);
    relayout(0);
}

void PageView::scrollContentsBy(int dx, int dy)
{
    Q_UNUSED(dx)
    if (dy != 0)
        m_down = dy < 0;
    updateWanted();
    viewport()->update();
    Q_EMIT moved();
}

} // namespace yaodian::ui
