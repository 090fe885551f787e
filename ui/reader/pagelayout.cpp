#include "ui/reader/pagelayout.h"

#include <algorithm>
#include <cmath>

namespace yaodian::ui {

Box rotated(const Box &box, int rotation)
{
    switch (rotation) {
    case 90:
        return {1 - box.bottom, box.left, 1 - box.top, box.right};
    case 180:
        return {1 - box.right, 1 - box.bottom, 1 - box.left, 1 - box.top};
    case 270:
        return {box.top, 1 - box.right, box.bottom, 1 - box.left};
    default:
        return box;
    }
}

void PageLayout::setPages(const QList<pdf::PageInfo> &pages)
{
    m_pages = pages;
    QList<double> widths;
    QList<double> heights;
    for (const pdf::PageInfo &page : pages) {
        widths << page.size.width();
        heights << page.size.height();
    }
    std::sort(widths.begin(), widths.end());
    std::sort(heights.begin(), heights.end());
    m_usualSize = pages.isEmpty() ? QSizeF() : QSizeF(widths[widths.size() / 2], heights[heights.size() / 2]);
    arrange();
}

void PageLayout::setZoom(Fit fit, double exactScale)
{
    m_fit = fit;
    m_exact = std::clamp(exactScale, 0.1, 12.0);
    arrange();
}

void PageLayout::setView(QSizeF size, double devicePixelRatio)
{
    m_view = size;
    m_ratio = devicePixelRatio > 0 ? devicePixelRatio : 1;
    arrange();
}

double PageLayout::scale(int page) const
{
    return m_scales.value(page, m_usual);
}

QSize PageLayout::pixels(int page) const
{
    const QSizeF size = m_rects.value(page).size() * m_ratio;
    return {qRound(size.width()), qRound(size.height())};
}

double PageLayout::aligned(double value) const
{
    return std::round(value * m_ratio) / m_ratio;
}

double PageLayout::fitting(const QSizeF &points) const
{
    if (m_fit == Fit::Exact || points.isEmpty())
        return m_exact;
    const double across = std::max(40.0, m_view.width() - 2 * Margin) / points.width();
    if (m_fit == Fit::Width)
        return across;
    return std::min(across, std::max(40.0, m_view.height() - 2 * Margin) / points.height());
}

void PageLayout::arrange()
{
    m_rects.clear();
    m_scales.clear();
    m_usual = fitting(m_usualSize);
    double widest = 0;
    for (const pdf::PageInfo &page : std::as_const(m_pages)) {
        const double scale = std::min(m_usual, fitting(page.size));
        m_scales << scale;
        widest = std::max(widest, page.size.width() * scale);
    }
    const double across = std::max(m_view.width(), widest + 2 * Margin);
    double y = Margin;
    for (int i = 0; i < m_pages.size(); ++i) {
        const QSizeF size(aligned(m_pages[i].size.width() * m_scales[i]),
                          aligned(m_pages[i].size.height() * m_scales[i]));
        m_rects << QRectF(QPointF(aligned((across - size.width()) / 2), aligned(y)), size);
        y = m_rects.last().bottom() + Gap;
    }
    m_size = m_pages.isEmpty() ? QSizeF() : QSizeF(across, y - Gap + Margin);
}

int PageLayout::pageAt(double y) const
{
    if (m_rects.isEmpty())
        return -1;
    const auto after = std::upper_bound(m_rects.begin(), m_rects.end(), y,
                                        [](double at, const QRectF &rect) { return at < rect.bottom() + Gap / 2; });
    return int(std::min<qsizetype>(after - m_rects.begin(), m_rects.size() - 1));
}

QList<int> PageLayout::pagesIn(double top, double bottom) const
{
    QList<int> found;
    if (m_rects.isEmpty())
        return found;
    for (int page = std::max(0, pageAt(top)); page < m_rects.size() && m_rects[page].top() < bottom; ++page) {
        if (m_rects[page].bottom() > top)
            found << page;
    }
    return found;
}

PagePlace PageLayout::placeAt(double y) const
{
    const int page = pageAt(y);
    if (page < 0)
        return {};
    const QRectF rect = m_rects[page];
    return {page, (y - rect.top()) / std::max(1.0, rect.height())};
}

double PageLayout::yOf(const PagePlace &place) const
{
    if (m_rects.isEmpty())
        return 0;
    const QRectF rect = m_rects[std::clamp<qsizetype>(place.page, 0, m_rects.size() - 1)];
    return rect.top() + place.top * rect.height();
}

QRectF PageLayout::onView(int page, const Box &box) const
{
    const QRectF rect = m_rects.value(page);
    return rotated(box, m_pages.value(page).rotation).on(rect.size()).translated(rect.topLeft());
}

QPointF PageLayout::onPage(int page, QPointF position) const
{
    const QRectF rect = m_rects.value(page);
    if (rect.isEmpty())
        return {};
    const double x = (position.x() - rect.left()) / rect.width();
    const double y = (position.y() - rect.top()) / rect.height();
    // Turned back: a point is a box without extent, and four turns are none.
    const Box back = rotated({x, y, x, y}, (360 - m_pages.value(page).rotation) % 360);
    return {back.left, back.top};
}

} // namespace yaodian::ui
