#include "library/highlightlist.h"

#include "library/kinds.h"
#include "library/marks.h"
#include "library/searchconditions.h"

#include <algorithm>
#include <numeric>

namespace yaodian::library {

namespace {

/// What the order is made of.
struct Placed
{
    HighlightRef ref;
    int paper = 0; ///< its number among those that were met
    int page = 0;
    double top = 0;
    qint64 at = -1; ///< in the text of its page; -1: not known
};

Condition highlightsAsked(Connection &connection, SearchQuery query)
{
    const std::optional<qint64> since = std::exchange(query.sinceMs, std::nullopt); // of the mark, not of a post
    Condition out = askedOfPapers(query, "h.paper");
    out.add("h.deleted IS NULL");
    if (since)
        out.add("h.made >= CAST(? AS INTEGER)", QString::number(*since));
    for (const QString &kind : query.kinds) {
        const QStringList keys = kindsCalled(connection, kind);
        out.add("h.kind IN (?" + QByteArray(", ?").repeated(keys.size() - 1) + ')', keys);
    }
    for (const QString &tag : query.tags)
        out.add(holdsTag("h.tags"), tag);
    // CROSS: the index is asked once, not for each of the texts.
    const QString match = matchExpression(query.terms);
    if (!match.isEmpty())
        out.add("h.id IN (SELECT x.ref FROM main.notes_fts CROSS JOIN main.texts AS x ON x.row = notes_fts.rowid"
                " WHERE notes_fts MATCH ? AND x.type = 3)",
                match);
    else // words that are not wanted alone ask the index nothing
        for (const SearchQuery::Term &term : query.terms)
            out.add(
                "h.id NOT IN (SELECT x.ref FROM main.notes_fts CROSS JOIN main.texts AS x ON x.row = notes_fts.rowid"
                " WHERE notes_fts MATCH ? AND x.type = 3)",
                quotedPhrase(term.text));
    return out;
}

/// As sortInReadingOrder() does it: columns tell the order, where it is known of all on a page.
void orderWithinPages(std::vector<Placed> &all)
{
    std::sort(all.begin(), all.end(), [](const Placed &a, const Placed &b) {
        return std::tie(a.paper, a.page, a.top, a.ref.id) < std::tie(b.paper, b.page, b.top, b.ref.id);
    });
    for (auto first = all.begin(); first != all.end();) {
        const auto end = std::find_if(first, all.end(), [first](const Placed &one) {
            return one.paper != first->paper || one.page != first->page;
        });
        if (std::all_of(first, end, [](const Placed &one) { return one.at >= 0; }))
            std::stable_sort(first, end, [](const Placed &a, const Placed &b) { return a.at < b.at; });
        first = end;
    }
}

} // namespace

QList<HighlightRef> readHighlightRefs(Connection &connection, const HighlightQuery &asked, qint64 nowMs)
{
    const Condition condition = highlightsAsked(connection, parseQuery(asked.text, nowMs));
    std::vector<Placed> all;
    QHash<PaperId, int> met;
    std::vector<std::pair<qint64, PaperId>> newest; // a paper: when it was marked last
    Statement statement(connection,
                        "SELECT h.id, h.paper, h.page, h.top, h.made, h.at FROM main.highlights AS h WHERE " +
                            condition.sql);
    condition.bindTo(statement);
    while (statement.step()) {
        const HighlightRef ref{statement.id<HighlightId>(0), statement.id<PaperId>(1)};
        const int paper = met.value(ref.paper, int(newest.size()));
        if (size_t(paper) == newest.size()) {
            newest.push_back({0, ref.paper});
            met.insert(ref.paper, paper);
        }
        newest[size_t(paper)].first = std::max(newest[size_t(paper)].first, statement.integer(4));
        all.push_back({ref, paper, int(statement.integer(2)), statement.real(3), statement.integer(5)});
    }
    // Papers are few: what they are ordered by is made a number once, not looked up at every comparison.
    std::vector<int> order(newest.size()), rank(newest.size());
    std::iota(order.begin(), order.end(), 0);
    std::sort(order.begin(), order.end(), [&newest](int a, int b) {
        const auto &[madeA, paperA] = newest[size_t(a)];
        const auto &[madeB, paperB] = newest[size_t(b)];
        return madeA != madeB ? madeA > madeB : paperA < paperB;
    });
    for (size_t i = 0; i < order.size(); ++i)
        rank[size_t(order[i])] = int(i);
    for (Placed &one : all)
        one.paper = rank[size_t(one.paper)];
    orderWithinPages(all);
    QList<HighlightRef> out;
    out.reserve(qsizetype(all.size()));
    for (const Placed &one : all)
        out += one.ref;
    return out;
}

QList<HighlightRow> readHighlightRows(Connection &connection, const QList<HighlightId> &ids)
{
    QList<HighlightRow> out;
    for (const HighlightId &id : ids) {
        const auto highlight = readHighlight(connection, id);
        if (!highlight)
            continue;
        Statement title(connection, "SELECT title, title_zh FROM main.papers WHERE id = ?1");
        const bool known = title.bind(highlight->paper).step();
        out += {*highlight, known ? title.text(0) : QString(), known ? title.text(1) : QString()};
    }
    return out;
}

} // namespace yaodian::library
