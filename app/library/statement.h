#pragma once

#include "base/ids.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <optional>

struct sqlite3_stmt;

namespace yaodian::library {

class Connection;

/// One run of a prepared statement. Preparing is done once per connection and text; the destructor resets it and
/// gives it back. Exactly one statement per text: more is a bug and refused. Every failure is a StoreFailure.
class Statement
{
public:
    Statement(Connection &connection, const char *sql);
    Statement(Connection &connection, const QByteArray &sql);
    ~Statement();
    Q_DISABLE_COPY_MOVE(Statement)

    /// Binds in order, from the first parameter on.
    template <class... Values> Statement &bind(const Values &...values)
    {
        (put(values), ...);
        return *this;
    }
    /// True while there is a row to read.
    bool step();
    /// For statements without rows: runs to the end and is ready to be bound again.
    void run();
    /// Ready to be bound and run again.
    void reset();

    [[nodiscard]] qint64 integer(int column) const;
    [[nodiscard]] bool flag(int column) const { return integer(column) != 0; }
    [[nodiscard]] double real(int column) const;
    [[nodiscard]] QString text(int column) const;
    [[nodiscard]] QByteArray blob(int column) const;
    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] int type(int column) const; ///< SQLITE_INTEGER …
    [[nodiscard]] int columns() const;
    [[nodiscard]] QString columnName(int column) const;
    /// From milliseconds since 1970 UTC; NULL is an invalid time.
    [[nodiscard]] QDateTime time(int column) const;
    template <class T> [[nodiscard]] T id(int column) const { return T::fromBytes(blob(column)); }

    void put(qint64 value);
    void put(int value) { put(qint64(value)); }
    void put(bool value) { put(qint64(value ? 1 : 0)); }
    void put(double value);
    void put(const QString &value);    ///< a null string is an empty text, not NULL
    void put(const QByteArray &value); ///< a blob
    void put(const QDateTime &value);  ///< milliseconds; invalid: NULL
    void put(std::nullptr_t);
    void put(const char *) = delete;
    template <class Tag> void put(const Id<Tag> &value) { put(value.toBytes()); }
    template <class T> void put(const std::optional<T> &value)
    {
        if (value)
            put(*value);
        else
            put(nullptr);
    }

private:
    void check(int code) const;

    Connection &m_connection;
    sqlite3_stmt *m_statement = nullptr;
    int m_next = 1;
};

} // namespace yaodian::library
