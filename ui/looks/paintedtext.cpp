#include "ui/looks/paintedtext.h"

#include <QFontInfo>
#include <QFontMetricsF>
#include <QPaintDevice>
#include <QPaintEngine>
#include <QPainter>
#include <QWidget>

#include <algorithm>

namespace yaodian::ui {

namespace {

/// Takes down the texts of what is painted and paints nothing.
class Listener final : public QPaintEngine
{
public:
    Listener() : QPaintEngine(AllFeatures) {}

    bool begin(QPaintDevice *) override { return true; }
    bool end() override { return true; }
    void updateState(const QPaintEngineState &) override {}
    [[nodiscard]] Type type() const override { return User; }

    void drawTextItem(const QPointF &at, const QTextItem &item) override
    {
        if (!item.text().trimmed().isEmpty() && painter()->opacity() > 0)
            take(at, item);
    }

    void drawPixmap(const QRectF &, const QPixmap &, const QRectF &) override {}
    void drawImage(const QRectF &, const QImage &, const QRectF &, Qt::ImageConversionFlags) override {}
    void drawTiledPixmap(const QRectF &, const QPixmap &, const QPointF &) override {}
    void drawPath(const QPainterPath &) override {}
    void drawPolygon(const QPointF *, int, PolygonDrawMode) override {}
    void drawPolygon(const QPoint *, int, PolygonDrawMode) override {}
    void drawRects(const QRectF *, int) override {}
    void drawRects(const QRect *, int) override {}
    void drawLines(const QLineF *, int) override {}
    void drawLines(const QLine *, int) override {}
    void drawEllipse(const QRectF &) override {}
    void drawEllipse(const QRect &) override {}
    void drawPoints(const QPointF *, int) override {}
    void drawPoints(const QPoint *, int) override {}

    QList<PaintedText> taken;

private:
    void take(const QPointF &at, const QTextItem &item)
    {
        const QTransform &transform = painter()->deviceTransform();
        PaintedText now;
        now.text = item.text();
        now.font = item.font();
        now.origin = transform.map(at);
        now.ink = transform.mapRect(QFontMetricsF(now.font).tightBoundingRect(now.text).translated(at));
        constexpr double everything = 1 << 20;
        now.clip = painter()->hasClipping() ? transform.mapRect(painter()->clipBoundingRect())
                                            : QRectF(-everything, -everything, 2 * everything, 2 * everything);
        QColor colour = painter()->pen().color();
        colour.setAlphaF(float(colour.alphaF() * painter()->opacity()));
        now.colours = {colour};
        now.pixels = QFontInfo(now.font).pixelSize() * std::abs(transform.m22());
        if (!isMoreOfTheLast(now))
            join(now);
        m_lastEnd = transform.map(at + QPointF(item.width(), 0));
    }

    /// Letters of several fonts come one after the other, each piece with the whole text.
    [[nodiscard]] bool isMoreOfTheLast(const PaintedText &now) const
    {
        return !taken.isEmpty() && taken.last().text == now.text && taken.last().font == now.font &&
               (now.origin - m_lastEnd).manhattanLength() < 1.5;
    }

    /// What is painted once more at its place: where it is selected, in another colour and within the selection.
    void join(const PaintedText &now)
    {
        const auto same = std::find_if(taken.begin(), taken.end(), [&now](const PaintedText &before) {
            return before.text == now.text && (before.origin - now.origin).manhattanLength() < 0.5;
        });
        if (same == taken.end()) {
            taken << now;
            return;
        }
        same->clip |= now.clip;
        if (!same->colours.contains(now.colours.first()))
            same->colours << now.colours.first();
    }

    QPointF m_lastEnd;
};

/// As large as a widget, in its logical pixels.
class Sheet final : public QPaintDevice
{
public:
    explicit Sheet(const QWidget &widget) : m_widget(widget) {}
    [[nodiscard]] QPaintEngine *paintEngine() const override { return &m_listener; }
    [[nodiscard]] const QList<PaintedText> &taken() const { return m_listener.taken; }

protected:
    [[nodiscard]] int metric(PaintDeviceMetric metric) const override
    {
        switch (metric) {
        case PdmWidth:
            return m_widget.width();
        case PdmHeight:
            return m_widget.height();
        case PdmWidthMM:
            return m_widget.widthMM();
        case PdmHeightMM:
            return m_widget.heightMM();
        case PdmDpiX:
        case PdmPhysicalDpiX:
            return m_widget.logicalDpiX();
        case PdmDpiY:
        case PdmPhysicalDpiY:
            return m_widget.logicalDpiY();
        case PdmDevicePixelRatio:
            return 1;
        case PdmDevicePixelRatioScaled:
            return int(devicePixelRatioFScale());
        case PdmNumColors:
            return 1 << 24;
        case PdmDepth:
            return 32;
        }
        return 0;
    }

private:
    const QWidget &m_widget;
    mutable Listener m_listener;
};

} // namespace

QList<PaintedText> paintedTexts(QWidget &widget)
{
    Sheet sheet(widget);
    widget.render(&sheet, QPoint(), QRegion(), QWidget::RenderFlags());
    return sheet.taken();
}

} // namespace yaodian::ui
