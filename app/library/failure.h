#pragma once

#include "base/result.h"

#include <QString>

struct sqlite3;

namespace yaodian::library {

class Connection;

/// Carries a failure of the store up to the facade, which turns it into a Result. It never leaves this room.
struct StoreFailure
{
    Error error;
    int code = 0; ///< SQLite's primary result code; 0: not SQLite's
};

/// The disk is full: the sentence and the code that give the reserve back (Store::write).
[[noreturn]] void failFull();
[[noreturn]] void fail(const QString &sentence, int code = 0);
/// What PRAGMA integrity_check or quick_check says of the pages of a file; empty: sound. Throws (SQLITE_IOERR) where
/// the disk did not give a page back: that is no damage.
[[nodiscard]] QString pageDamage(Connection &connection, const char *check);
/// Throws one clear sentence for the last error of `db`; `code` is what the call gave back.
[[noreturn]] void failSqlite(sqlite3 *db, int code);

} // namespace yaodian::library
