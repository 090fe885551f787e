#pragma once

#include "library/values.h"

#include <QList>
#include <QRectF>

class QPainter;

namespace yaodian::ui {

/// Marks the lines in the kind's colour: multiplied onto a light page, so that print stays black; on a dark page the
/// ground is lightened and print stays light. The kind's pattern runs along the foot of each line, so that kinds are
/// told apart without colour. A comment shows as a small corner at the end.
void paintHighlight(QPainter &painter, const QList<QRectF> &lines, const library::Kind &kind, bool dark,
                    bool hasComment);

/// Outlines the highlight that the next key is about; stronger while it flashes.
void paintCurrentHighlight(QPainter &painter, const QList<QRectF> &lines, const QColor &accent, bool flashing);

} // namespace yaodian::ui
