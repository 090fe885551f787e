#include "ui/reader/snapshot.h"

#include "base/files.h"
#include "ui/reader/pagelayout.h"

#include <algorithm>
#include <cmath>

namespace yaodian::ui {

namespace {

constexpr double LongestSide = 16'000;

} // namespace

Box boxBetween(QPointF one, QPointF other)
{
    const auto within = [](double value) { return std::clamp(value, 0.0, 1.0); };
    return {within(std::min(one.x(), other.x())), within(std::min(one.y(), other.y())),
            within(std::max(one.x(), other.x())), within(std::max(one.y(), other.y()))};
}

Snapshot snapshotOf(const pdf::PageInfo &page, const Box &area, Fineness fineness)
{
    const Box shown = area.turned(page.rotation);
    const QRectF points = shown.on(page.size);
    double scale = fineness.dpi / 72;
    const double square = std::max(points.width() * points.height(), 1.0);
    scale = std::min(scale, std::sqrt(fineness.mostPixels / square));
    scale = std::min(scale, LongestSide / std::max({points.width(), points.height(), 1.0}));
    const QRectF pixels(points.topLeft() * scale, points.size() * scale);
    return {scale, pixels.adjusted(1e-6, 1e-6, -1e-6, -1e-6).toAlignedRect()}; // not a row more by a rounding
}

QString snapshotName(const QString &title, int page)
{
    return QStringLiteral("%1 p%2.png").arg(slug(title)).arg(page + 1);
}

} // namespace yaodian::ui
