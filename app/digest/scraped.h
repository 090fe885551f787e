#pragma once

#include "digest/blocks.h"
#include "digest/values.h"

namespace yaodian::digest {

/// A daily digest that was scraped onto one line is cut into its lines again: at heads, labels, legends, links, and
/// where Chinese turns into English. Blocks that hold no two tagged heads stay as they are.
[[nodiscard]] QList<Block> withoutScrapedLines(const QList<Block> &blocks, const QList<LegendItem> &legend);

/// The legend inside a longer line ("… LG – 机器学习 CV – 计算机视觉 12次阅读 …"); empty where there are no two pairs.
[[nodiscard]] QList<LegendItem> legendInside(QStringView text);

} // namespace yaodian::digest
