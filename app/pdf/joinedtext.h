#pragma once

#include "pdf/values.h"

namespace yaodian::pdf {

/// The text of a page as one line to compare with: normalised, lines joined, and for every UTF-16 unit the place in
/// PageText::text it came from.
struct JoinedText
{
    QString text;
    QList<int> from;
    QList<int> hyphens; ///< where in `text` a hyphen stands that ended a line, if such are kept
};

/// True for signs that are written without blanks between them, as Chinese is.
[[nodiscard]] bool isWide(QChar c);

/// A hyphen at a line end between lower-case letters may be the typesetter's or the word's own.
enum class LineHyphens { Mended, Kept };

/// `fold`: case-folded too, as folded() of base does. `range` empty: the whole page.
[[nodiscard]] JoinedText joined(const PageText &page, TextRange range, LineHyphens hyphens, bool fold);

} // namespace yaodian::pdf
