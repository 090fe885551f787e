#include "digest/feed.h"

#include "digest/feedxml.h"
#include "digest/html_tokens.h"
#include "digest/people.h"
#include "digest/recognise.h"

#include <algorithm>

namespace yaodian::digest {

namespace {

bool isPaper(const FeedItem &item)
{
    const QList<Identifier> ids = identify(item.link);
    return !ids.isEmpty() && ids.first().isStrong();
}

/// HTML, unescaped once more where a feed escaped it twice.
Document contentOf(const FeedItem &item)
{
    QString html = item.content;
    const QString start = html.left(200).trimmed();
    if (start.startsWith(QLatin1String("&lt;")) && !start.contains(u'<'))
        html = htmlDecoded(html);
    Document document = html.contains(u'<') || html.contains(u'&') ? blocksFromHtml(html) : blocksFromText(html);
    document.title = item.title;
    document.titleIsSure = !item.title.isEmpty();
    return document;
}

Issue issueOf(const FeedItem &item)
{
    const Document document = contentOf(item);
    Issue issue = recognise(document);
    if (issue.author.isEmpty() && item.authors.size() == 1)
        issue.author = item.authors.first();
    issue.guid = item.guid.isEmpty() ? item.link : item.guid;
    issue.link = item.link;
    issue.published = item.published;
    issue.report.repairs = document.repairs;
    return issue;
}

/// "Title. (arXiv:2302.03084v1 [cs.CV])" and "[2302.03084] Title" → the title.
QString paperTitle(QString title)
{
    const qsizetype mark = title.lastIndexOf(QLatin1String("(arXiv:"));
    if (mark > 0)
        title = title.left(mark).trimmed();
    if (mark > 0 && title.endsWith(u'.'))
        title.chop(1);
    if (title.startsWith(u'[') && title.indexOf(u']') < 24)
        title = title.mid(title.indexOf(u']') + 1).trimmed();
    return title;
}

/// "arXiv:2608.01234v1 Announce Type: new Abstract: …" → the abstract.
QString abstractOf(const FeedItem &item)
{
    QString text = htmlDecoded(item.content);
    if (text.contains(u'<')) {
        QString plain;
        for (const Block &block : blocksFromHtml(text).blocks)
            plain += (plain.isEmpty() ? QString() : QStringLiteral(" ")) + block.text;
        text = plain;
    }
    const qsizetype at = text.left(300).indexOf(QLatin1String("Abstract:"));
    return (at >= 0 ? text.mid(at + 9) : text).simplified();
}

Entry entryOf(const FeedItem &item)
{
    Entry entry;
    entry.title = paperTitle(item.title);
    entry.categories = item.categories;
    entry.abstractEn = abstractOf(item);
    entry.url = item.link;
    for (const QString &author : item.authors)
        entry.authors += namesOf(author).authors;
    return entry;
}

/// A listing: one issue a day, whatever the feed's own address.
Issue listingOf(const Feed &feed)
{
    Issue issue;
    issue.title = feed.title;
    issue.link = feed.link;
    issue.published = feed.updated;
    for (const FeedItem &item : feed.items) {
        issue.entries.append(entryOf(item));
        if (!issue.published.isValid())
            issue.published = item.published;
    }
    issue.guid = feed.link + u'@' + issue.published.date().toString(Qt::ISODate);
    issue.report.headsSeen = int(feed.items.size());
    return issue;
}

} // namespace

std::optional<QList<Issue>> readFeed(const QString &text, const Origin &)
{
    const Feed feed = readFeedXml(text);
    if (!feed.isFeed)
        return {};
    QList<Issue> issues;
    const auto papers = std::count_if(feed.items.begin(), feed.items.end(), isPaper);
    if (!feed.items.isEmpty() && papers * 5 >= feed.items.size() * 4) {
        issues.append(listingOf(feed));
        issues.first().report.family = QStringLiteral("listing");
    } else {
        for (const FeedItem &item : feed.items)
            issues.append(issueOf(item));
    }
    for (Issue &issue : issues)
        issue.report.repairs = feed.repairs + issue.report.repairs;
    return issues;
}

} // namespace yaodian::digest
