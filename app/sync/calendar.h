#pragma once

#include "library/sourcevalues.h"

#include <QHash>
#include <QMap>
#include <QSet>
#include <QTimeZone>

#include <array>

// A source day by day: what came, what did not, and what is missing. Pure.
namespace yaodian::sync {

/// What a day of a source was like.
enum class DayState {
    None,       ///< nothing is known of it
    Fresh,      ///< its issues came in time
    Waiting,    ///< nothing yet, and no reason for worry; or its server was not to be had
    Quiet,      ///< nothing, as was to be expected
    Stalled,    ///< it answers, but has nothing new for longer than is usual for it
    Failed,     ///< it was asked in vain
    Backfilled, ///< its issues are here, but came days later
};

/// The word of a state, translated.
[[nodiscard]] QString dayStateText(DayState state);

struct CalendarDay
{
    QDate date;
    DayState state = DayState::None;
    int issues = 0;     ///< that are dated on it
    int asked = 0;      ///< how often its server was asked on it
    int updated = 0;    ///< issues that changed on it
    bool gap = false;   ///< it usually publishes then, later issues are here, and of this day there is none
    bool empty = false; ///< it would be a gap, but its server was asked for it and has nothing
    QString why;        ///< one sentence, translated; empty for a day that is still to come
};

/// What a calendar is made from.
struct History
{
    library::Source source;
    library::SyncState state;
    QList<library::SyncEvent> events; ///< of the days in question, in any order
    QList<library::IssueDate> issues; ///< all that are to say how often it publishes
    QDateTime now;
    QTimeZone zone = QTimeZone::utc(); ///< whose days they are
};

/// The days of one source. Its rhythm is learned from the dates of its issues: a weekday on which it published in most
/// of the weeks in which it published at all is a usual one. So a source that rests at weekends is quiet then.
class Calendar
{
public:
    explicit Calendar(const History &history);

    [[nodiscard]] CalendarDay day(const QDate &date) const;
    [[nodiscard]] CalendarDay today() const { return day(m_today); }
    /// The days of the month in which `date` lies.
    [[nodiscard]] QList<CalendarDay> month(const QDate &date) const;
    /// Days from `first` on that are missing, newest first; with a `first` before the oldest issue all of those days
    /// too. An empty day is not, but for `first` itself: it may be asked for again. Empty: nothing is.
    [[nodiscard]] QList<QDate> missingSince(const QDate &first) const;
    [[nodiscard]] bool isUsual(const QDate &date) const;
    [[nodiscard]] QDate oldest() const { return m_oldest; } ///< day of the oldest issue; invalid: there is none
    [[nodiscard]] QDate newest() const { return m_newest; }

private:
    struct Issues
    {
        int count = 0;
        int late = 0;
        QDate came; ///< the last of the late ones
    };
    struct Asked
    {
        int times = 0;
        int sound = 0;
        int failed = 0;
        int updated = 0;
        QDateTime last;
        bool lastFailed = false;
        QString trouble; ///< the last sentence of an answer that was none
    };
    void takeIssues(const QList<library::IssueDate> &issues);
    void takeEvents(const QList<library::SyncEvent> &events);
    void learnRhythm();
    [[nodiscard]] QDate dayOf(const QDateTime &time) const;
    [[nodiscard]] bool isHole(const QDate &date) const;
    [[nodiscard]] bool isGap(const QDate &date) const { return isHole(date) && !m_empty.contains(date); }
    [[nodiscard]] bool answeredSince(const QDate &date) const;
    [[nodiscard]] int missedUntil(const QDate &date) const;
    void tellIssues(CalendarDay &day, const Issues &here) const;
    void tellSilence(CalendarDay &day) const;
    [[nodiscard]] QString quietSentence(const CalendarDay &day) const;

    QTimeZone m_zone;
    QDate m_today;
    QDate m_oldest;
    QDate m_newest;
    QDate m_firstAsked; ///< of the days in question
    QDate m_lastSound;  ///< the last day on which it answered soundly
    QMap<QDate, Issues> m_issues;
    QHash<QDate, Asked> m_asked;
    QSet<QDate> m_empty;              ///< asked for, and its server had nothing
    std::array<bool, 8> m_usual = {}; ///< by Qt's day of the week, 1 to 7
    bool m_hasRhythm = false;
    int m_usualDistance = 0; ///< days between two days with issues; 0: unknown
};

} // namespace yaodian::sync
