#pragma once

#include "library/connection.h"
#include "library/library.h"

#include <QHash>
#include <QSet>

// What syncing remembers between two runs: states, held servers, the log. All of it lies in the cache.
namespace yaodian::library {

[[nodiscard]] SyncState readSyncState(Connection &connection, SourceId id);
[[nodiscard]] QHash<SourceId, SyncState> readSyncStates(Connection &connection);
void writeSyncState(Connection &connection, SourceId id, const SyncState &state);

/// The next request of the source is unconditional, and its answer is read whatever it is.
void forgetValidators(Connection &connection, SourceId id);

[[nodiscard]] QList<HostHold> readHostHolds(Connection &connection);
/// A hold replaces an older one of the same server; one that has passed goes.
void writeHostHold(Connection &connection, const HostHold &hold, qint64 nowMs);

void writeSyncEvent(Connection &connection, SourceId source, const SyncEvent &event);
/// Newest first; from `sinceMs` to before `untilMs`.
[[nodiscard]] QList<SyncEvent> readSyncEvents(Connection &connection, std::optional<SourceId> source, qint64 sinceMs,
                                              qint64 untilMs, int most);
/// The newest of each source.
[[nodiscard]] QHash<SourceId, SyncEvent> readLastEvents(Connection &connection);
[[nodiscard]] QList<IssueDate> readIssueDates(Connection &connection, std::optional<SourceId> source, qint64 sinceMs);
/// The log keeps what a calendar of some months shows.
void trimSyncLog(Connection &connection, qint64 nowMs);

/// The links of the posts that came from a source: their own, and where they were asked.
[[nodiscard]] QSet<QString> readPostLinks(Connection &connection, SourceId source);

} // namespace yaodian::library
