#pragma once

#include "ui/commands/commands.h"

#include <QRectF>

class QPainter;

namespace yaodian::ui {

class Theme;

/// Draws keys as keycaps ("Enter", "j k") from `left` on, centred on the height of `band`; gives back where they end.
double paintKeycap(QPainter &painter, const Theme &theme, double left, const QRectF &band, const QString &keys);
[[nodiscard]] double keycapWidth(const Theme &theme, const QString &keys);

/// Keys and what they do, neighbours with the same text drawn together: {"j k", "Move"}.
struct Hint
{
    QString id; ///< of the first command
    QString keys;
    QString text;
};
/// The hints of a place that are bound now, its own first, then those of Everywhere.
[[nodiscard]] QList<Hint> hintsOf(const Commands &commands, Place place);

} // namespace yaodian::ui
