#include "ui/reader/highlightpainter.h"

#include <QColor>
#include <QPainter>
#include <QPainterPath>

namespace yaodian::ui {

using namespace Qt::StringLiterals;

namespace {

QColor groundOn(const QColor &colour, bool dark)
{
    if (dark)
        return QColor::fromRgbF(colour.redF() * 0.42F, colour.greenF() * 0.42F, colour.blueF() * 0.42F);
    // As light as a marker pen, however strong the kind's own colour is: the print has to stay readable.
    const QColor hsl = colour.toHsl();
    return QColor::fromHslF(qMax(0.0F, hsl.hslHueF()), qMin(0.8F, hsl.hslSaturationF()), qMax(0.83F, hsl.lightnessF()));
}

/// The colour of the pattern: clearly darker than the mark on paper, clearly lighter on a dark page.
QColor patternOn(const QColor &colour, bool dark)
{
    const QColor hsl = colour.toHsl();
    return QColor::fromHslF(hsl.hslHueF() < 0 ? 0 : hsl.hslHueF(), 0.55F, dark ? 0.62F : 0.38F);
}

QPainterPath around(const QList<QRectF> &lines, double across, double upright)
{
    QPainterPath all;
    for (const QRectF &line : lines) {
        QPainterPath box;
        box.addRoundedRect(line.adjusted(-across, -upright, across, upright), 2, 2);
        all = all.united(box);
    }
    return all;
}

void paintWave(QPainter &painter, const QRectF &line)
{
    QPainterPath path(QPointF(line.left(), line.bottom()));
    for (double x = line.left(); x < line.right(); x += 6)
        path.cubicTo({x + 2, line.bottom() - 3}, {x + 4, line.bottom() + 3}, {x + 6, line.bottom()});
    painter.drawPath(path);
}

void paintPattern(QPainter &painter, const QRectF &line, const QString &pattern, const QColor &colour)
{
    QPen pen(colour, 1.4);
    if (pattern == "dots"_L1)
        pen = QPen(colour, 1.8, Qt::DotLine, Qt::RoundCap);
    else if (pattern == "dash"_L1)
        pen.setDashPattern({4, 3});
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    if (pattern == "wave"_L1)
        paintWave(painter, line);
    else if (pattern == "box"_L1)
        painter.drawRect(line);
    else if (pattern != "plain"_L1)
        painter.drawLine(line.bottomLeft(), line.bottomRight());
    if (pattern == "double"_L1)
        painter.drawLine(line.bottomLeft() - QPointF(0, 2.6), line.bottomRight() - QPointF(0, 2.6));
}

} // namespace

void paintHighlight(QPainter &painter, const QList<QRectF> &lines, const library::Kind &kind, bool dark,
                    bool hasComment)
{
    const QColor colour = QColor::fromString(kind.colour);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, true);
    painter.setCompositionMode(dark ? QPainter::CompositionMode_Lighten : QPainter::CompositionMode_Multiply);
    painter.setPen(Qt::NoPen);
    painter.setBrush(groundOn(colour, dark));
    painter.drawPath(around(lines, 1, 0.5)); // as one shape: where lines touch, the colour is not laid on twice
    painter.setCompositionMode(QPainter::CompositionMode_SourceOver);
    const QColor mark = patternOn(colour, dark);
    for (const QRectF &line : lines)
        paintPattern(painter, line, kind.pattern, mark);
    if (hasComment && !lines.isEmpty()) {
        const QPointF corner = lines.last().topRight();
        painter.setPen(Qt::NoPen);
        painter.setBrush(mark);
        painter.drawPolygon(QPolygonF({corner, corner + QPointF(6, 0), corner + QPointF(0, 6)}));
    }
    painter.restore();
}

void paintCurrentHighlight(QPainter &painter, const QList<QRectF> &lines, const QColor &accent, bool flashing)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, true);
    QColor colour = accent;
    colour.setAlphaF(flashing ? 1.0F : 0.7F);
    painter.setPen(QPen(colour, flashing ? 2.4 : 1.0));
    painter.setBrush(Qt::NoBrush);
    // Lines of a paragraph lie close: they are taken together, a heading stays apart.
    const double reach = lines.isEmpty() ? 0 : lines.first().height() * 0.22;
    painter.drawPath(around(lines, 3, reach));
    painter.restore();
}

} // namespace yaodian::ui
