#include "digest/paperjson.h"

#include "digest/digest.h"
#include "digest/feeddate.h"
#include "digest/feedtext.h"
#include "digest/html_tokens.h"
#include "digest/people.h"

#include <QJsonArray>

namespace yaodian::digest {

namespace {

using Names = std::initializer_list<const char *>;

/// The first of the members that is a text and not empty.
QString textOf(const QJsonObject &object, Names names)
{
    for (const char *name : names) {
        const QString text = object.value(QLatin1String(name)).toString().trimmed();
        if (!text.isEmpty())
            return text;
    }
    return {};
}

/// An array of texts or of objects with a name, or one text with the names in it.
QStringList namesIn(const QJsonValue &value)
{
    QStringList names;
    if (value.isString())
        return namesOf(value.toString().replace(u';', u',')).authors;
    for (const QJsonValue &one : value.toArray()) {
        const QJsonObject object = one.toObject();
        const QString name = one.isString() ? one.toString()
                                            : textOf(object.contains(QLatin1String("author")) &&
                                                             object[QLatin1String("author")].isObject()
                                                         ? object[QLatin1String("author")].toObject()
                                                         : object,
                                                     {"name", "fullname", "display_name"});
        if (!name.trimmed().isEmpty() && !object.value(QLatin1String("hidden")).toBool())
            names.append(name.simplified());
    }
    return names;
}

QStringList wordsIn(const QJsonValue &value)
{
    QStringList words;
    if (value.isString())
        words = value.toString().split(value.toString().contains(u',') ? u',' : u' ', Qt::SkipEmptyParts);
    for (const QJsonValue &one : value.toArray())
        words.append(one.isString() ? one.toString() : one.toObject().value(QLatin1String("name")).toString());
    for (QString &word : words)
        word = word.simplified();
    words.removeAll(QString());
    words.removeDuplicates();
    return words;
}

QStringList categoriesIn(const QJsonObject &object)
{
    QStringList categories = wordsIn(object.value(QLatin1String("categories")));
    if (categories.isEmpty())
        categories = wordsIn(object.value(QLatin1String("category")));
    const QString primary = textOf(object, {"primary_category", "primaryCategory"});
    if (!primary.isEmpty()) {
        categories.removeAll(primary);
        categories.prepend(primary);
    }
    return categories;
}

/// "2302.03084", "2302.03084v2", "cs/0601001": an id of arXiv without anything around it.
bool isArxivId(const QString &text)
{
    const auto found = identifierFromText(QStringLiteral("arXiv:") + text);
    return !text.contains(u':') && found && found->scheme == Identifier::Scheme::Arxiv;
}

bool isPaperLink(const QString &link)
{
    const QList<Identifier> ids = identify(link);
    return !ids.isEmpty() && ids.first().isStrong();
}

/// The link that stands for the paper: one that names it, else one made of its id, else any.
QString linkOf(const QJsonObject &object)
{
    static constexpr const char *links[] = {"abs",          "entry_id",     "url",  "link",
                                            "arxiv_url",    "paper_url",    "html", "id",
                                            "external_url", "landing_page", "pdf",  "pdf_url"};
    for (const char *name : links)
        if (const QString link = textOf(object, {name}); link.startsWith(u"http") && isPaperLink(link))
            return link;
    const QJsonObject ids = object.value(QLatin1String("externalIds")).toObject();
    for (const QString &id :
         {textOf(object, {"arxiv_id", "arxivId", "arxiv"}), textOf(ids, {"ArXiv"}), textOf(object, {"id", "paper_id"})})
        if (!id.isEmpty() && isArxivId(id))
            return QStringLiteral("https://arxiv.org/abs/") + id;
    for (const QString &doi : {doiOf(textOf(object, {"doi", "DOI"})), doiOf(textOf(ids, {"DOI"}))})
        if (!doi.isEmpty())
            return QStringLiteral("https://doi.org/") + doi;
    return textOf(object, {"abs", "url", "link", "pdf", "projectPage"});
}

/// What a list adds to a paper in words of its own.
QString remarksOf(const QJsonObject &object)
{
    QStringList remarks;
    if (const int upvotes = object.value(QLatin1String("upvotes")).toInt(); upvotes > 0)
        remarks.append(QStringLiteral("▲ %1").arg(upvotes));
    if (const QStringList words = wordsIn(object.value(QLatin1String("ai_keywords"))); !words.isEmpty())
        remarks.append(QStringLiteral("Keywords: ") + words.join(QLatin1String(", ")));
    if (const QString comment = textOf(object, {"comment", "comments"}); !comment.isEmpty())
        remarks.append(comment.simplified());
    for (const char *name : {"githubRepo", "projectPage", "code"})
        if (const QString link = textOf(object, {name}); link.startsWith(u"http"))
            remarks.append(link);
    return remarks.join(QLatin1String("\n\n"));
}

/// The member `AI` of daily-arXiv-ai-enhanced: aspects, each a point.
void readAspects(Entry &entry, const QJsonObject &ai)
{
    struct Aspect
    {
        const char *name;
        QLatin1String english;
        QString chinese;
    };
    static const Aspect aspects[] = {{"motivation", QLatin1String("Motivation"), QStringLiteral("动机")},
                                     {"method", QLatin1String("Method"), QStringLiteral("方法")},
                                     {"result", QLatin1String("Result"), QStringLiteral("结果")},
                                     {"conclusion", QLatin1String("Conclusion"), QStringLiteral("结论")}};
    entry.oneLine = textOf(ai, {"tldr", "TLDR", "summary"});
    for (const Aspect &aspect : aspects) {
        const QString text = textOf(ai, {aspect.name}).simplified();
        if (text.isEmpty())
            continue;
        bool chinese = false;
        for (const QChar c : text)
            chinese = chinese || (c.unicode() >= 0x4E00 && c.unicode() < 0xA000);
        entry.keyPoints.append(chinese ? aspect.chinese + u'：' + text : aspect.english + QLatin1String(": ") + text);
    }
}

std::optional<int> yearOf(const QJsonObject &object)
{
    const int year = object.value(QLatin1String("year")).toInt();
    return year > 1900 && year < 2200 ? std::optional(year) : std::nullopt;
}

} // namespace

std::optional<Entry> entryFromJson(const QJsonObject &outer)
{
    // Hugging Face puts the paper into an object of its own, with a copy of its title beside it.
    const QJsonObject inner = outer.value(QLatin1String("paper")).toObject();
    const QJsonObject object = inner.isEmpty() ? outer : inner;
    Entry entry;
    entry.title = plainOfHtml(textOf(object, {"title", "display_name"}));
    if (entry.title.isEmpty())
        entry.title = textOf(outer, {"title"}).simplified();
    entry.titleZh = textOf(object, {"title_zh", "titleZh", "title_cn", "zh_title", "chinese_title"}).simplified();
    entry.authors =
        namesIn(object.value(QLatin1String(object.contains(QLatin1String("authors")) ? "authors" : "authorships")));
    entry.categories = categoriesIn(object);
    entry.abstractEn = textOf(object, {"abstract", "summary"}).simplified();
    entry.abstractZh = textOf(object, {"abstract_zh", "summary_zh", "abstract_cn"}).simplified();
    entry.oneLine = textOf(object, {"ai_summary", "tldr", "one_line"});
    if (entry.oneLine.isEmpty())
        entry.oneLine = textOf(object.value(QLatin1String("tldr")).toObject(), {"text"});
    if (const QJsonObject ai = object.value(QLatin1String("AI")).toObject(); !ai.isEmpty())
        readAspects(entry, ai);
    entry.oneLine = entry.oneLine.simplified();
    entry.year = yearOf(object);
    entry.url = linkOf(object);
    entry.body = remarksOf(object);
    const bool named = isPaperLink(entry.url) || isDocumentLink(entry.url) ||
                       (!entry.authors.isEmpty() && !entry.abstractEn.isEmpty());
    if (entry.title.isEmpty() || !named)
        return std::nullopt;
    return entry;
}

QDateTime listedOn(const QJsonObject &outer)
{
    const QJsonObject inner = outer.value(QLatin1String("paper")).toObject();
    QString text = textOf(inner, {"submittedOnDailyAt"});
    if (text.isEmpty())
        text = textOf(outer, {"submittedOnDailyAt", "publishedAt", "date", "published", "updated"});
    return feedDate(text);
}

} // namespace yaodian::digest
