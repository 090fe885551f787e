#pragma once

#include "digest/blocks.h"
#include "digest/values.h"

namespace yaodian::digest {

/// What is known of a post before it is read.
struct Subject
{
    QString title;       ///< empty: unknown
    bool isSure = false; ///< it is the post's alone (a mail's subject), not a page's <title>
    QString link;        ///< where a saved page came from; empty: unknown
};

/// A place of a page that its own words call the content: blocks [first, last).
struct Region
{
    qsizetype first = 0;
    qsizetype last = 0;
    bool isNamed = false; ///< by a class or an id ("entry-content"); else it is an <article> or <main>
};

/// What a page says of itself in its head.
struct PageMeta
{
    QString title;     ///< og:title
    QString link;      ///< canonical, else og:url
    QString published; ///< as written
    QString author;
    QList<Region> regions;
};

/// As blocksFromHtml(html), and what the page says of itself.
[[nodiscard]] Document blocksFromHtml(const QString &html, PageMeta &meta);

/// The element is a candidate for the content of its page; `named` as in Region.
[[nodiscard]] bool isContentElement(QByteArrayView name, QStringView attributes, bool &named);

/// A saved page → its post: without menus, sidebars and comments where the page says which part is the content, with
/// its canonical link and date.
[[nodiscard]] Issue readPage(const QString &html, const Subject &subject);

} // namespace yaodian::digest
