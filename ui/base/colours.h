#pragma once

#include "ui/base/theme.h"

namespace yaodian::ui {

/// The design's two looks. Every text colour reaches 4.5:1 on every ground it is shown on, the selection included.
[[nodiscard]] Colours lightColours();
[[nodiscard]] Colours darkColours();

/// The colour of a category's code: the design's for the common ones, else one made from the code's letters, the same
/// on every machine and readable on every ground of the look.
[[nodiscard]] QColor categoryColour(const QString &code, bool dark);

/// WCAG contrast of two opaque colours, 1 to 21.
[[nodiscard]] double contrast(const QColor &a, const QColor &b);

} // namespace yaodian::ui
