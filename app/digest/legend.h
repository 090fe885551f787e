#pragma once

#include "digest/digest.h"

namespace yaodian::digest {

/// "CL", "cs.CL", and three or four capitals where a legend names them.
[[nodiscard]] bool isCategory(QStringView code, const QList<LegendItem> &legend);

} // namespace yaodian::digest
