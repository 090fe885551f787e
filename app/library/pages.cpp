#include "library/pages.h"

#include "library/indexes.h"
#include "library/statement.h"

#include <climits>

namespace yaodian::library {

namespace {

/// Raised where pages are read another way, or what could not be read may be by now: all are read again.
constexpr int readingVersion = 1;

constexpr qint64 newForMs = 86'400'000;

/// Pages from `first` on go, up to before `end`.
void dropPages(Connection &writer, const QString &sha256, int first, int end)
{
    QList<qint64> rows;
    {
        Statement old(writer, "SELECT row FROM cache.pages WHERE sha256 = ?1 AND page >= ?2 AND page < ?3");
        old.bind(sha256, first, end);
        while (old.step())
            rows += old.integer(0);
    }
    for (const qint64 row : std::as_const(rows)) {
        unindexPage(writer, row);
        Statement(writer, "DELETE FROM cache.pages WHERE row = ?1").bind(row).run();
    }
    Statement(writer, "DELETE FROM cache.unread_pages WHERE sha256 = ?1 AND page >= ?2 AND page < ?3")
        .bind(sha256, first, end)
        .run();
}

} // namespace

QList<DocumentToRead> readDocumentsToRead(Connection &connection, const Folder &folder, int most, qint64 nowMs)
{
    QList<DocumentToRead> out;
    Statement statement(connection, "SELECT d.sha256, max(coalesce(r.next, 0)) FROM main.documents AS d"
                                    " LEFT JOIN cache.page_reads AS r ON r.sha256 = d.sha256 AND r.version = ?1"
                                    " WHERE d.deleted IS NULL AND (r.sha256 IS NULL OR"
                                    " (r.reason = '' AND (r.pages < 0 OR r.next < r.pages))) GROUP BY d.sha256"
                                    " ORDER BY CASE WHEN max(d.added) >= ?2 THEN max(d.added) ELSE 0 END DESC,"
                                    " max(r.sha256 IS NOT NULL) DESC,"
                                    " max((SELECT max(e.sort) FROM cache.entries AS e WHERE e.paper = d.paper)) DESC,"
                                    " max(d.added) DESC, d.sha256 LIMIT ?3");
    statement.bind(readingVersion, nowMs - newForMs, most);
    while (statement.step())
        out += {statement.text(0), folder.document(statement.text(0)), int(statement.integer(1))};
    return out;
}

PageReads readPageReads(Connection &connection)
{
    PageReads out;
    Statement documents(connection, "SELECT count(*), count(r.sha256), coalesce(sum(r.reason <> ''), 0) FROM"
                                    " (SELECT DISTINCT sha256 FROM main.documents WHERE deleted IS NULL) AS d"
                                    " LEFT JOIN cache.page_reads AS r ON r.sha256 = d.sha256 AND r.version = ?1"
                                    " AND (r.reason <> '' OR (r.pages >= 0 AND r.next >= r.pages))");
    if (documents.bind(readingVersion).step()) {
        out.documents = int(documents.integer(0));
        out.done = int(documents.integer(1));
        out.refused = int(documents.integer(2));
    }
    Statement pages(connection, "SELECT count(*) FROM cache.unread_pages");
    out.unread = pages.step() ? int(pages.integer(0)) : 0;
    return out;
}

QStringList readUnreadReasons(Connection &connection, int most)
{
    QStringList out;
    Statement statement(connection, "SELECT reason FROM cache.page_reads WHERE reason <> ''"
                                    " UNION SELECT reason FROM cache.unread_pages LIMIT ?1");
    statement.bind(most);
    while (statement.step())
        out += statement.text(0);
    return out;
}

void writePageTexts(Connection &writer, const PageTexts &read)
{
    const int next = read.first + int(read.texts.size());
    dropPages(writer, read.sha256, read.first, read.first == 0 ? INT_MAX : next);
    for (int i = 0; i < read.texts.size(); ++i) {
        if (read.texts[i].isEmpty())
            continue;
        Statement(writer, "INSERT INTO cache.pages(sha256, page, text) VALUES (?1, ?2, ?3)")
            .bind(read.sha256, read.first + i, read.texts[i])
            .run();
        indexPage(writer, writer.lastRow());
    }
    for (const PageTexts::Unread &unread : read.unread)
        Statement(writer, "INSERT INTO cache.unread_pages(sha256, page, reason) VALUES (?1, ?2, ?3)")
            .bind(read.sha256, unread.page, unread.reason)
            .run();
    Statement(writer, "INSERT INTO cache.page_reads(sha256, version, pages, next, reason) VALUES (?1, ?2, ?3, ?4, ?5)"
                      " ON CONFLICT(sha256) DO UPDATE SET version = excluded.version, pages = excluded.pages,"
                      " next = excluded.next, reason = excluded.reason")
        .bind(read.sha256, readingVersion, read.pages, next, read.reason)
        .run();
}

QString documentGone(Connection &connection)
{
    Statement statement(connection, "SELECT sha256 FROM cache.page_reads WHERE sha256 NOT IN"
                                    " (SELECT sha256 FROM main.documents WHERE deleted IS NULL) LIMIT 1");
    return statement.step() ? statement.text(0) : QString();
}

void forgetPages(Connection &writer, const QString &sha256)
{
    dropPages(writer, sha256, 0, INT_MAX);
    Statement(writer, "DELETE FROM cache.page_reads WHERE sha256 = ?1").bind(sha256).run();
}

void forgetPageReads(Connection &writer)
{
    // What is in the search stays until its pages are read again: nothing is lost meanwhile.
    Statement(writer, "UPDATE cache.page_reads SET version = 0").run();
}

} // namespace yaodian::library
