#pragma once

struct sqlite3;

namespace yaodian::library {

/// Registers the FTS5 function `relevance(table, weight of each column …)` on a connection: larger is better.
void registerRanking(sqlite3 *db);

} // namespace yaodian::library
