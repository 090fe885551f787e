#include "exporting/csljson.h"

#include "exporting/plain.h"
#include "exporting/regions.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace yaodian::exporting {

namespace {

constexpr QLatin1String idName("id");
constexpr QLatin1String customName("custom");
constexpr QLatin1String ownerName("yaodian");
constexpr QLatin1String stampName("stamp");

QString cslStamp(QJsonObject item)
{
    item.remove(idName);
    item.remove(customName);
    return QString::fromLatin1(stampOf(QJsonDocument(item).toJson(QJsonDocument::Compact)));
}

QJsonObject cslName(const Person &person)
{
    if (person.isWhole)
        return {{QStringLiteral("literal"), person.family}};
    QJsonObject name{{QStringLiteral("family"), person.family}, {QStringLiteral("given"), person.given}};
    if (!person.suffix.isEmpty())
        name.insert(QStringLiteral("suffix"), person.suffix);
    return name;
}

QString cslType(const Reference &reference)
{
    using Scheme = digest::Identifier::Scheme;
    if (!reference.arxiv.isEmpty())
        return QStringLiteral("article"); // CSL's word for a preprint
    for (const digest::Identifier &identifier : reference.identifiers) {
        if (identifier.scheme == Scheme::Acl || identifier.scheme == Scheme::Pmlr || identifier.scheme == Scheme::Cvf)
            return QStringLiteral("paper-conference");
    }
    return QStringLiteral("document");
}

void putText(QJsonObject &item, const char *name, const QString &text)
{
    if (!text.isEmpty())
        item.insert(QLatin1String(name), text);
}

} // namespace

QJsonObject cslItem(const Reference &reference, const QString &key)
{
    QJsonObject item{{idName, key}, {QStringLiteral("type"), cslType(reference)}};
    putText(item, "title", reference.title);
    QJsonArray authors;
    for (const Person &person : reference.authors)
        authors << cslName(person);
    if (!authors.isEmpty())
        item.insert(QStringLiteral("author"), authors);
    if (reference.year)
        item.insert(QStringLiteral("issued"),
                    QJsonObject{{QStringLiteral("date-parts"), QJsonArray{QJsonArray{*reference.year}}}});
    if (!reference.arxiv.isEmpty()) {
        putText(item, "number", QStringLiteral("arXiv:") + reference.arxiv);
        putText(item, "publisher", QStringLiteral("arXiv"));
    }
    putText(item, "DOI", reference.doi);
    putText(item, "URL", reference.url);
    putText(item, "keyword", reference.keywords.join(QStringLiteral(", ")));
    item.insert(customName, QJsonObject{{ownerName, reference.paper.toString()}, {stampName, cslStamp(item)}});
    return item;
}

CslOwner cslOwner(const QJsonObject &item)
{
    const QJsonObject custom = item.value(customName).toObject();
    const QString paper = custom.value(ownerName).toString().toLower();
    const QString stamp = custom.value(stampName).toString();
    return {paper, stamp, !paper.isEmpty() && stamp == cslStamp(item)};
}

} // namespace yaodian::exporting
