#pragma once

#include "library/values.h"
#include "ui/base/theme.h"

class QPainter;

namespace yaodian::ui {

/// A line of print on paper, light or dark, marked in the kind as the reader marks it.
void paintKindSample(QPainter &painter, const QRectF &where, const library::Kind &kind, const QString &words,
                     const Theme &theme, bool dark);

/// Paper and print as the reader shows them.
[[nodiscard]] QColor paperColour(bool dark);
[[nodiscard]] QColor printColour(bool dark);

} // namespace yaodian::ui
