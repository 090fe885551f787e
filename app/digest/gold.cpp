#include "digest/digest.h"

#include "digest/scan.h"

#include <QJsonArray>

#include <algorithm>

namespace yaodian::digest {

namespace {

QJsonValue orNull(const std::optional<int> &value)
{
    return value ? QJsonValue(*value) : QJsonValue();
}

QJsonValue orNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

/// 动机 / 方法 / 优势 beside 要点 are no key points in the gold format but extra; where they stand for 要点, they are.
struct Points
{
    QStringList key;
    QJsonObject aspects;
};

Points pointsOf(const QStringList &points)
{
    const auto aspectOf = [](const QString &point) {
        const auto label = labelOf(point);
        return label && label->label == Label::Aspect && label->textFrom < point.size() ? label : std::nullopt;
    };
    if (std::all_of(points.begin(), points.end(), aspectOf))
        return {points, {}};
    Points parted;
    for (const QString &point : points) {
        const auto label = aspectOf(point);
        if (label && (label->word == u"动机" || label->word == u"方法" || label->word == u"优势"))
            parted.aspects.insert(label->word.toString(), point.mid(label->textFrom));
        else
            parted.key.append(point);
    }
    return parted;
}

QJsonObject entryToGold(const Entry &entry)
{
    const Points points = pointsOf(entry.keyPoints);
    QJsonObject gold{
        {QStringLiteral("n"), orNull(entry.number)},
        {QStringLiteral("category"), orNull(entry.categories.value(0))},
        {QStringLiteral("title"), entry.title},
        {QStringLiteral("title_zh"), entry.titleZh},
        {QStringLiteral("authors"), QJsonArray::fromStringList(entry.authors)},
        {QStringLiteral("et_al"), entry.etAl},
        {QStringLiteral("affiliations"), QJsonArray::fromStringList(entry.affiliations)},
        {QStringLiteral("year"), orNull(entry.year)},
        {QStringLiteral("key_points"), QJsonArray::fromStringList(points.key)},
        {QStringLiteral("one_line"), entry.oneLine},
        {QStringLiteral("abstract_zh"), entry.abstractZh},
        {QStringLiteral("abstract_en"), entry.abstractEn},
        {QStringLiteral("body"), entry.body},
        {QStringLiteral("url"), orNull(entry.url)},
        {QStringLiteral("section"), entry.section == Section::Main ? QStringLiteral("main") : QStringLiteral("also")},
    };
    if (!points.aspects.isEmpty())
        gold.insert(QStringLiteral("extra"), points.aspects);
    if (entry.categories.size() > 1)
        gold.insert(QStringLiteral("categories"), QJsonArray::fromStringList(entry.categories));
    return gold;
}

/// What the gold format keeps outside its required fields; empty where the post has none of it.
QJsonObject extraToGold(const Issue &issue)
{
    QJsonObject extra;
    if (!issue.intro.isEmpty())
        extra.insert(QStringLiteral("intro"), QJsonArray::fromStringList(issue.intro.split(QStringLiteral("\n\n"))));
    if (!issue.via.isEmpty())
        extra.insert(QStringLiteral("via"), issue.via);
    if (!issue.author.isEmpty())
        extra.insert(QStringLiteral("post_author"), issue.author);
    if (!issue.sourceUrl.isEmpty())
        extra.insert(QStringLiteral("source_url"), issue.sourceUrl);
    if (!issue.references.isEmpty())
        extra.insert(QStringLiteral("references"), QJsonArray::fromStringList(issue.references));
    if (issue.entries.isEmpty() && !issue.text.isEmpty())
        extra.insert(QStringLiteral("text"), issue.text);
    if (!issue.link.isEmpty())
        extra.insert(QStringLiteral("link"), issue.link);
    if (!issue.guid.isEmpty())
        extra.insert(QStringLiteral("guid"), issue.guid);
    if (issue.published.isValid())
        extra.insert(QStringLiteral("published"), issue.published.toUTC().toString(Qt::ISODate));
    return extra;
}

} // namespace

QJsonObject toGold(const Issue &issue)
{
    QJsonObject legend;
    for (const LegendItem &item : issue.legend)
        legend.insert(item.code, item.name);
    QJsonArray entries;
    for (const Entry &entry : issue.entries)
        entries.append(entryToGold(entry));
    QJsonObject gold{{QStringLiteral("title"), issue.title},
                     {QStringLiteral("legend"), legend},
                     {QStringLiteral("summary"), issue.summary},
                     {QStringLiteral("entries"), entries}};
    if (const QJsonObject extra = extraToGold(issue); !extra.isEmpty())
        gold.insert(QStringLiteral("extra"), extra);
    return gold;
}

} // namespace yaodian::digest
