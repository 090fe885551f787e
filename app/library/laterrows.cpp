#include "library/laterrows.h"

#include "base/log.h"
#include "library/damagednotes.h"
#include "library/failure.h"
#include "library/statement.h"
#include "library/transaction.h"

#include <QFileInfo>

#include <sqlite3.h>

namespace yaodian::library {

namespace {

/// A table of which rows are taken, and how. Those that gave way to others did so by an act, which is done again.
struct Taken
{
    QByteArray table;
    QByteArray which;     ///< rows, as SQL
    QByteArray otherwise; ///< what is done where there is such a row
};

const QList<Taken> &allTaken()
{
    static const QList<Taken> all{
        // What the reader last made of a source is nowhere else.
        {"sources", "1",
         " ON CONFLICT(id) DO UPDATE SET kind = excluded.kind, title = excluded.title, url = excluded.url,"
         " category = excluded.category, hlc = excluded.hlc, options = excluded.options, deleted = excluded.deleted"
         " WHERE max(excluded.hlc, coalesce(excluded.deleted, '')) > max(hlc, coalesce(deleted, ''))"},
        {"posts", "1", " ON CONFLICT DO NOTHING"},
        {"papers", "deleted IS NULL", " ON CONFLICT DO NOTHING"},
        {"identifiers", "deleted IS NULL", " ON CONFLICT DO NOTHING"},
        {"documents", "deleted IS NULL", " ON CONFLICT DO NOTHING"},
    };
    return all;
}

void putColumn(Statement &into, const Statement &from, int column)
{
    switch (from.type(column)) {
    case SQLITE_INTEGER:
        return into.put(from.integer(column));
    case SQLITE_FLOAT:
        return into.put(from.real(column));
    case SQLITE_TEXT:
        return into.put(from.text(column));
    case SQLITE_BLOB:
        return into.put(from.blob(column));
    default:
        return into.put(nullptr);
    }
}

bool isWithoutBytes(const Taken &taken, const Statement &row, const Folder &folder)
{
    if (taken.table != "posts")
        return false;
    for (int column = 0; column < row.columns(); ++column)
        if (row.columnName(column) == QLatin1String("sha256"))
            return !QFileInfo::exists(folder.post(row.text(column)));
    return true;
}

QByteArray insertOf(const Taken &taken, const Statement &row)
{
    QByteArrayList names;
    for (int column = 0; column < row.columns(); ++column)
        names += row.columnName(column).toUtf8();
    return "INSERT INTO main." + taken.table + '(' + names.join(", ") + ") VALUES (?" +
           QByteArray(", ?").repeated(names.size() - 1) + ')' + taken.otherwise;
}

/// How many rows were not there.
int takeRows(Connection &notes, Connection &damaged, const Taken &taken, const Folder &folder)
{
    int rows = 0;
    Statement row(damaged, "SELECT * FROM main." + taken.table + " WHERE " + taken.which);
    while (row.step()) {
        if (isWithoutBytes(taken, row, folder))
            continue;
        Statement insert(notes, insertOf(taken, row));
        for (int column = 0; column < row.columns(); ++column)
            putColumn(insert, row, column);
        insert.run();
        rows += int(notes.changedRows());
    }
    return rows;
}

} // namespace

int takeLaterRows(Connection &notes, const Folder &folder, const QString &damaged)
{
    int posts = 0;
    Transaction transaction(notes, Transaction::Kind::Write);
    for (const Taken &taken : allTaken()) {
        try {
            DamagedNotes file(damaged); // anew: what one table did to it is no matter of the next
            const int rows = takeRows(notes, file.connection(), taken, folder);
            posts += taken.table == "posts" ? rows : 0;
        } catch (const StoreFailure &failure) {
            if (isOfDisk(failure))
                throw;
            qCWarning(logLibrary, "the damaged notes tell no more of %s: %s", taken.table.constData(),
                      qUtf8Printable(failure.error.message));
        }
    }
    transaction.commit();
    return posts;
}

void makeMissingPapers(Connection &notes, const QString &stamp, qint64 nowMs)
{
    Statement(notes, "INSERT INTO main.papers(id, title, title_zh, authors, categories, first_seen, hlc)"
                     " SELECT DISTINCT paper, '', '', '', '', ?1, ?2 FROM ("
                     "SELECT paper FROM main.state WHERE deleted IS NULL"
                     " UNION SELECT paper FROM main.highlights WHERE deleted IS NULL"
                     " UNION SELECT paper FROM main.points WHERE deleted IS NULL"
                     " UNION SELECT paper FROM main.notes WHERE deleted IS NULL) WHERE paper IS NOT NULL"
                     " AND paper NOT IN (SELECT id FROM main.papers WHERE deleted IS NULL)"
                     " ON CONFLICT(id) DO UPDATE SET deleted = NULL, hlc = excluded.hlc")
        .bind(nowMs, stamp)
        .run();
}

} // namespace yaodian::library
