#include "library/damagednotes.h"

#include <QFile>
#include <QFileInfo>
#include <QList>

#include <sqlite3.h>

namespace yaodian::library {

namespace {

/// What SQLite put there to read it.
void tidyBeside(const QString &file)
{
    QFile::remove(file + QLatin1String("-shm"));
    if (QFileInfo(file + QLatin1String("-wal")).size() == 0)
        QFile::remove(file + QLatin1String("-wal"));
}

} // namespace

DamagedNotes::DamagedNotes(const QString &file) : m_file(file)
{
    try {
        m_connection = std::make_unique<Connection>(file, Connection::Access::Read, true);
        // The damage of other tables is no reason not to read one.
        m_connection->execute("PRAGMA writable_schema=1");
    } catch (const StoreFailure &) {
        m_connection.reset();
        tidyBeside(file);
        throw;
    }
}

DamagedNotes::~DamagedNotes()
{
    m_connection.reset();
    tidyBeside(m_file);
}

bool isOfDisk(const StoreFailure &failure)
{
    const QList<int> codes{SQLITE_FULL,     SQLITE_IOERR, SQLITE_NOMEM,     SQLITE_BUSY,
                           SQLITE_READONLY, SQLITE_PERM,  SQLITE_INTERRUPT, SQLITE_CANTOPEN};
    return codes.contains(failure.code);
}

} // namespace yaodian::library
