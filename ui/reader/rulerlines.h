#pragma once

#include "pdf/values.h"

#include <QPointF>

namespace yaodian::ui {

/// The lines of a page in reading order, as the ruler goes over them: each as wide as its column or paragraph. The
/// heads and feet of pages and numbers in the margin are no lines to be read.
[[nodiscard]] QList<Box> rulerLines(const pdf::PageText &text);
/// The line at or nearest to a position; -1: there is none.
[[nodiscard]] int lineNear(const QList<Box> &lines, QPointF position);

} // namespace yaodian::ui
