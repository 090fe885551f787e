#include "ui/reader/pagelayout.h"

#include <algorithm>
#include <cmath>

namespace yaodian::ui {

namespace {

constexpr Box WholePage{0, 0, 1, 1};
constexpr double SticksOut = 0.01; ///< of the page, beyond the trim

QSizeF usualSize(const QList<QSizeF> &sizes)
{
    QList<double> widths;
    QList<double> heights;
    for (const QSizeF &size : sizes) {
        widths << size.width();
        heights << size.height();
    }
    std::sort(widths.begin(), widths.end());
    std::sort(heights.begin(), heights.end());
    return sizes.isEmpty() ? QSizeF() : QSizeF(widths[widths.size() / 2], heights[heights.size() / 2]);
}

QPointF rotatedSpot(double x, double y, int rotation)
{
    const Box spot = Box{x, y, x, y}.turned(rotation); // a box without extent
    return {spot.left, spot.top};
}

} // namespace

void PageLayout::setPages(const QList<pdf::PageInfo> &pages)
{
    m_pages = pages;
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

void PageLayout::setMode(const ViewMode &mode)
{
    m_flow = mode.flow;
    m_turn = ((mode.turn % 360) + 360) % 360 / 90 * 90;
    m_trim = mode.trim;
    setZoom(mode.fit, mode.scale > 0 ? mode.scale : m_exact);
}

void PageLayout::setTrim(const Trim &trim, const QMap<int, Box> &contents)
{
    m_trim = trim;
    m_contents = contents;
    arrange();
}

void PageLayout::setSingle(int page)
{
    m_single = page;
    arrange();
}

double PageLayout::scale(int page) const
{
    return m_scales.value(page, m_usual);
}

QSize PageLayout::pixels(int page) const
{
    const QSizeF size = m_rects.value(page).size() * m_ratio;
    const QSize pixels(qRound(size.width()), qRound(size.height()));
    return m_turn % 180 == 0 ? pixels : pixels.transposed();
}

QRect PageLayout::partOf(int page, const QRectF &stretch) const
{
    const QRectF whole = m_rects.value(page);
    const QRectF part = stretch.intersected(m_shown.value(page));
    if (part.isEmpty() || whole.isEmpty())
        return {};
    const Box inView{(part.left() - whole.left()) / whole.width(), (part.top() - whole.top()) / whole.height(),
                     (part.right() - whole.left()) / whole.width(), (part.bottom() - whole.top()) / whole.height()};
    return inView.turned(-m_turn).on(pixels(page)).toAlignedRect();
}

double PageLayout::aligned(double value) const
{
    return std::round(value * m_ratio) / m_ratio;
}

int PageLayout::rotationOf(int page) const
{
    return (m_pages.value(page).rotation + m_turn) % 360;
}

/// The size of a page as the view has it.
QSizeF PageLayout::pointsOf(int page) const
{
    const QSizeF size = m_pages.at(page).size;
    return m_turn % 180 == 0 ? size : size.transposed();
}

/// What is shown of a page, 0..1 of the page as the view has it.
Box PageLayout::frameOf(int page) const
{
    if (m_fit != Fit::Content || m_trim.isEmpty())
        return WholePage;
    Box shown = m_trim.of(page);
    const Box content = m_contents.value(page);
    if (!content.isEmpty()) {
        // What sticks out at one side only is a stamp or a number in the margin; a figure does at both.
        if (content.left < shown.left - SticksOut && content.right > shown.right + SticksOut)
            shown = shown.united({content.left, shown.top, content.right, shown.bottom});
        shown = shown.united({shown.left, content.top, shown.right, content.bottom});
    }
    return shown.turned(rotationOf(page));
}

int PageLayout::perRow() const
{
    return m_flow == Flow::TwoPage && m_pages.size() > 1 ? 2 : 1;
}

double PageLayout::fitting(const QSizeF &points) const
{
    if (m_fit == Fit::Exact || points.isEmpty())
        return m_exact;
    const int beside = perRow();
    const double across = std::max(40.0, (m_view.width() - 2 * Margin - (beside - 1) * Gap) / beside) / points.width();
    if (m_fit != Fit::Page)
        return across;
    return std::min(across, std::max(40.0, m_view.height() - 2 * Margin) / points.height());
}

void PageLayout::arrange()
{
    m_rects.clear();
    m_shown.clear();
    m_scales.clear();
    m_rows.clear();
    m_size = {};
    QList<QSizeF> sizes;
    for (int i = 0; i < m_pages.size(); ++i)
        sizes << frameOf(i).on(pointsOf(i)).size();
    m_usual = fitting(usualSize(sizes));
    if (m_pages.isEmpty())
        return;
    for (int i = 0; i < m_pages.size(); ++i) {
        m_scales << std::min(m_usual, fitting(sizes[i]));
        const QSizeF whole = aligned(pointsOf(i) * m_scales[i]);
        const QRectF frame = frameOf(i).on(whole);
        m_rects << QRectF(-aligned(frame.left()), -aligned(frame.top()), whole.width(), whole.height());
        m_shown << QRectF(QPointF(0, 0), aligned(frame.size()));
    }
    m_single = std::clamp(m_single, 0, count() - 1);
    double widest = 0;
    double y = Margin;
    for (int i = 0; i < m_pages.size(); i += perRow()) {
        m_rows << rowFrom(i, m_flow == Flow::Single ? Margin : y);
        y = m_rows.last().bottom + Gap;
        double width = m_shown[i].width();
        if (perRow() == 2)
            width = 2 * std::max(width, m_shown.value(i + 1).width()) + Gap;
        widest = std::max(widest, width);
    }
    const double across = std::max(m_view.width(), widest + 2 * Margin);
    for (const Row &row : std::as_const(m_rows))
        place(row, across);
    m_size = QSizeF(across, (m_flow == Flow::Single ? m_rows.at(m_single) : m_rows.last()).bottom + Margin);
}

PageLayout::Row PageLayout::rowFrom(int first, double y) const
{
    const double height =
        perRow() == 2 ? std::max(m_shown[first].height(), m_shown.value(first + 1).height()) : m_shown[first].height();
    // A page alone that leaves room stands in the middle of it.
    const double top = m_flow == Flow::Single ? std::max(y, (m_view.height() - height) / 2) : y;
    return {first, aligned(top), aligned(top) + height};
}

/// Moves the pages of a row to where they belong: one in the middle, two on both sides of it.
void PageLayout::place(const Row &row, double across)
{
    const auto move = [this, &row](int page, double left) {
        const QPointF by(aligned(left), row.top);
        m_rects[page].translate(by);
        m_shown[page].translate(by);
    };
    const double width = m_shown[row.first].width();
    if (perRow() == 1)
        return move(row.first, (across - width) / 2);
    move(row.first, (across - Gap) / 2 - width);
    if (row.first + 1 < count())
        move(row.first + 1, (across + Gap) / 2);
}

QList<PageLayout::Row>::const_iterator PageLayout::rowAt(double y) const
{
    if (m_flow == Flow::Single)
        return m_rows.cbegin() + m_single;
    const auto after = std::upper_bound(m_rows.cbegin(), m_rows.cend(), y,
                                        [](double at, const Row &row) { return at < row.bottom + Gap / 2; });
    return std::min(after, m_rows.cend() - 1);
}

int PageLayout::pageAt(double y) const
{
    return m_rows.isEmpty() ? -1 : rowAt(y)->first;
}

int PageLayout::pageAt(QPointF position) const
{
    const int first = pageAt(position.y());
    const bool second =
        first >= 0 && perRow() == 2 && first + 1 < count() && position.x() > m_shown[first].right() + Gap / 2;
    return second ? first + 1 : first;
}

QList<int> PageLayout::pagesIn(double top, double bottom) const
{
    QList<int> found;
    if (m_rows.isEmpty())
        return found;
    const auto end = m_flow == Flow::Single ? rowAt(top) + 1 : m_rows.cend();
    for (auto row = rowAt(top); row != end && row->top < bottom; ++row)
        for (int page = row->first; page < std::min(count(), row->first + perRow()); ++page)
            if (m_shown[page].bottom() > top)
                found << page;
    return found;
}

int PageLayout::pageAfter(int page, int rows) const
{
    const int beside = perRow();
    return std::clamp((page / beside + rows) * beside, 0, std::max(0, (count() - 1) / beside * beside));
}

PagePlace PageLayout::placeAt(QPointF position) const
{
    const int page = pageAt(position);
    if (page < 0)
        return {};
    const QRectF rect = m_rects[page];
    const QPointF spot = rotatedSpot((position.x() - rect.left()) / std::max(1.0, rect.width()),
                                     (position.y() - rect.top()) / std::max(1.0, rect.height()), (360 - m_turn) % 360);
    return {page, spot.y(), spot.x()};
}

QPointF PageLayout::positionOf(const PagePlace &place) const
{
    if (m_rects.isEmpty())
        return {};
    const int page = std::clamp(place.page, 0, count() - 1);
    const QPointF spot = rotatedSpot(place.left.value_or(0), place.top, m_turn);
    const QRectF rect = m_rects[page];
    return {rect.left() + spot.x() * rect.width(), rect.top() + spot.y() * rect.height()};
}

QRectF PageLayout::onView(int page, const Box &box) const
{
    const QRectF rect = m_rects.value(page);
    return box.turned(rotationOf(page)).on(rect.size()).translated(rect.topLeft());
}

QPointF PageLayout::onPage(int page, QPointF position) const
{
    const QRectF rect = m_rects.value(page);
    if (rect.isEmpty())
        return {};
    return rotatedSpot((position.x() - rect.left()) / rect.width(), (position.y() - rect.top()) / rect.height(),
                       (360 - rotationOf(page)) % 360); // four turns are none
}

} // namespace yaodian::ui
