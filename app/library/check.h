#pragma once

#include "library/store.h"

#include <QStringList>

namespace yaodian::library {

/// Translated sentences about what is damaged; empty: sound. Reads everything once.
[[nodiscard]] QStringList checkLibrary(Connection &connection, const Folder &folder);
/// Compares the search indexes with what they index; needs the writer, though it changes nothing.
[[nodiscard]] QStringList checkIndexes(Connection &writer);

} // namespace yaodian::library
