#pragma once

#include "library/connection.h"
#include "library/values.h"

namespace yaodian::library {

/// Highlights of all papers: paper by paper, the one that was marked last first; in each in reading order.
[[nodiscard]] QList<HighlightRef> readHighlightRefs(Connection &connection, const HighlightQuery &query, qint64 nowMs);
[[nodiscard]] QList<HighlightRow> readHighlightRows(Connection &connection, const QList<HighlightId> &ids);

} // namespace yaodian::library
