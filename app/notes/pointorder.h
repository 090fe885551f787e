#pragma once

#include "library/values.h"

#include <optional>

namespace yaodian::notes {

/// The rank with which the point at index `at` stands between its neighbours, the others' ranks as they are. nullopt:
/// there is none, and all have to be placed: it stands between digests' points, or the neighbours' ranks lie too close
/// to each other.
[[nodiscard]] std::optional<double> rankAt(const QList<library::Point> &points, qsizetype at);
/// Places all points in the order in which they are given, with room between them.
void placeAll(QList<library::Point> &points);

} // namespace yaodian::notes
