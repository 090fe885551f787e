#pragma once

#include <QString>

namespace yaodian::ui {

/// The letters that the readings of a Chinese character begin with, the usual one first: "重" is "zc". Empty for what
/// is no Chinese character, or a rare one.
[[nodiscard]] QString pinyinInitials(QChar character);

} // namespace yaodian::ui
