#pragma once

#include "pdf/values.h"

namespace yaodian::pdf {

/// A printed line of a page's text.
struct TextLine
{
    TextRange range;
    Box box;
    double height = 0; ///< of its ordinary letters
    int block = -1;    ///< in PageText::blocks; -1 where the page tells of none
    bool startsBlock = false;
    QString text; ///< normalised
};

[[nodiscard]] QList<TextLine> textLinesOf(const PageText &page);
/// Lines of prose: neither cells of a table nor labels of a figure.
[[nodiscard]] bool isProse(const PageText &page, const TextBlock &block);
/// What is printed between `from` and `to`: the box around its letters.
[[nodiscard]] Box boxAround(const PageText &page, TextRange range);

} // namespace yaodian::pdf
