#pragma once

#include "pdf/values.h"

namespace yaodian::pdf {

/// By how much a page (0..1 of it unrotated) is turned so that most of its text runs rightwards: what lies above or
/// below a line is told on such a page alone. `rotation`: its own.
[[nodiscard]] int uprightTurn(const PageText &page, int rotation);
/// The text with its boxes turned.
[[nodiscard]] PageText turned(PageText page, int degrees);

} // namespace yaodian::pdf
