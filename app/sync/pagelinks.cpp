#include "sync/pagelinks.h"

#include "net/headtags.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>

namespace yaodian::sync {

namespace {

constexpr qsizetype fewest = 3;

/// What no post's address has in it as a whole segment.
bool isFurniture(const QString &segment)
{
    static const QSet<QString> words{
        QStringLiteral("tag"),          QStringLiteral("tags"),       QStringLiteral("category"),
        QStringLiteral("categories"),   QStringLiteral("author"),     QStringLiteral("authors"),
        QStringLiteral("page"),         QStringLiteral("about"),      QStringLiteral("contact"),
        QStringLiteral("login"),        QStringLiteral("signin"),     QStringLiteral("signup"),
        QStringLiteral("register"),     QStringLiteral("search"),     QStringLiteral("feed"),
        QStringLiteral("rss"),          QStringLiteral("privacy"),    QStringLiteral("terms"),
        QStringLiteral("user"),         QStringLiteral("users"),      QStringLiteral("people"),
        QStringLiteral("wp-admin"),     QStringLiteral("wp-content"), QStringLiteral("static"),
        QStringLiteral("assets"),       QStringLiteral("images"),     QStringLiteral("comments"),
        QStringLiteral("topics"),       QStringLiteral("links"),      QStringLiteral("friends"),
        QStringLiteral("archives.html")};
    return words.contains(segment.toLower());
}

bool isFile(const QString &name)
{
    static const QRegularExpression other(QStringLiteral("\\.(?!html?$|md$|php$|aspx?$)[a-z]{2,4}$"),
                                          QRegularExpression::CaseInsensitiveOption);
    return other.match(name).hasMatch();
}

/// "/2023/02/08/a-title/" → "/#/#/#/*": numbers and the last segment stand for any of their kind. Empty: no post.
QString shapeOf(const QUrl &url)
{
    QStringList segments = url.path().split(QLatin1Char('/'), Qt::SkipEmptyParts);
    if (segments.isEmpty() || isFile(segments.last()) || std::any_of(segments.cbegin(), segments.cend(), isFurniture))
        return {};
    static const QRegularExpression digits(QStringLiteral("^\\d+$"));
    for (QString &segment : segments) {
        if (digits.match(segment).hasMatch())
            segment = QStringLiteral("#");
    }
    if (segments.last() != QLatin1String("#"))
        segments.last() = QStringLiteral("*");
    return segments.join(QLatin1Char('/'));
}

/// How much a last segment looks like a post's: a number, a date, several words.
int likeness(const QUrl &url)
{
    const QString name = url.path().section(QLatin1Char('/'), -1, -1, QString::SectionSkipEmpty);
    static const QRegularExpression number(QStringLiteral("\\d{2,}"));
    return 1 + (number.match(url.path()).hasMatch() ? 2 : 0) + (name.count(QLatin1Char('-')) >= 2 ? 2 : 0) +
           (name.size() > 24 ? 1 : 0);
}

QUrl plain(QUrl url)
{
    url.setFragment({});
    return url;
}

} // namespace

QList<PostLink> postLinks(const QByteArray &html, const QUrl &page)
{
    struct Family
    {
        QList<PostLink> links;
        int weight = 0;
    };
    QHash<QString, Family> families;
    QStringList order;
    QSet<QString> known{plain(page).toString()};
    const auto bases = net::headTags(html, QLatin1String("base"));
    const QString base = bases.isEmpty() ? QString() : bases.first().value(QStringLiteral("href"));
    const QUrl from = base.isEmpty() ? page : page.resolved(QUrl(base));
    for (const auto &tag : net::headTags(html, QLatin1String("a"))) {
        const QUrl url = plain(from.resolved(QUrl(tag.value(QStringLiteral("href")).trimmed(), QUrl::TolerantMode)));
        const QString shape = url.host() == page.host() && url.port() == page.port() ? shapeOf(url) : QString();
        if (shape.isEmpty() || known.contains(url.toString()))
            continue;
        known.insert(url.toString());
        if (!families.contains(shape))
            order.append(shape);
        Family &family = families[shape];
        family.links.append({url});
        family.weight += likeness(url);
    }
    const Family *best = nullptr;
    for (const QString &shape : std::as_const(order)) {
        const Family &family = *families.constFind(shape);
        if (family.links.size() >= fewest && (!best || family.weight > best->weight))
            best = &family;
    }
    return best ? best->links : QList<PostLink>();
}

} // namespace yaodian::sync
