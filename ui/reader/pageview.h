#pragma once

#include "ui/base/theme.h"
#include "ui/reader/markedbar.h"
#include "ui/reader/pagelayout.h"
#include "ui/reader/pageoverlay.h"
#include "ui/reader/pagerenderer.h"
#include "ui/reader/pagetrimmer.h"

#include <QAbstractScrollArea>
#include <QTimer>

namespace yaodian::ui {

/// A position on a page: 0..1 of the unrotated page.
struct PageSpot
{
    int page = -1;
    QPointF at;
};

/// The pages of a document one under the other, one at a time or in twos: scrolls, zooms and paints, and says where the
/// mouse is on the page.
/// What lies over the pages is painted by overlays; what keys and clicks mean is decided elsewhere.
class PageView final : public QAbstractScrollArea
{
    Q_OBJECT

public:
    PageView(Theme &theme, Background &background, QWidget *parent = nullptr);

    /// Shows an open document from `start` on; nullptr shows nothing. `sha256`: where it is known for certain.
    void setDocument(pdf::Document *document, const PagePlace &start, const QString &sha256 = {});
    /// The sizes of the pages turned out to be others; what is in view stays.
    void setPages(const QList<pdf::PageInfo> &pages);
    void addOverlay(const PageOverlay *overlay) { m_overlays << overlay; }
    [[nodiscard]] MarkedBar &bar() { return *m_bar; }
    void setNotice(const QString &sentence); ///< instead of pages: why there are none
    void setLook(Look look);
    /// Pictures that other readers have, too. Before a document is shown.
    void setStore(std::shared_ptr<PageStore> store) { m_renderer.setStore(std::move(store)); }
    /// It turned out later.
    void setSha256(const QString &sha256) { m_renderer.setSha256(sha256); }

    [[nodiscard]] const PageLayout &layoutOfPages() const { return m_layout; }
    [[nodiscard]] const PageRenderer &renderer() const { return m_renderer; }
    [[nodiscard]] PagePlace place() const;
    [[nodiscard]] int currentPage() const; ///< the page at a third of the view's height; -1: none
    [[nodiscard]] QList<int> visiblePages() const;
    [[nodiscard]] bool isSettled() const { return m_settled; }
    [[nodiscard]] PageSpot spotAt(QPoint viewPosition) const;
    /// A box of a page in the coordinates of the viewport.
    [[nodiscard]] QRect inView(int page, const yaodian::Box &box) const;

    void goTo(const PagePlace &place);
    /// Scrolls only as far as needed to have the boxes in view, away from its edges.
    void reveal(int page, const QList<yaodian::Box> &boxes);
    void scrollBy(int dx, int dy);
    /// Pages on or back: from the beginning of one (of a row of two) to another. Back from within a page leads to its
    /// own beginning first.
    void turnPages(int rows);
    void setZoom(Fit fit, double exactScale = 0);
    void zoomBy(double factor);
    void setActualSize(); ///< as large as on paper
    void setFlow(Flow flow);
    void turnView(int degrees); ///< clockwise, on top of what it is
    /// All of it at once, before a document is shown.
    void setMode(const ViewMode &mode);

Q_SIGNALS:
    void sharp();   ///< the visible pages are, and are painted now
    void settled(); ///< they have been painted sharp
    void moved();   ///< another place or zoom
    void pressed(const yaodian::ui::PageSpot &spot, int clicks, Qt::KeyboardModifiers modifiers);
    void dragged(const yaodian::ui::PageSpot &spot);
    void released();
    void hovered(const yaodian::ui::PageSpot &spot);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    bool viewportEvent(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    static constexpr int lineStep = 20; ///< logical pixels; the wheel takes three
    /// What lies at a position of the viewport, to be brought back there when all else has changed.
    struct Kept
    {
        PagePlace place;
        QPointF at;
    };
    [[nodiscard]] Kept keep(QPointF at) const;
    void restore(const Kept &kept);
    void changed(); ///< the layout is another one
    void relayout();
    void trimFound();
    [[nodiscard]] double beginningOf(int page) const;
    bool leafOn(int direction);
    [[nodiscard]] bool isAtEnd(int direction) const;
    void updateBars();
    void updateWanted();
    void pictureArrived();
    void tellSharp();
    void dragFurther();
    void click(const QMouseEvent &event);
    void paintPage(QPainter &painter, int page);
    void paintPicture(QPainter &painter, int page, const QList<PageRenderer::Piece> &pieces) const;
    void paintNotice(QPainter &painter, const QRectF &where, const QString &sentence) const;
    [[nodiscard]] QPointF origin() const;
    [[nodiscard]] QRectF shown() const;
    [[nodiscard]] Wanted wantedFor(int page) const;

    Theme &m_theme;
    PageLayout m_layout;
    MarkedBar *m_bar;
    PageRenderer m_renderer;
    PageTrimmer m_trimmer;
    QList<const PageOverlay *> m_overlays;
    QString m_notice;
    PagePlace m_start;
    QTimer m_patience;   ///< after it, a page that is still missing says that it is being made
    QTimer m_owed;       ///< runs while settled() waits for the first paint
    QTimer m_edgeScroll; ///< while a drag is held beyond the view
    QPoint m_dragAt;
    int m_wheel = 0;         ///< turned beyond the end of a single page, in eighths of a degree
    quint64 m_lastPress = 0; ///< timestamp
    QPoint m_lastPressAt;
    int m_clicks = 0; ///< at one spot, one soon after the other
    bool m_hasPages = false;
    bool m_isSized = false;
    bool m_settled = false;
    bool m_hasArrived = false; ///< a picture, just now
    bool m_isPainted = false;  ///< since it arrived
    bool m_late = false;
    bool m_down = true; ///< direction of travel
};

} // namespace yaodian::ui
