#pragma once

#include "pdf/pagetext.h"

namespace yaodian::ui {

/// What a reader reads on with from one page to the next: not the heads and feet of pages, nor their margins and
/// footnotes.
[[nodiscard]] bool isReadOn(pdf::BlockKind kind);

/// From the first to the last character that is read on with; the whole page where nothing is known of its blocks.
[[nodiscard]] pdf::TextRange bodyOf(const pdf::PageText &text);
/// The page's last sentence goes on on the next page.
[[nodiscard]] bool endsOpen(const pdf::PageText &text);

[[nodiscard]] bool leadsBack(pdf::Motion motion);
/// Where a motion leads from a caret on its page: at most to the end of what is read on with. nullopt: to the next
/// page, or the one before.
[[nodiscard]] std::optional<int> movedOnPage(const pdf::PageText &text, int caret, pdf::Motion motion);
/// Where it leads on the page it comes to. `x`: where it was across the page, for lines.
[[nodiscard]] int movedOnto(const pdf::PageText &text, pdf::Motion motion, double x);

} // namespace yaodian::ui
