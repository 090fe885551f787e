#include "ui/reader/markedbar.h"

#include <QPainter>
#include <QStyle>
#include <QStyleOptionSlider>

#include <algorithm>

namespace yaodian::ui {

namespace {

constexpr int TickHeight = 2; ///< logical pixels

} // namespace

MarkedBar::MarkedBar(const PageLayout &layout, QWidget *parent) : QScrollBar(Qt::Vertical, parent), m_layout(layout) {}

void MarkedBar::setSource(Lane lane, std::function<QList<BarMark>()> source)
{
    m_sources[size_t(lane)] = std::move(source);
    marksChanged();
}

void MarkedBar::marksChanged()
{
    m_marksKnown = m_ticksKnown = false;
    update();
}

void MarkedBar::layoutChanged()
{
    m_ticksKnown = false;
    update();
}

void MarkedBar::placeTicks()
{
    if (!m_marksKnown)
        for (size_t lane = 0; lane < m_sources.size(); ++lane)
            m_marks[lane] = m_sources[lane] ? m_sources[lane]() : QList<BarMark>();
    m_marksKnown = m_ticksKnown = true;
    m_placedIn = size();
    m_ticks.clear();
    QStyleOptionSlider option;
    initStyleOption(&option);
    const QRect groove = style()->subControlRect(QStyle::CC_ScrollBar, &option, QStyle::SC_ScrollBarGroove, this);
    placeTicks(Lane::Highlights, groove);
    placeTicks(Lane::Hits, groove);
}

/// At most one tick a row of pixels, however many marks lie there.
void MarkedBar::placeTicks(Lane lane, const QRect &groove)
{
    const int middle = groove.left() + groove.width() / 2;
    const int left = lane == Lane::Highlights ? groove.left() : middle;
    const int right = lane == Lane::Highlights ? middle : groove.left() + groove.width();
    const double whole = maximum() - minimum() + pageStep();
    const int alone = m_layout.flow() == Flow::Single ? m_layout.pageAt(0.0) : -1;
    std::vector<bool> taken(size_t(std::max(0, groove.height())), false);
    for (const BarMark &mark : std::as_const(m_marks[size_t(lane)])) {
        if (mark.page < 0 || mark.page >= m_layout.count() || (alone >= 0 && mark.page != alone) || whole <= 0)
            continue;
        const double at = m_layout.onView(mark.page, mark.box).center().y() / whole;
        const int y = std::clamp(int(at * groove.height()), 0, std::max(0, groove.height() - TickHeight));
        if (size_t(y) >= taken.size() || taken[size_t(y)])
            continue;
        taken[size_t(y)] = true;
        m_ticks.push_back({{left, groove.top() + y, right - left, TickHeight}, mark.colour});
    }
}

void MarkedBar::paintEvent(QPaintEvent *event)
{
    if (!m_ticksKnown || m_placedIn != size())
        placeTicks();
    {
        QPainter painter(this);
        for (const Tick &tick : m_ticks)
            painter.fillRect(tick.where, tick.colour);
    }
    QScrollBar::paintEvent(event); // the handle lies over them
}

} // namespace yaodian::ui
