#include "ui/reader/darkpage.h"

#include <QColor>

#include <algorithm>
#include <array>

namespace yaodian::ui {

namespace {

constexpr double Inversion = 0.88;

const std::array<int, 256> &inverted()
{
    static const std::array<int, 256> table = [] {
        std::array<int, 256> made{};
        for (int i = 0; i < 256; ++i)
            made[size_t(i)] = int(255 * Inversion - i * (2 * Inversion - 1) + 0.5);
        return made;
    }();
    return table;
}

int clamped(int thousandths)
{
    return std::clamp(thousandths / 1000, 0, 255);
}

QRgb turned(QRgb colour)
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

} // namespace

QImage darkened(QImage page)
{
    const double ratio = page.devicePixelRatio();
    page = std::move(page).convertToFormat(QImage::Format_RGB32);
    QRgb lastIn = 0xffffffff;
    QRgb lastOut = turned(lastIn);
    for (int y = 0; y < page.height(); ++y) {
        auto *line = reinterpret_cast<QRgb *>(page.scanLine(y));
        for (int x = 0; x < page.width(); ++x) {
            if (line[x] != lastIn) {
                lastIn = line[x];
                lastOut = turned(lastIn);
            }
            line[x] = lastOut;
        }
    }
    page.setDevicePixelRatio(ratio);
    return page;
}

QColor darkPaper()
{
    return QColor::fromRgb(turned(0xffffffff));
}

} // namespace yaodian::ui
