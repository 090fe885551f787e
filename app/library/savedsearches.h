#pragma once

#include "library/connection.h"
#include "library/values.h"

#include <QJsonObject>

namespace yaodian::library {

[[nodiscard]] QList<SavedSearch> readSavedSearches(Connection &connection); ///< in the order in which they were kept
[[nodiscard]] int lastSearchPlace(Connection &connection);
/// The tags of papers, each with the number of papers that have it, sorted; those that differ in
/// their case are one, as most papers have it.
[[nodiscard]] QList<TagCount> readPaperTags(Connection &connection);

} // namespace yaodian::library
