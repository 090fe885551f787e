#pragma once

#include "pdf/values.h"

#include <QPointF>

// Pure functions on the text of a page: what selection, quoting and searching are made of.
namespace yaodian::pdf {

/// Index of the character at or nearest to a position (0..1 of the unrotated crop box); -1 on a page without text.
[[nodiscard]] int indexAt(const PageText &page, QPointF position);
/// One box a line of the range, in reading order.
[[nodiscard]] QList<Box> boxesOf(const PageText &page, TextRange range);
/// The words of the range as a person would copy them: lines joined, hyphens mended.
[[nodiscard]] QString quoteOf(const PageText &page, TextRange range);
[[nodiscard]] TextRange wordAt(const PageText &page, int index);
[[nodiscard]] TextRange lineAt(const PageText &page, int index);
[[nodiscard]] TextRange paragraphAt(const PageText &page, int index);
/// Where `w b ( ) { }` lead from `index`.
enum class Motion {
    NextWord,
    PreviousWord,
    NextSentence,
    PreviousSentence,
    NextParagraph,
    PreviousParagraph,
    NextLine,
    PreviousLine,
    NextChar,
    PreviousChar
};
[[nodiscard]] int moved(const PageText &page, int index, Motion motion);
/// All places of `needle`, compared folded, with line ends and end-of-line hyphens passed over.
[[nodiscard]] QList<TextRange> find(const PageText &page, const QString &needle);
/// Up to `length` code points of the normalised text before / after the range.
[[nodiscard]] QString contextBefore(const PageText &page, TextRange range, int length = 32);
[[nodiscard]] QString contextAfter(const PageText &page, TextRange range, int length = 32);

} // namespace yaodian::pdf
