#pragma once

#include "base/settings.h"
#include "ui/reader/pagelook.h"

namespace yaodian::ui {

/// The look that the reader chose for pages, kept over restarts; without a choice that of the theme.
[[nodiscard]] Look chosenLook(const Settings &settings, bool darkTheme);
/// To `wanted`, or away from it where it is that already: from dark pages to light ones, from sepia to the theme's.
/// What is the theme's own is no choice: pages follow the theme again.
void toggleLook(Settings &settings, Look wanted, bool darkTheme);

} // namespace yaodian::ui
