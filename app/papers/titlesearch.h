#pragma once

#include "papers/papers.h"

// A paper without a link is looked for by its title, once and in one place: arXiv's interface.
namespace yaodian::papers {

/// The address that asks arXiv for papers whose title holds the words of `title`; invalid where it has none.
[[nodiscard]] QUrl titleSearchAddress(const QString &title);

/// What arXiv's answer names, best first: the exact ones, then in arXiv's own order. Exact is the same title (letters
/// and digits) by a first author of the same family name; without a known author nothing is exact. Fails in one
/// sentence where the answer is none of arXiv's.
[[nodiscard]] Result<QList<Candidate>> candidatesIn(const net::Response &answer, const library::Paper &paper);

} // namespace yaodian::papers
