#include "library/marks.h"

#include "library/codec.h"
#include "library/papers.h"
#include "library/rows.h"
#include "library/statement.h"

namespace yaodian::library {

namespace {

const QByteArray highlightColumns =
    QByteArrayLiteral("SELECT id, paper, document, page, boxes, quote, prefix, suffix, kind,"
                      " comment, made, tags, style, image, at, section FROM highlights WHERE ");

/// A style of a newer version is drawn as text is.
Highlight::Style styleFrom(qint64 number)
{
    using Style = Highlight::Style;
    return number == 1 ? Style::Underline : number == 2 ? Style::Area : Style::Text;
}

Highlight highlightFrom(const Statement &statement)
{
    return {statement.id<HighlightId>(0),
            statement.id<PaperId>(1),
            statement.text(2),
            int(statement.integer(3)),
            boxesFromJson(statement.text(4)),
            statement.text(5),
            statement.text(6),
            statement.text(7),
            statement.text(8),
            statement.text(9),
            statement.time(10),
            splitList(statement.text(11)),
            styleFrom(statement.integer(12)),
            statement.text(13),
            int(statement.integer(14)),
            statement.text(15)};
}

QJsonValue timeValue(const QDateTime &time)
{
    return time.isValid() ? QJsonValue(time.toMSecsSinceEpoch()) : QJsonValue(QJsonValue::Null);
}

} // namespace

PaperState readState(Connection &connection, PaperId paper)
{
    Statement statement(connection,
                        "SELECT read, starred, later, verdict, tags FROM state WHERE paper = ?1 AND deleted IS NULL");
    if (!statement.bind(paper).step())
        return {};
    return {statement.flag(0), statement.flag(1), statement.flag(2), Verdict(statement.integer(3)),
            splitList(statement.text(4))};
}

QJsonObject stateRow(const PaperState &state)
{
    return {{QStringLiteral("read"), state.read ? 1 : 0},
            {QStringLiteral("starred"), state.starred ? 1 : 0},
            {QStringLiteral("later"), state.later ? 1 : 0},
            {QStringLiteral("verdict"), int(state.verdict)},
            {QStringLiteral("tags"), joinList(state.tags)}};
}

QList<Highlight> readHighlights(Connection &connection, PaperId paper)
{
    QList<Highlight> out;
    Statement statement(connection, highlightColumns + "deleted IS NULL AND paper = ?1 ORDER BY page, top, id");
    statement.bind(paper);
    while (statement.step())
        out += highlightFrom(statement);
    sortInReadingOrder(out);
    return out;
}

std::optional<Highlight> readHighlight(Connection &connection, HighlightId id)
{
    Statement statement(connection, highlightColumns + "deleted IS NULL AND id = ?1");
    return statement.bind(id).step() ? std::optional(highlightFrom(statement)) : std::nullopt;
}

QJsonObject highlightRow(const Highlight &highlight)
{
    return {{QStringLiteral("paper"), blobValue(highlight.paper.toBytes())},
            {QStringLiteral("document"), highlight.document},
            {QStringLiteral("page"), highlight.page},
            {QStringLiteral("top"), highlight.boxes.isEmpty() ? 0.0 : highlight.boxes.first().top},
            {QStringLiteral("boxes"), boxesToJson(highlight.boxes)},
            {QStringLiteral("quote"), highlight.quote},
            {QStringLiteral("prefix"), highlight.prefix},
            {QStringLiteral("suffix"), highlight.suffix},
            {QStringLiteral("made"), timeValue(highlight.made)},
            {QStringLiteral("kind"), highlight.kind},
            {QStringLiteral("comment"), highlight.comment},
            {QStringLiteral("tags"), joinList(highlight.tags)},
            {QStringLiteral("style"), int(highlight.style)},
            {QStringLiteral("image"), highlight.image},
            {QStringLiteral("at"), highlight.at},
            {QStringLiteral("section"), highlight.section}};
}

Highlight highlightOf(HighlightId id, const QJsonObject &row)
{
    const auto textOf = [&row](const char *column) { return row.value(QLatin1String(column)).toString(); };
    const QJsonValue made = row.value(QLatin1String("made"));
    Highlight out;
    out.id = id;
    out.paper = PaperId::fromBytes(blobOf(row.value(QLatin1String("paper"))));
    out.document = textOf("document");
    out.page = row.value(QLatin1String("page")).toInt();
    out.boxes = boxesFromJson(textOf("boxes"));
    out.quote = textOf("quote");
    out.prefix = textOf("prefix");
    out.suffix = textOf("suffix");
    out.kind = textOf("kind");
    out.comment = textOf("comment");
    if (made.isDouble())
        out.made = QDateTime::fromMSecsSinceEpoch(made.toInteger(), Qt::UTC);
    out.tags = splitList(textOf("tags"));
    out.style = styleFrom(row.value(QLatin1String("style")).toInt());
    out.image = textOf("image");
    out.at = row.value(QLatin1String("at")).toInt(-1);
    out.section = textOf("section");
    return out;
}

QList<Highlight> readRemovedHighlights(Connection &connection, PaperId paper, int most)
{
    QList<Highlight> out;
    Statement statement(connection, highlightColumns + "deleted IS NOT NULL AND (paper = ?1 OR paper IN"
                                                       " (SELECT id FROM aliases WHERE paper = ?1 AND deleted IS NULL))"
                                                       " ORDER BY deleted DESC LIMIT ?2");
    statement.bind(paper, most);
    while (statement.step())
        out += highlightFrom(statement);
    return out;
}

QStringList readHighlightTags(Connection &connection)
{
    QStringList out;
    Statement statement(connection, "SELECT DISTINCT tags FROM highlights WHERE deleted IS NULL AND tags <> ''");
    while (statement.step())
        out += splitList(statement.text(0));
    out.removeDuplicates();
    out.sort(Qt::CaseInsensitive);
    return out;
}

Note readNote(Connection &connection, PaperId paper)
{
    Statement statement(connection, "SELECT text, changed, text_hlc FROM notes WHERE paper = ?1 AND deleted IS NULL");
    if (statement.bind(paper).step())
        return {paper, statement.text(0), statement.time(1), statement.text(2)};
    return {paper, {}, {}, readNoteStamp(connection, paper)};
}

QString readNoteStamp(Connection &connection, PaperId paper)
{
    Statement statement(connection, "SELECT coalesce(deleted, text_hlc) FROM notes WHERE paper = ?1");
    return statement.bind(paper).step() ? statement.text(0) : QString();
}

QByteArray papersWithNotesSql()
{
    return "SELECT paper FROM main.highlights WHERE deleted IS NULL"
           " UNION SELECT paper FROM main.points WHERE deleted IS NULL"
           " AND (entry IS NULL OR text <> digest_text OR EXISTS (SELECT 1 FROM main.evidence AS v"
           " WHERE v.point = points.id AND v.deleted IS NULL))"
           " UNION SELECT paper FROM main.notes WHERE deleted IS NULL AND text <> ''";
}

QList<PaperId> readPapersWithNotes(Connection &connection)
{
    QList<PaperId> out;
    Statement statement(connection, papersWithNotesSql() +
                                        " UNION SELECT paper FROM main.state WHERE verdict <> 0 AND deleted IS NULL");
    while (statement.step())
        out += statement.id<PaperId>(0);
    return out;
}

bool hasMarks(Connection &connection, PaperId asked)
{
    const PaperId paper = resolvePaper(connection, asked);
    Statement statement(connection,
                        "SELECT 1 FROM main.state WHERE paper = ?1 AND deleted IS NULL AND (starred = 1 OR"
                        " later = 1 OR verdict <> 0 OR tags <> '') UNION ALL"
                        " SELECT 1 FROM main.highlights WHERE paper = ?1 AND deleted IS NULL UNION ALL"
                        " SELECT 1 FROM main.points WHERE paper = ?1 AND deleted IS NULL UNION ALL"
                        " SELECT 1 FROM main.notes WHERE paper = ?1 AND deleted IS NULL AND text <> '' LIMIT 1");
    return statement.bind(paper).step();
}

QList<Session> readSessions(Connection &connection, bool onlyOpen)
{
    QList<Session> out;
    Statement statement(connection,
                        onlyOpen ? "SELECT id, started, ended, queue, done, position, active FROM sessions"
                                   " WHERE deleted IS NULL AND ended IS NULL ORDER BY started DESC, id DESC LIMIT 1"
                                 : "SELECT id, started, ended, queue, done, position, active FROM sessions"
                                   " WHERE deleted IS NULL ORDER BY started DESC, id DESC");
    while (statement.step()) {
        Session session{statement.id<SessionId>(0),  statement.time(1),           statement.time(2),
                        splitIds(statement.blob(3)), splitIds(statement.blob(4)), int(statement.integer(5)),
                        statement.integer(6)};
        for (PaperId &paper : session.queue)
            paper = resolvePaper(connection, paper);
        for (PaperId &paper : session.done)
            paper = resolvePaper(connection, paper);
        out += session;
    }
    return out;
}

QJsonObject sessionRow(const Session &session)
{
    return {{QStringLiteral("started"), timeValue(session.started)},
            {QStringLiteral("ended"), timeValue(session.ended)},
            {QStringLiteral("queue"), blobValue(joinIds(session.queue))},
            {QStringLiteral("done"), blobValue(joinIds(session.done))},
            {QStringLiteral("position"), session.position}};
}

} // namespace yaodian::library
