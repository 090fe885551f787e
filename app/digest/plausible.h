#pragma once

#include <QByteArrayView>
#include <QStringView>

namespace yaodian::digest {

/// How much of what is beyond ASCII is what people write, 0…1: common ideographs, kana, hangul, letters, punctuation
/// against rare ideographs, private use, controls and replacement characters. The right reading of Chinese bytes is
/// above 0.9, a wrong one around 0.5. 1 where there is nothing beyond ASCII.
[[nodiscard]] double plausibility(QStringView text);

/// Most bytes beyond ASCII stand in runs of four and more: words of a script that is not Latin.
[[nodiscard]] bool hasLongRuns(QByteArrayView bytes);

} // namespace yaodian::digest
