#include "library/interruptible.h"

#include <sqlite3.h>

namespace yaodian::library {

namespace {

/// Steps of SQLite's machine between two looks: some microseconds.
constexpr int stepsBetween = 1000;

} // namespace

Interruptible::Interruptible(Connection &connection, CancelToken token)
    : m_connection(connection), m_token(std::move(token))
{
    const auto asked = [](void *self) { return static_cast<Interruptible *>(self)->m_token.stop_requested() ? 1 : 0; };
    if (m_token.stop_possible())
        sqlite3_progress_handler(m_connection.handle(), stepsBetween, asked, this);
}

Interruptible::~Interruptible()
{
    sqlite3_progress_handler(m_connection.handle(), 0, nullptr, nullptr);
}

} // namespace yaodian::library
