#include "library/entries.h"

#include "library/entryrows.h"
#include "library/facts.h"
#include "library/identity.h"
#include "library/issues.h"
#include "library/listfilter.h"
#include "library/papers.h"

namespace yaodian::library {

namespace {

/// One row of the list with what hangs on its paper.
QByteArray rowSql()
{
    // Where the post names no title, what is known of the paper does.
    return "SELECT e.id, e.paper, i.id, e.source, e.number, e.categories,"
           " CASE WHEN e.title = '' OR e.title LIKE 'arXiv:%' THEN coalesce((SELECT nullif(p.title, '')"
           " FROM main.papers AS p WHERE p.id = e.paper), e.title) ELSE e.title END, e.title_zh, e.one_line, e.url,"
           " coalesce((SELECT s.title FROM main.sources AS s WHERE s.id = e.source), ''), i.title, e.section,"
           " coalesce(t.read, 0), coalesce(t.starred, 0), coalesce(t.later, 0), coalesce(t.verdict, 0),"
           " (SELECT count(*) FROM cache.entries AS m WHERE m.paper = e.paper AND m.tour = e.tour),"
           " (SELECT count(*) FROM main.points AS p WHERE p.paper = e.paper AND p.deleted IS NULL AND p.entry IS NULL),"
           " (SELECT count(*) FROM main.highlights AS h WHERE h.paper = e.paper AND h.deleted IS NULL),"
           " EXISTS (SELECT 1 FROM main.documents AS d WHERE d.paper = e.paper AND d.deleted IS NULL), i.published"
           " FROM cache.entries AS e JOIN cache.issues AS i ON i.row = e.issue"
           " LEFT JOIN main.state AS t ON t.paper = e.paper AND t.deleted IS NULL ";
}

ListRow rowFrom(const Statement &statement)
{
    ListRow row;
    row.id = statement.id<EntryId>(0);
    row.paper = statement.id<PaperId>(1);
    row.issue = statement.id<IssueId>(2);
    row.source = statement.id<SourceId>(3);
    if (!statement.isNull(4))
        row.number = int(statement.integer(4));
    row.categories = statement.text(5).isEmpty() ? QStringList() : statement.text(5).split(QChar(0x1f));
    row.title = statement.text(6);
    row.titleZh = statement.text(7);
    row.oneLine = statement.text(8);
    row.url = statement.text(9);
    row.sourceTitle = statement.text(10);
    row.issueTitle = statement.text(11);
    row.section = digest::Section(statement.integer(12));
    row.unread = !statement.flag(13);
    row.starred = statement.flag(14);
    row.later = statement.flag(15);
    row.verdict = Verdict(statement.integer(16));
    row.mentions = int(statement.integer(17));
    row.points = int(statement.integer(18));
    row.highlights = int(statement.integer(19));
    row.hasDocument = statement.flag(20);
    row.published = statement.time(21);
    return row;
}

QByteArray limitSql(int most)
{
    return most < 0 ? QByteArray() : " LIMIT " + QByteArray::number(most);
}

/// The groups of a list in order: the issue's legend where the list is of one issue, then by code; 未分类 last.
QStringList legendOrder(Connection &connection, const ListQuery &query)
{
    QStringList out;
    if (!query.issue)
        return out;
    if (const auto issue = readIssue(connection, *query.issue)) {
        for (const digest::LegendItem &item : issue->legend)
            out += facet(item.code);
    }
    return out;
}

struct Grouped
{
    EntryId id;
    QString code;
    qsizetype place = 0;
};

QList<EntryId> byCategory(Connection &connection, const ListQuery &query, qint64 nowMs)
{
    const QStringList legend = legendOrder(connection, query);
    const Filter filter = filterFor(connection, query, nowMs);
    QList<Grouped> all;
    Statement statement(connection, "SELECT e.id, c.code FROM " + filter.from +
                                        " JOIN cache.entry_categories AS c ON c.entry = e.row AND c.place = 0 WHERE " +
                                        filter.where + filter.order);
    filter.bindTo(statement);
    while (statement.step()) {
        const QString code = statement.text(1);
        const qsizetype place = legend.indexOf(code);
        all += {statement.id<EntryId>(0), code, code.isEmpty() ? 2'000'000 : place < 0 ? 1'000'000 : place};
    }
    std::stable_sort(all.begin(), all.end(), [](const Grouped &a, const Grouped &b) {
        return a.place != b.place ? a.place < b.place : a.code < b.code;
    });
    QList<EntryId> out;
    out.reserve(all.size());
    for (const Grouped &one : std::as_const(all))
        out += one.id;
    return out;
}

} // namespace

QList<EntryId> readEntryIds(Connection &connection, const ListQuery &query, qint64 nowMs, int most)
{
    // Within one category its groups are one: they are in order of time as they are.
    if (query.order == ListQuery::Order::ByCategory && !query.category)
        return byCategory(connection, query, nowMs).mid(0, most);
    const Filter filter = filterFor(connection, query, nowMs, most >= 0);
    QList<EntryId> out;
    Statement statement(connection,
                        "SELECT e.id FROM " + filter.from + " WHERE " + filter.where + filter.order + limitSql(most));
    filter.bindTo(statement);
    while (statement.step())
        out += statement.id<EntryId>(0);
    return out;
}

QList<ListRow> readRows(Connection &connection, const QList<EntryId> &ids)
{
    QList<ListRow> out;
    out.reserve(ids.size());
    Statement statement(connection, rowSql() + "WHERE e.id = ?1");
    for (const EntryId &id : ids) {
        statement.reset();
        if (statement.bind(id).step())
            out += rowFrom(statement);
    }
    return out;
}

QList<CategoryCount> readCategories(Connection &connection, const ListQuery &asked, qint64 nowMs)
{
    ListQuery query = asked;
    query.category.reset();
    const Filter filter = filterFor(connection, query, nowMs);
    QList<CategoryCount> out;
    Statement statement(connection,
                        "SELECT c.code, coalesce((SELECT l.name FROM cache.legends AS l WHERE l.code = c.code), ''),"
                        " count(*), sum(" +
                            unreadSql() + ") FROM " + filter.from +
                            " JOIN cache.entry_categories AS c ON c.entry = e.row WHERE " + filter.where +
                            " GROUP BY c.code ORDER BY c.code = '', c.code");
    filter.bindTo(statement);
    while (statement.step())
        out += {statement.text(0), statement.text(1), int(statement.integer(2)), int(statement.integer(3))};
    return out;
}

int countEntries(Connection &connection, const ListQuery &query, bool onlyUnread, qint64 nowMs, int most)
{
    const Filter filter = filterFor(connection, query, nowMs, most >= 0);
    Statement statement(connection, "SELECT count(*) FROM (SELECT 1 FROM " + filter.from + " WHERE " + filter.where +
                                        (onlyUnread ? " AND " + unreadSql() : QByteArray()) + limitSql(most) + ')');
    filter.bindTo(statement);
    return statement.step() ? int(statement.integer(0)) : 0;
}

QHash<SourceId, int> countUnreadBySource(Connection &connection)
{
    QHash<SourceId, int> counts;
    Statement statement(connection, "SELECT e.source, count(*) FROM cache.entries AS e WHERE e.tour = 0 AND " +
                                        unreadSql() + " GROUP BY e.source");
    while (statement.step())
        counts.insert(statement.id<SourceId>(0), int(statement.integer(1)));
    return counts;
}

std::optional<EntryDetail> readEntry(Connection &connection, EntryId id)
{
    const QList<ListRow> rows = readRows(connection, {id});
    if (rows.isEmpty())
        return std::nullopt;
    EntryDetail detail;
    detail.row = rows.first();
    detail.issue = readIssueRow(connection, detail.row.issue).value_or(IssueRow{});
    for (const digest::Identifier &identifier : identifiersOf(connection, detail.row.paper))
        detail.identifiers += identifier.key();
    detail.content = readContent(connection, id).value_or(digest::Entry());
    detail.facts = readFacts(connection, detail.row.paper);
    return detail;
}

std::optional<digest::Entry> readContent(Connection &connection, EntryId id)
{
    Statement statement(connection, "SELECT " + contentColumns() + " FROM cache.entries WHERE id = ?1");
    return statement.bind(id).step() ? std::optional(contentFrom(statement, 0)) : std::nullopt;
}

QList<ListRow> readMentions(Connection &connection, PaperId paper)
{
    QList<ListRow> out;
    Statement statement(connection, rowSql() + "WHERE e.paper = ?1 ORDER BY e.sort, e.issue, e.position");
    statement.bind(paper);
    while (statement.step())
        out += rowFrom(statement);
    return out;
}

} // namespace yaodian::library
