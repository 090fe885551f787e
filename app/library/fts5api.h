#pragma once

struct fts5_api;
struct sqlite3;

namespace yaodian::library {

/// Never null: without it a StoreFailure.
[[nodiscard]] fts5_api *fts5ApiOf(sqlite3 *db);

} // namespace yaodian::library
