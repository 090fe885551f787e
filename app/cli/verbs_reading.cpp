// parse, list, search: what there is to read.
#include "base/files.h"
#include "cli/context.h"
#include "cli/say.h"
#include "cli/services.h"
#include "digest/digest.h"

#include <QFileInfo>

namespace yaodian::cli {

namespace {

QString categoryTag(const QStringList &categories)
{
    return categories.isEmpty() ? QString() : QStringLiteral("[%1] ").arg(categories.join(QLatin1Char(' ')));
}

QString entryText(const digest::Entry &entry)
{
    QString text = entry.number ? QStringLiteral("%1. ").arg(*entry.number) : QStringLiteral("- ");
    text += categoryTag(entry.categories) + entry.title;
    const auto line = [&](const QString &what) {
        if (!what.isEmpty())
            text += QStringLiteral("\n    ") + what;
    };
    line(entry.titleZh);
    line(entry.authors.join(QLatin1String(", ")) + (entry.etAl ? QStringLiteral(", …") : QString()));
    for (const QString &point : entry.keyPoints)
        line(QStringLiteral("· ") + point);
    line(entry.oneLine);
    line(entry.url);
    return text;
}

QString issueText(const digest::Issue &issue)
{
    QString text = issue.title.isEmpty() ? Say::tr("(no title)") : issue.title;
    text += QLatin1Char('\n') + Say::tr("%n entries", nullptr, int(issue.entries.size()));
    if (!issue.summary.isEmpty())
        text += QStringLiteral("\n\n") + issue.summary;
    if (issue.entries.isEmpty() && !issue.text.isEmpty())
        text += QStringLiteral("\n\n") + issue.text;
    for (const digest::Entry &entry : issue.entries)
        text += QStringLiteral("\n\n") + entryText(entry);
    return text + QLatin1Char('\n');
}

QJsonObject reportJson(const digest::Issue &issue)
{
    QJsonArray unparsed;
    for (const digest::UnparsedSpan &span : issue.report.unparsed)
        unparsed += QJsonObject{{QStringLiteral("line"), span.line}, {QStringLiteral("text"), span.text}};
    QJsonArray doubts;
    for (const digest::Doubt &doubt : issue.report.doubts)
        doubts += QJsonObject{{QStringLiteral("entry"), doubt.entry < 0 ? QJsonValue() : QJsonValue(doubt.entry)},
                              {QStringLiteral("text"), doubt.text}};
    QJsonObject fields;
    for (const digest::FieldCount &count : digest::fieldsFound(issue))
        fields.insert(count.field, count.entries);
    return {{QStringLiteral("title"), issue.title},
            {QStringLiteral("family"), issue.report.family},
            {QStringLiteral("encoding"), issue.report.encoding},
            {QStringLiteral("heads"), issue.report.headsSeen},
            {QStringLiteral("entries"), issue.report.entriesMade},
            {QStringLiteral("fields"), fields},
            {QStringLiteral("doubts"), doubts},
            {QStringLiteral("unparsed"), unparsed},
            {QStringLiteral("repairs"), QJsonArray::fromStringList(issue.report.repairs)}};
}

QString reportText(const digest::Issue &issue)
{
    const digest::Report &report = issue.report;
    QString text = Say::tr("%1: read as “%2”, %3; %4 heads seen, %5 entries made")
                       .arg(issue.title.isEmpty() ? Say::tr("(no title)") : issue.title, report.family, report.encoding)
                       .arg(report.headsSeen)
                       .arg(report.entriesMade);
    QStringList fields;
    for (const digest::FieldCount &count : digest::fieldsFound(issue))
        if (count.entries > 0)
            fields += QStringLiteral("%1 %2").arg(count.field, QString::number(count.entries));
    if (!fields.isEmpty())
        text += QStringLiteral("\n    ") + Say::tr("fields: %1").arg(fields.join(QStringLiteral(", ")));
    for (const digest::Doubt &doubt : report.doubts)
        text += QStringLiteral("\n    ") + Say::tr("to check: %1").arg(doubt.text);
    for (const QString &repair : report.repairs)
        text += QStringLiteral("\n    ") + Say::tr("repaired: %1").arg(repair);
    for (const digest::UnparsedSpan &span : report.unparsed)
        text +=
            QStringLiteral("\n    ") + Say::tr("line %1 is in no field: %2").arg(span.line).arg(span.text.simplified());
    return text;
}

void parse(Context &context, const Arguments &arguments, Done done)
{
    const QString name = arguments.words.constFirst();
    digest::Origin origin;
    Result<QByteArray> bytes = context.input;
    if (name != QLatin1String("-")) {
        const QString path = context.path(name);
        origin.fileName = QFileInfo(path).fileName();
        bytes = readFile(path, digest::largestDocument);
    }
    if (!bytes)
        return done(context.fail(bytes.error()));
    const auto issues = digest::parse(*bytes, origin);
    if (!issues)
        return done(context.fail(issues.error()));
    const bool report = arguments.has("--report");
    if (context.globals.json) {
        QJsonArray array;
        for (const digest::Issue &issue : *issues)
            array += report ? reportJson(issue) : digest::toGold(issue);
        array.size() == 1 ? context.printJson(array.first().toObject()) : context.printJson(array);
    } else {
        for (const digest::Issue &issue : *issues)
            context.print(report ? reportText(issue) : issueText(issue));
    }
    done(exitDone);
}

QJsonArray documentsJson(const QList<library::Document> &documents)
{
    QJsonArray array;
    for (const library::Document &document : documents)
        array += QJsonObject{{QStringLiteral("path"), document.path},
                             {QStringLiteral("version"), orNull(document.version)},
                             {QStringLiteral("sha256"), document.sha256}};
    return array;
}

QJsonObject rowJson(const Context &context, const library::ListRow &row)
{
    const auto documents =
        row.hasDocument ? context.services->library.documents(row.paper) : QList<library::Document>();
    return {{QStringLiteral("id"), row.id.toString()},
            {QStringLiteral("paper"), row.paper.toString()},
            {QStringLiteral("category"), orNull(row.categories.value(0))},
            {QStringLiteral("categories"), QJsonArray::fromStringList(row.categories)},
            {QStringLiteral("title"), row.title},
            {QStringLiteral("title_zh"), row.titleZh},
            {QStringLiteral("source"), row.source.toString()},
            {QStringLiteral("source_title"), row.sourceTitle},
            {QStringLiteral("issue"), row.issue.toString()},
            {QStringLiteral("issue_title"), row.issueTitle},
            {QStringLiteral("unread"), row.unread},
            {QStringLiteral("starred"), row.starred},
            {QStringLiteral("verdict"), verdictJson(row.verdict)},
            {QStringLiteral("points"), row.points},
            {QStringLiteral("highlights"), row.highlights},
            {QStringLiteral("documents"), documentsJson(documents)}};
}

QString rowText(const library::ListRow &row)
{
    return QStringLiteral("%1 %2%3 %4%5%6")
        .arg(row.id.toString().left(8), row.unread ? QStringLiteral("•") : QStringLiteral(" "),
             row.starred ? QStringLiteral("★") : QStringLiteral(" "), categoryTag(row.categories), row.title,
             row.titleZh.isEmpty() ? QString() : QStringLiteral(" / ") + row.titleZh);
}

void list(Context &context, const Arguments &arguments, Done done)
{
    const library::Library &library = context.services->library;
    library::ListQuery query;
    query.view = arguments.has("--unread") ? library::ListQuery::View::Unread : library::ListQuery::View::All;
    if (arguments.has("--category"))
        query.category = arguments.value("--category");
    if (arguments.has("--issue")) {
        const auto issue = resolve(context, arguments.value("--issue"), {What::Issue});
        if (!issue)
            return done(context.fail(issue.error()));
        query.issue = library::IssueId(issue->id);
        query.order = library::ListQuery::Order::IssueOrder;
        query.withTour = true; // the tour is left out unless it is named
    }
    const auto rows = library.rows(library.entryIds(query));
    QJsonArray array;
    for (const library::ListRow &row : rows)
        context.globals.json ? array.append(rowJson(context, row)) : context.print(rowText(row));
    if (context.globals.json)
        context.printJson(array);
    done(exitDone);
}

const char *typeName(library::Hit::Type type)
{
    switch (type) {
    case library::Hit::Type::Entry:
        return "entry";
    case library::Hit::Type::Point:
        return "point";
    case library::Hit::Type::Note:
        return "note";
    case library::Hit::Type::Highlight:
        return "highlight";
    case library::Hit::Type::Page:
        return "page";
    }
    return "";
}

void search(Context &context, const Arguments &arguments, Done done)
{
    const auto hits = context.services->library.search(context.textOf(arguments, 0));
    if (!hits)
        return done(context.fail(hits.error()));
    QJsonArray array;
    for (const library::Hit &hit : *hits) {
        // The marks around what matched are for windows that paint them.
        QString snippet = hit.snippet;
        snippet.remove(QChar(2)).remove(QChar(3));
        const QString type = QString::fromLatin1(typeName(hit.type));
        if (context.globals.json)
            array += QJsonObject{{QStringLiteral("id"), hit.id},
                                 {QStringLiteral("type"), type},
                                 {QStringLiteral("title"), hit.title},
                                 {QStringLiteral("snippet"), snippet},
                                 {QStringLiteral("page"), hit.page < 0 ? QJsonValue() : QJsonValue(hit.page + 1)}};
        else
            context.print(
                QStringLiteral("%1 %2 %3\n    %4").arg(hit.id.left(8), type, hit.title, snippet.simplified()));
    }
    if (context.globals.json)
        context.printJson(array);
    done(exitDone);
}

} // namespace

QList<Verb> readingVerbs()
{
    return {
        {"parse",
         "[--json|--report] FILE|-",
         QT_TRANSLATE_NOOP("cli", "one document → its issues and entries"),
         {{"--report", nullptr, QT_TRANSLATE_NOOP("cli", "what the parser saw, repaired and left over")}},
         1,
         1,
         Need::Nothing,
         parse},
        {"list",
         "[--category CODE] [--unread] [--issue ID]",
         QT_TRANSLATE_NOOP("cli", "the entries of the library"),
         {{"--category", "CODE", QT_TRANSLATE_NOOP("cli", "of one category; \"\" for those without one")},
          {"--unread", nullptr, QT_TRANSLATE_NOOP("cli", "whose paper is unread")},
          {"--issue", "ID", QT_TRANSLATE_NOOP("cli", "of one issue, in its own order")}},
         0,
         0,
         Need::Read,
         list},
        {"search",
         "QUERY",
         QT_TRANSLATE_NOOP("cli", "find in digests, points, notes, highlights and PDFs"),
         {},
         1,
         -1,
         Need::Read,
         search},
    };
}

} // namespace yaodian::cli
