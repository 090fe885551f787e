#pragma once

#include <QDateTime>
#include <QStringView>

namespace yaodian::digest {

/// A moment as feeds write it: RFC 822 and ISO 8601 with their usual errors, what Unix' date and asctime print,
/// "2023年2月8日 08:30", seconds since 1970. Without a zone it is UTC, but for clocks in Chinese and Korean words,
/// which are those of Beijing and Seoul. Invalid where it is no date.
[[nodiscard]] QDateTime feedDate(QStringView text);

} // namespace yaodian::digest
