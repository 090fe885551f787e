#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace yaodian::digest {

/// Where a link stands in the text of its block.
struct BlockLink
{
    QString target;
    qsizetype begin = 0;
    qsizetype length = 0;
};

/// One line of a post, whatever dress it came in. A paragraph of several lines (a line break in HTML or Markdown) is
/// several blocks, of which only the first starts a paragraph.
struct Block
{
    enum class Kind { Heading, Paragraph, Item, Image };

    Kind kind = Kind::Paragraph;
    int level = 0;               ///< heading 1…6; item: depth of its list, from 1
    int quote = 0;               ///< depth of block quotes around it
    int number = 0;              ///< printed number of an item of an ordered list; 0: none
    QChar sign = u'.';           ///< what is printed behind that number
    int line = 0;                ///< its place in the document, from 1; pieces of a line that was cut share it
    int row = 0;                 ///< row of a table, counted through the document from 1; 0: in no table
    int cell = 0;                ///< column in that row, from 1
    qsizetype lead = 0;          ///< length of an opening set apart by bold type or two blanks; 0: none
    bool startsParagraph = true; ///< false: follows the block before it after a mere line break
    QString text;                ///< ends trimmed, never empty except for an image without a text
    QList<BlockLink> links;

    [[nodiscard]] bool isHeading() const { return kind == Kind::Heading; }
    [[nodiscard]] bool isItem() const { return kind == Kind::Item; }
};

/// A post as one flat stream; what every recogniser reads.
struct Document
{
    QString title;            ///< what the format itself calls the title (front matter, <title>, a feed)
    bool titleIsSure = false; ///< it is the post's alone: front matter or feed, not a page's <title>
    bool isPage = false;      ///< read from HTML: menus may stand around the post
    QString heading;          ///< text of its only heading of the first level, empty where there are none or several
    QList<Block> blocks;
    QStringList repairs;
};

/// Most blocks, nested lists and links of one block that are kept; more is dropped and told in `repairs`.
inline constexpr qsizetype mostBlocks = 2'000'000;
inline constexpr int deepestNesting = 64;
inline constexpr qsizetype mostLinks = 4096;

[[nodiscard]] Document blocksFromText(const QString &text);
[[nodiscard]] Document blocksFromHtml(const QString &html);
[[nodiscard]] Document blocksFromMarkdown(const QString &markdown);

} // namespace yaodian::digest
