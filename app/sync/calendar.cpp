#include "sync/calendar.h"

#include "sync/say.h"

#include <QLocale>

#include <algorithm>

namespace yaodian::sync {

namespace {

using Event = library::SyncEvent::Kind;

constexpr int lateDays = 2;         ///< what comes within them came in time: a Friday's post over a weekend
constexpr int rhythmDays = 12 * 7;  ///< as far back as the rhythm is learned from
constexpr int longestDistance = 8;  ///< days; who publishes more rarely has no weekdays
constexpr int mostOfWeeks = 60;     ///< per cent
constexpr int fewestOfWeeks = 2;    ///< once is no habit
constexpr int stalledDistances = 3; ///< of the usual distance, where there are no usual weekdays
constexpr int stalledDays = 14;     ///< at least

bool isSound(Event kind)
{
    return kind == Event::NotModified || kind == Event::Unchanged || kind == Event::Brought || kind == Event::Empty ||
           kind == Event::Backfilled;
}

bool isFailure(Event kind)
{
    return kind == Event::Failed || kind == Event::Gone || kind == Event::CutOff;
}

QString dayText(const QDate &date)
{
    return QLocale().toString(date, Say::tr("d MMM", "a day within a sentence, in Qt's format of dates"));
}

} // namespace

QString dayStateText(DayState state)
{
    switch (state) {
    case DayState::None:
        return Say::tr("unknown", "state of a source on a day");
    case DayState::Fresh:
        return Say::tr("fresh", "state of a source on a day");
    case DayState::Waiting:
        return Say::tr("waiting", "state of a source on a day");
    case DayState::Quiet:
        return Say::tr("quiet", "state of a source on a day");
    case DayState::Stalled:
        return Say::tr("stalled", "state of a source on a day");
    case DayState::Failed:
        return Say::tr("failed", "state of a source on a day");
    case DayState::Backfilled:
        return Say::tr("back-filled", "state of a source on a day");
    }
    return {};
}

Calendar::Calendar(const History &history)
    : m_zone(history.zone), m_today(history.now.toTimeZone(history.zone).date()),
      m_empty(history.state.emptyDays.cbegin(), history.state.emptyDays.cend())
{
    takeIssues(history.issues);
    takeEvents(history.events);
    if (history.state.lastFresh.isValid())
        m_lastSound = qMax(m_lastSound, history.state.lastFresh.toTimeZone(m_zone).date());
    learnRhythm();
}

/// A time of midnight to the second is a date without a time, which is the same day everywhere.
QDate Calendar::dayOf(const QDateTime &time) const
{
    const QDateTime utc = time.toUTC();
    return utc.time() == QTime(0, 0) ? utc.date() : time.toTimeZone(m_zone).date();
}

void Calendar::takeIssues(const QList<library::IssueDate> &issues)
{
    for (const library::IssueDate &issue : issues) {
        const QDate date = dayOf(issue.dated);
        const QDate came = issue.firstSeen.toTimeZone(m_zone).date();
        Issues &here = m_issues[date];
        ++here.count;
        if (date.daysTo(came) > lateDays) {
            ++here.late;
            here.came = here.came.isValid() ? qMax(here.came, came) : came;
        }
    }
    if (!m_issues.isEmpty()) {
        m_oldest = m_issues.firstKey();
        m_newest = m_issues.lastKey();
    }
}

void Calendar::takeEvents(const QList<library::SyncEvent> &events)
{
    for (const library::SyncEvent &event : events) {
        const QDate date = event.at.toTimeZone(m_zone).date();
        Asked &asked = m_asked[date];
        ++asked.times;
        asked.updated += event.updated;
        asked.sound += isSound(event.kind) ? 1 : 0;
        asked.failed += isFailure(event.kind) ? 1 : 0;
        if (!asked.last.isValid() || event.at > asked.last) {
            asked.last = event.at;
            asked.lastFailed = isFailure(event.kind);
        }
        if (!isSound(event.kind) && (asked.trouble.isEmpty() || event.at == asked.last))
            asked.trouble = event.sentence;
        if (isSound(event.kind))
            m_lastSound = m_lastSound.isValid() ? qMax(m_lastSound, date) : date;
        m_firstAsked = m_firstAsked.isValid() ? qMin(m_firstAsked, date) : date;
    }
}

void Calendar::learnRhythm()
{
    QList<QDate> days;
    for (const QDate &date : m_issues.keys()) {
        if (date > m_newest.addDays(-rhythmDays))
            days.append(date);
    }
    if (days.size() < 2)
        return;
    QList<qint64> distances;
    QMap<QDate, int> weeks; ///< by their Monday: those in which it published. Whole weeks without are absences.
    for (qsizetype at = 0; at < days.size(); ++at) {
        weeks[days[at].addDays(1 - days[at].dayOfWeek())] += 1;
        if (at > 0)
            distances.append(days[at - 1].daysTo(days[at]));
    }
    std::sort(distances.begin(), distances.end());
    m_usualDistance = int(distances[distances.size() / 2]);
    if (m_usualDistance > longestDistance)
        return;
    for (int weekday = 1; weekday <= 7; ++weekday) {
        int possible = 0, published = 0;
        for (const QDate &monday : weeks.keys()) {
            const QDate date = monday.addDays(weekday - 1);
            possible += date >= days.first() && date <= m_newest ? 1 : 0;
            published += m_issues.contains(date) ? 1 : 0;
        }
        m_usual[weekday] = published >= fewestOfWeeks && published * 100 >= possible * mostOfWeeks;
        m_hasRhythm = m_hasRhythm || m_usual[weekday];
    }
}

bool Calendar::isUsual(const QDate &date) const
{
    return date.isValid() && m_usual[date.dayOfWeek()];
}

bool Calendar::isHole(const QDate &date) const
{
    return isUsual(date) && date > m_oldest && date < m_newest && !m_issues.contains(date);
}

bool Calendar::answeredSince(const QDate &date) const
{
    return m_lastSound.isValid() && m_lastSound >= date;
}

/// Usual days without an issue since the newest one, up to `date`.
int Calendar::missedUntil(const QDate &date) const
{
    int missed = 0;
    for (QDate at = m_newest.addDays(1); at <= date && missed < 2; at = at.addDays(1))
        missed += isUsual(at) ? 1 : 0;
    return missed;
}

QList<CalendarDay> Calendar::month(const QDate &date) const
{
    QList<CalendarDay> days;
    const QDate first(date.year(), date.month(), 1);
    for (QDate at = first; at.month() == first.month(); at = at.addDays(1))
        days.append(day(at));
    return days;
}

QList<QDate> Calendar::missingSince(const QDate &first) const
{
    QList<QDate> missing;
    if (!m_oldest.isValid() || !first.isValid())
        return missing;
    for (QDate at = m_newest; at >= first; at = at.addDays(-1)) {
        if (at < m_oldest || isGap(at) || (at == first && isHole(at)))
            missing.append(at);
    }
    return missing;
}

CalendarDay Calendar::day(const QDate &date) const
{
    const Asked asked = m_asked.value(date);
    const Issues here = m_issues.value(date);
    CalendarDay day;
    day.date = date;
    day.issues = here.count;
    day.asked = asked.times;
    day.updated = asked.updated;
    day.gap = isGap(date);
    day.empty = isHole(date) && !day.gap;
    const bool inVain = asked.times > 0 && (asked.sound == 0 || (date == m_today && asked.lastFailed));
    if (here.count > 0) {
        tellIssues(day, here);
    } else if (date > m_today) {
        return day;
    } else if (day.empty) {
        day.state = DayState::Quiet;
        day.why = Say::tr("It was asked for this day, and its server has nothing of it.");
    } else if (inVain) {
        day.state = asked.failed > 0 ? DayState::Failed : DayState::Waiting;
        day.why = asked.trouble;
    } else if (!answeredSince(date)) {
        day.why = m_lastSound.isValid() || m_firstAsked.isValid() ? Say::tr("It was not asked.")
                                                                  : Say::tr("It has not been asked yet.");
    } else {
        tellSilence(day);
    }
    if (day.gap && day.state != DayState::Failed)
        day.why = Say::tr("It usually publishes on this weekday, and nothing of this day is here.");
    return day;
}

void Calendar::tellIssues(CalendarDay &day, const Issues &here) const
{
    const bool late = here.late == here.count;
    day.state = late ? DayState::Backfilled : DayState::Fresh;
    day.why = late ? Say::tr("%n issue(s), which came later (%1).", nullptr, here.count).arg(dayText(here.came))
                   : Say::tr("%n issue(s) of this day.", nullptr, here.count);
    if (day.updated > 0)
        day.why += QLatin1Char(' ') + Say::tr("%n changed.", nullptr, day.updated);
}

void Calendar::tellSilence(CalendarDay &day) const
{
    const QDate since = m_oldest.isValid() && m_firstAsked.isValid() ? qMin(m_oldest, m_firstAsked)
                        : m_oldest.isValid()                         ? m_oldest
                                                                     : m_firstAsked;
    if (!since.isValid() || day.date < since) {
        day.why = Say::tr("Before the oldest issue that is here.");
        return;
    }
    day.state = DayState::Quiet;
    const bool isToday = day.date == m_today;
    if (isUsual(day.date) && day.date > m_newest) {
        // Today is not over yet: it counts once it is missed.
        const bool stalled = missedUntil(isToday ? day.date.addDays(-1) : day.date) >= 2;
        day.state = stalled ? DayState::Stalled : DayState::Waiting;
        day.why = stalled ? Say::tr("It answers, but nothing new has come since %1, which is unusual for it.")
                                .arg(dayText(m_newest))
                          : Say::tr("Nothing yet; it usually publishes on this weekday.");
        return;
    }
    const int patience = qMax(stalledDays, m_usualDistance * stalledDistances);
    if (isToday && !m_hasRhythm && m_usualDistance > 0 && m_newest.daysTo(day.date) > patience) {
        day.state = DayState::Stalled;
        day.why =
            Say::tr("It answers, but nothing new has come since %1, which is unusual for it.").arg(dayText(m_newest));
        return;
    }
    day.why = quietSentence(day);
}

QString Calendar::quietSentence(const CalendarDay &day) const
{
    if (m_hasRhythm && !isUsual(day.date))
        return Say::tr("It does not usually publish on this weekday.");
    return day.asked > 0 ? Say::tr("Asked %n time(s); nothing of this day.", nullptr, day.asked)
                         : Say::tr("Nothing was published.");
}

} // namespace yaodian::sync
