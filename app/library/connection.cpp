#include "library/connection.h"

#include "library/failure.h"
#include "library/ranking.h"
#include "library/statement.h"
#include "library/tokenizer.h"

#include <QCoreApplication>
#include <QFile>
#include <QUrl>

#include <sqlite3.h>

namespace yaodian::library {

namespace {

constexpr int busyTimeoutMs = 5000;

int openFlags(Connection::Access access)
{
    const int common = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_URI | SQLITE_OPEN_EXRESCODE;
    switch (access) {
    case Connection::Access::Write:
    case Connection::Access::Memory:
    case Connection::Access::Draft:
        return common | SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    case Connection::Access::Unshared: // SQLite shares them all the same where it may not write; query_only says no
        return common | SQLITE_OPEN_READWRITE;
    case Connection::Access::Read:
    case Connection::Access::Immutable:
        break;
    }
    return common | SQLITE_OPEN_READONLY;
}

QByteArray uriFor(const QString &path, Connection::Access access)
{
    if (access == Connection::Access::Memory)
        return QByteArrayLiteral(":memory:");
    const QByteArray uri = "file:" + QUrl::toPercentEncoding(path, "/");
    switch (access) {
    case Connection::Access::Immutable:
        return uri + "?immutable=1";
    case Connection::Access::Unshared:
        return uri + "?vfs=unix-excl"; // what readers of a log have in common is in memory
    default:
        return uri;
    }
}

bool isReadOnly(Connection::Access access)
{
    using Access = Connection::Access;
    return access == Access::Read || access == Access::Immutable || access == Access::Unshared;
}

} // namespace

Connection::Connection(const QString &path, Access access, bool full) : m_access(access)
{
    // The headers promise what the program was tested with; an older library at run time would not keep it.
    if (sqlite3_libversion_number() < SQLITE_VERSION_NUMBER || !sqlite3_threadsafe())
        fail(QCoreApplication::translate("library", "The installed SQLite (%1) is older than the one this program "
                                                    "was built with (%2).")
                 .arg(QLatin1String(sqlite3_libversion()), QLatin1String(SQLITE_VERSION)));
    const int code = sqlite3_open_v2(uriFor(path, access).constData(), &m_db, openFlags(access), nullptr);
    try {
        if (code != SQLITE_OK)
            failSqlite(m_db, code);
        sqlite3_extended_result_codes(m_db, 1);
        setLimits();
        registerTokenizer(m_db);
        registerRanking(m_db);
        setPragmas(QByteArrayLiteral("main"), access, full);
    } catch (...) {
        close();
        throw;
    }
}

Connection::~Connection()
{
    close();
}

void Connection::close()
{
    for (const Prepared &prepared : std::as_const(m_prepared))
        sqlite3_finalize(prepared.statement);
    m_prepared.clear();
    sqlite3_close(m_db);
    m_db = nullptr;
}

void Connection::setLimits()
{
    sqlite3_busy_timeout(m_db, busyTimeoutMs);
    // What our own statements and tables stay far below; a file of somebody else's may not.
    for (const auto &[limit, most] : {std::pair{SQLITE_LIMIT_SQL_LENGTH, 200'000},
                                      {SQLITE_LIMIT_COLUMN, 200},
                                      {SQLITE_LIMIT_ATTACHED, 4},
                                      {SQLITE_LIMIT_TRIGGER_DEPTH, 10}})
        sqlite3_limit(m_db, limit, most);
    const int readOnly = isReadOnly(m_access) ? 1 : 0;
    for (const auto &[option, value] : {std::pair{SQLITE_DBCONFIG_DEFENSIVE, 1},
                                        {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
                                        {SQLITE_DBCONFIG_ENABLE_FKEY, 1},
                                        {SQLITE_DBCONFIG_DQS_DML, 0},
                                        {SQLITE_DBCONFIG_DQS_DDL, 0},
                                        {SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, readOnly}}) {
        int now = -1;
        if (sqlite3_db_config(m_db, option, value, &now) != SQLITE_OK || now != value)
            fail(QCoreApplication::translate("library", "SQLite refused a safety setting (%1).").arg(option));
    }
}

void Connection::setPragmas(const QByteArray &schema, Access access, bool full)
{
    const QByteArray prefix = schema + '.';
    if (schema == "main") {
        setPragma("foreign_keys", "1", "1");
        setPragma("trusted_schema", "0", "0");
        setPragma("cell_size_check", "1", "1");
        setPragma("busy_timeout", QByteArray::number(busyTimeoutMs), QByteArray::number(busyTimeoutMs));
        setPragma("temp_store", "2", "2");
        setPragma("wal_autocheckpoint", isReadOnly(access) ? "0" : "2000", isReadOnly(access) ? "0" : "2000");
    }
    if (access == Access::Memory || access == Access::Draft)
        return;
    setPragma(prefix + "mmap_size", "0", "0");
    if (access == Access::Write) {
        // Where a file cannot be opened for writing, SQLite opens it for reading and says nothing.
        if (sqlite3_db_readonly(m_db, schema.constData()) == 1)
            failSqlite(nullptr, SQLITE_READONLY);
        setPragma(prefix + "journal_mode", "wal", "wal");
        setPragma(prefix + "synchronous", full ? "2" : "1", full ? "2" : "1");
    } else {
        setPragma("query_only", "1", "1");
    }
}

void Connection::setPragma(const QByteArray &pragma, const QByteArray &value, const QByteArray &expected)
{
    execute("PRAGMA " + pragma + '=' + value);
    Statement ask(*this, "PRAGMA " + pragma);
    const QByteArray now = ask.step() ? ask.text(0).toUtf8() : QByteArray();
    // A build without memory mapping answers mmap_size with nothing, which is as good as 0.
    if (now != expected && !(now.isEmpty() && pragma.endsWith("mmap_size")))
        fail(QCoreApplication::translate("library", "SQLite did not accept the setting %1 (it is %2).")
                 .arg(QString::fromLatin1(pragma), QString::fromLatin1(now)));
}

void Connection::attach(const QString &path, const QByteArray &name, Access access, bool full)
{
    Statement statement(*this, "ATTACH DATABASE ?1 AS " + name);
    statement.bind(QString::fromUtf8(uriFor(path, access)));
    try {
        statement.run();
    } catch (const StoreFailure &failure) {
        // SQLite calls a file damaged that the disk does not give back.
        QFile file(path);
        if (failure.code == SQLITE_CORRUPT && file.open(QIODevice::ReadOnly | QIODevice::Unbuffered) &&
            file.read(16).isEmpty() && file.error() != QFileDevice::NoError)
            fail(QCoreApplication::translate("library", "The library could not be read or written: %1.")
                     .arg(file.errorString()),
                 SQLITE_IOERR);
        throw;
    }
    setPragmas(name, access, full);
}

int Connection::userVersion(const QByteArray &schema)
{
    Statement statement(*this, "PRAGMA " + schema + ".user_version");
    return statement.step() ? int(statement.integer(0)) : 0;
}

qint64 Connection::changedRows() const
{
    return sqlite3_changes64(m_db);
}

qint64 Connection::lastRow() const
{
    return sqlite3_last_insert_rowid(m_db);
}

void Connection::execute(const QByteArray &sql)
{
    sqlite3_stmt *statement = prepare(sql, false);
    int code = SQLITE_ROW;
    while (code == SQLITE_ROW)
        code = sqlite3_step(statement);
    sqlite3_finalize(statement);
    if (code != SQLITE_DONE)
        failSqlite(m_db, code);
}

sqlite3_stmt *Connection::prepare(const QByteArray &sql, bool keep)
{
    sqlite3_stmt *statement = nullptr;
    const char *rest = nullptr;
    const int code = sqlite3_prepare_v3(m_db, sql.constData(), int(sql.size()),
                                        keep ? unsigned(SQLITE_PREPARE_PERSISTENT) : 0U, &statement, &rest);
    if (code != SQLITE_OK)
        failSqlite(m_db, code);
    const QByteArray tail = QByteArray(rest, sql.constData() + sql.size() - rest).trimmed();
    if (!statement || !tail.isEmpty()) {
        sqlite3_finalize(statement);
        fail(QStringLiteral("not exactly one statement: %1").arg(QString::fromUtf8(sql)), SQLITE_MISUSE);
    }
    return statement;
}

sqlite3_stmt *Connection::take(const QByteArray &sql)
{
    if (const auto it = m_prepared.find(sql); it != m_prepared.end() && !it->taken) {
        it->taken = true;
        return it->statement;
    }
    const bool keep = !m_prepared.contains(sql); // the same text within its own rows gets a passing copy
    sqlite3_stmt *statement = prepare(sql, keep);
    if (keep) {
        const QByteArray key(sql.constData(), sql.size());
        m_prepared.insert(key, {statement, true});
        m_texts.insert(statement, key);
    }
    return statement;
}

void Connection::giveBack(sqlite3_stmt *statement)
{
    const auto text = m_texts.constFind(statement);
    if (text == m_texts.constEnd()) {
        sqlite3_finalize(statement);
        return;
    }
    sqlite3_reset(statement);
    sqlite3_clear_bindings(statement);
    m_prepared[*text].taken = false;
}

} // namespace yaodian::library
