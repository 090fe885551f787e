#pragma once

#include <QJsonObject>

#include <optional>

namespace yaodian::library {

// A change of a note, as the journal keeps it. A note is saved every moment while it is typed: its text before and
// after would be written whole each time, so only the part that differs is, and what stood around it is told by its
// length.

/// A change {t, k, b, a} of any row; where it is a long note's, without what its two texts share.
[[nodiscard]] QJsonObject packed(const QJsonObject &change);
[[nodiscard]] bool isPacked(const QJsonObject &change);

/// Which of a change's two rows is known.
enum class Side { Before, After };
/// The change whole again, by one of its rows as it stands in the table. nullopt: `row` is not that one.
[[nodiscard]] std::optional<QJsonObject> unpacked(const QJsonObject &change, const QJsonObject &row, Side known);

} // namespace yaodian::library
