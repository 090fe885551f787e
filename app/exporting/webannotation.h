#pragma once

#include "exporting/lookups.h"

#include <QJsonObject>

// The highlights of a paper in the W3C Web Annotation Data Model (https://www.w3.org/TR/annotation-model/).
namespace yaodian::exporting {

/// A collection with one page of annotations in reading order. Each is `urn:uuid:` and the highlight's id, targets the
/// PDF (its address on the web, else `urn:sha256:`) by quote and by page and region, and carries the comment and the
/// kind's name. What the model has no word for stands under `yaodian:` (kind, document, boxes of the single lines).
[[nodiscard]] QJsonObject annotationsOf(const Lookups &lookups, const library::Paper &paper);

} // namespace yaodian::exporting
