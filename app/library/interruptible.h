#pragma once

#include "base/cancel.h"
#include "library/connection.h"

namespace yaodian::library {

/// While it lives, what the connection does ends with SQLITE_INTERRUPT as soon as the token asks for it.
class Interruptible
{
public:
    Interruptible(Connection &connection, CancelToken token);
    ~Interruptible();
    Q_DISABLE_COPY_MOVE(Interruptible)

private:
    Connection &m_connection;
    CancelToken m_token;
};

} // namespace yaodian::library
