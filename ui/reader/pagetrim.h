#pragma once

#include "base/geometry.h"

#include <QImage>
#include <QMap>
#include <QString>

namespace yaodian::ui {

/// What Fit::Content shows of a page, in 0..1 of the unrotated page: one box for all pages of a side, so that the text
/// stays in its place from page to page (books have other margins at the left than at the right).
struct Trim
{
    Box odd;  ///< of pages 1, 3, 5 …
    Box even; ///< of pages 2, 4, 6 …

    [[nodiscard]] bool isEmpty() const { return odd.isEmpty() || even.isEmpty(); }
    [[nodiscard]] const Box &of(int page) const { return page % 2 == 0 ? odd : even; }
    friend bool operator==(const Trim &, const Trim &) = default;
};

/// The trim that serves the pages whose content is known (page from 0 → box; an empty box: nothing is printed there).
/// What sticks out at a side of few pages, as arXiv's stamp does, counts for nothing. Empty: nothing is known.
[[nodiscard]] Trim commonTrim(const QMap<int, Box> &contents);

/// The pages that are looked at for it: all of a paper, some spread over a book.
[[nodiscard]] QList<int> pagesToLookAt(int count);

/// What is printed on a page, found in a picture of it. Empty: nothing is.
[[nodiscard]] Box printedOn(const QImage &page);

/// For the file of states; empty where there is none or it is damaged.
[[nodiscard]] QString writtenTrim(const Trim &trim);
[[nodiscard]] Trim readTrim(const QString &text);

} // namespace yaodian::ui
