#pragma once

#include "library/connection.h"
#include "library/folder.h"

#include <QList>
#include <QSet>

namespace yaodian::library {

/// A step of a schema: its statements, one by one (triggers hold semicolons, so text is never split).
using SchemaStep = QList<QByteArray>;

/// Step n takes a file from user_version n-1 to n. Steps are only ever added.
[[nodiscard]] const QList<SchemaStep> &notesSteps();
[[nodiscard]] const QList<SchemaStep> &cacheSteps();

/// "Yaod": in the header of every file of ours.
inline constexpr int applicationId = 0x59616f64;

enum class SchemaState { Current, Older, Newer };

/// Compares the file attached as `schema` with `steps`; a file of another program is a StoreFailure.
[[nodiscard]] SchemaState schemaState(Connection &connection, const QByteArray &schema, const QList<SchemaStep> &steps);

/// The names of tables and indexes that a file of `version` has, without those SQLite and FTS5 make for themselves.
[[nodiscard]] QSet<QByteArray> schemaNames(const QList<SchemaStep> &steps, int version);
/// Like schemaState(), and a StoreFailure (SQLITE_CORRUPT) where a table or index of the file's version is missing.
void checkSchema(Connection &connection, const QByteArray &schema, const QList<SchemaStep> &steps);

/// Brings `schema` up to date, one transaction a step with its user_version inside. `copyBefore` runs before each
/// step of a file that is not new.
template <class Copy>
void upgradeSchema(Connection &connection, const QByteArray &schema, const QList<SchemaStep> &steps, Copy copyBefore);

void runSchemaStep(Connection &connection, const QByteArray &schema, const SchemaStep &step, int version);

template <class Copy>
void upgradeSchema(Connection &connection, const QByteArray &schema, const QList<SchemaStep> &steps, Copy copyBefore)
{
    const int found = connection.userVersion(schema);
    for (int version = found; version < steps.size(); ++version) {
        if (found > 0)
            copyBefore(version);
        runSchemaStep(connection, schema, steps[version], version + 1);
    }
}

} // namespace yaodian::library
