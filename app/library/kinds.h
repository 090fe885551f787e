#pragma once

#include "library/connection.h"
#include "library/values.h"

#include <QHash>

namespace yaodian::library {

[[nodiscard]] QList<Kind> readKinds(Connection &connection);    ///< in the reader's order
[[nodiscard]] QStringList readKindKeys(Connection &connection); ///< also of those that were removed
[[nodiscard]] QHash<QString, int> readKindUses(Connection &connection);
[[nodiscard]] int lastKindPlace(Connection &connection);
/// The keys of the kinds that a person calls so: by key, letter or either name, as the normaliser folds them. What no
/// kind is called stands for itself: highlights keep the key of a kind that was removed.
[[nodiscard]] QStringList kindsCalled(Connection &connection, const QString &name);

} // namespace yaodian::library
