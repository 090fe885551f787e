#pragma once

#include "pdf/kinds.h"
#include "pdf/textlines.h"

#include <QHash>

namespace yaodian::pdf {

/// What looks like a heading on one page; whether it is one is told by those before and after it.
struct HeadingSpot
{
    int page = -1;
    Box box;
    QString text;
    double size = 1; ///< of its letters, in those of the text
    double gap = 0;  ///< above it, in heights of a line
    int block = -1;  ///< of the page
    std::optional<HeadingMark> mark;
};

[[nodiscard]] QList<HeadingSpot> headingsOn(int page, const PageText &text, const QList<TextLine> &lines);

struct Section
{
    OutlineItem item;
    QString number; ///< "3.2", "B"; empty: none
    Box box;
};

/// The sections of a document whose headings follow each other as numbers do. Items are flagged `inferred`.
[[nodiscard]] QList<Section> sectionsOf(const QList<HeadingSpot> &spots);
/// The same for pages at hand.
[[nodiscard]] QList<OutlineItem> sectionsOf(const QList<PageText> &pages);

} // namespace yaodian::pdf
