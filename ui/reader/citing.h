#pragma once

#include "library/values.h"

namespace yaodian::ui {

/// A highlight to be put elsewhere: its words, or what stands for them, the paper and page they are
/// from, and the link that leads back to it.
[[nodiscard]] QString citedQuote(const library::Highlight &highlight, const QString &words, const QString &title);

} // namespace yaodian::ui
