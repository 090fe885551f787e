#include "library/search.h"

#include "library/kinds.h"
#include "library/marks.h"
#include "library/query.h"
#include "library/searchconditions.h"
#include "library/searchstream.h"
#include "library/snippet.h"
#include "library/statement.h"

namespace yaodian::library {

namespace {

/// A search as it goes: what every part of it needs.
struct Asked
{
    Connection &connection;
    SearchQuery query;
    SearchOrder order;
    int most;
};

/// What was written in the tour's own papers stays out, as the tour itself does.
Condition paperCondition(const SearchQuery &query, const QByteArray &column)
{
    Condition out;
    addTitles(out, query, column);
    if (asksEntries(query)) {
        const Condition entries = entryCondition(query);
        out.add("EXISTS (SELECT 1 FROM cache.entries AS e WHERE e.paper = " + column + " AND " + entries.sql + ')',
                entries.texts);
    }
    out.add(column + " NOT IN (SELECT t.paper FROM cache.entries AS t WHERE t.tour = 1)");
    return out;
}

QByteArray boundList(qsizetype size)
{
    return "(?" + QByteArray(", ?").repeated(size - 1) + ')';
}

// --- entries

QList<qint64> entryRows(const Asked &asked)
{
    SearchQuery query = asked.query;
    const QString match = entryMatch(query);
    Condition condition = entryCondition(query);
    for (const QString &tag : query.tags)
        condition.add("e.paper IN (SELECT s.paper FROM main.state AS s WHERE s.deleted IS NULL AND " +
                          holdsTag("s.tags") + ')',
                      tag);
    if (!match.isEmpty())
        // The weights follow the columns: titles before points before abstracts.
        return matchingRows(asked.connection,
                            {"cache.entries_fts", ", 10, 10, 5, 5, 2, 2, 2, 4",
                             "CROSS JOIN cache.entries AS e ON e.row = entries_fts.rowid", "e.sort",
                             "SELECT row FROM cache.entries WHERE tour = 0 ORDER BY sort DESC, issue DESC, position"},
                            match, condition, asked.order, asked.most);
    for (const SearchQuery::Term &term : query.terms)
        condition.add("e.row NOT IN (SELECT rowid FROM cache.entries_fts WHERE entries_fts MATCH ?)",
                      quotedPhrase(term.text));
    Statement statement(asked.connection, "SELECT e.row FROM cache.entries AS e WHERE " + condition.sql +
                                              " ORDER BY e.sort DESC, e.issue DESC, e.position"
                                              " LIMIT CAST(? AS INTEGER)");
    condition.bindTo(statement);
    statement.put(QString::number(asked.most));
    QList<qint64> rows;
    while (statement.step())
        rows += statement.integer(0);
    return rows;
}

QList<Hit> entryHits(const Asked &asked)
{
    QList<Hit> out;
    if (!asked.query.kinds.isEmpty())
        return out;
    Statement entry(asked.connection, "SELECT id, paper, title, title_zh, one_line, key_points, abstract_zh,"
                                      " abstract_en, body, authors FROM cache.entries WHERE row = ?1");
    for (const qint64 row : entryRows(asked)) {
        entry.reset();
        if (!entry.bind(row).step())
            continue;
        const QString title = entry.text(2), titleZh = entry.text(3), oneLine = entry.text(4);
        const bool english = !title.isEmpty();
        // What the title shows already comes last.
        const QString found = snippetOf({oneLine, entry.text(5), english ? titleZh : QString(), entry.text(6),
                                         entry.text(7), entry.text(8), entry.text(9), english ? title : titleZh},
                                        asked.query.terms);
        out += {Hit::Type::Entry,
                entry.id<EntryId>(0).toString(),
                entry.id<PaperId>(1),
                english ? title : titleZh,
                found.isEmpty() ? oneLine.simplified() : found,
                -1};
    }
    return out;
}

// --- the reader's own words

/// What the query asks of a highlight in "x.ref".
void addMarks(Connection &connection, const SearchQuery &query, Condition &out)
{
    for (const QString &tag : query.tags)
        out.add("x.ref IN (SELECT t.id FROM main.highlights AS t WHERE " + holdsTag("t.tags") + ')', tag);
    for (const QString &kind : query.kinds) {
        const QStringList keys = kindsCalled(connection, kind);
        out.add("x.ref IN (SELECT k.id FROM main.highlights AS k WHERE k.kind IN " + boundList(keys.size()) + ')',
                keys);
    }
}

QList<qint64> noteRows(const Asked &asked)
{
    const QString match = matchExpression(asked.query.terms);
    if (match.isEmpty() && asked.query.kinds.isEmpty() && asked.query.tags.isEmpty())
        return {};
    Condition condition = paperCondition(asked.query, "x.paper");
    addMarks(asked.connection, asked.query, condition);
    if (!match.isEmpty())
        return matchingRows(
            asked.connection,
            {"main.notes_fts", {}, "CROSS JOIN main.texts AS x ON x.row = notes_fts.rowid", "notes_fts.rowid"}, match,
            condition, asked.order, asked.most);
    Statement statement(asked.connection, "SELECT x.row FROM main.texts AS x WHERE " + condition.sql +
                                              " ORDER BY x.row DESC LIMIT CAST(? AS INTEGER)");
    condition.bindTo(statement);
    statement.put(QString::number(asked.most));
    QList<qint64> rows;
    while (statement.step())
        rows += statement.integer(0);
    return rows;
}

QList<Hit> noteHits(const Asked &asked)
{
    static constexpr Hit::Type types[] = {Hit::Type::Entry, Hit::Type::Point, Hit::Type::Note, Hit::Type::Highlight};
    QList<Hit> out;
    Statement text(
        asked.connection,
        "SELECT x.type, x.ref, x.paper, coalesce(p.title, ''), coalesce(p.title_zh, ''), coalesce(h.page, -1),"
        " x.text FROM main.texts AS x LEFT JOIN main.papers AS p ON p.id = x.paper"
        " LEFT JOIN main.highlights AS h ON x.type = 3 AND h.id = x.ref WHERE x.row = ?1");
    for (const qint64 row : noteRows(asked)) {
        text.reset();
        if (!text.bind(row).step())
            continue;
        const QString words = text.text(6);
        const QString found = snippetOf({words}, asked.query.terms);
        out += {types[qBound(0, int(text.integer(0)), 3)],
                text.id<PointId>(1).toString(),
                text.id<PaperId>(2),
                text.text(3).isEmpty() ? text.text(4) : text.text(3),
                found.isEmpty() ? words.simplified() : found,
                int(text.integer(5))};
    }
    return out;
}

// --- pages of PDFs

QList<Hit> pageHits(const Asked &asked)
{
    const QString match = matchExpression(asked.query.terms);
    if (match.isEmpty() || !asked.query.kinds.isEmpty() || !asked.query.tags.isEmpty())
        return {};
    const QList<qint64> rows =
        matchingRows(asked.connection,
                     {"cache.pages_fts",
                      {},
                      "CROSS JOIN cache.pages AS g ON g.row = pages_fts.rowid"
                      " CROSS JOIN main.documents AS d ON d.sha256 = g.sha256 AND d.deleted IS NULL",
                      "d.added"},
                     match, paperCondition(asked.query, "d.paper"), asked.order, asked.most);
    QList<Hit> out;
    Statement page(asked.connection,
                   "SELECT g.sha256, d.paper, coalesce(p.title, ''), coalesce(p.title_zh, ''), g.page, g.text FROM"
                   " cache.pages AS g JOIN main.documents AS d ON d.sha256 = g.sha256 AND d.deleted IS NULL"
                   " LEFT JOIN main.papers AS p ON p.id = d.paper WHERE g.row = ?1");
    for (const qint64 row : rows) {
        page.reset();
        if (page.bind(row).step())
            out += {Hit::Type::Page,
                    page.text(0),
                    page.id<PaperId>(1),
                    page.text(2).isEmpty() ? page.text(3) : page.text(2),
                    snippetOf({page.text(5)}, asked.query.terms),
                    int(page.integer(4))};
    }
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

QList<Hit> searchAll(Connection &connection, const QString &text, int most, SearchOrder order, qint64 nowMs)
{
    const Asked asked{connection, parseQuery(text, nowMs), order, most};
    if (asked.query.isEmpty() || most <= 0)
        return {};
    return merged({noteHits(asked), entryHits(asked), pageHits(asked)}, most);
}

} // namespace yaodian::library
