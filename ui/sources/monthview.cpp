#include "ui/sources/monthview.h"

#include "ui/sources/statecolours.h"

#include <QFontInfo>
#include <QHelpEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

namespace yaodian::ui {

using namespace Qt::StringLiterals;
using sync::DayState;

namespace {

constexpr int columns = 7;
constexpr int cellWidth = 72; ///< pixels of the design
constexpr int narrowCell = 54;
constexpr int cellHeight = 50;
constexpr int cellGap = 6;
constexpr int headHeight = 26;
constexpr int legendHeight = 34;

} // namespace

MonthView::MonthView(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setObjectName(u"month"_s);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, &MonthView::fit);
    fit();
}

double MonthView::unit() const
{
    return QFontInfo(m_theme.font()).pixelSize() / 14.0;
}

void MonthView::fit()
{
    updateGeometry();
    update();
}

/// Always six weeks: what stands below does not jump from month to month.
QSize MonthView::sizeHint() const
{
    return sizeFor(cellWidth);
}

QSize MonthView::minimumSizeHint() const
{
    return sizeFor(narrowCell);
}

double MonthView::columnWidth() const
{
    return (qMin(width(), sizeHint().width()) - 2 + cellGap * unit()) / columns;
}

QSize MonthView::sizeFor(int cell) const
{
    const double height = headHeight + 6 * (cellHeight + cellGap) + legendHeight;
    return {qRound((columns * (cell + cellGap) - cellGap) * unit()) + 2, qRound(height * unit())};
}

/// The week begins where the language's does.
int MonthView::firstColumn(const QDate &first)
{
    return (first.dayOfWeek() - QLocale().firstDayOfWeek() + columns) % columns;
}

QRect MonthView::cellOf(const QDate &date) const
{
    if (!m_month.first.isValid() || date < m_month.first || date >= m_month.first.addMonths(1))
        return {};
    const int at = firstColumn(m_month.first) + date.day() - 1;
    const double u = unit();
    return QRectF(1 + (at % columns) * columnWidth(), (headHeight + (at / columns) * (cellHeight + cellGap)) * u,
                  columnWidth() - cellGap * u, cellHeight * u)
        .toAlignedRect();
}

int MonthView::dayAt(const QPoint &point) const
{
    for (qsizetype at = 0; at < m_month.days.size(); ++at)
        if (cellOf(m_month.days[at].date).contains(point))
            return int(at);
    return -1;
}

void MonthView::setMonth(const sync::SourceMonth &month)
{
    const bool same = month.source == m_month.source && month.first == m_month.first;
    m_month = month;
    if (!same) {
        const bool isNow = month.today >= month.first && month.today < month.first.addMonths(1);
        m_chosen = isNow ? month.today.day() - 1 : int(month.days.size()) - 1;
    }
    m_chosen = qMin(m_chosen, int(month.days.size()) - 1);
    describe();
    update();
    Q_EMIT chosenChanged();
}

void MonthView::setFetchable(bool fetchable)
{
    m_fetchable = fetchable;
}

const sync::CalendarDay *MonthView::chosen() const
{
    return m_chosen >= 0 && m_chosen < m_month.days.size() ? &m_month.days[m_chosen] : nullptr;
}

void MonthView::choose(int day)
{
    if (m_month.days.isEmpty())
        return;
    m_chosen = qBound(0, day, int(m_month.days.size()) - 1);
    describe();
    update();
    Q_EMIT chosenChanged();
}

void MonthView::stepDay(int by)
{
    choose(m_chosen + by);
}

void MonthView::describe()
{
    setAccessibleName(tr("Calendar"));
    const sync::CalendarDay *day = chosen();
    setAccessibleDescription(
        day ? u"%1: %2"_s.arg(QLocale().toString(day->date, QLocale::LongFormat), sync::dayStateText(day->state))
            : QString());
}

// --- painting -----------------------------------------------------------------------------------------------------

void MonthView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double u = unit();
    painter.setFont(m_theme.font(12.0 / 14, QFont::Medium));
    painter.setPen(m_theme.colours().faint);
    for (int column = 0; column < columns; ++column) {
        const int weekday = (QLocale().firstDayOfWeek() - 1 + column) % columns + 1;
        painter.drawText(QRectF(1 + column * columnWidth(), 0, columnWidth() - cellGap * u, (headHeight - 6) * u),
                         Qt::AlignCenter, QLocale().dayName(weekday, QLocale::ShortFormat));
    }
    for (const sync::CalendarDay &day : m_month.days)
        paintCell(painter, day);
    paintLegend(painter);
}

void MonthView::paintCell(QPainter &painter, const sync::CalendarDay &day) const
{
    const Colours &c = m_theme.colours();
    const double u = unit();
    const QRectF cell = QRectF(cellOf(day.date)).adjusted(0.5, 0.5, -0.5, -0.5);
    const StateColours colours = stateColours(day.state, c);
    const bool isToday = day.date == m_month.today;
    const bool isChosen = chosen() == &day;
    painter.setPen(isChosen ? QPen(c.accent, 1.6 * u) : Qt::NoPen);
    painter.setBrush(colours.ground.isValid() ? QBrush(colours.ground) : Qt::NoBrush);
    painter.drawRoundedRect(cell, 7 * u, 7 * u);
    if (day.gap && !isChosen) {
        painter.setPen(QPen(c.faint, 1.2 * u, Qt::CustomDashLine));
        QPen dashes = painter.pen();
        dashes.setDashPattern({3, 3});
        painter.setPen(dashes);
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(cell.adjusted(0.5, 0.5, -0.5, -0.5), 7 * u, 7 * u);
    }
    const bool toCome = day.date > m_month.today;
    painter.setFont(m_theme.font(12.5 / 14, isToday ? QFont::Bold : QFont::Normal));
    painter.setPen(toCome ? c.faint : isToday ? c.ink : colours.ink);
    painter.drawText(cell.adjusted(8 * u, 5 * u, 0, 0), Qt::AlignLeft | Qt::AlignTop, QString::number(day.date.day()));
    if (day.issues > 0) {
        painter.setFont(m_theme.font(15.0 / 14, QFont::DemiBold));
        painter.setPen(colours.ink);
        painter.drawText(cell.adjusted(0, 0, -9 * u, -5 * u), Qt::AlignRight | Qt::AlignBottom,
                         QString::number(day.issues));
    }
}

/// The words of the colours, in the order of how calm they are.
void MonthView::paintLegend(QPainter &painter) const
{
    const Colours &c = m_theme.colours();
    const double u = unit();
    const QFont font = m_theme.font(12.0 / 14);
    const QFontMetricsF metrics(font);
    painter.setFont(font);
    double x = 1;
    const double middle = height() - legendHeight * u / 2 + 4 * u;
    const auto item = [&](const QBrush &ground, const QPen &pen, const QString &word) {
        painter.setBrush(ground);
        painter.setPen(pen);
        painter.drawRoundedRect(QRectF(x + 0.5, middle - 5 * u, 10 * u, 10 * u), 3 * u, 3 * u);
        x += 16 * u;
        painter.setPen(c.faint);
        painter.drawText(QPointF(x, qRound(middle + metrics.capHeight() / 2)), word);
        x += metrics.horizontalAdvance(word) + 16 * u;
    };
    for (const DayState state : {DayState::Fresh, DayState::Backfilled, DayState::Quiet, DayState::Waiting,
                                 DayState::Stalled, DayState::Failed}) {
        const StateColours colours = stateColours(state, c);
        item(colours.ground, QPen(colours.ground.darker(c.dark ? 80 : 108), 1), sync::dayStateText(state));
    }
    QPen dashes(c.faint, 1.1 * u, Qt::CustomDashLine);
    dashes.setDashPattern({2, 2});
    item(Qt::NoBrush, dashes, tr("missing", "a day in the calendar"));
}

// --- mouse --------------------------------------------------------------------------------------------------------

void MonthView::mousePressEvent(QMouseEvent *event)
{
    const int at = dayAt(event->pos());
    if (event->button() != Qt::LeftButton || at < 0)
        return;
    const sync::CalendarDay day = m_month.days[at];
    const bool again = day.empty && at == m_chosen;
    choose(at);
    if (m_fetchable && (day.gap || again))
        Q_EMIT fillWanted(day.date);
}

void MonthView::mouseMoveEvent(QMouseEvent *event)
{
    const int at = dayAt(event->pos());
    const bool hand = at >= 0 && m_fetchable && (m_month.days[at].gap || (m_month.days[at].empty && at == m_chosen));
    setCursor(hand ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

bool MonthView::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const int at = dayAt(help->pos());
    if (at < 0 || m_month.days[at].why.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(help->globalPos(), m_month.days[at].why.toHtmlEscaped(), this,
                           cellOf(m_month.days[at].date));
    return true;
}

void MonthView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        update();
}

} // namespace yaodian::ui
