#include "library/rows.h"

#include "library/indexes.h"
#include "library/statement.h"

#include <sqlite3.h>

namespace yaodian::library {

namespace {

const QList<RowTable> &tables()
{
    // In the order of the enumeration.
    static const QList<RowTable> all{
        {"state",
         {"paper"},
         {{"read_hlc", {"read"}},
          {"starred_hlc", {"starred"}},
          {"later_hlc", {"later"}},
          {"verdict_hlc", {"verdict"}},
          {"tags_hlc", {"tags"}}}},
        {"kinds", {"key"}, {{"hlc", {"place", "letter", "name_zh", "name_en", "colour", "pattern"}}}},
        {"highlights",
         {"id"},
         {{"place_hlc",
           {"paper", "document", "page", "top", "boxes", "quote", "prefix", "suffix", "made", "at", "section"}},
          {"kind_hlc", {"kind"}},
          {"comment_hlc", {"comment"}},
          {"tags_hlc", {"tags"}},
          {"style_hlc", {"style"}},
          {"image_hlc", {"image"}}},
         {{"tags", QString()}, {"style", 0}, {"image", QString()}, {"at", -1}, {"section", QString()}}},
        {"points",
         {"id"},
         {{"origin_hlc", {"paper", "entry", "ordinal", "digest_text"}},
          {"rank_hlc", {"rank"}},
          {"text_hlc", {"text"}}}},
        {"evidence", {"point", "highlight"}, {{"hlc", {"made"}}}},
        {"notes", {"paper"}, {{"text_hlc", {"text", "changed"}}}},
        {"documents", {"sha256", "paper"}, {{"hlc", {"version", "origin", "bytes", "added"}}}},
        {"sessions", {"id"}, {{"hlc", {"started", "ended", "queue", "done", "position"}}}},
        {"papers", {"id"}, {{"hlc", {"title", "title_zh", "authors", "categories", "first_seen"}}}},
        {"identifiers", {"key", "paper"}, {{"hlc", {"scheme", "value", "version"}}}},
        {"aliases", {"id"}, {{"hlc", {"paper"}}}},
        {"apart", {"entry"}, {{"hlc", {"paper"}}}},
        {"placements",
         {"highlight", "document"},
         {{"hlc", {"state", "score", "spots", "quote", "prefix", "suffix", "decided"}}}},
        {"searches", {"id"}, {{"hlc", {"name", "query", "place"}}}},
    };
    return all;
}

void putValue(Statement &statement, const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::String:
        statement.put(value.toString());
        break;
    case QJsonValue::Double: {
        const double real = value.toDouble();
        const qint64 whole = value.toInteger();
        if (double(whole) == real)
            statement.put(whole); // a REAL column makes a real of it
        else
            statement.put(real);
        break;
    }
    case QJsonValue::Object:
        statement.put(blobOf(value));
        break;
    default:
        statement.put(nullptr);
    }
}

QJsonValue valueOf(const Statement &statement, int column)
{
    switch (statement.type(column)) {
    case SQLITE_INTEGER:
        return statement.integer(column);
    case SQLITE_FLOAT:
        return statement.real(column);
    case SQLITE_TEXT:
        return statement.text(column);
    case SQLITE_BLOB:
        return blobValue(statement.blob(column));
    default:
        return QJsonValue::Null;
    }
}

QByteArray whereKey(const RowTable &table)
{
    QByteArray out = " WHERE ";
    for (qsizetype i = 0; i < table.key.size(); ++i)
        out += (i ? " AND " : "") + table.key[i] + " = ?";
    return out;
}

QList<QByteArray> columnsOf(const RowTable &table)
{
    QList<QByteArray> out;
    for (const RowTable::Group &group : table.groups)
        out += group.columns;
    return out;
}

QByteArray upsertSql(const RowTable &table)
{
    const QList<QByteArray> columns = columnsOf(table);
    QByteArray names = table.key.join(", ") + ", " + columns.join(", ");
    QByteArray marks = "?";
    marks += QByteArray(", ?").repeated(table.key.size() + columns.size() - 1);
    QByteArray sets;
    for (const RowTable::Group &group : table.groups) {
        names += ", " + group.stamp;
        marks += ", ?";
        QByteArray differs = "deleted IS NOT NULL";
        for (const QByteArray &column : group.columns) {
            sets += column + " = excluded." + column + ", ";
            differs += " OR " + column + " IS NOT excluded." + column;
        }
        sets += group.stamp + " = CASE WHEN " + differs + " THEN excluded." + group.stamp + " ELSE " + group.stamp +
                " END, ";
    }
    return "INSERT INTO main." + table.name + '(' + names + ") VALUES (" + marks + ") ON CONFLICT(" +
           table.key.join(", ") + ") DO UPDATE SET " + sets + "deleted = NULL";
}

void removeRow(Connection &connection, const RowTable &table, const QJsonObject &key, const QString &stamp)
{
    Statement statement(connection, "UPDATE main." + table.name + " SET deleted = ?" + whereKey(table));
    statement.put(stamp);
    for (const QByteArray &column : table.key)
        putValue(statement, key.value(QLatin1String(column)));
    statement.run();
}

void upsertRow(Connection &connection, const RowTable &table, const QJsonObject &key, const QJsonObject &values,
               const QString &stamp)
{
    Statement statement(connection, upsertSql(table));
    for (const QByteArray &column : table.key)
        putValue(statement, key.value(QLatin1String(column)));
    for (const QByteArray &column : columnsOf(table)) {
        const QJsonValue value = values.value(QLatin1String(column));
        putValue(statement, value.isUndefined() ? table.added.value(column, QJsonValue::Null) : value);
    }
    for (qsizetype i = 0; i < table.groups.size(); ++i)
        statement.put(stamp);
    statement.run();
}

} // namespace

const RowTable &rowTable(Rows rows)
{
    return tables()[int(rows)];
}

const RowTable *rowTable(const QString &name)
{
    for (const RowTable &table : tables()) {
        if (QLatin1String(table.name) == name)
            return &table;
    }
    return nullptr;
}

QJsonValue blobValue(const QByteArray &bytes)
{
    return QJsonObject{{QStringLiteral("x"), QString::fromLatin1(bytes.toHex())}};
}

QByteArray blobOf(const QJsonValue &value)
{
    return QByteArray::fromHex(value.toObject().value(QLatin1String("x")).toString().toLatin1());
}

QJsonValue readRow(Connection &connection, const RowTable &table, const QJsonObject &key)
{
    Statement statement(connection, "SELECT " + columnsOf(table).join(", ") + " FROM main." + table.name +
                                        whereKey(table) + " AND deleted IS NULL");
    for (const QByteArray &column : table.key)
        putValue(statement, key.value(QLatin1String(column)));
    if (!statement.step())
        return QJsonValue::Null;
    QJsonObject row;
    for (int i = 0; i < statement.columns(); ++i)
        row.insert(statement.columnName(i), valueOf(statement, i));
    return row;
}

void writeRow(Connection &connection, const RowTable &table, const QJsonObject &key, const QJsonValue &row,
              const QString &stamp)
{
    if (row.isNull())
        removeRow(connection, table, key, stamp);
    else
        upsertRow(connection, table, key, row.toObject(), stamp);
    indexReaderText(connection, table, key);
}

} // namespace yaodian::library
