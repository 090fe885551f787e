#pragma once

#include "digest/blocks.h"
#include "digest/heads.h"
#include "digest/values.h"

namespace yaodian::digest {

/// A line of a post, and what it opens.
struct Line
{
    Block block;
    std::optional<Head> head;
    bool alsoFromHere = false; ///< the closing list begins here
    bool announces = false;    ///< a line of the post's table of contents
    bool aside = false;        ///< belongs to the entry above, but to none of its fields (where the paper appeared)
};

/// Reads a post with the recogniser of its family; an issue with 0 entries where none fits.
[[nodiscard]] Issue recognise(Document document);

// The families. Each gives an issue with its entries, or one without where the post is of another family.

/// Daily digest: heads "1、[CL] Title", then fields.
[[nodiscard]] Issue readDaily(const Document &document);
/// Numbered recommendations with prose: "1、Title", authors, paragraphs.
[[nodiscard]] Issue readRecommendations(const Document &document);
/// Either of them scraped onto one line, title and authors glued.
[[nodiscard]] Issue readGlued(const Document &document);
/// Notes below a heading per paper: quoted titles and links, 动机 / 方法 / 优势, text of the writer's own.
[[nodiscard]] Issue readNotes(const Document &document);
/// "[1]《Title》" with Abstract：and arXiv：lines.
[[nodiscard]] Issue readBracketed(const Document &document);
/// A heading per paper, below it the Chinese title as a link, then the Chinese abstract.
[[nodiscard]] Issue readWeekly(const Document &document);

/// Rows of a table with a title each, and the link of the paper.
[[nodiscard]] Issue readTables(const Document &document);
/// A heading, an item or a line per paper, its title the link or followed by the links; below it what is said of it.
[[nodiscard]] Issue readList(const Document &document);

/// Lines that are titles, below each the address of its paper.
[[nodiscard]] Issue readLinkedLines(const Document &document);

// Parts that families share.

/// What stands before the first entry: title, legend, summary, via, author, intro.
void readPreamble(Issue &issue, const Document &document, const QList<Line> &lines, qsizetype to);
/// What stands behind the last entry: references, the post's own address, its author. The rest is told as unparsed.
void readTrailer(Issue &issue, const QList<Line> &lines, qsizetype from);
/// Heads that only announce a later one with the same title (a table of contents) are no heads any more.
void dropContents(QList<Line> &lines);
/// The first legend among the lines and the texts of pictures.
[[nodiscard]] QList<LegendItem> findLegend(const QList<Block> &blocks);
/// The first address in the lines before `to` that names a paper; for a post about one paper whose entry has no link.
[[nodiscard]] QString paperLink(const QList<Line> &lines, qsizetype to);

} // namespace yaodian::digest
