#pragma once

#include <QByteArray>
#include <QDateTime>

namespace yaodian::net {

/// An HTTP date ("Wed, 08 Feb 2023 10:01:30 GMT"); invalid where it is none.
[[nodiscard]] QDateTime httpDate(const QByteArray &header);

/// Seconds that a Retry-After header asks to wait, in either form (a number, an HTTP date counted from `now`); -1 where
/// there is none or it says nothing readable. A date that has passed is 0.
[[nodiscard]] int retryAfterSeconds(const QByteArray &header, const QDateTime &now);

} // namespace yaodian::net
