#include "sync/finding.h"

#include "net/address.h"
#include "net/headtags.h"

namespace yaodian::sync {

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

QUrl feedNamedBy(const QByteArray &html, const QUrl &page)
{
    QUrl base = page;
    for (const auto &tag : net::headTags(html, QLatin1String("base"))) {
        if (const QString href = tag.value(QStringLiteral("href")); !href.isEmpty()) {
            base = page.resolved(QUrl(href));
            break;
        }
    }
    QUrl comments;
    for (const auto &tag : net::headTags(html, QLatin1String("link"))) {
        const QString type = tag.value(QStringLiteral("type")).section(QLatin1Char(';'), 0, 0).trimmed().toLower();
        const QString href = tag.value(QStringLiteral("href"));
        const bool feed = type == QLatin1String("application/rss+xml") || type == QLatin1String("application/atom+xml");
        if (!feed || href.isEmpty() ||
            !tag.value(QStringLiteral("rel")).toLower().split(QLatin1Char(' ')).contains(QLatin1String("alternate")))
            continue;
        const QUrl url = base.resolved(QUrl(href, QUrl::TolerantMode));
        if (!url.path().contains(QLatin1String("comments")))
            return url;
        if (comments.isEmpty())
            comments = url;
    }
    return comments;
}

} // namespace yaodian::sync
