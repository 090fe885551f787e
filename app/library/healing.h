#pragma once

#include "library/connection.h"

#include <QStringList>

namespace yaodian::library {

/// Whether some rows of each index of the search are found by their own words. For a reading connection: it takes
/// milliseconds and nobody waits, and tells what was cut short by whatever is outside SQLite.
[[nodiscard]] bool probeIndexes(Connection &connection);
/// Makes the indexes again that do not match their texts (or all: `anyway`); a sentence for each. In a transaction of
/// the writer.
[[nodiscard]] QStringList healSearch(Connection &writer, bool anyway);

} // namespace yaodian::library
