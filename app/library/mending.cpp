#include "library/mending.h"

#include "base/log.h"
#include "library/schema.h"
#include "library/statement.h"
#include "library/transaction.h"

namespace yaodian::library {

namespace {

/// What came into step 3 on the second day of its life. A file that has taken a later step has these names: they were
/// always looked for before a step.
constexpr int lateStep = 3;

QSet<QByteArray> lateIn(const QByteArray &schema)
{
    if (schema == "main")
        return {"posts_guid", "posts_link", "apart"};
    return {"facts", "issues_days"};
}

/// Nobody looked for columns: a file of any later version may be without this one.
const QByteArray lateColumn = "ALTER TABLE @.sync_state ADD COLUMN empty_days ";

bool hasAny(Connection &connection, const QByteArray &sql)
{
    Statement statement(connection, sql);
    return statement.step();
}

SchemaStep missingNames(Connection &connection, const QByteArray &schema, const SchemaStep &step)
{
    SchemaStep out;
    const QSet<QByteArray> late = lateIn(schema);
    for (const QByteArray &sql : step) {
        const QSet<QByteArray> names = schemaNames({{sql}}, 1);
        if (late.contains(names) && !names.isEmpty() &&
            !hasAny(connection, "SELECT 1 FROM " + schema + ".sqlite_schema WHERE name = '" + *names.cbegin() + '\''))
            out += sql;
    }
    return out;
}

/// More is missing than what came late: the file is damaged, and that is told elsewhere.
bool isDamaged(Connection &connection, const QByteArray &schema, QSet<QByteArray> expected)
{
    Statement found(connection, "SELECT name FROM " + schema + ".sqlite_schema");
    while (found.step())
        expected -= found.text(0).toUtf8();
    return !(expected - lateIn(schema)).isEmpty();
}

SchemaStep missingColumn(Connection &connection, const QByteArray &schema, const SchemaStep &step)
{
    if (schema != "cache" ||
        hasAny(connection, "SELECT 1 FROM pragma_table_info('sync_state', 'cache') WHERE name = 'empty_days'"))
        return {};
    SchemaStep out;
    for (const QByteArray &sql : step) {
        if (sql.startsWith(lateColumn))
            out += sql;
    }
    return out;
}

/// The first hour of version 1 kept its indexes by triggers, which SQLite does not run for a file that it does not
/// trust; they are kept by code. Other triggers are not ours: they are refused (checkSchema).
SchemaStep oldTriggers(Connection &connection, const QByteArray &schema)
{
    const QList<QByteArray> of = schema == "main"
                                     ? QList<QByteArray>{"highlights_texts", "points_texts", "notes_texts", "texts_fts"}
                                     : QList<QByteArray>{"entries_fts", "pages_fts"};
    SchemaStep out;
    for (const QByteArray &index : of) {
        for (const char *after : {"_insert", "_update", "_delete"}) {
            const QByteArray name = index + after;
            if (hasAny(connection,
                       "SELECT 1 FROM " + schema + ".sqlite_schema WHERE type = 'trigger' AND name = '" + name + '\''))
                out += "DROP TRIGGER @." + name;
        }
    }
    return out;
}

} // namespace

QSet<QByteArray> lateNames(int version)
{
    return version == lateStep ? lateIn("main") : QSet<QByteArray>();
}

void mendSchema(Connection &connection, const QByteArray &schema)
{
    const QList<SchemaStep> &steps = schema == "main" ? notesSteps() : cacheSteps();
    const int version = connection.userVersion(schema);
    if (version < 1 || schemaState(connection, schema, steps) == SchemaState::Newer ||
        isDamaged(connection, schema, schemaNames(steps, version)))
        return;
    SchemaStep mend = oldTriggers(connection, schema);
    if (version == lateStep)
        mend += missingNames(connection, schema, steps[lateStep - 1]);
    if (version >= lateStep)
        mend += missingColumn(connection, schema, steps[lateStep - 1]);
    if (mend.isEmpty())
        return;
    qCWarning(logLibrary, "the file's schema %s %d is mended (%lld statements)", schema.constData(), version,
              qlonglong(mend.size()));
    runSchemaStep(connection, schema, mend, version);
}

} // namespace yaodian::library
