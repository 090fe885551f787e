#include "ui/reader/pagetrim.h"

#include <QColor>
#include <QStringList>

#include <algorithm>
#include <cmath>

namespace yaodian::ui {

namespace {

constexpr double Air = 0.015;     ///< of the page, left around what is printed
constexpr double SameSide = 0.02; ///< odd and even pages that differ by less have one trim
constexpr int MostLookedAt = 12;  ///< each costs as much as a page that is shown
constexpr int Ink = 40;           ///< how far from the paper's colour a printed pixel is, of 255

/// The value that all but the few farthest have reached: an eighth of them, one of three pages.
double usualEdge(QList<double> edges, bool smallest)
{
    std::sort(edges.begin(), edges.end());
    const qsizetype few = edges.size() < 3 ? 0 : std::max<qsizetype>(1, edges.size() / 8);
    return smallest ? edges.at(few) : edges.at(edges.size() - 1 - few);
}

Box usualBox(const QList<Box> &boxes)
{
    if (boxes.isEmpty())
        return {};
    QList<double> lefts;
    QList<double> rights;
    Box all;
    for (const Box &box : boxes) {
        lefts << box.left;
        rights << box.right;
        all = all.united(box);
    }
    // Up and down nothing is cut: it costs little, and a footnote would be missed.
    return {usualEdge(lefts, true), all.top, usualEdge(rights, false), all.bottom};
}

Box withAir(const Box &box)
{
    return {std::max(0.0, box.left - Air), std::max(0.0, box.top - Air), std::min(1.0, box.right + Air),
            std::min(1.0, box.bottom + Air)};
}

/// As wide as `width`, about the same middle, within the page.
Box widened(const Box &box, double width)
{
    const double left = std::clamp((box.left + box.right - width) / 2, 0.0, 1.0 - width);
    return {left, box.top, left + width, box.bottom};
}

int apartness(QRgb a, QRgb b)
{
    return std::max({std::abs(qRed(a) - qRed(b)), std::abs(qGreen(a) - qGreen(b)), std::abs(qBlue(a) - qBlue(b))});
}

} // namespace

Trim commonTrim(const QMap<int, Box> &contents)
{
    QList<Box> odd;
    QList<Box> even;
    for (auto it = contents.cbegin(); it != contents.cend(); ++it)
        if (!it->isEmpty())
            (it.key() % 2 == 0 ? odd : even) << *it;
    Box first = usualBox(odd);
    Box second = usualBox(even);
    if (first.isEmpty() && second.isEmpty())
        return {};
    if (first.isEmpty() || second.isEmpty())
        first = second = first.united(second);
    if (std::abs(first.left - second.left) < SameSide && std::abs(first.right - second.right) < SameSide)
        first = second = first.united(second);
    const double top = std::min(first.top, second.top);
    const double bottom = std::max(first.bottom, second.bottom);
    const double width = std::max(first.right - first.left, second.right - second.left);
    first = widened({first.left, top, first.right, bottom}, width);
    second = widened({second.left, top, second.right, bottom}, width);
    return {withAir(first), withAir(second)};
}

QList<int> pagesToLookAt(int count)
{
    QList<int> pages;
    if (count <= MostLookedAt) {
        for (int page = 0; page < count; ++page)
            pages << page;
        return pages;
    }
    // In twos, so that there are as many odd as even ones.
    const int pairs = MostLookedAt / 2;
    for (int i = 0; i < pairs; ++i) {
        const int page = int(qint64(i) * (count - 2) / (pairs - 1));
        pages << page << page + 1;
    }
    return pages;
}

Box printedOn(const QImage &page)
{
    if (page.isNull())
        return {};
    const QImage image = page.convertToFormat(QImage::Format_RGB32);
    const auto *corner = reinterpret_cast<const QRgb *>(image.constScanLine(0));
    const QRgb paper = apartness(corner[0], corner[image.width() - 1]) < Ink ? corner[0] : 0xffffffff;
    QRect found;
    for (int y = 0; y < image.height(); ++y) {
        const auto *line = reinterpret_cast<const QRgb *>(image.constScanLine(y));
        const auto isInk = [paper](QRgb pixel) { return apartness(pixel, paper) >= Ink; };
        const auto *end = line + image.width();
        const auto *first = std::find_if(line, end, isInk);
        if (first == end)
            continue;
        const auto last = std::find_if(std::reverse_iterator(end), std::reverse_iterator(first), isInk);
        found |= QRect(QPoint(int(first - line), y), QPoint(int(last.base() - line) - 1, y));
    }
    if (found.isEmpty())
        return {};
    const double w = image.width();
    const double h = image.height();
    return {found.left() / w, found.top() / h, (found.right() + 1) / w, (found.bottom() + 1) / h};
}

QString writtenTrim(const Trim &trim)
{
    QStringList words;
    for (const Box &box : {trim.odd, trim.even})
        for (const double side : {box.left, box.top, box.right, box.bottom})
            words << QString::number(side, 'f', 4);
    return trim.isEmpty() ? QString() : words.join(u' ');
}

Trim readTrim(const QString &text)
{
    const QStringList words = text.split(u' ');
    QList<double> sides;
    for (const QString &word : words) {
        bool ok = false;
        const double side = word.toDouble(&ok);
        if (!ok || !(side >= 0 && side <= 1))
            return {};
        sides << side;
    }
    if (sides.size() != 8)
        return {};
    const Trim trim{{sides[0], sides[1], sides[2], sides[3]}, {sides[4], sides[5], sides[6], sides[7]}};
    return trim.isEmpty() ? Trim() : trim;
}

} // namespace yaodian::ui
