#include "library/codec.h"
#include "library/entryrows.h"
#include "library/issues.h"

namespace yaodian::library {

namespace {

const QByteArray issueColumns = QByteArrayLiteral(
    "SELECT i.id, i.source, coalesce((SELECT s.title FROM main.sources AS s WHERE s.id = i.source), ''),"
    " i.title, i.published, i.first_seen,"
    " (SELECT count(*) FROM cache.entries AS e WHERE e.issue = i.row),"
    " (SELECT count(*) FROM cache.entries AS e WHERE e.issue = i.row"
    " AND e.paper NOT IN (SELECT paper FROM main.state WHERE read = 1 AND deleted IS NULL)), i.needs_check"
    " FROM cache.issues AS i ");

IssueRow issueRowFrom(const Statement &statement)
{
    return {statement.id<IssueId>(0),  statement.id<SourceId>(1), statement.text(2),
            statement.text(3),         statement.time(4),         statement.time(5),
            int(statement.integer(6)), int(statement.integer(7)), statement.flag(8)};
}

} // namespace

QList<IssueRow> readIssueRows(Connection &connection, int most)
{
    QList<IssueRow> out;
    Statement statement(connection, issueColumns + "WHERE i.tour = 0 ORDER BY i.sort DESC, i.row DESC LIMIT ?1");
    statement.bind(most);
    while (statement.step())
        out += issueRowFrom(statement);
    return out;
}

std::optional<IssueRow> readIssueRow(Connection &connection, IssueId id)
{
    Statement statement(connection, issueColumns + "WHERE i.id = ?1");
    return statement.bind(id).step() ? std::optional(issueRowFrom(statement)) : std::nullopt;
}

std::optional<digest::Issue> readIssue(Connection &connection, IssueId id)
{
    Statement head(connection, "SELECT row, title, published, head FROM cache.issues WHERE id = ?1");
    if (!head.bind(id).step())
        return std::nullopt;
    digest::Issue issue;
    issue.title = head.text(1);
    issue.published = head.time(2);
    issueHeadFromJson(head.text(3).toUtf8(), issue);
    Statement entries(connection,
                      "SELECT " + contentColumns() + " FROM cache.entries WHERE issue = ?1 ORDER BY position");
    entries.bind(head.integer(0));
    while (entries.step())
        issue.entries += contentFrom(entries, 0);
    return issue;
}

} // namespace yaodian::library
