#pragma once

#include <QByteArray>
#include <QDateTime>

namespace yaodian::net {

/// Seconds that a Retry-After header asks to wait, in either form (a number, an HTTP date counted from `now`); -1 where
/// there is none or it says nothing readable. A date that has passed is 0.
[[nodiscard]] int retryAfterSeconds(const QByteArray &header, const QDateTime &now);

} // namespace yaodian::net
