#pragma once

#include <QColor>
#include <QFont>
#include <QList>
#include <QPointF>
#include <QRectF>
#include <QString>

class QWidget;

namespace yaodian::ui {

/// A piece of text as a widget paints it: a run of letters on one line. Positions are the widget's own.
struct PaintedText
{
    QString text;
    QFont font;
    QPointF origin;        ///< of the first letter, on the base line
    QRectF ink;            ///< what the letters cover
    QRectF clip;           ///< what the painter lets through; empty: no part of it
    QList<QColor> colours; ///< one over the other: a text that is selected is painted twice
    double pixels = 0;     ///< the height of the font as it is painted
};

/// What `widget` itself paints, without its children, whether or not it lies within the widget. Pictures that were made
/// of text before are not looked into.
[[nodiscard]] QList<PaintedText> paintedTexts(QWidget &widget);

} // namespace yaodian::ui
