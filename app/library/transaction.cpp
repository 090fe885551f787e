#include "library/transaction.h"

#include "base/log.h"
#include "library/failure.h"
#include "library/statement.h"

#include <sqlite3.h>

namespace yaodian::library {

Transaction::Transaction(Connection &connection, Kind kind) : m_connection(connection)
{
    Statement(connection, kind == Kind::Write ? "BEGIN IMMEDIATE" : "BEGIN").run();
}

Transaction::~Transaction()
{
    // SQLite rolls back by itself on some errors (disk full), and a second ROLLBACK would be one.
    if (!m_open || sqlite3_get_autocommit(m_connection.handle()))
        return;
    try {
        Statement(m_connection, "ROLLBACK").run();
    } catch (const StoreFailure &failure) {
        qCWarning(logLibrary, "rollback failed: %s", qUtf8Printable(failure.error.message));
    }
}

void Transaction::commit()
{
    Statement(m_connection, "COMMIT").run();
    m_open = false;
}

} // namespace yaodian::library
