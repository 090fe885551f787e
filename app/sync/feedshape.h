#pragma once

#include <QByteArray>
#include <QList>

namespace yaodian::sync {

/// What can be said of a feed before anything of it is understood.
struct FeedShape
{
    enum class Kind { None, Rss, Atom, Rdf, Channel, Json };

    Kind kind = Kind::None;
    bool closed = false; ///< its last tag is there: nothing was cut off
    /// Empty for lists of papers in JSON, which are kept as a whole. Else each whole item as a small feed of its own in
    /// the original bytes: what is kept as the post. The parts of the feed that change with every answer (its own date)
    /// are left out, so the same item is the same bytes.
    QList<QByteArray> items;
    qsizetype wholePart = 0; ///< bytes up to the end of the last whole item
    QByteArray closing;      ///< what makes a feed of them again
};

/// A scan for tags, no XML parser: it has to work on what no parser reads. What has two or four bytes a character gives
/// no items.
[[nodiscard]] FeedShape feedShape(const QByteArray &bytes);

/// True where the first tag is that of an HTML page.
[[nodiscard]] bool isWebPage(const QByteArray &bytes);

} // namespace yaodian::sync
