#include "sync/activity.h"

namespace yaodian::sync {

namespace {

constexpr int rhythmWeeks = 26;  ///< of issues that are read for how a source stands today
constexpr int mostEvents = 5000; ///< of one month: one every nine minutes, day and night

} // namespace

QList<SourceActivity> gatherActivity(const library::Library &library, const QDateTime &now, const QTimeZone &zone)
{
    const auto states = library.syncStates();
    const auto last = library.lastEvents();
    QHash<library::SourceId, QList<library::IssueDate>> issues;
    const auto dates = library.issueDates(std::nullopt, now.addDays(-7 * rhythmWeeks));
    for (const library::IssueDate &date : dates)
        issues[date.source].append(date);
    QList<SourceActivity> out;
    const auto sources = library.sources();
    for (const library::Source &source : sources) {
        if (!source.isAsked())
            continue;
        SourceActivity one;
        one.source = source;
        one.state = states.value(source.id);
        one.last = last.value(source.id);
        History history{source, one.state, {}, issues.value(source.id), now, zone};
        if (one.last.at.isValid())
            history.events.append(one.last);
        one.today = Calendar(history).today();
        out.append(one);
    }
    return out;
}

SourceMonth gatherMonth(const library::Library &library, const library::Source &source, const QDate &month,
                        const QDateTime &now, const QTimeZone &zone)
{
    SourceMonth out;
    out.source = source.id;
    out.first = QDate(month.year(), month.month(), 1);
    out.today = now.toTimeZone(zone).date();
    const QDateTime from(out.first, QTime(0, 0), zone);
    const QDateTime to(out.first.addMonths(1), QTime(0, 0), zone);
    out.events = library.syncLog(source.id, from, mostEvents, to);
    const History history{source, library.syncState(source.id), out.events, library.issueDates(source.id), now, zone};
    out.days = Calendar(history).month(out.first);
    return out;
}

QDate firstGap(const SourceMonth &month)
{
    const auto gap = std::find_if(month.days.cbegin(), month.days.cend(), [](const auto &day) { return day.gap; });
    return gap == month.days.cend() ? QDate() : gap->date;
}

} // namespace yaodian::sync
