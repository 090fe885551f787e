#pragma once

#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

namespace yaodian::digest {

/// One item of a feed, of whatever kind of feed.
struct FeedItem
{
    QString title;
    QString guid;
    QString link;
    QDateTime published;
    QString content; ///< HTML or text; the longer form where the feed has two
    QString summary;
    QStringList authors;
    QStringList categories;
};

struct Feed
{
    bool isFeed = false;
    QString title;
    QString link;
    QDateTime updated;
    QList<FeedItem> items;
    QStringList repairs;
};

/// XML → items. Repairs what feeds get wrong: text before the XML, bare '&', entities of HTML, an end that is missing.
[[nodiscard]] Feed readFeedXml(const QString &text);

/// RFC 2822 as feeds write it, or ISO 8601; invalid where it is neither.
[[nodiscard]] QDateTime feedDate(const QString &text);

} // namespace yaodian::digest
