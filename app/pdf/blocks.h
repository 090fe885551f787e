#pragma once

#include "pdf/layout.h"
#include "pdf/values.h"

namespace yaodian::pdf {

/// Lines that belong together, before they are text. Boxes in points, text running rightwards.
struct LaidBlock
{
    QList<Fragment> lines;
    BlockKind kind = BlockKind::Body;
    int level = 0;          ///< of a heading
    bool startsRun = false; ///< the first of a column: its text may go on from the one before
    Box box;
};

/// What a line says, as far as its kind can be told from it.
[[nodiscard]] QString wordsOf(const Fragment &line);
/// Where the words stand alone as lines do: the numbers that reviewers' copies print beside every line.
[[nodiscard]] bool areLineNumbers(const QList<Fragment> &fragments);

/// The lines of a run, parted where paragraphs, headings, captions or entries of a bibliography begin.
[[nodiscard]] QList<LaidBlock> blocksOf(const QList<Fragment> &run);
/// A line that was cut off from those across the columns above it goes back to them.
void joinAcross(QList<LaidBlock> &blocks);
/// Tells headings, captions, footnotes and entries of the bibliography among the blocks between head and foot of a
/// page.
void tellKinds(QList<LaidBlock> &blocks, QSizeF page);
/// Footnotes after the text of the page, so that this goes on from column to column.
void putInOrder(QList<LaidBlock> &blocks);

} // namespace yaodian::pdf
