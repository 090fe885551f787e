#include "library/listfilter.h"

#include "library/identity.h"
#include "library/listsearch.h"
#include "library/marks.h"

namespace yaodian::library {

namespace {

/// What a view holds: the values of a column of its entries, as a SELECT; empty: all of them.
struct Members
{
    QByteArray column = "e.paper";
    QByteArray select = {};
};

Members membersOf(ListQuery::View view)
{
    switch (view) {
    case ListQuery::View::Later:
        return {.select = "SELECT paper FROM main.state WHERE later = 1 AND deleted IS NULL"};
    case ListQuery::View::Starred:
        return {.select = "SELECT paper FROM main.state WHERE starred = 1 AND deleted IS NULL"};
    case ListQuery::View::Kept: // `<> 0`: what its index says
        return {.select = "SELECT paper FROM main.state WHERE verdict <> 0 AND verdict IN (1, 2) AND deleted IS NULL"};
    case ListQuery::View::WithNotes:
        return {.select = papersWithNotesSql()};
    case ListQuery::View::NeedsCheck:
        return {"e.issue", "SELECT row FROM cache.issues WHERE needs_check = 1"};
    case ListQuery::View::All:
    case ListQuery::View::Today:
    case ListQuery::View::Unread:
        break;
    }
    return {};
}

/// So few are found by what makes them few, and put in order then. Of more, the order is read off its index, and what
/// does not belong is passed over: the first of them come at once.
constexpr int FewAtMost = 3000;

template <class Value = int> bool areFew(Connection &connection, const QByteArray &select, const Value *value = nullptr)
{
    Statement statement(connection,
                        "SELECT count(*) FROM (" + select + " LIMIT " + QByteArray::number(FewAtMost + 1) + ')');
    if (value)
        statement.put(*value);
    return statement.step() && statement.integer(0) <= FewAtMost;
}

QByteArray orderSql(const ListQuery &query)
{
    const QByteArray newest = "e.sort DESC, e.issue DESC, e.position";
    if (query.order == ListQuery::Order::BySource)
        return " ORDER BY (SELECT s.title FROM main.sources AS s WHERE s.id = e.source) COLLATE NOCASE, e.source, " +
               newest;
    if (query.order == ListQuery::Order::ByTitle)
        return " ORDER BY CASE e.title WHEN '' THEN e.title_zh ELSE e.title END COLLATE NOCASE, " + newest;
    return " ORDER BY " + (query.issue ? "e.position" : newest);
}

bool isTourSource(SourceId source)
{
    return source == sourceIdFor(Source::Kind::Tour, {});
}

} // namespace

void Filter::bindTo(Statement &statement) const
{
    for (const QByteArray &blob : blobs)
        statement.put(blob);
    if (category)
        statement.put(*category);
    if (since)
        statement.put(*since);
    for (const QString &text : texts)
        statement.put(text);
}

QByteArray unreadSql()
{
    return "e.paper NOT IN (SELECT paper FROM main.state WHERE read = 1 AND deleted IS NULL)";
}

Filter filterFor(Connection &connection, const ListQuery &query, qint64 nowMs, bool onlyFirst)
{
    Filter filter;
    filter.from = "cache.entries AS e";
    bool few = query.issue.has_value();
    QByteArray where;
    int parameter = 0;
    const auto next = [&parameter] { return '?' + QByteArray::number(++parameter); };
    if (query.issue) {
        where += " AND e.issue = (SELECT row FROM cache.issues WHERE id = " + next() + ')';
        filter.blobs += query.issue->toBytes();
    }
    if (query.source) {
        where += " AND e.source = " + next();
        filter.blobs += query.source->toBytes();
    }
    if (query.category) {
        filter.category = facet(*query.category);
        const QByteArray sql = "SELECT entry FROM cache.entry_categories AS c WHERE c.code = ";
        const bool hasFew = areFew(connection, sql + "?1", &*filter.category);
        few = few || hasFew;
        // The first of many: each that comes is asked whether it belongs. All of them: a list of them is made once.
        where += onlyFirst && !hasFew ? " AND EXISTS (" + sql + next() + " AND c.entry = e.row)"
                                      : " AND e.row IN (" + sql + next() + ')';
    }
    if (query.view == ListQuery::View::Today) {
        filter.since = query.todayStartMs;
        const bool hasFew =
            areFew(connection, "SELECT 1 FROM cache.entries WHERE first_seen >= ?1", &query.todayStartMs);
        few = few || hasFew;
        where += (hasFew ? " AND e.first_seen >= " : " AND +e.first_seen >= ") + next();
    }
    if (query.view == ListQuery::View::Unread)
        where += " AND " + unreadSql();
    if (const Members members = membersOf(query.view); !members.select.isEmpty()) {
        few = few || areFew(connection, members.select);
        where += " AND " + members.column + " IN (" + members.select + ')';
    }
    if (!query.search.trimmed().isEmpty()) {
        // Its parameters have no numbers: they follow those above.
        const Condition condition = listedEntries(connection, query.search, nowMs);
        where += " AND " + condition.sql;
        filter.texts = condition.texts;
    }
    const bool tour = query.withTour || query.issue || (query.source && isTourSource(*query.source));
    // With a sign before it, it takes no part in the choice of the index: that of the order begins with it.
    filter.where = QByteArray(few ? "+" : "") + (tour ? "e.tour IN (0, 1)" : "e.tour = 0") + where;
    filter.order = orderSql(query);
    return filter;
}

} // namespace yaodian::library
