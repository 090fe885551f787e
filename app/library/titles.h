#pragma once

#include "library/connection.h"
#include "library/values.h"

namespace yaodian::library {

/// Papers whose English or Chinese title holds the words, those that begin with them first, then the newest; `most` of
/// them.
[[nodiscard]] QList<TitledPaper> readPapersTitled(Connection &connection, const QString &words, int most);

} // namespace yaodian::library
