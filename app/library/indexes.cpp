#include "library/indexes.h"

#include "library/statement.h"

namespace yaodian::library {

namespace {

QByteArray entryColumns()
{
    return "row, title_zh, title, key_points, one_line, abstract_zh, abstract_en, body, authors";
}

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
    Statement(connection, "INSERT INTO main.notes_fts(notes_fts, rowid, text)"
                          " SELECT 'delete', row, text FROM main.texts WHERE type = ?1 AND ref = ?2")
        .bind(type, ref)
        .run();
    Statement(connection, "DELETE FROM main.texts WHERE type = ?1 AND ref = ?2").bind(type, ref).run();
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

} // namespace

void indexEntry(Connection &connection, qint64 row)
{
    Statement(connection, "INSERT INTO cache.entries_fts(rowid, title_zh, title, key_points, one_line, abstract_zh,"
                          " abstract_en, body, authors) SELECT " +
                              entryColumns() + " FROM cache.entries WHERE row = ?1")
        .bind(row)
        .run();
}

void unindexEntry(Connection &connection, qint64 row)
{
    Statement(connection, "INSERT INTO cache.entries_fts(entries_fts, rowid, title_zh, title, key_points, one_line,"
                          " abstract_zh, abstract_en, body, authors) SELECT 'delete', " +
                              entryColumns() + " FROM cache.entries WHERE row = ?1")
        .bind(row)
        .run();
}

void indexPage(Connection &connection, qint64 row)
{
    Statement(connection, "INSERT INTO cache.pages_fts(rowid, text) SELECT row, text FROM cache.pages WHERE row = ?1")
        .bind(row)
        .run();
}

void unindexPage(Connection &connection, qint64 row)
{
    Statement(connection, "INSERT INTO cache.pages_fts(pages_fts, rowid, text)"
                          " SELECT 'delete', row, text FROM cache.pages WHERE row = ?1")
        .bind(row)
        .run();
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
