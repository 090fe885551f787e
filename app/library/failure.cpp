#include "library/failure.h"

#include "base/log.h"
#include "library/say.h"

#include <sqlite3.h>

namespace yaodian::library {

namespace {

QString sentenceFor(int code, const QString &detail)
{
    switch (code) {
    case SQLITE_FULL:
        return Say::tr(
            "The disk is full. Nothing was lost: what was saved before is safe. Free some space and try again.");
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return Say::tr("The library's file is damaged (%1). Nothing was changed; restore a backup.").arg(detail);
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return Say::tr("The library cannot be written: its folder or file is read-only.");
    case SQLITE_CANTOPEN:
        return Say::tr("The library's file cannot be opened.");
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return Say::tr("Another program is using the library. Try again in a moment.");
    default:
        return Say::tr("The library could not be read or written: %1.").arg(detail);
    }
}

} // namespace

void fail(const QString &sentence, int code)
{
    throw StoreFailure{Error::world(sentence), code};
}

void failFull()
{
    fail(sentenceFor(SQLITE_FULL, {}), SQLITE_FULL);
}

void failSqlite(sqlite3 *db, int code)
{
    const QString detail = QString::fromUtf8(db ? sqlite3_errmsg(db) : sqlite3_errstr(code));
    if (code != SQLITE_INTERRUPT) // that was asked for
        qCWarning(logLibrary, "sqlite: %d %s", code, qUtf8Printable(detail));
    fail(sentenceFor(code & 0xff, detail), code & 0xff);
}

} // namespace yaodian::library
