#pragma once

#include "pdf/layout.h"

namespace yaodian::pdf {

/// A page cut into runs that are read one after the other: columns from left to right, and between them what spans
/// them. The order within a run is that of its lines.
[[nodiscard]] QList<QList<Fragment>> columnsOf(const QList<Fragment> &fragments);

} // namespace yaodian::pdf
