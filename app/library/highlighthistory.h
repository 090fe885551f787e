#pragma once

#include "library/connection.h"
#include "library/values.h"

namespace yaodian::library {

/// The states that a highlight had, newest first, read back from the journal; the first is the present one.
[[nodiscard]] QList<HighlightVersion> readHighlightVersions(Connection &connection, HighlightId id, int most);
[[nodiscard]] QList<HighlightVersion> readRemovedVersions(Connection &connection, PaperId paper, int most);
/// The points that a removed highlight was evidence for when it was removed.
[[nodiscard]] QList<PointId> tiesOfRemoved(Connection &connection, HighlightId id);

} // namespace yaodian::library
