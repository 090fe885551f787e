#pragma once

#include <QImage>
#include <QList>
#include <QRect>

namespace yaodian::ui {

/// Photos in a picture of a page, told by their many tones close together: print has few, highlighted print too. For
/// pages whose pictures nobody could name. Photos that fill the page (a scan) and specks are left out.
[[nodiscard]] QList<QRect> photosIn(const QImage &page);

} // namespace yaodian::ui
