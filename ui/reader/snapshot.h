#pragma once

#include "base/geometry.h"
#include "pdf/values.h"

#include <QPointF>
#include <QRect>
#include <QString>

namespace yaodian::ui {

/// How a part of a page is asked for as a picture.
struct Snapshot
{
    double scale = 1; ///< pixels a point
    QRect tile;       ///< in pixels of the whole page
};

/// The box between two corners, within the page.
[[nodiscard]] Box boxBetween(QPointF one, QPointF other);
/// How fine a picture is, and how large it may be.
struct Fineness
{
    double dpi = 300;
    double mostPixels = 24e6; ///< the worker draws no more than 32 million at once
};
/// For a picture that is kept with a highlight or a note: twice as fine as a screen of the desk.
inline constexpr Fineness keptFineness{192, 4e6};

/// 300 dots an inch, and at least 200 where the picture may be as large as that.
[[nodiscard]] Snapshot snapshotOf(const pdf::PageInfo &page, const Box &area, Fineness fineness = {});
/// A name for its file that every system takes.
[[nodiscard]] QString snapshotName(const QString &title, int page);

} // namespace yaodian::ui
