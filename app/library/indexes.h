#pragma once

#include "library/connection.h"
#include "library/rows.h"

// The search indexes are external-content tables that are kept by these functions, not by triggers: SQLite before
// 3.41 calls FTS5 in a trigger unsafe as soon as trusted_schema is off. An index must be told what a row was before
// it changes, so every change of an indexed row goes: unindex, change, index.
namespace yaodian::library {

void indexEntry(Connection &connection, qint64 row);
void unindexEntry(Connection &connection, qint64 row);

void indexPage(Connection &connection, qint64 row);
void unindexPage(Connection &connection, qint64 row);

/// Brings the texts of a point, note or highlight, and their index, to what its row says now. Other tables: nothing.
void indexReaderText(Connection &connection, const RowTable &table, const QJsonObject &key);

} // namespace yaodian::library
