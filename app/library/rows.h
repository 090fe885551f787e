#pragma once

#include "library/connection.h"

#include <QHash>
#include <QJsonObject>
#include <QList>

namespace yaodian::library {

/// What acts may change: a table of notes.sqlite, its key, and its other columns in groups that share a stamp.
struct RowTable
{
    struct Group
    {
        QByteArray stamp;
        QList<QByteArray> columns;
    };
    QByteArray name;
    QList<QByteArray> key;
    QList<Group> groups;
    QHash<QByteArray, QJsonValue> added =
        {}; ///< what rows in the journal from before a schema step lack: as it was then
};

enum class Rows {
    State,
    Kinds,
    Highlights,
    Points,
    Evidence,
    Notes,
    Documents,
    Sessions,
    Papers,
    Identifiers,
    Aliases,
    Apart,
    Placements,
    Searches
};

[[nodiscard]] const RowTable &rowTable(Rows rows);
/// By its name in the journal; nullptr: a table this program does not know.
[[nodiscard]] const RowTable *rowTable(const QString &name);

// A row as JSON: column → value; a blob is {"x": hex}. Null stands for a row that is absent or removed.
[[nodiscard]] QJsonValue blobValue(const QByteArray &bytes);
[[nodiscard]] QByteArray blobOf(const QJsonValue &value);

[[nodiscard]] QJsonValue readRow(Connection &connection, const RowTable &table, const QJsonObject &key);
/// Writes `row` (all columns of all groups); groups that change get `stamp`. Null removes: a tombstone.
void writeRow(Connection &connection, const RowTable &table, const QJsonObject &key, const QJsonValue &row,
              const QString &stamp);

} // namespace yaodian::library
