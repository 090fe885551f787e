#include "digest/listing.h"

#include "digest/blocks.h"
#include "digest/digest.h"
#include "digest/feedtext.h"
#include "digest/html_tokens.h"
#include "digest/people.h"

namespace yaodian::digest {

namespace {

/// "cs.CL", "math.AG", "hep-th": what arXiv calls a category. Its feeds put classes of other schemes beside them
/// ("51A05, 51B15", "I.2.7").
bool isArxivCategory(QStringView text)
{
    if (text.isEmpty() || text.size() > 20 || !text[0].isLower())
        return false;
    for (const QChar c : text)
        if (c.unicode() > 127 || !(c.isLetter() || c == u'-' || c == u'.'))
            return false;
    return true;
}

/// What a title carries besides: "Title. (arXiv:2302.03084v1 [cs.CV] UPDATED)", "[2302.03084] Title".
struct TitleParts
{
    QString title;
    QString category;
};

TitleParts partsOf(QString title)
{
    TitleParts parts;
    const qsizetype mark = title.lastIndexOf(QLatin1String("(arXiv:"));
    if (mark > 0) {
        const QString rest = title.mid(mark);
        const qsizetype open = rest.indexOf(u'[');
        if (open > 0 && rest.indexOf(u']', open) > open)
            parts.category = rest.mid(open + 1, rest.indexOf(u']', open) - open - 1);
        title = title.left(mark).trimmed();
        if (title.endsWith(u'.'))
            title.chop(1);
    }
    if (title.startsWith(u'[') && title.indexOf(u']') < 24 && title.mid(1, title.indexOf(u']')).contains(u'.'))
        title = title.mid(title.indexOf(u']') + 1).trimmed();
    parts.title = title;
    return parts;
}

/// "arXiv:2608.01234v1 Announce Type: new Abstract: …" → the abstract.
QString abstractOf(const FeedText &content)
{
    QString plain;
    if (content.isHtml && hasHtmlTags(content.value)) {
        for (const Block &block : blocksFromHtml(content.value).blocks)
            plain += (plain.isEmpty() ? QString() : QStringLiteral(" ")) + block.text;
    } else {
        plain = htmlDecoded(content.value);
        if (content.isHtml && hasHtmlTags(plain))
            plain = plainOfHtml(plain);
    }
    const qsizetype at = plain.left(300).indexOf(QLatin1String("Abstract:"));
    const bool announced = at >= 0 && (at == 0 || plain.left(at).contains(QLatin1String("arXiv:")) ||
                                       plain.left(at).contains(QLatin1String("Announce Type")));
    return (announced ? plain.mid(at + 9) : plain).simplified();
}

QStringList categoriesOf(const FeedItem &item, const QString &inTitle)
{
    QStringList categories = item.categories;
    const bool arxiv = std::any_of(categories.begin(), categories.end(), [](const QString &category) {
        return isArxivCategory(category) && (category.contains(u'.') || category.contains(u'-'));
    });
    if (arxiv || item.isPaper)
        categories.removeIf([](const QString &category) { return !isArxivCategory(category); });
    if (categories.isEmpty() && !inTitle.isEmpty())
        categories.append(inTitle);
    return categories;
}

Entry entryOf(const FeedItem &item)
{
    Entry entry;
    const TitleParts parts = partsOf(item.title);
    entry.title = parts.title;
    entry.categories = categoriesOf(item, parts.category);
    entry.abstractEn = abstractOf(item.content);
    entry.url = item.link.isEmpty() && !item.doi.isEmpty() ? QStringLiteral("https://doi.org/") + item.doi : item.link;
    for (const QString &author : item.authors)
        entry.authors += namesOf(author).authors;
    entry.authors.removeDuplicates();
    return entry;
}

} // namespace

bool isPaper(const FeedItem &item)
{
    if (item.isPaper || item.guid.startsWith(QLatin1String("oai:arXiv.org:")))
        return true;
    const QList<Identifier> ids = identify(item.link);
    return !ids.isEmpty() && ids.first().isStrong();
}

Issue listingOf(const Feed &feed)
{
    Issue issue;
    issue.report.family = QStringLiteral("listing");
    issue.title = feed.title;
    issue.link = feed.link;
    issue.published = feed.updated;
    for (const FeedItem &item : feed.items) {
        Entry entry = entryOf(item);
        if (!entry.title.isEmpty())
            issue.entries.append(std::move(entry));
        if (!issue.published.isValid())
            issue.published = item.published;
    }
    issue.guid = feed.link + u'@' + issue.published.date().toString(Qt::ISODate);
    issue.report.headsSeen = int(feed.items.size());
    return issue;
}

} // namespace yaodian::digest
