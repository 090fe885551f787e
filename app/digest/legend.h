#pragma once

#include "digest/values.h"

#include <QStringView>

namespace yaodian::digest {

/// "LG – 机器学习 CV – 计算机视觉": the codes and names a line consists of, each code once. Empty for any other line.
/// Such lines are a post's title, and the text of the pictures between its entries.
[[nodiscard]] QList<LegendItem> legendOf(QStringView line);

/// "CL", "cs.CL", and three or four capitals where a legend names them.
[[nodiscard]] bool isCategory(QStringView code, const QList<LegendItem> &legend);

} // namespace yaodian::digest
