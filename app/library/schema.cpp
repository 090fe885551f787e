#include "library/schema.h"

#include "library/failure.h"
#include "library/statement.h"
#include "library/transaction.h"

#include <QCoreApplication>

#include <sqlite3.h>

namespace yaodian::library {

SchemaState schemaState(Connection &connection, const QByteArray &schema, const QList<SchemaStep> &steps)
{
    Statement ask(connection, "PRAGMA " + schema + ".application_id");
    const int owner = ask.step() ? int(ask.integer(0)) : 0;
    const int version = connection.userVersion(schema);
    Statement tables(connection, "SELECT count(*) FROM " + schema + ".sqlite_schema");
    const bool empty = tables.step() && tables.integer(0) == 0;
    if (owner != applicationId && !(empty && owner == 0))
        fail(QCoreApplication::translate("library", "The folder holds a database of another program. "
                                                    "Choose another folder for the library."));
    if (version == steps.size())
        return SchemaState::Current;
    return version < steps.size() ? SchemaState::Older : SchemaState::Newer;
}

QSet<QByteArray> schemaNames(const QList<SchemaStep> &steps, int version)
{
    QSet<QByteArray> names;
    for (const SchemaStep &step : steps.mid(0, version)) {
        for (const QByteArray &sql : step) {
            if (!sql.startsWith("CREATE "))
                continue;
            const qsizetype from = sql.indexOf("@.") + 2;
            qsizetype to = from;
            while (to < sql.size() && sql[to] != '(' && sql[to] != ' ')
                ++to;
            names += sql.mid(from, to - from);
        }
    }
    return names;
}

void checkSchema(Connection &connection, const QByteArray &schema, const QList<SchemaStep> &steps)
{
    if (schemaState(connection, schema, steps) == SchemaState::Newer)
        return; // what belongs there is not known here
    QSet<QByteArray> missing = schemaNames(steps, connection.userVersion(schema));
    Statement found(connection, "SELECT name, type FROM " + schema + ".sqlite_schema");
    while (found.step()) {
        missing -= found.text(0).toUtf8();
        // We make none: they are statements of somebody else's, which would run as ours.
        if (found.text(1) == QLatin1String("trigger") || found.text(1) == QLatin1String("view"))
            fail(QCoreApplication::translate("library", "The library's file holds something that this program does "
                                                        "not put there (%1). It was not opened; restore a backup.")
                     .arg(found.text(0)),
                 SQLITE_CORRUPT);
    }
    if (!missing.isEmpty())
        fail(QCoreApplication::translate("library", "The library's file is damaged (%1). Nothing was changed; "
                                                    "restore a backup.")
                 .arg(QCoreApplication::translate("library", "“%1” is missing")
                          .arg(QString::fromUtf8(*missing.cbegin()))),
             SQLITE_CORRUPT);
}

void runSchemaStep(Connection &connection, const QByteArray &schema, const SchemaStep &step, int version)
{
    Transaction transaction(connection, Transaction::Kind::Write);
    for (QByteArray sql : step)
        connection.execute(sql.replace("@.", schema + '.'));
    connection.execute("PRAGMA " + schema + ".application_id=" + QByteArray::number(applicationId));
    connection.execute("PRAGMA " + schema + ".user_version=" + QByteArray::number(version));
    transaction.commit();
}

} // namespace yaodian::library
