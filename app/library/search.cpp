#include "library/search.h"

#include "base/text.h"
#include "library/kinds.h"
#include "library/marks.h"
#include "library/query.h"
#include "library/searchconditions.h"
#include "library/statement.h"

namespace yaodian::library {

namespace {

/// What was written in the tour's own papers stays out, as the tour itself does.
Condition paperCondition(const SearchQuery &query, const QByteArray &column)
{
    Condition out = askedOfPapers(query, column);
    out.add(column + " NOT IN (SELECT e.paper FROM cache.entries AS e WHERE e.tour = 1)");
    return out;
}

QString cleanSnippet(QString text)
{
    for (QChar &c : text) {
        if (c == QChar(0x1f) || c == QLatin1Char('\n') || c == QLatin1Char('\t'))
            c = QLatin1Char(' ');
    }
    return text.trimmed();
}

QByteArray snippetSql(const QByteArray &table)
{
    return "snippet(" + table + ", -1, char(2), char(3), '…', 40)";
}

QList<Hit> entryHits(Connection &connection, const SearchQuery &query, int most)
{
    const QString match = matchExpression(query.terms);
    Condition condition = entryCondition(query);
    for (const QString &tag : query.tags)
        condition.add("e.paper IN (SELECT s.paper FROM main.state AS s WHERE s.deleted IS NULL AND " +
                          holdsTag("s.tags") + ')',
                      tag);
    QByteArray sql = "SELECT e.id, e.paper, CASE e.title WHEN '' THEN e.title_zh ELSE e.title END, ";
    if (match.isEmpty()) {
        for (const SearchQuery::Term &term : query.terms)
            condition.add("e.row NOT IN (SELECT rowid FROM cache.entries_fts WHERE entries_fts MATCH ?)",
                          quotedPhrase(term.text));
        sql += "e.one_line FROM cache.entries AS e WHERE " + condition.sql +
               " ORDER BY e.sort DESC, e.issue DESC, e.position";
    } else {
        sql += snippetSql("entries_fts") +
               " FROM cache.entries_fts JOIN cache.entries AS e ON e.row = entries_fts.rowid WHERE ";
        // The weights follow the columns: titles before points before abstracts.
        sql += condition.sql + " AND entries_fts MATCH ? ORDER BY bm25(entries_fts, 10, 10, 5, 5, 2, 2, 2, 4)";
        condition.texts += match;
    }
    Statement statement(connection, sql + " LIMIT CAST(? AS INTEGER)");
    condition.bindTo(statement);
    statement.put(QString::number(most));
    QList<Hit> out;
    while (statement.step())
        out += {Hit::Type::Entry,  statement.id<EntryId>(0).toString(), statement.id<PaperId>(1),
                statement.text(2), cleanSnippet(statement.text(3)),     -1};
    return out;
}

/// What the query asks of a highlight in "x.ref".
QByteArray highlightCondition(Connection &connection, const SearchQuery &query, QStringList &texts)
{
    QByteArray out;
    for (const QString &tag : query.tags) {
        out += " AND x.ref IN (SELECT t.id FROM main.highlights AS t WHERE " + holdsTag("t.tags") + ')';
        texts += tag;
    }
    for (const QString &kind : query.kinds) {
        const QStringList keys = kindsCalled(connection, kind);
        out += " AND x.ref IN (SELECT k.id FROM main.highlights AS k WHERE k.kind IN (?" +
               QByteArray(", ?").repeated(keys.size() - 1) + "))";
        texts += keys;
    }
    return out;
}

QList<Hit> noteHits(Connection &connection, const SearchQuery &query, int most)
{
    static constexpr Hit::Type types[] = {Hit::Type::Entry, Hit::Type::Point, Hit::Type::Note, Hit::Type::Highlight};
    const QString match = matchExpression(query.terms);
    if (match.isEmpty() && query.kinds.isEmpty() && query.tags.isEmpty())
        return {};
    Condition condition = paperCondition(query, "x.paper");
    QByteArray sql = "SELECT x.type, x.ref, x.paper, coalesce(p.title, ''), coalesce(h.page, -1), ";
    sql += match.isEmpty()
               ? "x.text FROM main.texts AS x"
               : snippetSql("notes_fts") + " FROM main.notes_fts JOIN main.texts AS x ON x.row = notes_fts.rowid";
    sql += " LEFT JOIN main.papers AS p ON p.id = x.paper LEFT JOIN main.highlights AS h ON x.type = 3 AND h.id = "
           "x.ref WHERE ";
    sql += condition.sql + highlightCondition(connection, query, condition.texts);
    if (!match.isEmpty()) {
        sql += " AND notes_fts MATCH ? ORDER BY bm25(notes_fts)";
        condition.texts += match;
    }
    Statement statement(connection, sql + " LIMIT CAST(? AS INTEGER)");
    condition.bindTo(statement);
    statement.put(QString::number(most));
    QList<Hit> out;
    while (statement.step()) {
        const int type = int(statement.integer(0));
        out += {types[qBound(0, type, 3)], statement.id<PointId>(1).toString(), statement.id<PaperId>(2),
                statement.text(3),         cleanSnippet(statement.text(5)),     int(statement.integer(4))};
    }
    return out;
}

QList<Hit> pageHits(Connection &connection, const SearchQuery &query, int most)
{
    const QString match = matchExpression(query.terms);
    if (match.isEmpty() || !query.kinds.isEmpty() || !query.tags.isEmpty())
        return {};
    Condition condition = paperCondition(query, "d.paper");
    condition.add("pages_fts MATCH ?", match);
    Statement statement(connection, "SELECT g.sha256, d.paper, coalesce(p.title, ''), " + snippetSql("pages_fts") +
                                        ", g.page FROM cache.pages_fts JOIN cache.pages AS g ON g.row = pages_fts.rowid"
                                        " JOIN main.documents AS d ON d.sha256 = g.sha256 AND d.deleted IS NULL"
                                        " LEFT JOIN main.papers AS p ON p.id = d.paper WHERE " +
                                        condition.sql + " ORDER BY bm25(pages_fts) LIMIT CAST(? AS INTEGER)");
    condition.bindTo(statement);
    statement.put(QString::number(most));
    QList<Hit> out;
    while (statement.step())
        out += {Hit::Type::Page,
                statement.text(0),
                statement.id<PaperId>(1),
                statement.text(2),
                cleanSnippet(statement.text(3)),
                int(statement.integer(4))};
    return out;
}

/// Reciprocal ranks: the k-th hit of every list counts alike, and the reader's own words come before others'.
QList<Hit> merged(const QList<QList<Hit>> &lists, int most)
{
    struct Ranked
    {
        double score = 0;
        const Hit *hit = nullptr;
    };
    QList<Ranked> all;
    double weight = 1.2;
    for (const QList<Hit> &list : lists) {
        for (qsizetype i = 0; i < list.size(); ++i)
            all += {weight / double(10 + i), &list[i]};
        weight -= 0.2;
    }
    std::stable_sort(all.begin(), all.end(), [](const Ranked &a, const Ranked &b) { return a.score > b.score; });
    QList<Hit> out;
    for (qsizetype i = 0; i < all.size() && i < most; ++i)
        out += *all[i].hit;
    return out;
}

} // namespace

QList<Hit> searchAll(Connection &connection, const QString &text, int most, qint64 nowMs)
{
    const SearchQuery query = parseQuery(text, nowMs);
    if (query.isEmpty() || most <= 0)
        return {};
    const QList<Hit> entries = query.kinds.isEmpty() ? entryHits(connection, query, most) : QList<Hit>();
    return merged({noteHits(connection, query, most), entries, pageHits(connection, query, most)}, most);
}

} // namespace yaodian::library
