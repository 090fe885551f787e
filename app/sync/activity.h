#pragma once

#include "library/library.h"
#include "sync/calendar.h"

// What the activity view shows, read from the library. Blocks: for worker threads.
namespace yaodian::sync {

/// How a source stands now.
struct SourceActivity
{
    library::Source source;
    library::SyncState state;
    CalendarDay today;
    library::SyncEvent last; ///< what happened last; with an invalid time nothing did yet
    /// When it is asked next: its server's wish where it has one. Invalid: at the next round.
    [[nodiscard]] QDateTime again() const { return state.holdUntil.isValid() ? state.holdUntil : state.nextDue; }
};

/// Of every source that is asked, in the library's order.
[[nodiscard]] QList<SourceActivity> gatherActivity(const library::Library &library, const QDateTime &now,
                                                   const QTimeZone &zone);

/// A month of one source.
struct SourceMonth
{
    library::SourceId source;
    QDate first; ///< of the month
    QDate today;
    QList<CalendarDay> days;
    QList<library::SyncEvent> events; ///< of the month, newest first
};
[[nodiscard]] SourceMonth gatherMonth(const library::Library &library, const library::Source &source,
                                      const QDate &month, const QDateTime &now, const QTimeZone &zone);

/// The oldest missing day that a back-fill of this month would reach for: its first gap; invalid: it has none.
[[nodiscard]] QDate firstGap(const SourceMonth &month);

} // namespace yaodian::sync
