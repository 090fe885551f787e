#include "ui/reader/highlightpainter.h"

#include <QColor>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace yaodian::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int MostLevels = 3;               ///< lower ones would lie on the next line
constexpr double UnderlineThickness = 0.08; ///< of a line's height
constexpr double AreaFrame = 1.6;           ///< logical pixels

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

/// The kind's own colour, as strong as a thin line needs to be.
QColor underlineOn(const QColor &colour, bool dark)
{
    const QColor hsl = colour.toHsl();
    const float lightness = dark ? qMax(0.6F, hsl.lightnessF()) : qMin(0.45F, hsl.lightnessF());
    return QColor::fromHslF(qMax(0.0F, hsl.hslHueF()), hsl.hslSaturationF(), lightness);
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

/// Whole waves from end to end, each about six pixels long.
void paintWave(QPainter &painter, const QRectF &line)
{
    const double third = line.width() / std::max(1.0, std::round(line.width() / 6)) / 3;
    QPainterPath path(QPointF(line.left(), line.bottom()));
    for (double x = line.left(); x < line.right() - third; x += 3 * third)
        path.cubicTo({x + third, line.bottom() - 3}, {x + 2 * third, line.bottom() + 3},
                     {x + 3 * third, line.bottom()});
    painter.drawPath(path);
}

/// As the pattern is drawn, so many pixels thick.
QPen penOf(const QString &pattern, const QColor &colour, double thickness)
{
    QPen pen(colour, thickness);
    if (pattern == "dots"_L1)
        pen = QPen(colour, thickness * 1.3, Qt::DotLine, Qt::RoundCap);
    else if (pattern == "dash"_L1)
        pen.setDashPattern({4, 3});
    return pen;
}

void paintComment(QPainter &painter, const QPointF &corner, const QColor &colour)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawPolygon(QPolygonF({corner, corner + QPointF(6, 0), corner + QPointF(0, 6)}));
}

/// How much lower the pattern of the next level lies, so that two of them stay two.
double levelStep(const QRectF &line)
{
    return std::clamp(line.height() * 0.2, 3.0, 4.5);
}

void paintPattern(QPainter &painter, const QRectF &box, const QString &pattern, const QColor &colour, int level)
{
    const double lower = level * levelStep(box);
    const QRectF line = pattern == "box"_L1 ? box.adjusted(-lower, -lower, lower, lower) : box.adjusted(0, 0, 0, lower);
    painter.setPen(penOf(pattern, colour, 1.4));
    painter.setBrush(Qt::NoBrush);
    if (pattern == "wave"_L1)
        paintWave(painter, line);
    else if (pattern == "box"_L1)
        painter.drawRect(line);
    else if (pattern != "plain"_L1)
        painter.drawLine(line.bottomLeft(), line.bottomRight());
    if (pattern == "double"_L1) {
        const QPointF apart(0, level > 0 ? 2.6 : -2.6); // away from the one above
        painter.drawLine(line.bottomLeft() + apart, line.bottomRight() + apart);
    }
}

bool lieOnEachOther(const QRectF &a, const QRectF &b)
{
    const QRectF both = a.intersected(b);
    // Lines of tight print touch without being one.
    return both.width() > 1 && both.height() > 0.4 * qMin(a.height(), b.height());
}

} // namespace

int freeLevel(const QList<PatternOnPage> &patterns, const QList<QRectF> &lines)
{
    QList<int> taken;
    for (const PatternOnPage &pattern : patterns) {
        const bool overlaps = std::any_of(pattern.lines.cbegin(), pattern.lines.cend(), [&](const QRectF &line) {
            return std::any_of(lines.cbegin(), lines.cend(),
                               [&](const QRectF &other) { return lieOnEachOther(line, other); });
        });
        if (overlaps)
            taken << pattern.level;
    }
    int level = 0;
    while (level < MostLevels && taken.contains(level))
        ++level;
    return level;
}

void paintHighlight(QPainter &painter, const QList<QRectF> &lines, const library::Kind &kind, bool dark,
                    bool hasComment, int level)
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
        paintPattern(painter, line, kind.pattern, mark, level);
    if (hasComment && !lines.isEmpty())
        paintComment(painter, lines.last().topRight(), mark);
    painter.restore();
}

void paintUnderline(QPainter &painter, const QList<QRectF> &lines, const library::Kind &kind, bool dark,
                    bool hasComment, int level)
{
    const QColor colour = underlineOn(QColor::fromString(kind.colour), dark);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, true);
    painter.setBrush(Qt::NoBrush);
    for (const QRectF &box : lines) {
        const double thickness = std::max(1.2, box.height() * UnderlineThickness);
        const QRectF line = box.adjusted(0, 0, 0, level * levelStep(box));
        const QPointF apart(0, thickness + 1.6);
        painter.setPen(penOf(kind.pattern, colour, kind.pattern == "line"_L1 ? 2 * thickness : thickness));
        if (kind.pattern == "wave"_L1)
            paintWave(painter, line);
        else
            painter.drawLine(line.bottomLeft(), line.bottomRight());
        if (kind.pattern == "double"_L1)
            painter.drawLine(line.bottomLeft() + apart, line.bottomRight() + apart);
        const QPointF tick(0, -box.height() * 0.35);
        if (kind.pattern == "box"_L1) {
            painter.drawLine(line.bottomLeft(), line.bottomLeft() + tick);
            painter.drawLine(line.bottomRight(), line.bottomRight() + tick);
        }
    }
    if (hasComment && !lines.isEmpty())
        paintComment(painter, lines.last().topRight(), colour);
    painter.restore();
}

void paintArea(QPainter &painter, const QRectF &area, const library::Kind &kind, bool dark, bool hasComment)
{
    const QColor colour = underlineOn(QColor::fromString(kind.colour), dark);
    QColor ground = colour;
    ground.setAlphaF(0.06F);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, true);
    painter.fillRect(area, ground);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(penOf(kind.pattern, colour, AreaFrame));
    painter.drawRect(area);
    if (kind.pattern == "double"_L1) {
        painter.drawRect(area.adjusted(-3, -3, 3, 3));
    } else if (kind.pattern == "line"_L1) { // a stronger foot
        painter.setPen(QPen(colour, 2.4 * AreaFrame));
        painter.drawLine(area.bottomLeft(), area.bottomRight());
    } else if (kind.pattern == "wave"_L1) {
        paintWave(painter, area.adjusted(0, 0, 0, 4));
    } else if (kind.pattern == "box"_L1) { // its corners
        painter.setPen(QPen(colour, 2.4 * AreaFrame));
        const double reach = std::min({14.0, area.width() / 4, area.height() / 4});
        for (const QPointF &corner : {area.topLeft(), area.topRight(), area.bottomLeft(), area.bottomRight()}) {
            const double right = corner.x() == area.left() ? reach : -reach;
            const double down = corner.y() == area.top() ? reach : -reach;
            painter.drawLine(corner, corner + QPointF(right, 0));
            painter.drawLine(corner, corner + QPointF(0, down));
        }
    }
    if (hasComment)
        paintComment(painter, area.topRight(), colour);
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
    const double reach = lines.isEmpty() ? 0 : std::min(lines.first().height() * 0.22, 12.0); // an area has no lines
    painter.drawPath(around(lines, 3, reach));
    painter.restore();
}

QColor highlightGround(const QString &colour, bool dark)
{
    return groundOn(QColor::fromString(colour), dark);
}

QColor tickColour(const library::Kind &kind, bool dark)
{
    const QColor hsl = QColor::fromString(kind.colour).toHsl();
    const float lightness = dark ? qMax(0.6F, hsl.lightnessF()) : qMin(0.55F, hsl.lightnessF());
    return QColor::fromHslF(qMax(0.0F, hsl.hslHueF()), hsl.hslSaturationF(), lightness);
}

} // namespace yaodian::ui
