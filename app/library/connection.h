#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>

struct sqlite3;
struct sqlite3_stmt;

namespace yaodian::library {

/// The only place that opens databases. Every connection has the tokenizer before its first statement and every
/// pragma verified. Used by one thread at a time.
class Connection
{
public:
    enum class Access {
        Write,     ///< creates the file; the only kind that checkpoints
        Read,      ///< read-only, never checkpoints
        Immutable, ///< read-only on a file that nobody can be writing (a read-only folder)
        Unshared,  ///< reads files with a log that no other process may use meanwhile, and needs no room for that
        Memory,    ///< an empty database of its own
        Draft,     ///< creates a plain file without a write-ahead log, for a copy in the making
    };
    /// `full`: synchronous=FULL, for what nobody can give back; else NORMAL.
    Connection(const QString &path, Access access, bool full);
    ~Connection();
    Q_DISABLE_COPY_MOVE(Connection)

    /// Attaches a second file under `name`, with the same access (or an empty one: Access::Memory).
    void attach(const QString &path, const QByteArray &name, Access access, bool full);

    [[nodiscard]] sqlite3 *handle() const { return m_db; }
    [[nodiscard]] int userVersion(const QByteArray &schema);
    [[nodiscard]] qint64 changedRows() const; ///< by the last INSERT, UPDATE or DELETE
    [[nodiscard]] qint64 lastRow() const;
    /// Runs one statement without parameters that is not worth keeping prepared.
    void execute(const QByteArray &sql);

    // For Statement.
    sqlite3_stmt *take(const QByteArray &sql);
    void giveBack(sqlite3_stmt *statement);

private:
    struct Prepared
    {
        sqlite3_stmt *statement = nullptr;
        bool taken = false;
    };
    sqlite3_stmt *prepare(const QByteArray &sql, bool keep);
    void setLimits();
    void setPragmas(const QByteArray &schema, Access access, bool full);
    void setPragma(const QByteArray &pragma, const QByteArray &value, const QByteArray &expected);
    void close();

    sqlite3 *m_db = nullptr;
    Access m_access;
    QHash<QByteArray, Prepared> m_prepared;
    QHash<sqlite3_stmt *, QByteArray> m_texts;
};

} // namespace yaodian::library
