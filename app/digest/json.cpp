#include "digest/json.h"

#include "digest/feed.h"
#include "digest/feeddate.h"
#include "digest/feedtext.h"
#include "digest/html_tokens.h"
#include "digest/jsonitems.h"
#include "digest/listing.h"
#include "digest/paperjson.h"
#include "digest/say.h"

namespace yaodian::digest {

namespace {

QString member(const QJsonObject &object, const char *name)
{
    return object.value(QLatin1String(name)).toString().trimmed();
}

QString rendered(const QJsonObject &object, const char *name)
{
    const QJsonValue value = object.value(QLatin1String(name));
    return value.isString() ? value.toString() : member(value.toObject(), "rendered");
}

bool isWordPressPost(const QJsonObject &object)
{
    return !rendered(object, "title").isEmpty() && object.value(QLatin1String("title")).isObject() &&
           (object.contains(QLatin1String("link")) || object.contains(QLatin1String("content")));
}

/// WordPress gives its local time without a zone beside the same moment in UTC.
FeedItem wordPressItem(const QJsonObject &object)
{
    FeedItem item;
    item.title = plainOfHtml(rendered(object, "title"));
    item.link = member(object, "link");
    item.guid = rendered(object, "guid");
    const QString utc = member(object, "date_gmt");
    item.published = feedDate(utc.isEmpty() ? member(object, "date") : utc);
    item.content = {rendered(object, "content"), true};
    item.summary = {rendered(object, "excerpt"), true};
    if (item.content.value.trimmed().isEmpty())
        std::swap(item.content, item.summary);
    return item;
}

/// An id is a text, but some feeds write a number.
QString idOf(const QJsonValue &value)
{
    return value.isDouble() ? QString::number(value.toDouble(), 'g', 17) : value.toString().trimmed();
}

FeedItem jsonFeedItem(const QJsonObject &object, const QString &base)
{
    FeedItem item;
    item.title = htmlDecoded(member(object, "title")).simplified();
    item.guid = idOf(object.value(QLatin1String("id")));
    item.link = resolvedLink(member(object, "url"), base);
    const QString external = member(object, "external_url");
    FeedItem outside;
    outside.link = external;
    if (item.link.isEmpty() || (!external.isEmpty() && isPaper(outside)))
        item.link = external.isEmpty() ? item.link : external;
    item.published = feedDate(member(object, "date_published"));
    if (!item.published.isValid())
        item.published = feedDate(member(object, "date_modified"));
    const QString html = member(object, "content_html");
    item.content = html.isEmpty() ? FeedText{member(object, "content_text"), false} : FeedText{html, true};
    item.summary = {member(object, "summary"), false};
    if (item.content.value.isEmpty())
        std::swap(item.content, item.summary);
    QJsonArray authors = object.value(QLatin1String("authors")).toArray();
    authors.append(object.value(QLatin1String("author")));
    for (const QJsonValue &author : authors)
        if (const QString name = member(author.toObject(), "name"); !name.isEmpty() && !item.authors.contains(name))
            item.authors.append(name);
    for (const QJsonValue &tag : object.value(QLatin1String("tags")).toArray())
        item.categories.append(tag.toString());
    item.base = item.link.isEmpty() ? base : item.link;
    return item;
}

/// {"title": …, "content": …}: a post as a site's own interface gives it.
bool isPlainPost(const QJsonObject &object)
{
    constexpr qsizetype shortestPost = 200;
    for (const char *name : {"abstract", "summary", "arxiv_id", "pdf_url", "authors"})
        if (object.contains(QLatin1String(name))) // a paper
            return false;
    return !member(object, "title").isEmpty() && member(object, "content").size() >= shortestPost;
}

FeedItem plainPostItem(const QJsonObject &object)
{
    FeedItem item;
    item.title = htmlDecoded(member(object, "title")).simplified();
    item.guid = idOf(object.value(QLatin1String("id")));
    for (const char *name : {"url", "link"})
        item.link = item.link.isEmpty() ? member(object, name) : item.link;
    for (const char *name : {"published_at", "publish_time", "created_at", "date"})
        if (!item.published.isValid())
            item.published = feedDate(member(object, name));
    const QString content = member(object, "content");
    item.content = {content, content.contains(u"</")};
    return item;
}

bool isJsonFeed(const JsonItems &json)
{
    if (member(json.around, "version").contains(QLatin1String("jsonfeed")))
        return true;
    const QJsonObject first = json.items.first().toObject();
    return first.contains(QLatin1String("content_html")) || first.contains(QLatin1String("content_text"));
}

QString titleAround(const JsonItems &json)
{
    return htmlDecoded(member(json.around, "title")).simplified();
}

Feed feedOf(const JsonItems &json, const Origin &origin)
{
    Feed feed;
    feed.isFeed = true;
    feed.title = titleAround(json);
    feed.link = member(json.around, "home_page_url");
    const QString base = feed.link.isEmpty() ? origin.link : feed.link;
    for (const QJsonValue &value : json.items) {
        const QJsonObject object = value.toObject();
        FeedItem item = isWordPressPost(object) ? wordPressItem(object)
                        : isPlainPost(object)   ? plainPostItem(object)
                                                : jsonFeedItem(object, base);
        if (!item.title.isEmpty() || !item.content.value.isEmpty() || !item.link.isEmpty())
            feed.items.append(std::move(item));
    }
    return feed;
}

/// "2026-07-01" in a file's name or an address.
QDate dateIn(const QString &text)
{
    for (qsizetype at = text.indexOf(u'-'); at >= 4; at = text.indexOf(u'-', at + 1)) {
        const QDate date = QDate::fromString(text.mid(at - 4, 10), Qt::ISODate);
        if (date.isValid())
            return date;
    }
    return {};
}

/// Whose list it is, by the shape of its first object.
QString listName(const JsonItems &json)
{
    const QJsonObject first = json.items.first().toObject();
    if (first.value(QLatin1String("paper")).isObject())
        return QStringLiteral("Hugging Face Daily Papers");
    if (first.contains(QLatin1String("AI")))
        return QStringLiteral("daily-arXiv");
    const QString title = member(json.around, "title");
    return title.isEmpty() ? Say::tr("Papers") : title;
}

Issue listOf(const JsonItems &json, const Origin &origin)
{
    Issue issue;
    issue.report.family = QStringLiteral("listing");
    QDateTime day;
    for (const QJsonValue &value : json.items) {
        const QJsonObject object = value.toObject();
        if (auto entry = entryFromJson(object))
            issue.entries.append(std::move(*entry));
        else
            issue.report.unparsed.append({member(object, "title")});
        if (const QDateTime listed = listedOn(object); listed.isValid() && (!day.isValid() || listed > day))
            day = listed;
    }
    QDate named = dateIn(origin.fileName);
    if (!named.isValid())
        named = dateIn(origin.link);
    issue.published = named.isValid() ? QDateTime(named, QTime(0, 0), Qt::UTC) : day;
    issue.link = origin.link;
    issue.title = listName(json);
    issue.guid = issue.title;
    if (issue.published.isValid()) {
        const QString date = issue.published.date().toString(Qt::ISODate);
        issue.title += u' ' + date;
        issue.guid += u'@' + date;
    } else {
        issue.guid.clear(); // two lists without a date have nothing in common
    }
    issue.report.headsSeen = int(json.items.size());
    return issue;
}

/// What a server says in place of a list: {"error": "…"}, {"message": "…"}.
QString refusalIn(const JsonItems &json)
{
    const QJsonObject object = json.isSingle ? json.items.first().toObject() : json.around;
    for (const char *name : {"error", "message", "detail"})
        if (const QString text = member(object, name); !text.isEmpty())
            return text;
    return {};
}

QStringList repairsOf(const JsonItems &json)
{
    QStringList repairs;
    if (json.isCut)
        repairs.append(Say::tr("The JSON is cut off or damaged; the items that are whole were read."));
    if (json.damaged > 0)
        repairs.append(Say::tr("%n item(s) of the JSON could not be read.", nullptr, json.damaged));
    return repairs;
}

} // namespace

bool looksLikeJson(QStringView text)
{
    const QStringView head = text.left(4096).trimmed();
    if (head.isEmpty() || (head[0] != u'{' && head[0] != u'['))
        return false;
    const QStringView inside = head.mid(1).trimmed();
    if (head[0] == u'{')
        return inside.startsWith(u'"') || inside.startsWith(u'}') || inside.isEmpty();
    return inside.startsWith(u'{') || (inside.startsWith(u']') && inside.size() == 1) || inside.isEmpty();
}

Result<QList<Issue>> readJson(const QString &text, const Origin &origin)
{
    const JsonItems json = jsonItems(text.toUtf8());
    if (!json.isJson)
        return Error::world(Say::tr("The JSON is damaged; nothing could be read from it."));
    if (json.items.isEmpty())
        return QList<Issue>();
    QList<Issue> issues;
    const QJsonObject first = json.items.first().toObject();
    if (isWordPressPost(first) || isJsonFeed(json) || isPlainPost(first)) {
        const auto read = issuesOf(feedOf(json, origin), origin);
        if (!read)
            return read.error();
        issues = *read;
    } else if (Issue issue = listOf(json, origin); !issue.entries.isEmpty()) {
        issues.append(std::move(issue));
    } else if (const QString refusal = refusalIn(json); !refusal.isEmpty()) {
        return Error::world(Say::tr("The server answered with an error: %1").arg(refusal.left(300)));
    } else {
        return Error::world(Say::tr("The JSON holds neither posts nor papers."));
    }
    for (Issue &issue : issues)
        issue.report.repairs = repairsOf(json) + issue.report.repairs;
    return issues;
}

QString jsonFeedTitle(const QString &text)
{
    return titleAround(jsonItems(text.toUtf8()));
}

} // namespace yaodian::digest
