#pragma once

#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

namespace yaodian::digest {

/// Text of a feed, and whether its '<' and '&' are markup.
struct FeedText
{
    QString value;
    bool isHtml = true;
};

/// One item of a feed, of whatever kind of feed.
struct FeedItem
{
    QString title;
    QString guid;
    QString link;
    QDateTime published; ///< invalid: the feed does not say
    FeedText content;    ///< the longer form where the feed has two
    FeedText summary;
    QStringList authors;
    QStringList categories;
    QString base;         ///< what its relative links are relative to
    QString doi;          ///< of the paper the item is about, where the feed says so
    bool isPaper = false; ///< the feed itself says that the item is a paper (arXiv's vocabulary)
};

struct Feed
{
    bool isFeed = false;
    QString title;
    QString link;
    QDateTime updated;
    QList<FeedItem> items;
    QString refusal; ///< what the server says in place of items; empty: nothing
    QStringList repairs;
};

} // namespace yaodian::digest
