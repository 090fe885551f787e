#pragma once

#include "base/geometry.h"
#include "pdf/values.h"
#include "ui/reader/pagetrim.h"

#include <QList>
#include <QMap>
#include <QRectF>
#include <QSize>

#include <optional>

namespace yaodian::ui {

/// A place in a document that holds at every zoom, flow and turn of the view: the spot of the page (0..1, as the page
/// is before the view turns it) that lies at the upper left corner of the view.
struct PagePlace
{
    int page = 0;
    double top = 0;
    std::optional<double> left = std::nullopt; ///< nothing: the view stays where it is across
    friend bool operator==(const PagePlace &, const PagePlace &) = default;
};

// Kept as numbers in the file of states: new ones go to the end.
enum class Fit { Width, Page, Exact, Content };
enum class Flow { Continuous, Single, TwoPage };

/// How the pages of a document are laid out: what the reader chose, and what is kept with the place.
struct ViewMode
{
    Fit fit = Fit::Width;
    double scale = 0; ///< logical pixels a point at Fit::Exact; 0: as it is
    Flow flow = Flow::Continuous;
    int turn = 0; ///< degrees clockwise, on top of the pages' own rotation
    Trim trim;    ///< what Fit::Content shows; empty: not known yet, the whole pages
    friend bool operator==(const ViewMode &, const ViewMode &) = default;
};

/// Where every page of a document lies. Pure geometry in logical pixels; edges of pages fall on device pixels, so that
/// a rendered page is copied and never resampled.
class PageLayout
{
public:
    static constexpr double Margin = 20; ///< beside, above and below the pages
    static constexpr double Gap = 14;    ///< between two pages

    void setPages(const QList<pdf::PageInfo> &pages);
    /// `points`: logical pixels a point at Fit::Exact.
    void setZoom(Fit fit, double exactScale);
    void setView(QSizeF size, double devicePixelRatio);
    void setMode(const ViewMode &mode);
    /// `contents`: what is printed on the pages that were looked at; where the trim has no room for it, more is shown.
    void setTrim(const Trim &trim, const QMap<int, Box> &contents = {});
    /// The page that Flow::Single shows.
    void setSingle(int page);

    [[nodiscard]] int count() const { return int(m_pages.size()); }
    [[nodiscard]] Fit fit() const { return m_fit; }
    [[nodiscard]] Flow flow() const { return m_flow; }
    [[nodiscard]] int turn() const { return m_turn; }
    [[nodiscard]] ViewMode mode() const { return {m_fit, m_usual, m_flow, m_turn, m_trim}; }
    [[nodiscard]] double devicePixelRatio() const { return m_ratio; }
    /// Logical pixels a point, of a page (a page wider than most is shown smaller by the fits).
    [[nodiscard]] double scale(int page) const;
    [[nodiscard]] double usualScale() const { return m_usual; }
    /// The whole page, also where only its content is shown.
    [[nodiscard]] QRectF rect(int page) const { return m_rects.value(page); }
    /// What is shown of it: rect() but for Fit::Content.
    [[nodiscard]] QRectF shown(int page) const { return m_shown.value(page); }
    [[nodiscard]] QSize pixels(int page) const; ///< of the page's picture, which no view turns; device pixels
    /// The part of the page's picture that lies in a stretch of the document, in device pixels.
    [[nodiscard]] QRect partOf(int page, const QRectF &stretch) const;
    [[nodiscard]] QSizeF size() const { return m_size; }

    /// The page at or next to a position; -1 without pages.
    [[nodiscard]] int pageAt(QPointF position) const;
    /// The first page of the row at or next to a height; -1 without pages.
    [[nodiscard]] int pageAt(double y) const;
    [[nodiscard]] QList<int> pagesIn(double top, double bottom) const;
    /// The first page of the row that is `rows` after the one of a page.
    [[nodiscard]] int pageAfter(int page, int rows) const;
    [[nodiscard]] PagePlace placeAt(QPointF position) const;
    [[nodiscard]] QPointF positionOf(const PagePlace &place) const;

    /// A box of the unrotated page as it lies in the document.
    [[nodiscard]] QRectF onView(int page, const Box &box) const;
    /// 0..1 of the unrotated page for a position in the document.
    [[nodiscard]] QPointF onPage(int page, QPointF position) const;

private:
    struct Row
    {
        int first = 0;
        double top = 0;
        double bottom = 0;
    };
    void arrange();
    void place(const Row &row, double across);
    [[nodiscard]] Row rowFrom(int first, double y) const;
    [[nodiscard]] int perRow() const;
    [[nodiscard]] QList<Row>::const_iterator rowAt(double y) const;
    [[nodiscard]] int rotationOf(int page) const;
    [[nodiscard]] Box frameOf(int page) const;
    [[nodiscard]] QSizeF pointsOf(int page) const;
    [[nodiscard]] double fitting(const QSizeF &points) const;
    [[nodiscard]] double aligned(double value) const;
    [[nodiscard]] QSizeF aligned(const QSizeF &size) const { return {aligned(size.width()), aligned(size.height())}; }

    QList<pdf::PageInfo> m_pages;
    QList<QRectF> m_rects;
    QList<QRectF> m_shown;
    QList<double> m_scales;
    QList<Row> m_rows;
    Trim m_trim;
    QMap<int, Box> m_contents;
    QSizeF m_view;
    QSizeF m_size;
    double m_ratio = 1;
    double m_exact = 96.0 / 72.0;
    double m_usual = 1;
    Fit m_fit = Fit::Width;
    Flow m_flow = Flow::Continuous;
    int m_turn = 0;
    int m_single = 0;
};

} // namespace yaodian::ui
