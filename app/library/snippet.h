#pragma once

#include "library/query.h"

namespace yaodian::library {

/// The words around what a query finds in the first of `texts` that holds most of its terms, as plain text with the
/// hits between U+0002 and U+0003. Finds what the index finds: its tokenizer says what a word is. Empty: nothing was
/// found.
[[nodiscard]] QString snippetOf(const QStringList &texts, const QList<SearchQuery::Term> &terms);

} // namespace yaodian::library
