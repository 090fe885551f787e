#pragma once

#include "library/connection.h"
#include "library/values.h"

namespace yaodian::library {

/// Hits of all indexes; their lists are merged by rank, because scores of different indexes do not compare.
[[nodiscard]] QList<Hit> searchAll(Connection &connection, const QString &text, int most, SearchOrder order,
                                   qint64 nowMs);

} // namespace yaodian::library
