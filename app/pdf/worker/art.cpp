#include "pdf/worker/art.h"

#include "pdf/worker/painting.h"

#include <QElapsedTimer>
#include <QImage>
#include <QPaintDevice>
#include <QPaintEngine>
#include <QPainter>

#include <algorithm>
#include <cmath>

#include <poppler-qt6.h>

namespace yaodian::pdf::worker {

using namespace protocol;

namespace {

/// Pixels of the longer side of the image that what is printed is looked for in: 50 dpi of a letter.
constexpr int coarseSide = 550;
/// Lighter than this is paper.
constexpr int paper = 240;
/// Points: what is smaller is a letter or an ornament, not a picture.
constexpr double smallestPicture = 20;
/// A page that takes this long coarsely is not drawn a second time for its pictures: that cannot be aborted.
constexpr qint64 longDrawing = 400;

/// Draws nothing and keeps where images would be.
class PictureFinder final : public QPaintEngine
{
public:
    PictureFinder() : QPaintEngine(AllFeatures) {}

    bool begin(QPaintDevice *) override { return true; }
    bool end() override { return true; }
    void updateState(const QPaintEngineState &) override {}
    void drawPath(const QPainterPath &) override {}
    void drawPolygon(const QPointF *, int, PolygonDrawMode) override {}
    void drawTextItem(const QPointF &, const QTextItem &) override {}
    void drawPixmap(const QRectF &where, const QPixmap &, const QRectF &) override { add(where); }
    void drawImage(const QRectF &where, const QImage &, const QRectF &, Qt::ImageConversionFlags) override
    {
        add(where);
    }
    void drawTiledPixmap(const QRectF &where, const QPixmap &, const QPointF &) override { add(where); }
    [[nodiscard]] Type type() const override { return User; }

    [[nodiscard]] const QList<QRectF> &pictures() const { return m_pictures; }

private:
    void add(const QRectF &where)
    {
        const QTransform &transform = state->transform();
        QRectF box = transform.mapRect(where);
        if (painter()->hasClipping())
            box &= transform.mapRect(painter()->clipBoundingRect());
        if (box.width() >= smallestPicture && box.height() >= smallestPicture && m_pictures.size() < mostPictures)
            m_pictures.append(box);
    }

    QList<QRectF> m_pictures;
};

class PictureDevice final : public QPaintDevice
{
public:
    explicit PictureDevice(QSize size) : m_size(size) {}

    [[nodiscard]] QPaintEngine *paintEngine() const override { return &m_finder; }
    [[nodiscard]] const QList<QRectF> &pictures() const { return m_finder.pictures(); }

protected:
    [[nodiscard]] int metric(PaintDeviceMetric metric) const override
    {
        switch (metric) {
        case PdmWidth:
            return m_size.width();
        case PdmHeight:
            return m_size.height();
        case PdmDpiX:
        case PdmDpiY:
        case PdmPhysicalDpiX:
        case PdmPhysicalDpiY:
            return 72;
        case PdmDepth:
            return 32;
        default:
            return QPaintDevice::metric(metric);
        }
    }

private:
    QSize m_size;
    mutable PictureFinder m_finder;
};

/// Strips and tiles of one picture become one box.
QList<Box> joined(QList<Box> boxes)
{
    constexpr double gap = 0.004;
    const auto meet = [](const Box &a, const Box &b) {
        return a.left - gap <= b.right && b.left - gap <= a.right && a.top - gap <= b.bottom && b.top - gap <= a.bottom;
    };
    for (qsizetype i = 0; i < boxes.size(); ++i) {
        for (qsizetype k = i + 1; k < boxes.size(); ++k) {
            if (!meet(boxes[i], boxes[k]))
                continue;
            boxes[i] = boxes[i].united(boxes.takeAt(k));
            k = i; // it may meet others now
        }
    }
    return boxes;
}

QList<Box> picturesOf(Poppler::Document &document, const Poppler::Page &page)
{
    const QSizeF size = page.pageSizeF();
    PictureDevice device(size.toSize());
    const auto usual = document.renderBackend();
    document.setRenderBackend(Poppler::Document::QPainterBackend);
    {
        QPainter painter(&device);
        page.renderToPainter(&painter, 72, 72, -1, -1, -1, -1, Poppler::Page::Rotate0,
                             Poppler::Page::DontSaveAndRestore);
    }
    document.setRenderBackend(usual);
    QList<Box> boxes;
    for (const QRectF &r : device.pictures()) {
        const Box box{qBound(0.0, r.left() / size.width(), 1.0), qBound(0.0, r.top() / size.height(), 1.0),
                      qBound(0.0, r.right() / size.width(), 1.0), qBound(0.0, r.bottom() / size.height(), 1.0)};
        if (!box.isEmpty())
            boxes.append(box);
    }
    return joined(std::move(boxes));
}

} // namespace

Box inkOf(const QImage &page)
{
    const int width = page.width();
    int left = width, right = -1, top = -1, bottom = -1;
    for (int y = 0; y < page.height(); ++y) {
        const auto *line = reinterpret_cast<const QRgb *>(page.constScanLine(y));
        const auto isInk = [](QRgb pixel) { return qGray(pixel) < paper; };
        const auto *first = std::find_if(line, line + width, isInk);
        if (first == line + width)
            continue;
        int last = width - 1;
        while (!isInk(line[last]))
            --last;
        left = qMin(left, int(first - line));
        right = qMax(right, last);
        top = top < 0 ? y : top;
        bottom = y;
    }
    if (top < 0)
        return {};
    const double w = width, h = page.height();
    return {left / w, top / h, (right + 1) / w, (bottom + 1) / h};
}

ArtReply artOf(Poppler::Document &document, const Poppler::Page &page, Interrupted interrupted, const QVariant &closure)
{
    ArtReply reply;
    const QSizeF size = page.pageSizeF();
    const double scale = coarseSide / qMax(size.width(), size.height());
    const QSize pixels = pixelsOf(size, scale);
    QElapsedTimer clock;
    clock.start();
    const QImage coarse = page.renderToImage(72 * scale, 72 * scale, 0, 0, pixels.width(), pixels.height(),
                                             Poppler::Page::Rotate0, nullptr, nullptr, interrupted, closure);
    if (interrupted(closure) || coarse.isNull())
        return reply;
    const int rotation = describe(&page).rotation;
    reply.content = inkOf(coarse.convertToFormat(QImage::Format_RGB32));
    if (!reply.content.isEmpty())
        reply.content = reply.content.turned(-rotation);
    if (!canPaint() || clock.elapsed() > longDrawing)
        return reply;
    for (const Box &picture : picturesOf(document, page))
        reply.pictures.append(picture.turned(-rotation));
    return reply;
}

} // namespace yaodian::pdf::worker
