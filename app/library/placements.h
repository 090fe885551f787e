#pragma once

#include "library/connection.h"
#include "library/stamps.h"
#include "library/values.h"

#include <QJsonObject>

namespace yaodian::library {

/// Of the highlights that are there, by highlight.
[[nodiscard]] QList<Placement> readPlacements(Connection &connection, PaperId paper, const QString &document);
[[nodiscard]] std::optional<Placement> readPlacement(Connection &connection, HighlightId highlight,
                                                     const QString &document);
/// Writes what was found, without a step of undo; what the reader decided stays as it is.
void writePlacements(Connection &connection, Stamps &stamps, const QList<Placement> &placements);
/// Keys of the rows of a highlight that the reader did not decide.
[[nodiscard]] QList<QJsonObject> foundPlacements(Connection &connection, HighlightId highlight);
[[nodiscard]] QJsonObject placementKey(const Placement &placement);
[[nodiscard]] QJsonObject placementRow(const Placement &placement);

} // namespace yaodian::library
