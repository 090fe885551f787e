#include "library/statement.h"

#include "library/connection.h"
#include "library/failure.h"

#include <sqlite3.h>

namespace yaodian::library {

Statement::Statement(Connection &connection, const char *sql)
    : Statement(connection, QByteArray::fromRawData(sql, qsizetype(qstrlen(sql))))
{
}

Statement::Statement(Connection &connection, const QByteArray &sql)
    : m_connection(connection), m_statement(connection.take(sql))
{
}

Statement::~Statement()
{
    m_connection.giveBack(m_statement);
}

void Statement::check(int code) const
{
    if (code != SQLITE_OK)
        failSqlite(m_connection.handle(), code);
}

bool Statement::step()
{
    const int code = sqlite3_step(m_statement);
    if (code == SQLITE_ROW)
        return true;
    if (code == SQLITE_DONE)
        return false;
    failSqlite(m_connection.handle(), code);
}

void Statement::run()
{
    while (step()) {
    }
    reset();
}

void Statement::reset()
{
    sqlite3_reset(m_statement); // its code repeats that of step(), which was thrown already
    m_next = 1;
}

qint64 Statement::integer(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

double Statement::real(int column) const
{
    return sqlite3_column_double(m_statement, column);
}

QString Statement::text(int column) const
{
    const auto *bytes = reinterpret_cast<const char *>(sqlite3_column_text(m_statement, column));
    return QString::fromUtf8(bytes, sqlite3_column_bytes(m_statement, column));
}

QByteArray Statement::blob(int column) const
{
    const auto *bytes = static_cast<const char *>(sqlite3_column_blob(m_statement, column));
    return {bytes, sqlite3_column_bytes(m_statement, column)};
}

bool Statement::isNull(int column) const
{
    return type(column) == SQLITE_NULL;
}

int Statement::type(int column) const
{
    return sqlite3_column_type(m_statement, column);
}

int Statement::columns() const
{
    return sqlite3_column_count(m_statement);
}

QString Statement::columnName(int column) const
{
    return QString::fromUtf8(sqlite3_column_name(m_statement, column));
}

QDateTime Statement::time(int column) const
{
    return isNull(column) ? QDateTime() : QDateTime::fromMSecsSinceEpoch(integer(column), Qt::UTC);
}

void Statement::put(qint64 value)
{
    check(sqlite3_bind_int64(m_statement, m_next++, value));
}

void Statement::put(double value)
{
    check(sqlite3_bind_double(m_statement, m_next++, value));
}

void Statement::put(const QString &value)
{
    const QByteArray bytes = value.toUtf8();
    check(sqlite3_bind_text(m_statement, m_next++, bytes.constData() ? bytes.constData() : "", int(bytes.size()),
                            SQLITE_TRANSIENT));
}

void Statement::put(const QByteArray &value)
{
    check(sqlite3_bind_blob(m_statement, m_next++, value.constData() ? value.constData() : "", int(value.size()),
                            SQLITE_TRANSIENT));
}

void Statement::put(const QDateTime &value)
{
    if (value.isValid())
        put(value.toMSecsSinceEpoch());
    else
        put(nullptr);
}

void Statement::put(std::nullptr_t)
{
    check(sqlite3_bind_null(m_statement, m_next++));
}

} // namespace yaodian::library
