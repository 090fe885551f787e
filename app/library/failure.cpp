#include "library/failure.h"

#include "base/log.h"
#include "library/connection.h"
#include "library/say.h"
#include "library/statement.h"

#include <cerrno>
#include <cstring>
#include <sqlite3.h>

namespace yaodian::library {

namespace {

/// What the system last said of a file; 0: nothing.
int errorOf(sqlite3_file *file)
{
    int error = 0;
    if (file && file->pMethods)
        file->pMethods->xFileControl(file, SQLITE_FCNTL_LAST_ERRNO, &error);
    return error;
}

/// The same of the files of a connection.
int errorOfFiles(sqlite3 *db)
{
    for (const char *schema : {"main", "cache"}) {
        for (const int which : {SQLITE_FCNTL_FILE_POINTER, SQLITE_FCNTL_JOURNAL_POINTER}) {
            sqlite3_file *file = nullptr;
            if (sqlite3_file_control(db, schema, which, static_cast<void *>(&file)) != SQLITE_OK)
                continue;
            if (const int error = errorOf(file); error != 0)
                return error;
        }
    }
    return 0;
}

/// What SQLite calls an I/O error has a reason that a person can do something about, and what it calls damage may be a
/// disk that does not read: that is no reason to restore anything. `detail` gets the system's words.
int toldApart(sqlite3 *db, int code, QString &detail)
{
    if (!db || (code != SQLITE_IOERR && code != SQLITE_CANTOPEN && code != SQLITE_CORRUPT))
        return code;
    const int files = errorOfFiles(db);
    const int error = code == SQLITE_CORRUPT || (files != 0 && code == SQLITE_IOERR) ? files : sqlite3_system_errno(db);
    if (code == SQLITE_CANTOPEN && (error == 0 || error == ENOENT)) {
        detail.clear(); // SQLite tries again for reading, and what it could not make is not there then
        return code;
    }
    if (error == 0)
        return code;
    detail = QString::fromLocal8Bit(std::strerror(error));
    if (error == ENOSPC || error == EDQUOT)
        return SQLITE_FULL;
    if (error == EROFS)
        return SQLITE_READONLY;
    return code == SQLITE_CORRUPT ? SQLITE_IOERR : code;
}

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
        return detail.isEmpty() ? Say::tr("The library's file cannot be opened.")
                                : Say::tr("The library's file cannot be opened: %1.").arg(detail);
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

QString pageDamage(Connection &connection, const char *check)
{
    Statement statement(connection, QByteArray("PRAGMA main.") + check + "(1)");
    const QString found = statement.step() ? statement.text(0) : QString();
    if (found.contains(QLatin1String("error code="))) // not what is there, but that it was not given back
        fail(sentenceFor(SQLITE_IOERR, QString::fromLocal8Bit(std::strerror(EIO))), SQLITE_IOERR);
    return found == QLatin1String("ok") ? QString() : found.simplified();
}

void failSqlite(sqlite3 *db, int code)
{
    QString detail = QString::fromUtf8(db ? sqlite3_errmsg(db) : sqlite3_errstr(code));
    const int kind = toldApart(db, code & 0xff, detail);
    if (code != SQLITE_INTERRUPT) // that was asked for
        qCWarning(logLibrary, "sqlite: %d %s", code, qUtf8Printable(detail));
    fail(sentenceFor(kind, detail), kind);
}

} // namespace yaodian::library
