#include "digest/feed.h"

#include "digest/feedtext.h"
#include "digest/feedxml.h"
#include "digest/html_tokens.h"
#include "digest/listing.h"
#include "digest/recognise.h"

#include <QCoreApplication>

#include <algorithm>

namespace yaodian::digest {

namespace {

/// HTML or text, unescaped once more where a feed escaped it twice.
Document contentOf(const FeedItem &item, const Origin &origin)
{
    QString text = item.content.value;
    bool isHtml = item.content.isHtml && hasHtmlTags(text);
    if (!isHtml && text.contains(u'&')) {
        const QString decoded = htmlDecoded(text);
        isHtml = hasHtmlTags(decoded) && !hasHtmlTags(text);
        text = isHtml || item.content.isHtml ? decoded : text;
    }
    Document document = isHtml ? blocksFromHtml(text) : blocksFromText(text);
    document.title = item.title;
    document.titleIsSure = !item.title.isEmpty();
    // Without an xml:base a post's links are those of its own page.
    const bool declared = !item.base.isEmpty() && item.base != origin.link;
    resolveLinks(document, declared || item.link.isEmpty() ? item.base : item.link);
    return document;
}

/// A post with more authors is a paper, and they are its own.
constexpr qsizetype mostAuthors = 4;

QString firstWords(const QString &text)
{
    constexpr qsizetype most = 80;
    const QString line = text.section(u'\n', 0, 0).simplified();
    return line.size() <= most ? line : line.left(most).trimmed() + u'…';
}

Issue issueOf(const FeedItem &item, const Origin &origin)
{
    Document document = contentOf(item, origin);
    const QStringList repairs = document.repairs;
    Issue issue = recognise(std::move(document));
    if (issue.title.isEmpty()) // a short post without a title is known by its first words
        issue.title = firstWords(issue.text);
    if (issue.author.isEmpty() && item.authors.size() <= mostAuthors)
        issue.author = item.authors.join(QLatin1String(", "));
    issue.guid = item.guid.isEmpty() ? item.link : item.guid;
    issue.link = item.link;
    issue.published = item.published;
    issue.report.repairs = repairs;
    return issue;
}

/// arXiv answers a wrong question with a feed of one entry, "Error".
bool isError(const FeedItem &item)
{
    return item.guid.contains(QLatin1String("arxiv.org/api/errors"));
}

} // namespace

Result<QList<Issue>> issuesOf(const Feed &given, const Origin &origin)
{
    Feed feed = given;
    const auto error = std::find_if(feed.items.begin(), feed.items.end(), isError);
    if (error != feed.items.end()) {
        feed.refusal = error->content.value.simplified();
        feed.items.removeIf(isError);
    }
    if (feed.items.isEmpty() && !feed.refusal.isEmpty())
        return Error::world(
            QCoreApplication::translate("digest", "The server answered with an error: %1").arg(feed.refusal.left(300)));
    if (feed.link.isEmpty())
        feed.link = origin.link;
    QList<Issue> issues;
    const auto papers = std::count_if(feed.items.begin(), feed.items.end(), isPaper);
    if (!feed.items.isEmpty() && papers * 5 >= feed.items.size() * 4)
        issues.append(listingOf(feed));
    else
        for (const FeedItem &item : feed.items)
            issues.append(issueOf(item, origin));
    for (Issue &issue : issues)
        issue.report.repairs = feed.repairs + issue.report.repairs;
    return issues;
}

std::optional<Result<QList<Issue>>> readFeed(const QString &text, const Origin &origin)
{
    const Feed feed = readFeedXml(text, origin.link);
    if (!feed.isFeed)
        return {};
    return issuesOf(feed, origin);
}

} // namespace yaodian::digest
