#include "ui/reader/pagelook.h"

#include "ui/reader/pagelayout.h"

#include <algorithm>
#include <array>

namespace yaodian::ui {

namespace {

using Table = std::array<int, 256>;

constexpr double Inversion = 0.88;
constexpr QRgb SepiaPaper = qRgb(0xf3, 0xea, 0xd6);
constexpr QRgb SepiaInk = qRgb(0x3a, 0x2e, 0x22);
constexpr double ScanShare = 0.7;     ///< of the page: from here on a picture is the page itself
constexpr double LeastSide = 0.03;    ///< of the page: what is smaller is a letter or an ornament
constexpr double LeastShare = 0.0025; ///< of the page's area

const Table &inverted()
{
    static const Table table = [] {
        Table made{};
        for (int i = 0; i < 256; ++i)
            made[size_t(i)] = int(255 * Inversion - i * (2 * Inversion - 1) + 0.5);
        return made;
    }();
    return table;
}

Table between(int ink, int paper)
{
    Table made{};
    for (int i = 0; i < 256; ++i)
        made[size_t(i)] = ink + ((paper - ink) * i + 127) / 255;
    return made;
}

int clamped(int thousandths)
{
    return std::clamp(thousandths / 1000, 0, 255);
}

QRgb turnedDark(QRgb colour)
{
    const auto &table = inverted();
    const int r = table[size_t(qRed(colour))];
    const int g = table[size_t(qGreen(colour))];
    const int b = table[size_t(qBlue(colour))];
    if (r == g && g == b)
        return qRgb(r, g, b);
    // The half turn of the hue circle (CSS Filter Effects 1, hueRotate with cos = -1, sin = 0), in thousandths.
    return qRgb(clamped(-574 * r + 1430 * g + 144 * b), clamped(426 * r + 430 * g + 144 * b),
                clamped(426 * r + 1430 * g - 856 * b));
}

QRgb turnedSepia(QRgb colour)
{
    static const Table red = between(qRed(SepiaInk), qRed(SepiaPaper));
    static const Table green = between(qGreen(SepiaInk), qGreen(SepiaPaper));
    static const Table blue = between(qBlue(SepiaInk), qBlue(SepiaPaper));
    return qRgb(red[size_t(qRed(colour))], green[size_t(qGreen(colour))], blue[size_t(qBlue(colour))]);
}

/// `spared`: stretches of the line that stay, sorted and apart.
void turnLine(QRgb *line, int width, QRgb (*turned)(QRgb), const QList<std::pair<int, int>> &spared)
{
    QRgb lastIn = 0xffffffff;
    QRgb lastOut = turned(lastIn);
    const auto stretch = [&](int from, int to) {
        for (int x = from; x < to; ++x) {
            if (line[x] != lastIn) {
                lastIn = line[x];
                lastOut = turned(lastIn);
            }
            line[x] = lastOut;
        }
    };
    int from = 0;
    for (const auto &[begin, end] : spared) {
        stretch(from, begin);
        from = std::max(from, end);
    }
    stretch(from, width);
}

} // namespace

QImage dressed(QImage page, Look look, const QList<QRect> &figures)
{
    if (look == Look::Light || page.isNull())
        return page;
    const double ratio = page.devicePixelRatio();
    page = std::move(page).convertToFormat(QImage::Format_RGB32);
    const auto turned = look == Look::Dark ? turnedDark : turnedSepia;
    for (int y = 0; y < page.height(); ++y) {
        QList<std::pair<int, int>> spared;
        for (const QRect &figure : figures)
            if (y >= figure.top() && y <= figure.bottom())
                spared << std::pair(std::max(0, figure.left()), std::min(page.width(), figure.right() + 1));
        std::sort(spared.begin(), spared.end());
        turnLine(reinterpret_cast<QRgb *>(page.scanLine(y)), page.width(), turned, spared);
    }
    page.setDevicePixelRatio(ratio);
    return page;
}

QColor paperOf(Look look)
{
    switch (look) {
    case Look::Dark:
        return QColor::fromRgb(turnedDark(0xffffffff));
    case Look::Sepia:
        return QColor::fromRgb(SepiaPaper);
    case Look::Light:
        break;
    }
    return Qt::white;
}

QList<QRect> figuresOf(const QList<Box> &pictures, int rotation, QSize size, const QRect &tile)
{
    QList<QRect> figures;
    for (const Box &picture : pictures) {
        const double width = picture.right - picture.left;
        const double height = picture.bottom - picture.top;
        const double share = width * height;
        if (width < LeastSide || height < LeastSide || share < LeastShare || share > ScanShare)
            continue;
        const QRect all = picture.turned(rotation).on(size).toRect();
        const QRect here = tile.isNull() ? all : all.intersected(tile).translated(-tile.topLeft());
        if (!here.isEmpty())
            figures << here;
    }
    return figures;
}

} // namespace yaodian::ui
