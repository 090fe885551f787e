#pragma once

#include "base/geometry.h"
#include "pdf/values.h"

#include <QList>
#include <QRectF>
#include <QSize>

namespace yaodian::ui {

/// A place in a document that holds at every zoom: `top` is 0..1 of the page's height, at the upper edge of the view.
struct PagePlace
{
    int page = 0;
    double top = 0;
    friend bool operator==(const PagePlace &, const PagePlace &) = default;
};

enum class Fit { Width, Page, Exact };

/// Where every page of a continuously scrolled document lies. Pure geometry in logical pixels; edges of pages fall on
/// device pixels, so that a rendered page is copied and never resampled.
class PageLayout
{
public:
    static constexpr double Margin = 20; ///< beside, above and below the pages
    static constexpr double Gap = 14;    ///< between two pages

    void setPages(const QList<pdf::PageInfo> &pages);
    /// `points`: logical pixels a point at Fit::Exact.
    void setZoom(Fit fit, double exactScale);
    void setView(QSizeF size, double devicePixelRatio);

    [[nodiscard]] int count() const { return int(m_pages.size()); }
    [[nodiscard]] Fit fit() const { return m_fit; }
    [[nodiscard]] double devicePixelRatio() const { return m_ratio; }
    /// Logical pixels a point, of a page (a page wider than most is shown smaller by the fits).
    [[nodiscard]] double scale(int page) const;
    [[nodiscard]] double usualScale() const { return m_usual; }
    [[nodiscard]] QRectF rect(int page) const { return m_rects.value(page); }
    [[nodiscard]] QSize pixels(int page) const; ///< device pixels
    [[nodiscard]] QSizeF size() const { return m_size; }

    /// The page at or next to a height; -1 without pages.
    [[nodiscard]] int pageAt(double y) const;
    [[nodiscard]] QList<int> pagesIn(double top, double bottom) const;
    [[nodiscard]] PagePlace placeAt(double y) const;
    [[nodiscard]] double yOf(const PagePlace &place) const;

    /// A box of the unrotated page as it lies in the document.
    [[nodiscard]] QRectF onView(int page, const Box &box) const;
    /// 0..1 of the unrotated page for a position in the document.
    [[nodiscard]] QPointF onPage(int page, QPointF position) const;

private:
    void arrange();
    [[nodiscard]] double fitting(const QSizeF &points) const;
    [[nodiscard]] double aligned(double value) const;

    QList<pdf::PageInfo> m_pages;
    QList<QRectF> m_rects;
    QList<double> m_scales;
    QSizeF m_usualSize; ///< points: the width and height that at least half of the pages have
    QSizeF m_view;
    QSizeF m_size;
    double m_ratio = 1;
    double m_exact = 96.0 / 72.0;
    double m_usual = 1;
    Fit m_fit = Fit::Width;
};

/// Turns a box by the rotation of its page (0, 90, 180, 270 clockwise), within 0..1.
[[nodiscard]] Box rotated(const Box &box, int rotation);

} // namespace yaodian::ui
