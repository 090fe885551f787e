#pragma once

#include "library/values.h"

#include <QList>
#include <QRectF>

class QPainter;

namespace yaodian::ui {

/// Marks the lines in the kind's colour: multiplied onto a light page, so that print stays black; on a dark page the
/// ground is lightened and print stays light. The kind's pattern runs along the foot of each line, so that kinds are
/// told apart without colour; at a higher `level` it runs lower, where another one is. A comment shows as a small
/// corner at the end.
void paintHighlight(QPainter &painter, const QList<QRectF> &lines, const library::Kind &kind, bool dark,
                    bool hasComment, int level = 0);

/// Underlines the lines, in the kind's pattern: kinds are told apart as where they are tinted. A plain kind has one
/// line, that of a line a stronger one; a box is closed at its ends.
void paintUnderline(QPainter &painter, const QList<QRectF> &lines, const library::Kind &kind, bool dark,
                    bool hasComment, int level = 0);
/// Frames an area in the kind's pattern, with so light a ground that pictures keep their colours.
void paintArea(QPainter &painter, const QRectF &area, const library::Kind &kind, bool dark, bool hasComment);

/// The lines of a highlight that has a pattern, and how much lower than at their foot it runs.
struct PatternOnPage
{
    QList<QRectF> lines;
    int level = 0; ///< 0: at the foot
};
/// The highest level at which a pattern for `lines` meets none of those that are there.
[[nodiscard]] int freeLevel(const QList<PatternOnPage> &patterns, const QList<QRectF> &lines);

/// Outlines the highlight that the next key is about; stronger while it flashes.
void paintCurrentHighlight(QPainter &painter, const QList<QRectF> &lines, const QColor &accent, bool flashing);

/// What a highlight of a colour ("#rrggbb") tints the paper with.
[[nodiscard]] QColor highlightGround(const QString &colour, bool dark);

/// Of a highlight in the scroll bar.
[[nodiscard]] QColor tickColour(const library::Kind &kind, bool dark);

} // namespace yaodian::ui
