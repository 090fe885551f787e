#pragma once

#include "library/store.h"
#include "library/values.h"

// What arXiv says of papers. It fills what no digest said and never takes the place of what one did.
namespace yaodian::library {

/// arXiv numbers of up to `most` papers that lack a title or authors, or whose PDF is stored (it may have a newer
/// version), and that were not asked for since `before`; those never asked for first, newest papers first.
[[nodiscard]] QStringList arxivToAsk(Connection &connection, int most, const QDateTime &before);
/// The papers that were filled.
[[nodiscard]] QList<PaperId> writeFacts(Store &store, Connection &writer, const QList<ArxivFacts> &facts);
[[nodiscard]] PaperFacts readFacts(Connection &connection, PaperId paper);

} // namespace yaodian::library
