#include "ui/reader/pageview.h"

#include <QScrollBar>

#include <algorithm>
#include <cmath>

namespace yaodian::ui {

namespace {

constexpr int LateMs = 150;
/// How long settled() waits for the first paint of a window; what is covered may never be painted.
constexpr int OwedMs = 500;

} // namespace

PageView::PageView(Theme &theme, Background &background, QWidget *parent)
    : QAbstractScrollArea(parent), m_theme(theme), m_bar(new MarkedBar(m_layout, this)), m_renderer(background, this),
      m_trimmer(this)
{
    setVerticalScrollBar(m_bar);
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
    m_owed.setSingleShot(true);
    connect(&m_owed, &QTimer::timeout, this, [this] {
        if (m_settled)
            Q_EMIT settled();
    });
    m_patience.setSingleShot(true);
    m_patience.setInterval(LateMs);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        m_late = true;
        viewport()->update();
    });
    m_edgeScroll.setInterval(30);
    connect(&m_edgeScroll, &QTimer::timeout, this, &PageView::dragFurther);
    connect(&m_renderer, &PageRenderer::arrived, this, &PageView::pictureArrived);
    connect(&m_trimmer, &PageTrimmer::found, this, &PageView::trimFound);
    connect(&m_theme, &Theme::changed, this, [this] {
        viewport()->update();
        m_bar->marksChanged();
    });
}

void PageView::setDocument(pdf::Document *document, const PagePlace &start, const QString &sha256)
{
    m_renderer.setDocument(document);
    m_renderer.setSha256(sha256); // before anything is asked for
    m_trimmer.setDocument(document);
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
    const Kept before = keep({0, 0});
    m_layout.setPages(pages);
    if (!m_isSized)
        return;
    restore(before);
    updateWanted();
    viewport()->update();
}

void PageView::setNotice(const QString &sentence)
{
    m_notice = sentence;
    viewport()->update();
}

void PageView::setLook(Look look)
{
    if (look == m_renderer.look())
        return;
    m_renderer.setLook(look);
    updateWanted();
    viewport()->update();
}

PagePlace PageView::place() const
{
    return m_isSized ? keep({0, 0}).place : m_start;
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
    const int page = m_layout.pageAt(at);
    return page < 0 ? PageSpot() : PageSpot{page, m_layout.onPage(page, at)};
}

QRect PageView::inView(int page, const yaodian::Box &box) const
{
    return m_layout.onView(page, box).translated(origin()).toAlignedRect();
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

void PageView::relayout()
{
    const Kept before = keep({0, 0});
    m_layout.setView(viewport()->size(), devicePixelRatioF());
    updateBars();
    if (m_isSized) {
        restore(before);
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
    m_bar->layoutChanged();
}

Wanted PageView::wantedFor(int page) const
{
    return {page, m_layout.scale(page) * m_layout.devicePixelRatio(), m_layout.pixels(page),
            m_layout.partOf(page, shown())};
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
    for (const int page : pagesAround(pages, m_down, m_layout.count(), m_layout.flow() == Flow::TwoPage ? 2 : 1))
        near << wantedFor(page);
    m_renderer.want(visible, near);
    const bool areSharp =
        std::all_of(visible.cbegin(), visible.cend(), [this](const Wanted &page) { return m_renderer.isSharp(page); });
    if (areSharp) {
        m_patience.stop();
        m_late = false;
    } else if (!m_patience.isActive() && !m_late) {
        m_patience.start();
    }
    const bool newly = areSharp && !m_settled;
    m_settled = areSharp;
    if (newly && m_layout.fit() == Fit::Content)
        m_trimmer.start();
    if (newly)
        tellSharp();
}

/// What begins once the pages are sharp is not to keep the reader from seeing them: a picture that has arrived is
/// painted first. A window that the display has not shown yet paints nothing on demand; its first paint is waited for.
void PageView::tellSharp()
{
    Q_EMIT sharp();
    m_isPainted = false;
    if (m_hasArrived)
        viewport()->repaint();
    if (m_isPainted || !m_hasArrived || !isVisible() || window()->isMinimized())
        Q_EMIT settled();
    else
        m_owed.start(OwedMs);
}

void PageView::pictureArrived()
{
    viewport()->update();
    m_hasArrived = true;
    updateWanted();
    m_hasArrived = false;
}

void PageView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    if (isVisible())
        relayout();
}

void PageView::showEvent(QShowEvent *event)
{
    QAbstractScrollArea::showEvent(event);
    relayout();
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
