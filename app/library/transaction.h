#pragma once

#include "library/connection.h"

namespace yaodian::library {

/// Rolls back in its destructor unless it was committed. `Write` takes the write lock at once.
class Transaction
{
public:
    enum class Kind { Read, Write };
    Transaction(Connection &connection, Kind kind);
    ~Transaction();
    Q_DISABLE_COPY_MOVE(Transaction)

    /// On disk (as far as the file's `synchronous` says) when it returns.
    void commit();

private:
    Connection &m_connection;
    bool m_open = true;
};

} // namespace yaodian::library
