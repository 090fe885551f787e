#include "library/counts.h"

#include "library/statement.h"

#include <QFileInfo>

namespace yaodian::library {

namespace {

int countOf(Connection &connection, const QByteArray &from)
{
    Statement statement(connection, "SELECT count(*) FROM " + from);
    return statement.step() ? int(statement.integer(0)) : 0;
}

} // namespace

Library::Counts readCounts(Connection &connection, const Folder &folder)
{
    Library::Counts counts;
    counts.sources = countOf(connection, "main.sources WHERE deleted IS NULL");
    counts.issues = countOf(connection, "cache.issues WHERE tour = 0");
    counts.entries = countOf(connection, "cache.entries WHERE tour = 0");
    counts.unread = countOf(connection, "cache.entries WHERE tour = 0 AND paper NOT IN"
                                        " (SELECT paper FROM main.state WHERE read = 1 AND deleted IS NULL)");
    counts.papers = countOf(connection, "main.papers WHERE deleted IS NULL");
    counts.documents = countOf(connection, "(SELECT DISTINCT sha256 FROM main.documents WHERE deleted IS NULL)");
    counts.posts = countOf(connection, "(SELECT DISTINCT sha256 FROM main.posts)");
    counts.highlights = countOf(connection, "main.highlights WHERE deleted IS NULL");
    counts.points = countOf(connection, "main.points WHERE deleted IS NULL AND entry IS NULL");
    counts.notes = countOf(connection, "main.notes WHERE deleted IS NULL AND text <> ''");
    counts.sessions = countOf(connection, "main.sessions WHERE deleted IS NULL");
    counts.reserve = QFileInfo(folder.reserve()).size();
    return counts;
}

} // namespace yaodian::library
