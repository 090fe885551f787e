#include "library/codec.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace yaodian::library {

namespace {

constexpr QChar separator(0x1f);

QString clean(QString text)
{
    return text.remove(separator);
}

QStringList strings(const QJsonValue &value)
{
    QStringList out;
    for (const QJsonValue &item : value.toArray())
        out += item.toString();
    return out;
}

QJsonObject reportToJson(const digest::Report &report)
{
    QJsonArray unparsed;
    for (const digest::UnparsedSpan &span : report.unparsed)
        unparsed += QJsonArray{span.text, span.line};
    QJsonArray doubts;
    for (const digest::Doubt &doubt : report.doubts)
        doubts += QJsonArray{doubt.entry, doubt.text};
    return {{QStringLiteral("family"), report.family},
            {QStringLiteral("encoding"), report.encoding},
            {QStringLiteral("headsSeen"), report.headsSeen},
            {QStringLiteral("entriesMade"), report.entriesMade},
            {QStringLiteral("unparsed"), unparsed},
            {QStringLiteral("doubts"), doubts},
            {QStringLiteral("repairs"), QJsonArray::fromStringList(report.repairs)}};
}

digest::Report reportFromJson(const QJsonObject &json)
{
    digest::Report report;
    report.family = json.value(QLatin1String("family")).toString();
    report.encoding = json.value(QLatin1String("encoding")).toString();
    report.headsSeen = json.value(QLatin1String("headsSeen")).toInt();
    report.entriesMade = json.value(QLatin1String("entriesMade")).toInt();
    report.repairs = strings(json.value(QLatin1String("repairs")));
    for (const QJsonValue &span : json.value(QLatin1String("unparsed")).toArray())
        report.unparsed += span.isArray() ? digest::UnparsedSpan{span[0].toString(), span[1].toInt()}
                                          : digest::UnparsedSpan{span.toString(), 0}; // as kept by an older version
    for (const QJsonValue &doubt : json.value(QLatin1String("doubts")).toArray())
        report.doubts += digest::Doubt{doubt[0].toInt(-1), doubt[1].toString()};
    return report;
}

} // namespace

QString joinList(const QStringList &list)
{
    QStringList parts;
    for (const QString &part : list)
        parts += clean(part);
    return parts.join(separator);
}

QStringList splitList(const QString &text)
{
    return text.isEmpty() ? QStringList() : text.split(separator);
}

QByteArray issueHeadToJson(const digest::Issue &issue)
{
    QJsonArray legend;
    for (const digest::LegendItem &item : issue.legend)
        legend += QJsonArray{item.code, item.name};
    const QJsonObject head{{QStringLiteral("legend"), legend},
                           {QStringLiteral("summary"), issue.summary},
                           {QStringLiteral("intro"), issue.intro},
                           {QStringLiteral("via"), issue.via},
                           {QStringLiteral("author"), issue.author},
                           {QStringLiteral("sourceUrl"), issue.sourceUrl},
                           {QStringLiteral("references"), QJsonArray::fromStringList(issue.references)},
                           {QStringLiteral("text"), issue.text},
                           {QStringLiteral("guid"), issue.guid},
                           {QStringLiteral("link"), issue.link},
                           {QStringLiteral("report"), reportToJson(issue.report)}};
    return QJsonDocument(head).toJson(QJsonDocument::Compact);
}

void issueHeadFromJson(const QByteArray &json, digest::Issue &issue)
{
    const QJsonObject head = QJsonDocument::fromJson(json).object();
    for (const QJsonValue &item : head.value(QLatin1String("legend")).toArray())
        issue.legend += digest::LegendItem{item.toArray().at(0).toString(), item.toArray().at(1).toString()};
    const auto text = [&head](const char *key) { return head.value(QLatin1String(key)).toString(); };
    issue.summary = text("summary");
    issue.intro = text("intro");
    issue.via = text("via");
    issue.author = text("author");
    issue.sourceUrl = text("sourceUrl");
    issue.references = strings(head.value(QLatin1String("references")));
    issue.text = text("text");
    issue.guid = text("guid");
    issue.link = text("link");
    issue.report = reportFromJson(head.value(QLatin1String("report")).toObject());
}

QByteArray entryToText(const digest::Entry &entry)
{
    const auto number = [](const std::optional<int> &value) { return value ? QString::number(*value) : QString(); };
    const QStringList parts{number(entry.number),
                            joinList(entry.categories),
                            entry.title,
                            entry.titleZh,
                            joinList(entry.authors),
                            entry.etAl ? QStringLiteral("…") : QString(),
                            joinList(entry.affiliations),
                            number(entry.year),
                            joinList(entry.keyPoints),
                            entry.oneLine,
                            entry.abstractZh,
                            entry.abstractEn,
                            entry.body,
                            entry.url,
                            QString::number(int(entry.section))};
    return parts.join(QChar(0x1e)).toUtf8() + '\x1d';
}

QString boxesToJson(const QList<Box> &boxes)
{
    QJsonArray out;
    for (const Box &box : boxes)
        out += QJsonArray{box.left, box.top, box.right, box.bottom};
    return QString::fromUtf8(QJsonDocument(out).toJson(QJsonDocument::Compact));
}

QList<Box> boxesFromJson(const QString &json)
{
    QList<Box> out;
    for (const QJsonValue &item : QJsonDocument::fromJson(json.toUtf8()).array()) {
        const QJsonArray box = item.toArray();
        out += Box{box.at(0).toDouble(), box.at(1).toDouble(), box.at(2).toDouble(), box.at(3).toDouble()};
    }
    return out;
}

QByteArray joinIds(const QList<PaperId> &ids)
{
    QByteArray out;
    for (const PaperId &id : ids)
        out += id.toBytes();
    return out;
}

QList<PaperId> splitIds(const QByteArray &bytes)
{
    QList<PaperId> out;
    for (qsizetype at = 0; at + 16 <= bytes.size(); at += 16)
        out += PaperId::fromBytes(bytes.mid(at, 16));
    return out;
}

} // namespace yaodian::library
