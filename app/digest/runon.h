#pragma once

#include "digest/recognise.h"

namespace yaodian::digest {

/// A digest's entry whose line breaks were lost ("[CL] TitleA Author, B Author[Place]题目要点:…动机：…") becomes its
/// lines again, the first with its head. False where the block is none.
[[nodiscard]] bool appendRunOn(QList<Line> &lines, const Block &block, const QList<LegendItem> &legend);

} // namespace yaodian::digest
