#include "ui/reader/photos.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <functional>
#include <utility>
#include <vector>

namespace yaodian::ui {

namespace {

constexpr int BlockEdge = 16;        ///< pixels
constexpr int LeastTones = 10;       ///< of 4 bits a channel, in a block
constexpr int MostOfOne = 45;        ///< percent of a block that one tone may have
constexpr double MostOfThree = 0.5;  ///< of the whole that its three commonest tones may have: marks and their paper
constexpr double LeastOfPage = 0.05; ///< of its width and its height
constexpr double MostOfPage = 0.7;   ///< of its area

std::uint16_t toneOf(QRgb pixel)
{
    return std::uint16_t(qRed(pixel) >> 4 << 8 | qGreen(pixel) >> 4 << 4 | qBlue(pixel) >> 4);
}

/// Print on bright marks has many tones where one looks closely, and a few where one looks at all of it.
bool isMarkedPrint(const QImage &page, const QRect &part)
{
    std::vector<int> tones(1 << 12);
    for (int y = part.top(); y <= part.bottom(); ++y) {
        const auto *line = reinterpret_cast<const QRgb *>(page.constScanLine(y));
        for (int x = part.left(); x <= part.right(); ++x)
            ++tones[toneOf(line[x])];
    }
    std::partial_sort(tones.begin(), tones.begin() + 3, tones.end(), std::greater<>());
    return tones[0] + tones[1] + tones[2] > MostOfThree * part.width() * part.height();
}

/// Many tones, none of which prevails.
bool isToned(const QImage &page, int left, int top)
{
    std::array<std::uint16_t, BlockEdge * BlockEdge> tones{};
    size_t at = 0;
    for (int y = top; y < top + BlockEdge; ++y) {
        const auto *line = reinterpret_cast<const QRgb *>(page.constScanLine(y)) + left;
        for (int x = 0; x < BlockEdge; ++x)
            tones[at++] = toneOf(line[x]);
    }
    std::sort(tones.begin(), tones.end());
    int different = 0;
    ptrdiff_t most = 0;
    for (auto it = tones.begin(); it != tones.end(); ++different) {
        const auto next = std::upper_bound(it, tones.end(), *it);
        most = std::max(most, next - it);
        it = next;
    }
    return different >= LeastTones && most * 100 <= ptrdiff_t(tones.size()) * MostOfOne;
}

/// Blocks that hang together become one rectangle, in blocks.
QList<QRect> groupsOf(std::vector<char> toned, int columns, int rows)
{
    QList<QRect> groups;
    std::vector<int> open;
    for (int first = 0; first < columns * rows; ++first) {
        if (!std::exchange(toned[size_t(first)], 0))
            continue;
        QRect group;
        open.assign(1, first);
        while (!open.empty()) {
            const int at = open.back();
            open.pop_back();
            const int x = at % columns;
            const int y = at / columns;
            group |= QRect(x, y, 1, 1);
            for (int ny = std::max(0, y - 1); ny <= std::min(rows - 1, y + 1); ++ny)
                for (int nx = std::max(0, x - 1); nx <= std::min(columns - 1, x + 1); ++nx)
                    if (std::exchange(toned[size_t(ny * columns + nx)], 0))
                        open.push_back(ny * columns + nx);
        }
        groups << group;
    }
    return groups;
}

} // namespace

QList<QRect> photosIn(const QImage &picture)
{
    const QImage page = picture.convertToFormat(QImage::Format_RGB32);
    const int columns = page.width() / BlockEdge;
    const int rows = page.height() / BlockEdge;
    std::vector<char> toned(size_t(columns * rows));
    for (int y = 0; y < rows; ++y)
        for (int x = 0; x < columns; ++x)
            toned[size_t(y * columns + x)] = isToned(page, x * BlockEdge, y * BlockEdge) ? 1 : 0;
    QList<QRect> photos;
    for (const QRect &group : groupsOf(std::move(toned), columns, rows)) {
        const double width = double(group.width()) / columns;
        const double height = double(group.height()) / rows;
        const QRect part(group.topLeft() * BlockEdge, group.size() * BlockEdge);
        const bool fits = width >= LeastOfPage && height >= LeastOfPage && width * height <= MostOfPage;
        if (fits && !isMarkedPrint(page, part))
            photos << part;
    }
    return photos;
}

} // namespace yaodian::ui
