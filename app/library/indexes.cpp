#include "library/indexes.h"

#include "library/statement.h"

namespace yaodian::library {

namespace {

/// Where the reader's words of a type lie.
struct TextSource
{
    int type;
    const char *key;
    const char *select;
};

const TextSource *textSource(const RowTable &table)
{
    static const TextSource points{1, "id", "SELECT paper, text FROM main.points WHERE id = ?1 AND deleted IS NULL"};
    static const TextSource notes{2, "paper",
                                  "SELECT paper, text FROM main.notes WHERE paper = ?1 AND deleted IS NULL"};
    static const TextSource highlights{3, "id",
                                       "SELECT paper, quote || char(10) || comment FROM main.highlights"
                                       " WHERE id = ?1 AND deleted IS NULL"};
    if (table.name == "points")
        return &points;
    if (table.name == "notes")
        return &notes;
    return table.name == "highlights" ? &highlights : nullptr;
}

void dropText(Connection &connection, int type, const QByteArray &ref)
{
    Statement old(connection, "SELECT row, text FROM main.texts WHERE type = ?1 AND ref = ?2");
    if (!old.bind(type, ref).step())
        return;
    const qint64 row = old.integer(0);
    Statement(connection, "INSERT INTO main.notes_fts(notes_fts, rowid, text) VALUES ('delete', ?1, ?2)")
        .bind(row, old.text(1))
        .run();
    old.reset();
    Statement(connection, "DELETE FROM main.texts WHERE row = ?1").bind(row).run();
}

void addText(Connection &connection, int type, const QByteArray &ref, const QByteArray &paper, const QString &text)
{
    Statement(connection, "INSERT INTO main.texts(type, ref, paper, text) VALUES (?1, ?2, ?3, ?4)")
        .bind(type, ref, paper, text)
        .run();
    Statement(connection, "INSERT INTO main.notes_fts(rowid, text) VALUES (?1, ?2)")
        .bind(connection.lastRow(), text)
        .run();
}

/// Copies the columns of a row into `sql`. (As INSERT … SELECT every row would cost FTS5 a flush of all that is
/// pending: such a statement opens a savepoint.)
void feed(Connection &connection, const char *select, const char *sql, qint64 row)
{
    Statement texts(connection, select);
    if (!texts.bind(row).step())
        return;
    Statement insert(connection, sql);
    insert.put(row);
    for (int column = 0; column < texts.columns(); ++column)
        insert.put(texts.text(column));
    insert.run();
}

void feedEntry(Connection &connection, qint64 row, const char *sql)
{
    feed(connection,
         "SELECT title_zh, title, key_points, one_line, abstract_zh, abstract_en, body, authors FROM cache.entries"
         " WHERE row = ?1",
         sql, row);
}

void feedPage(Connection &connection, qint64 row, const char *sql)
{
    feed(connection, "SELECT text FROM cache.pages WHERE row = ?1", sql, row);
}

} // namespace

void indexEntry(Connection &connection, qint64 row)
{
    feedEntry(
        connection, row,
        "INSERT INTO cache.entries_fts(rowid, title_zh, title, key_points, one_line, abstract_zh, abstract_en, body,"
        " authors) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
}

void unindexEntry(Connection &connection, qint64 row)
{
    feedEntry(connection, row,
              "INSERT INTO cache.entries_fts(entries_fts, rowid, title_zh, title, key_points, one_line, abstract_zh,"
              " abstract_en, body, authors) VALUES ('delete', ?, ?, ?, ?, ?, ?, ?, ?, ?)");
}

void indexPage(Connection &connection, qint64 row)
{
    feedPage(connection, row, "INSERT INTO cache.pages_fts(rowid, text) VALUES (?, ?)");
}

void unindexPage(Connection &connection, qint64 row)
{
    feedPage(connection, row, "INSERT INTO cache.pages_fts(pages_fts, rowid, text) VALUES ('delete', ?, ?)");
}

void indexReaderText(Connection &connection, const RowTable &table, const QJsonObject &key)
{
    const TextSource *source = textSource(table);
    if (!source)
        return;
    const QByteArray ref = blobOf(key.value(QLatin1String(source->key)));
    dropText(connection, source->type, ref);
    Statement now(connection, source->select);
    if (now.bind(ref).step() && !now.text(1).trimmed().isEmpty())
        addText(connection, source->type, ref, now.blob(0), now.text(1));
}

} // namespace yaodian::library
