#pragma once

#include "library/values.h"

// Which paper a PDF is of, by what its first page says.
namespace yaodian::papers {

/// "2302.03084v1.pdf", "arxiv-2302.03084.pdf", "2302.03084 - Title.pdf": the paper that the name begins with.
[[nodiscard]] std::optional<digest::Identifier> arxivInFileName(const QString &path);

/// The number in the stamp that arXiv prints into the margin ("arXiv:2302.03084v1 [cs.CV] 6 Feb 2023"). Any other
/// number on a page may be of a paper that it cites.
[[nodiscard]] std::optional<digest::Identifier> arxivStampOn(const QString &firstPage);

/// Whether the page is the first of a paper called `title`: its letters and digits stand together near the top. Titles
/// of fewer than 12 letters say too little.
[[nodiscard]] bool isTitled(const QString &firstPage, const QString &title);

} // namespace yaodian::papers
