#include "exporting/annotationreader.h"

#include "base/ids.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>

namespace yaodian::exporting {

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype longestText = 64 * 1024; // of one value: a quote is a passage, no book

/// What may be one thing or a list of them.
QJsonArray listOf(const QJsonValue &value)
{
    return value.isArray() ? value.toArray() : value.isUndefined() || value.isNull() ? QJsonArray() : QJsonArray{value};
}

/// An address: the text itself, or the id of the thing.
QString iriOf(const QJsonValue &value)
{
    return (value.isObject() ? value[u"id"_s] : value).toString().left(2000);
}

QString textIn(const QJsonValue &value)
{
    return value.toString().left(longestText);
}

bool hasType(const QJsonObject &object, const QString &type)
{
    return listOf(object[u"type"_s]).contains(type);
}

std::optional<Box> boxFrom(const QString &text)
{
    const QStringList parts = text.split(u',');
    double sides[4] = {};
    for (qsizetype i = 0; i < 4; ++i) {
        bool ok = false;
        sides[i] = parts.value(i).toDouble(&ok) / 100;
        if (!ok || parts.size() != 4 || !(sides[i] >= 0 && sides[i] <= 1))
            return std::nullopt;
    }
    const Box box{sides[0], sides[1], sides[2], sides[3]};
    return box.isEmpty() ? std::nullopt : std::optional(box);
}

void readSelectors(const QJsonValue &value, ReadMark &mark, int depth = 0)
{
    static const QRegularExpression page(u"(?:^|[&#])page=(\\d{1,6})(?:&|$)"_s);
    for (const QJsonValue &item : listOf(value)) {
        const QJsonObject selector = item.toObject();
        if (hasType(selector, u"TextQuoteSelector"_s)) {
            mark.exact = textIn(selector[u"exact"_s]);
            mark.prefix = textIn(selector[u"prefix"_s]);
            mark.suffix = textIn(selector[u"suffix"_s]);
        } else if (const auto match = page.match(selector[u"value"_s].toString());
                   hasType(selector, u"FragmentSelector"_s) && match.hasMatch() && match.captured(1).toInt() > 0) {
            mark.page = match.captured(1).toInt() - 1;
        }
        if (depth == 0 && selector.contains(u"refinedBy"_s)) // "on this page, the words …"
            readSelectors(selector[u"refinedBy"_s], mark, depth + 1);
    }
}

void readBodies(const QJsonObject &annotation, ReadMark &mark)
{
    QStringList said{textIn(annotation[u"bodyValue"_s])};
    for (const QJsonValue &item : listOf(annotation[u"body"_s])) {
        const QJsonObject body = item.toObject();
        const QJsonArray purposes = listOf(body[u"purpose"_s]);
        if (purposes.contains(u"tagging"_s) || purposes.contains(u"classifying"_s))
            mark.kinds << textIn(body[u"value"_s]).trimmed();
        else if (body.contains(u"value"_s) && !hasType(body, u"Image"_s))
            said << textIn(body[u"value"_s]);
    }
    if (!mark.own) // of ours it is as it was typed
        std::for_each(said.begin(), said.end(), [](QString &text) { text = text.trimmed(); });
    said.removeAll(QString());
    mark.comment = said.join(u"\n"_s);
}

QUuid idOfAnnotation(const QJsonObject &annotation)
{
    const QString id = annotation[u"id"_s].toString();
    const QString uuid = id.startsWith(u"urn:uuid:"_s, Qt::CaseInsensitive) ? id.mid(9) : QString();
    if (const QUuid own = uuid.size() == 36 ? QUuid::fromString(uuid) : QUuid(); !own.isNull())
        return own;
    const QString key = id.isEmpty() ? QString::fromUtf8(QJsonDocument(annotation).toJson(QJsonDocument::Compact)) : id;
    return nameBasedUuid(u"annotation", key);
}

QString sha256From(const QString &urn)
{
    static const QRegularExpression form(u"^urn:sha256:([0-9a-f]{64})$"_s);
    return form.match(urn).captured(1);
}

std::optional<ReadMark::Own> ownOf(const QJsonObject &annotation)
{
    if (!annotation.contains(u"yaodian:kind"_s))
        return std::nullopt;
    ReadMark::Own own;
    own.kind = textIn(annotation[u"yaodian:kind"_s]);
    for (const QJsonValue &tag : annotation[u"yaodian:tags"_s].toArray())
        own.tags << textIn(tag);
    own.style = textIn(annotation[u"yaodian:style"_s]);
    own.image = textIn(annotation[u"yaodian:image"_s]);
    own.at = annotation[u"yaodian:at"_s].toInt(-1);
    own.section = textIn(annotation[u"yaodian:section"_s]);
    return own;
}

ReadMark markFrom(const QJsonObject &annotation, const QStringList &papers)
{
    ReadMark mark;
    mark.id = idOfAnnotation(annotation);
    mark.papers = papers;
    const QJsonValue target = listOf(annotation[u"target"_s]).first();
    const QString source =
        iriOf(target.isObject() && target.toObject().contains(u"source"_s) ? target[u"source"_s] : target);
    mark.papers << source.section(u'#', 0, 0);
    mark.document = sha256From(annotation[u"yaodian:document"_s].toString());
    if (mark.document.isEmpty())
        mark.document = sha256From(source);
    readSelectors(target[u"selector"_s], mark);
    for (const QJsonValue &box : annotation[u"yaodian:boxes"_s].toArray()) {
        if (const auto one = boxFrom(box.toString()))
            mark.boxes << *one;
    }
    mark.own = ownOf(annotation);
    readBodies(annotation, mark);
    mark.made = QDateTime::fromString(annotation[u"created"_s].toString(), Qt::ISODate);
    return mark;
}

/// The paper's id in an address of ours.
QStringList paperIn(const QString &address)
{
    static const QRegularExpression own(u"^yaodian://paper/([0-9a-f-]{36})"_s);
    const QString id = own.match(address).captured(1);
    return id.isEmpty() ? QStringList() : QStringList{id};
}

void gather(const QJsonValue &value, const QStringList &papers, QList<ReadMark> &marks, int depth = 0)
{
    constexpr int deepest = 4; // list, collection, page, annotation
    if (depth > deepest)
        return;
    for (const QJsonValue &item : listOf(value)) {
        const QJsonObject object = item.toObject();
        const QStringList here = papers.isEmpty() ? paperIn(object[u"id"_s].toString()) : papers;
        if (hasType(object, u"Annotation"_s) && !listOf(object[u"target"_s]).isEmpty())
            marks << markFrom(object, here);
        else if (hasType(object, u"AnnotationCollection"_s) || hasType(object, u"AnnotationPage"_s))
            gather(object.contains(u"first"_s) ? object[u"first"_s] : object[u"items"_s], here, marks, depth + 1);
    }
}

} // namespace

bool isAnnotations(const QByteArray &bytes)
{
    const QByteArray start = bytes.left(4096).trimmed();
    if (!(start.startsWith('{') || start.startsWith('[')) || !bytes.contains("www.w3.org/ns/anno.jsonld"))
        return false;
    const QJsonDocument document = QJsonDocument::fromJson(bytes);
    const QJsonValue first = document.isArray() ? document.array().at(0) : QJsonValue(document.object());
    return listOf(first[u"@context"_s]).contains(u"http://www.w3.org/ns/anno.jsonld"_s);
}

Result<QList<ReadMark>> readAnnotations(const QByteArray &bytes)
{
    QJsonParseError error{};
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &error);
    if (document.isNull())
        return Error::world(
            QCoreApplication::translate("exporting", "The annotations cannot be read: %1.").arg(error.errorString()));
    QList<ReadMark> marks;
    gather(document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object()), {}, marks);
    return marks;
}

} // namespace yaodian::exporting
