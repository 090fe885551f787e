#include "ui/reader/highlightpainter.h"

#include <QColor>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace yaodian::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int MostLevels = 3; ///< lower ones would lie on the next line

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

/// How much lower the pattern of the next level lies, so that two of them stay two.
double levelStep(const QRectF &line)
{
    return std::clamp(line.height() * 0.2, 3.0, 4.5);
}

void paintPattern(QPainter &painter, const QRectF &box, const QString &pattern, const QColor &colour, int level)
{
    const double lower = level * levelStep(box);
    const QRectF line = pattern == "box"_L1 ? box.adjusted(-lower, -lower, lower, lower) : box.adjusted(0, 0, 0, lower);
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
