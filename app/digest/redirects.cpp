#include "digest/redirects.h"

#include "digest/paperlinks.h"

#include <QUrl>

#include <algorithm>

namespace yaodian::digest {

namespace {

constexpr qsizetype longestLink = 8192;

/// Where the address inside an address begins, behind "=" "/" or "__"; -1.
qsizetype carriedAt(QStringView link)
{
    for (qsizetype at = link.indexOf(u"http", 8, Qt::CaseInsensitive); at > 0;
         at = link.indexOf(u"http", at + 4, Qt::CaseInsensitive)) {
        const QChar before = link[at - 1];
        if (before != u'=' && before != u'/' && before != u'_')
            continue;
        QStringView rest = link.mid(at + 4);
        rest = rest.startsWith(u's', Qt::CaseInsensitive) ? rest.mid(1) : rest;
        if (rest.startsWith(u"://") || rest.startsWith(u"%3A", Qt::CaseInsensitive) || rest.startsWith(u":%2F"))
            return at;
    }
    return -1;
}

/// Its text, decoded: up to the next parameter, or to the end of its part of the path where it is encoded.
QString carried(QStringView link, qsizetype at)
{
    const QChar before = link[at - 1];
    QStringView inner = link.mid(at);
    if (before == u'_') // "…/v3/__https://host/path__;!!token"
        inner = inner.left(qMax<qsizetype>(inner.indexOf(u"__;"), 0));
    else if (before == u'=')
        inner = inner.left(inner.indexOf(u'&') < 0 ? inner.size() : inner.indexOf(u'&'));
    else if (!inner.left(9).contains(u"://") && inner.contains(u'/'))
        inner = inner.left(inner.indexOf(u'/'));
    if (inner.contains(u"://"))
        return inner.toString();
    return QUrl::fromPercentEncoding(inner.toUtf8());
}

/// Sites and pages that only lead on.
bool onlyRedirects(QStringView link)
{
    static constexpr QStringView pages[] = {u"link.zhihu.com", u"google.com/url",   u"substack.com/redirect",
                                            u"link.csdn.net",  u"link.juejin.cn",   u"jianshu.com/go-wild",
                                            u"gitee.com/link", u"safelinks.",       u"urldefense.",
                                            u"sinaurl",        u"t.umblr.com",      u"medium.com/r/",
                                            u"l.facebook.com", u"oschina.net/link", u"linkedin.com/redir"};
    const QStringView front = link.left(80);
    return std::any_of(std::begin(pages), std::end(pages),
                       [front](QStringView page) { return front.contains(page, Qt::CaseInsensitive); });
}

/// "Share this page": the address is what is shared.
bool shares(QStringView link)
{
    const QStringView front = link.left(80);
    return front.contains(u"share", Qt::CaseInsensitive) || front.contains(u"/intent/") || front.contains(u"submit");
}

} // namespace

QString withoutRedirect(const QString &link)
{
    if (link.size() > longestLink || !link.startsWith(QLatin1String("http"), Qt::CaseInsensitive))
        return link;
    const qsizetype at = carriedAt(link);
    if (at < 0 || shares(link))
        return link;
    const QString inner = carried(link, at);
    if (!inner.startsWith(QLatin1String("http"), Qt::CaseInsensitive) || inner.size() < 12)
        return link;
    return onlyRedirects(link) || namesPaper(inner) ? inner : link;
}

} // namespace yaodian::digest
