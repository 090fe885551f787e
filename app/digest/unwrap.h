#pragma once

#include <QString>

namespace yaodian::digest {

/// A plain text whose lines were broken at a fixed width (a mail, a terminal's copy, a converter) → the same text with
/// these breaks undone; any other text unchanged. Linear.
[[nodiscard]] QString unwrapped(const QString &text);

} // namespace yaodian::digest
