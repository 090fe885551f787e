#pragma once

#include <QImage>

namespace yaodian::ui {

/// A page for the dark theme: lightness turned around (white becomes a soft black), hues kept, as the design's
/// invert(.88) hue-rotate(180deg) does. Runs off the main thread.
[[nodiscard]] QImage darkened(QImage page);

/// What darkened() makes of white paper.
[[nodiscard]] QColor darkPaper();

} // namespace yaodian::ui
