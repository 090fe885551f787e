#pragma once

#include "base/geometry.h"

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
};

struct OutlineItem
{
    QString title;
    int depth = 0;
    int page = -1;  ///< -1: leads nowhere in this document
    double top = 0; ///< 0..1 of the page
};

struct Link
{
    Box box;
    int page = -1; ///< target in this document, or -1
    double top = 0;
    QString uri;     ///< http or https only; empty for links within the document
    QString refused; ///< what a link that is not followed asks for (file:, javascript:, launch: …), to be shown, never
                     ///< opened
};

/// What ends a line in PageText::text.
inline constexpr QChar lineEnd = u'\n';

/// The text of a page in reading order (columns one after the other). Lines end with '\n', blocks with "\n\n";
/// `boxes` has one box per UTF-16 unit of `text`, empty for line ends and blanks that were not printed.
struct PageText
{
    QString text;
    QList<Box> boxes;

    [[nodiscard]] bool isEmpty() const { return text.isEmpty(); }
};

/// A stretch of a PageText: [from, to) in UTF-16 units.
struct TextRange
{
    int from = 0;
    int to = 0;
    [[nodiscard]] bool isEmpty() const { return to <= from; }
    friend bool operator==(const TextRange &, const TextRange &) = default;
};

struct SearchHit
{
    int page = 0;
    TextRange range;
    QList<Box> boxes; ///< one a line
    QString before;   ///< the words around, normalised, for the list of hits
    QString match;
    QString after;
};

} // namespace yaodian::pdf
