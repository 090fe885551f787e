#include "sync/finding.h"

#include "net/address.h"
#include "net/headtags.h"

#include <QRegularExpression>
#include <QUrlQuery>

#include <algorithm>
#include <optional>

namespace yaodian::sync {

namespace {

using Kind = library::Source::Kind;

QUrl baseOf(const QByteArray &html, const QUrl &page)
{
    for (const auto &tag : net::headTags(html, QLatin1String("base"))) {
        if (const QString href = tag.value(QStringLiteral("href")); !href.isEmpty())
            return page.resolved(QUrl(href));
    }
    return page;
}

QString siteNameOf(const QByteArray &html)
{
    for (const auto &tag : net::headTags(html, QLatin1String("meta"))) {
        if (tag.value(QStringLiteral("property")).toLower() == QLatin1String("og:site_name"))
            return tag.value(QStringLiteral("content")).simplified().left(200);
    }
    return {};
}

bool isAlternate(const net::TagAttributes &tag)
{
    return tag.value(QStringLiteral("rel")).toLower().split(QLatin1Char(' ')).contains(QLatin1String("alternate"));
}

QString typeOf(const net::TagAttributes &tag)
{
    return tag.value(QStringLiteral("type")).section(QLatin1Char(';'), 0, 0).trimmed().toLower();
}

library::Source sourceAt(Kind kind, const QUrl &url)
{
    library::Source source;
    source.kind = kind;
    source.url = url.toString(QUrl::FullyEncoded);
    return source;
}

QList<library::Source> feedsOf(const QList<net::TagAttributes> &links, const QUrl &base)
{
    static const QStringList types{QStringLiteral("application/rss+xml"), QStringLiteral("application/atom+xml"),
                                   QStringLiteral("application/rdf+xml"), QStringLiteral("application/feed+json")};
    QList<library::Source> feeds;
    QList<library::Source> comments;
    for (const auto &tag : links) {
        const QString href = tag.value(QStringLiteral("href"));
        if (!types.contains(typeOf(tag)) || href.isEmpty() || !isAlternate(tag))
            continue;
        const QUrl url = base.resolved(QUrl(href, QUrl::TolerantMode));
        const bool ofComments = url.path().contains(QLatin1String("comments"));
        (ofComments ? comments : feeds).append(sourceAt(Kind::Feed, url));
    }
    return feeds + comments;
}

/// The collection of posts below the root of a REST interface, in either form of its addresses.
QUrl postsBelow(const QUrl &root)
{
    QUrl url = root;
    QUrlQuery query(root);
    if (query.hasQueryItem(QStringLiteral("rest_route"))) {
        query.removeQueryItem(QStringLiteral("rest_route"));
        query.addQueryItem(QStringLiteral("rest_route"), QStringLiteral("/wp/v2/posts"));
        url.setQuery(query);
        return url;
    }
    if (!url.path().endsWith(QLatin1Char('/')))
        url.setPath(url.path() + QLatin1Char('/'));
    return url.resolved(QUrl(QStringLiteral("wp/v2/posts")));
}

/// An archive of one category, tag or author names itself beside the interface: only its posts are meant.
void narrow(QUrl &posts, const QList<net::TagAttributes> &links)
{
    static const QRegularExpression object(QStringLiteral("/wp/v2/(categories|tags|users)/(\\d+)"));
    for (const auto &tag : links) {
        if (!isAlternate(tag) || typeOf(tag) != QLatin1String("application/json"))
            continue;
        const auto match = object.match(QUrl::fromPercentEncoding(tag.value(QStringLiteral("href")).toLatin1()));
        if (!match.hasMatch())
            continue;
        QUrlQuery query(posts);
        const bool author = match.captured(1) == QLatin1String("users");
        query.addQueryItem(author ? QStringLiteral("author") : match.captured(1), match.captured(2));
        posts.setQuery(query);
        return;
    }
}

std::optional<library::Source> wordPressOf(const QList<net::TagAttributes> &links, const QUrl &base, const QUrl &page)
{
    for (const auto &tag : links) {
        if (tag.value(QStringLiteral("rel")) != QLatin1String("https://api.w.org/"))
            continue;
        QUrl posts = postsBelow(base.resolved(QUrl(tag.value(QStringLiteral("href")), QUrl::TolerantMode)));
        if (!net::sameHostAndPort(posts, page))
            continue;
        narrow(posts, links);
        return sourceAt(Kind::WordPress, posts);
    }
    return std::nullopt;
}

QList<library::Source> usualFeeds(const QUrl &page)
{
    QList<library::Source> out;
    QUrl folder = page;
    folder.setQuery(QString());
    if (!folder.path().endsWith(QLatin1Char('/')))
        folder.setPath(folder.path() + QLatin1Char('/'));
    for (const char *path : {"feed", "/feed", "/feed.xml", "/rss.xml", "/atom.xml", "/index.xml"}) {
        const library::Source guess = sourceAt(Kind::Feed, folder.resolved(QUrl(QLatin1String(path))));
        if (std::none_of(out.cbegin(), out.cend(), [&guess](const auto &one) { return one.url == guess.url; }))
            out.append(guess);
    }
    return out;
}

} // namespace

QUrl typedAddress(const QString &text)
{
    QString address = text.trimmed();
    if (address.startsWith(QLatin1String("feed:"), Qt::CaseInsensitive))
        address.remove(0, 5);
    if (address.startsWith(QLatin1String("//")))
        address.remove(0, 2);
    if (!address.contains(QLatin1String("://"))) {
        const QUrl guess(QStringLiteral("http://") + address, QUrl::TolerantMode);
        const bool near = guess.host() == QLatin1String("localhost") || net::isPrivate(net::literalAddress(guess));
        address.prepend(near ? QStringLiteral("http://") : QStringLiteral("https://"));
    }
    QUrl url(address, QUrl::TolerantMode);
    url.setFragment({});
    return url.host().isEmpty() ? QUrl() : url;
}

Named namedBy(const QByteArray &html, const QUrl &page)
{
    const QUrl base = baseOf(html, page);
    const QList<net::TagAttributes> links = net::headTags(html, QLatin1String("link"));
    Named named;
    const QString title = siteNameOf(html);
    const QList<library::Source> feeds = feedsOf(links, base);
    if (auto wordPress = wordPressOf(links, base, page)) {
        wordPress->options.fallback =
            feeds.isEmpty() ? page.resolved(QUrl(QStringLiteral("/feed/"))).toString() : feeds.first().url;
        named.sources.append(*wordPress);
    }
    named.sources += feeds;
    named.guessed = named.sources.isEmpty();
    if (named.guessed)
        named.sources = usualFeeds(page);
    for (library::Source &source : named.sources) {
        if (source.title.isEmpty())
            source.title = title;
    }
    return named;
}

} // namespace yaodian::sync
