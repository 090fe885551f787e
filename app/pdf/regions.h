#pragma once

#include "pdf/values.h"

namespace yaodian::pdf {

/// The figure (table) of a caption with it: what lies between the caption and the text next to it in its columns.
/// `caption`: index in PageText::blocks.
[[nodiscard]] Box regionOf(const PageText &page, int caption, bool isTable);

} // namespace yaodian::pdf
