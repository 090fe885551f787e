#pragma once

#include "pdf/protocol/messages.h"
#include "pdf/values.h"

namespace yaodian::pdf {

/// The words of a page put into reading order: columns one after the other, what spans them (titles, wide figures)
/// between. The words come with boxes in points of the page as shown; the boxes of the text are those of values.h.
[[nodiscard]] PageText inReadingOrder(const protocol::WordsReply &page);

} // namespace yaodian::pdf
