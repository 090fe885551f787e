#include "library/listfilter.h"

#include "library/identity.h"
#include "library/listsearch.h"
#include "library/marks.h"

namespace yaodian::library {

namespace {

QByteArray viewSql(ListQuery::View view)
{
    switch (view) {
    case ListQuery::View::Unread:
        return " AND " + unreadSql();
    case ListQuery::View::Later:
        return " AND e.paper IN (SELECT paper FROM main.state WHERE later = 1 AND deleted IS NULL)";
    case ListQuery::View::Starred:
        return " AND e.paper IN (SELECT paper FROM main.state WHERE starred = 1 AND deleted IS NULL)";
    case ListQuery::View::Kept:
        return " AND e.paper IN (SELECT paper FROM main.state WHERE verdict IN (1, 2) AND deleted IS NULL)";
    case ListQuery::View::WithNotes:
        return " AND e.paper IN (" + papersWithNotesSql() + ')';
    case ListQuery::View::NeedsCheck:
        return " AND e.issue IN (SELECT row FROM cache.issues WHERE needs_check = 1)";
    case ListQuery::View::All:
    case ListQuery::View::Today:
        break;
    }
    return {};
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

Filter filterFor(Connection &connection, const ListQuery &query, qint64 nowMs)
{
    Filter filter;
    filter.from = "cache.entries AS e";
    const bool tour = query.withTour || query.issue || (query.source && isTourSource(*query.source));
    filter.where = tour ? "e.tour IN (0, 1)" : "e.tour = 0";
    int parameter = 0;
    const auto next = [&parameter] { return '?' + QByteArray::number(++parameter); };
    if (query.issue) {
        filter.where += " AND e.issue = (SELECT row FROM cache.issues WHERE id = " + next() + ')';
        filter.blobs += query.issue->toBytes();
    }
    if (query.source) {
        filter.where += " AND e.source = " + next();
        filter.blobs += query.source->toBytes();
    }
    if (query.category) {
        filter.where += " AND e.row IN (SELECT entry FROM cache.entry_categories WHERE code = " + next() + ')';
        filter.category = facet(*query.category);
    }
    if (query.view == ListQuery::View::Today) {
        filter.where += " AND e.first_seen >= " + next();
        filter.since = query.todayStartMs;
    }
    filter.where += viewSql(query.view);
    if (!query.search.trimmed().isEmpty()) {
        // Its parameters have no numbers: they follow those above.
        const Condition condition = listedEntries(connection, query.search, nowMs);
        filter.where += " AND " + condition.sql;
        filter.texts = condition.texts;
    }
    filter.order = orderSql(query);
    return filter;
}

} // namespace yaodian::library
