#pragma once

#include "library/sourcevalues.h"
#include "net/client.h"

// When a source is asked again by the timer. Pure: times come in and go out.
namespace yaodian::sync {

/// Minutes between two rounds where neither the reader nor the server says anything else.
inline constexpr int usualIntervalMinutes = 60;
/// Nobody is asked more often, whatever was chosen.
inline constexpr int shortestIntervalMinutes = 10;

/// Seconds for which the server says its answer stays good (max-age less the Age it had); 0: nothing said. Clamped:
/// some say years, and arXiv's says "until midnight" of a batch that may be yesterday's.
[[nodiscard]] int keepSeconds(const net::Response &response);

/// After an answer that was no failure.
[[nodiscard]] QDateTime dueAfterSuccess(const library::Source &source, int keepSeconds, const QDateTime &now);

/// After `failures` in a row, the one just now included: twice as long each time, up to a day, spread so that sources
/// that failed together do not come back together; what is gone rests for days. Never stops.
[[nodiscard]] QDateTime dueAfterFailure(const library::Source &source, int failures, bool gone, const QDateTime &now);

/// Under which name the patience that a server asks for is kept: "host:port", or the site where one site is many hosts.
[[nodiscard]] QString hostKey(const QUrl &url);
/// False for servers that fetch each of their feeds from elsewhere: that some of them fail, or are asked for too often,
/// says nothing of the rest.
[[nodiscard]] bool speaksForItsHost(const QUrl &url);

/// Some servers answer "not modified" to any validator: every few days a request goes without.
[[nodiscard]] bool validatorsAreOld(const library::SyncState &state, const QDateTime &now);

/// What the timer asks now.
[[nodiscard]] bool isDue(const library::SyncState &state, const QDateTime &now);

} // namespace yaodian::sync
