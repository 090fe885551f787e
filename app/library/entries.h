#pragma once

#include "library/connection.h"
#include "library/values.h"

namespace yaodian::library {

// `nowMs`: from when "since:" in a query counts back.
[[nodiscard]] QList<EntryId> readEntryIds(Connection &connection, const ListQuery &query, qint64 nowMs, int most = -1);
[[nodiscard]] QList<ListRow> readRows(Connection &connection, const QList<EntryId> &ids);
[[nodiscard]] QList<CategoryCount> readCategories(Connection &connection, const ListQuery &query, qint64 nowMs);
[[nodiscard]] int countEntries(Connection &connection, const ListQuery &query, bool onlyUnread, qint64 nowMs,
                               int most = -1);
[[nodiscard]] QHash<SourceId, int> countUnreadBySource(Connection &connection);
[[nodiscard]] std::optional<EntryDetail> readEntry(Connection &connection, EntryId id);
[[nodiscard]] std::optional<digest::Entry> readContent(Connection &connection, EntryId id);
[[nodiscard]] QList<ListRow> readMentions(Connection &connection, PaperId paper);

} // namespace yaodian::library
