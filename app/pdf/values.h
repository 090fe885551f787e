#pragma once

#include "base/geometry.h"

#include <QDateTime>
#include <QList>
#include <QSizeF>
#include <QString>
#include <QStringList>

#include <optional>

// What a document tells of itself. Pages count from 0; points are 1/72 inch.
namespace yaodian::pdf {

struct PageInfo
{
    QSizeF size;      ///< points, as shown (its rotation applied)
    int rotation = 0; ///< 0, 90, 180, 270: of the page itself
    QString label;    ///< printed page number ("iv"); empty: page + 1
};

struct DocumentInfo
{
    QList<PageInfo> pages;
    QString title;
    QString sha256; ///< of a Document: comes after opened(), with hashed()
    /// What the document asks for by itself and is never done, in words ("it runs a script"). Of a Document: comes
    /// after opened(), with refuses().
    QStringList refused;
};

struct OutlineItem
{
    QString title;
    int depth = 0;
    int page = -1;         ///< -1: leads nowhere in this document
    double top = 0;        ///< 0..1 of the page
    bool inferred = false; ///< from headings of the text, where the document has no outline
};

struct Link
{
    Box box;
    int page = -1; ///< target in this document, or -1
    double top = 0;
    QString uri;     ///< http or https only; empty for links within the document
    QString refused; ///< what a link that is not followed asks for, to be shown, never opened: an address ("file:…") or
                     ///< words ("it starts a program (sh)")
};

/// What ends a line in PageText::text.
inline constexpr QChar lineEnd = u'\n';

/// A stretch of a PageText: [from, to) in UTF-16 units.
struct TextRange
{
    int from = 0;
    int to = 0;
    [[nodiscard]] bool isEmpty() const { return to <= from; }
    friend bool operator==(const TextRange &, const TextRange &) = default;
};

/// What a block of a page's text is. Margin: lines that run beside the text (numbers of lines, arXiv's stamp).
enum class BlockKind { Body, Heading, Caption, Footnote, Header, Footer, Reference, Margin };

struct TextBlock
{
    TextRange range;
    BlockKind kind = BlockKind::Body;
    int level = 0; ///< of a heading, from 0
    Box box;
};

/// The text of a page in reading order (columns one after the other). Lines end with '\n', blocks with "\n\n";
/// `boxes` has one box per UTF-16 unit of `text`, empty for line ends and blanks that were not printed. `blocks` lie
/// over the text in its order.
struct PageText
{
    QString text;
    QList<Box> boxes;
    QList<TextBlock> blocks;

    [[nodiscard]] bool isEmpty() const { return text.isEmpty(); }
};

/// What is searched for in a document. Folded (case, width, ligatures) where `matchCase` is not set; a regular
/// expression is one of PCRE's.
struct SearchQuery
{
    QString text;
    bool isRegex = false;
    bool wholeWords = false;
    bool matchCase = false;
    friend bool operator==(const SearchQuery &, const SearchQuery &) = default;
};

/// Where something stands that a text speaks of: the figure with its caption, the entry of the bibliography.
struct Target
{
    int page = -1;
    Box box;       ///< what to show of the page; empty: from its top
    QString label; ///< "Figure 3", "[12]"
    QString text;  ///< words of a caption, a footnote or an entry of the bibliography
    friend bool operator==(const Target &, const Target &) = default;
};

/// A place in the text of a page that speaks of something elsewhere, with or without an embedded link.
struct Reference
{
    enum class Kind { Citation, Figure, Table, Equation, Footnote, Section };
    Kind kind = Kind::Citation;
    TextRange range;       ///< of the page's text
    QList<Box> boxes;      ///< one a line
    QList<Target> targets; ///< several for "[3, 5–7]"; the first one is what is shown first
};

/// What a page has that is no text.
struct PageArt
{
    QList<Box> pictures; ///< raster images
    Box content;         ///< all that is printed; empty: nothing is
};

/// A file within the PDF. It is listed, never opened.
struct Attachment
{
    QString name;
    qint64 bytes = -1; ///< -1: not said
    QString description;
};

/// What a reader wrote into a PDF with any program.
struct Annotation
{
    enum class Kind { Highlight, Underline, StrikeOut, Squiggly, Note, FreeText, Shape, Ink, Other };
    int page = 0;
    Kind kind = Kind::Other;
    QList<Box> boxes = {}; ///< one a line of the marked text; of what marks none, where it stands
    QString contents = {}; ///< with the answers to it
    QString author = {};
    QString name = {};       ///< its id, if it has one
    QString colour = {};     ///< "#rrggbb"; empty: none
    QDateTime modified = {}; ///< invalid: not said
    /// It is laid on text, as a pen is, or around something.
    [[nodiscard]] bool marksText() const { return kind <= Kind::Squiggly || kind == Kind::Shape; }
};

/// An annotation to be written into a copy of a PDF; its kind is Highlight, Underline or Shape (a rectangle).
struct AddedAnnotation
{
    Annotation annotation;
    QString subject; ///< what kind of a mark it is, in words
};

struct SearchHit
{
    int page = 0;
    TextRange range;
    QList<Box> boxes; ///< one a line
    QString before;   ///< the words around, normalised, for the list of hits; with the blank next to the match
    QString match;
    QString after;
    bool goesOn = false; ///< its end is on the next page; range and boxes are what is on this one
};

/// The same place of the same document.
[[nodiscard]] inline bool isSameHit(const SearchHit &a, const SearchHit &b)
{
    return a.page == b.page && a.range == b.range;
}

} // namespace yaodian::pdf
