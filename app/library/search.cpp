#include "library/search.h"

#include "library/kinds.h"
#include "library/marks.h"
#include "library/query.h"
#include "library/searchconditions.h"
#include "library/searchstream.h"
#include "library/snippet.h"
#include "library/statement.h"

#include <optional>

namespace yaodian::library {

namespace {

/// A search as it goes: what every part of it needs.
struct Asked
{
    Connection &connection;
    SearchQuery query;
    SearchOrder order;
    int most;
    qint64 first; ///< no entry before this row is as new as is asked for
};

/// Before which row nothing is as new; nothing where nothing is.
std::optional<qint64> firstRowSince(Connection &connection, qint64 sinceMs)
{
    constexpr int mostCounted = 20'000; // more of them are most of the library: then each is asked for its date
    Statement statement(connection, "SELECT count(*), min(row) FROM (SELECT row FROM cache.entries WHERE tour = 0 AND"
                                    " sort >= ?1 ORDER BY sort DESC LIMIT ?2)");
    if (!statement.bind(sinceMs, mostCounted).step() || statement.integer(0) == 0)
        return std::nullopt;
    return statement.integer(0) < mostCounted ? statement.integer(1) : 0;
}

/// Rows that are asked for beyond those that are shown: some are of the tour, or of documents that are gone.
constexpr int spare = 20;

bool asksPapers(const SearchQuery &query)
{
    return asksEntries(query) || !query.papers.isEmpty();
}

/// What was written in the tour's own papers stays out, as the tour itself does.
QByteArray notOfTheTour(const QByteArray &column)
{
    return column + " NOT IN (SELECT t.paper FROM cache.entries AS t WHERE t.tour = 1)";
}

/// What the query asks of papers.
Condition paperCondition(const SearchQuery &query, const QByteArray &column)
{
    Condition out;
    addTitles(out, query, column);
    if (asksEntries(query)) {
        const Condition entries = entryCondition(query, Categories::Probed);
        out.add("EXISTS (SELECT 1 FROM cache.entries AS e WHERE e.paper = " + column + " AND " + entries.sql + ')',
                entries.texts);
    }
    out.add(notOfTheTour(column));
    return out;
}

QByteArray boundList(qsizetype size)
{
    return "(?" + QByteArray(", ?").repeated(size - 1) + ')';
}

/// Of what a condition alone finds, as many as are asked for.
QList<qint64> firstRows(const Asked &asked, const QByteArray &select, const Condition &condition,
                        const QByteArray &order)
{
    Statement statement(asked.connection, select + condition.sql + order + " LIMIT CAST(? AS INTEGER)");
    condition.bindTo(statement);
    statement.put(QString::number(asked.most));
    QList<qint64> rows;
    while (statement.step())
        rows += statement.integer(0);
    return rows;
}

/// Where no word is looked for, those that are not wanted have no index to be taken out of.
void addUnwanted(Condition &condition, const SearchQuery &query, const QByteArray &row, const QByteArray &index)
{
    const QByteArray table = index.mid(index.indexOf('.') + 1);
    for (const SearchQuery::Term &term : query.terms)
        condition.add(row + " NOT IN (SELECT rowid FROM " + index + " WHERE " + table + " MATCH ?)",
                      quotedPhrase(term.text));
}

// --- entries

/// Of a rare category the list is short; of a common one its newest entries are soon met.
Categories categoriesOf(Connection &connection, const SearchQuery &query)
{
    constexpr int few = 5000;
    for (const QString &code : query.categories) {
        Statement statement(connection,
                            "SELECT count(*) FROM (SELECT 1 FROM cache.entry_categories WHERE code = ?1 LIMIT ?2)");
        if (statement.bind(code, few).step() && statement.integer(0) < few)
            return Categories::Listed;
    }
    return Categories::Probed;
}

/// Without a word to look for: the newest.
QList<qint64> listedRows(const Asked &asked, const SearchQuery &query, Condition condition)
{
    addUnwanted(condition, query, "e.row", "cache.entries_fts");
    return firstRows(asked, "SELECT e.row FROM cache.entries AS e WHERE ", condition,
                     " ORDER BY e.sort DESC, e.issue DESC, e.position");
}

Condition withTags(const SearchQuery &query, Condition condition)
{
    for (const QString &tag : query.tags)
        condition.add("e.paper IN (SELECT s.paper FROM main.state AS s WHERE s.deleted IS NULL AND " +
                          holdsTag("s.tags") + ')',
                      tag);
    return condition;
}

QList<qint64> entryRows(const Asked &asked)
{
    if (!asked.query.kinds.isEmpty())
        return {};
    SearchQuery query = asked.query;
    const QString match = entryMatch(query);
    if (match.isEmpty())
        return listedRows(asked, query, withTags(query, entryCondition(query, categoriesOf(asked.connection, query))));
    // The weights follow the columns: titles before points before abstracts.
    Searched index{"cache.entries_fts", ", 10, 10, 5, 5, 2, 2, 2, 4"};
    index.first = asked.first;
    index.newest = "SELECT row FROM cache.entries WHERE tour = 0 ORDER BY sort DESC, issue DESC, position";
    index.dateOf = "SELECT sort FROM cache.entries WHERE row = ?1";
    if (!asksMoreThanRows(query))
        return matchingRows(asked.connection, index, match, rowCondition(query, "entries_fts.rowid"), asked.order,
                            asked.most + spare);
    index.from = "CROSS JOIN cache.entries AS e ON e.row = entries_fts.rowid";
    return matchingRows(asked.connection, index, match, withTags(query, entryCondition(query, Categories::Probed)),
                        asked.order, asked.most);
}

std::optional<Hit> entryHit(const Asked &asked, qint64 row)
{
    Statement entry(asked.connection, "SELECT id, paper, title, title_zh, one_line, key_points, abstract_zh,"
                                      " abstract_en, body, authors FROM cache.entries WHERE row = ?1 AND tour = 0");
    if (!entry.bind(row).step())
        return std::nullopt;
    const QString title = entry.text(2), titleZh = entry.text(3), oneLine = entry.text(4);
    const bool english = !title.isEmpty();
    // What the title shows already comes last.
    const QString found = snippetOf({oneLine, entry.text(5), english ? titleZh : QString(), entry.text(6),
                                     entry.text(7), entry.text(8), entry.text(9), english ? title : titleZh},
                                    asked.query.terms);
    return Hit{Hit::Type::Entry,
               entry.id<EntryId>(0).toString(),
               entry.id<PaperId>(1),
               english ? title : titleZh,
               found.isEmpty() ? oneLine.simplified() : found,
               -1};
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
    const bool asks = asksPapers(asked.query) || !asked.query.kinds.isEmpty() || !asked.query.tags.isEmpty();
    Searched index{"main.notes_fts", {}};
    if (!match.isEmpty() && !asks)
        return matchingRows(asked.connection, index, match, {}, asked.order, asked.most + spare);
    index.from = "CROSS JOIN main.texts AS x ON x.row = notes_fts.rowid";
    if (!match.isEmpty())
        return matchingRows(asked.connection, index, match, condition, asked.order, asked.most);
    addUnwanted(condition, asked.query, "x.row", "main.notes_fts");
    return firstRows(asked, "SELECT x.row FROM main.texts AS x WHERE ", condition, " ORDER BY x.row DESC");
}

std::optional<Hit> noteHit(const Asked &asked, qint64 row)
{
    static constexpr Hit::Type types[] = {Hit::Type::Entry, Hit::Type::Point, Hit::Type::Note, Hit::Type::Highlight};
    Statement text(asked.connection,
                   "SELECT x.type, x.ref, x.paper, coalesce(p.title, ''), coalesce(p.title_zh, ''), coalesce(h.page, "
                   "-1), x.text FROM main.texts AS x LEFT JOIN main.papers AS p ON p.id = x.paper"
                   " LEFT JOIN main.highlights AS h ON x.type = 3 AND h.id = x.ref WHERE x.row = ?1 AND " +
                       notOfTheTour("x.paper"));
    if (!text.bind(row).step())
        return std::nullopt;
    const QString words = text.text(6);
    const QString found = snippetOf({words}, asked.query.terms);
    return Hit{types[qBound(0, int(text.integer(0)), 3)],
               text.id<PointId>(1).toString(),
               text.id<PaperId>(2),
               text.text(3).isEmpty() ? text.text(4) : text.text(3),
               found.isEmpty() ? words.simplified() : found,
               int(text.integer(5))};
}

// --- pages of PDFs

QList<qint64> pageRows(const Asked &asked)
{
    const QString match = matchExpression(asked.query.terms);
    if (match.isEmpty() || !asked.query.kinds.isEmpty() || !asked.query.tags.isEmpty())
        return {};
    const bool asks = asksPapers(asked.query);
    const Searched index{"cache.pages_fts",
                         {},
                         asks ? "CROSS JOIN cache.pages AS g ON g.row = pages_fts.rowid"
                                " CROSS JOIN main.documents AS d ON d.sha256 = g.sha256 AND d.deleted IS NULL"
                              : ""};
    return matchingRows(asked.connection, index, match, asks ? paperCondition(asked.query, "d.paper") : Condition(),
                        asked.order, asked.most + spare);
}

std::optional<Hit> pageHit(const Asked &asked, qint64 row)
{
    Statement page(asked.connection,
                   "SELECT g.sha256, d.paper, coalesce(p.title, ''), coalesce(p.title_zh, ''), g.page, g.text FROM"
                   " cache.pages AS g JOIN main.documents AS d ON d.sha256 = g.sha256 AND d.deleted IS NULL"
                   " LEFT JOIN main.papers AS p ON p.id = d.paper WHERE g.row = ?1 AND " +
                       notOfTheTour("d.paper"));
    if (!page.bind(row).step())
        return std::nullopt;
    return Hit{Hit::Type::Page,
               page.text(0),
               page.id<PaperId>(1),
               page.text(2).isEmpty() ? page.text(3) : page.text(2),
               snippetOf({page.text(5)}, asked.query.terms),
               int(page.integer(4))};
}

/// How a row becomes a hit, and what it is worth beside those of other lists: reciprocal ranks, so that the k-th of
/// every list counts alike, and the reader's own words come before others'.
struct Ranked
{
    std::optional<Hit> (*hit)(const Asked &asked, qint64 row);
    qint64 row;
    double score;
};

void rank(QList<Ranked> &all, const QList<qint64> &rows, double weight, decltype(Ranked::hit) hit)
{
    for (qsizetype i = 0; i < rows.size(); ++i)
        all += {hit, rows[i], weight / double(10 + i)};
}

} // namespace

QList<Hit> searchAll(Connection &connection, const QString &text, int most, SearchOrder order, qint64 nowMs)
{
    SearchQuery query = parseQuery(text, nowMs);
    if (query.isEmpty() || most <= 0)
        return {};
    const auto first = query.sinceMs ? firstRowSince(connection, *query.sinceMs) : std::optional<qint64>(0);
    if (!first)
        return {};
    const Asked asked{connection, std::move(query), order, most, *first};
    QList<Ranked> all;
    rank(all, noteRows(asked), 1.2, noteHit);
    rank(all, entryRows(asked), 1.0, entryHit);
    rank(all, pageRows(asked), 0.8, pageHit);
    std::stable_sort(all.begin(), all.end(), [](const Ranked &a, const Ranked &b) { return a.score > b.score; });
    QList<Hit> out; // only what is shown is read
    for (const Ranked &one : std::as_const(all)) {
        if (out.size() == most)
            break;
        if (auto hit = one.hit(asked, one.row))
            out += *std::move(hit);
    }
    return out;
}

} // namespace yaodian::library
