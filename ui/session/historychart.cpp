#include "ui/session/historychart.h"

#include <QCoreApplication>
#include <QFontInfo>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace yaodian::ui {

namespace {

constexpr double Height = 168;     ///< pixels of the design
constexpr double MonthsBelow = 26; ///< for the names of months
constexpr double MarkAbove = 12;   ///< for the mark of the chosen day
constexpr double WidestDay = 12;

} // namespace

HistoryChart::HistoryChart(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setObjectName(QStringLiteral("historyChart"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

double HistoryChart::unit() const
{
    return QFontInfo(m_theme.font()).pixelSize() / 14.0;
}

QSize HistoryChart::sizeHint() const
{
    return QSizeF(84 * WidestDay * unit(), Height * unit()).toSize();
}

double HistoryChart::dayWidth() const
{
    const auto days = double(qMax<qint64>(1, m_first.daysTo(m_last) + 1));
    return qMin(WidestDay * unit(), width() / days);
}

QRectF HistoryChart::columnOf(QDate day) const
{
    const double step = dayWidth();
    const double bottom = height() - MonthsBelow * unit(), top = MarkAbove * unit();
    return {double(m_first.daysTo(day)) * step, top, step, bottom - top};
}

void HistoryChart::setDays(const QList<reading::DayOfReading> &days, QDate first, QDate last)
{
    m_days = days;
    m_first = first;
    m_last = last;
    if (!m_chosen.isValid() || m_chosen < first || m_chosen > last)
        m_chosen = days.isEmpty() ? QDate() : days.last().day;
    update();
    Q_EMIT chosenChanged();
}

void HistoryChart::choose(QDate day)
{
    if (day == m_chosen || day < m_first || day > m_last)
        return;
    m_chosen = day;
    update();
    Q_EMIT chosenChanged();
}

void HistoryChart::step(int by)
{
    if (by < 0) {
        const auto it =
            std::find_if(m_days.crbegin(), m_days.crend(), [this](const auto &d) { return d.day < m_chosen; });
        if (it != m_days.crend())
            choose(it->day);
    } else {
        const auto it =
            std::find_if(m_days.cbegin(), m_days.cend(), [this](const auto &d) { return d.day > m_chosen; });
        if (it != m_days.cend())
            choose(it->day);
    }
}

const reading::DayOfReading *HistoryChart::chosenDay() const
{
    const auto it = std::find_if(m_days.cbegin(), m_days.cend(), [this](const auto &d) { return d.day == m_chosen; });
    return it == m_days.cend() ? nullptr : &*it;
}

void HistoryChart::mousePressEvent(QMouseEvent *event)
{
    choose(m_first.addDays(qint64(event->position().x() / dayWidth())));
}

void HistoryChart::paintColumn(QPainter &painter, const reading::DayOfReading &day, int most) const
{
    const QRectF column = columnOf(day.day);
    const double gap = qMax(1.0, dayWidth() * 0.22);
    const double one = column.height() / most;
    double bottom = column.bottom();
    for (const auto &[code, papers] : day.categories) {
        const QRectF part(column.left() + gap / 2, bottom - papers * one, column.width() - gap, papers * one);
        painter.fillRect(part, code.isEmpty() ? m_theme.colours().faint : m_theme.category(code));
        bottom = part.top();
    }
    if (day.papers == 0) // a session in which nothing was passed
        painter.fillRect(QRectF(column.left() + gap / 2, bottom - 2, column.width() - gap, 2), m_theme.colours().faint);
}

void HistoryChart::paintMonths(QPainter &painter) const
{
    const Colours &c = m_theme.colours();
    const QLocale locale(QCoreApplication::translate("views", "en", "the locale of dates, such as zh_CN"));
    painter.setFont(m_theme.font(11.5 / 14));
    const QFontMetricsF metrics(painter.font());
    const double base = height() - MonthsBelow * unit();
    double free = 0; // from where on there is room for a name
    for (QDate month(m_first.year(), m_first.month(), 1); month <= m_last; month = month.addMonths(1)) {
        const QDate day = qMax(month, m_first);
        const QString name = locale.standaloneMonthName(month.month(), QLocale::ShortFormat);
        const double left = columnOf(day).left();
        const double wide = metrics.horizontalAdvance(name);
        const bool isCut = day > month && double(day.daysTo(month.addMonths(1))) * dayWidth() < wide + 6 * unit();
        if (left < free || isCut || left + wide > width())
            continue;
        painter.setPen(c.faint);
        painter.drawText(QPointF(left, base + 6 * unit() + metrics.ascent()), name);
        free = left + wide + 10 * unit();
    }
}

void HistoryChart::paintEvent(QPaintEvent *)
{
    if (!m_first.isValid())
        return;
    const Colours &c = m_theme.colours();
    QPainter painter(this);
    int most = 5; // one paper on the only day is no tower
    for (const reading::DayOfReading &day : m_days)
        most = qMax(most, day.papers);
    const double end = columnOf(m_last).right();
    if (m_chosen.isValid())
        painter.fillRect(columnOf(m_chosen), c.selection);
    for (const reading::DayOfReading &day : m_days)
        paintColumn(painter, day, most);
    painter.fillRect(QRectF(0, height() - MonthsBelow * unit(), end, 1), c.line);
    if (m_chosen.isValid()) {
        const QRectF column = columnOf(m_chosen);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(c.accent);
        painter.drawEllipse(QPointF(column.center().x(), 5 * unit()), 2.5 * unit(), 2.5 * unit());
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
    paintMonths(painter);
}

} // namespace yaodian::ui
