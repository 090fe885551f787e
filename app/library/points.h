#pragma once

#include "library/connection.h"
#include "library/values.h"

namespace yaodian::library {

/// The points of a paper in the reader's order; without one the digests' points entry by entry, as the digests or the
/// reader have them, then the reader's own.
[[nodiscard]] QList<Point> readPoints(Connection &connection, PaperId paper);
[[nodiscard]] std::optional<Point> readPoint(Connection &connection, PointId id);

/// Where a digest's point stands.
struct DigestPoint
{
    EntryId entry;
    PaperId paper;
    int ordinal = 0;
    QString text;
};
/// Looked for among the entries of `paper`, or of all where it is null.
[[nodiscard]] std::optional<DigestPoint> findDigestPoint(Connection &connection, PointId id, PaperId paper);

} // namespace yaodian::library
