#pragma once

#include "base/geometry.h"

#include <QColor>
#include <QImage>
#include <QList>
#include <QRect>

namespace yaodian::ui {

/// What paper looks like. Kept as numbers in the file of states: new ones go to the end.
enum class Look { Light, Dark, Sepia };

/// A page in another look. Dark: lightness turned around (white becomes a soft black), hues kept, as the design's
/// invert(.88) hue-rotate(180deg) does. Sepia: white becomes old paper and black brown ink. What lies in `figures`
/// stays as it is. Runs off the main thread.
[[nodiscard]] QImage dressed(QImage page, Look look, const QList<QRect> &figures = {});

/// What white paper becomes.
[[nodiscard]] QColor paperOf(Look look);

/// Which of a page's pictures are figures, in pixels of a picture of the page (`size`: of the whole page, which has
/// its own `rotation`; `tile`: the part that is there, null for all). A picture that fills the page is a scan, whose
/// text is to be read like any other, and a tiny one a letter.
[[nodiscard]] QList<QRect> figuresOf(const QList<Box> &pictures, int rotation, QSize size, const QRect &tile = {});

} // namespace yaodian::ui
