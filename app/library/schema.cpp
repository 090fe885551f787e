#include "library/schema.h"

#include "library/failure.h"
#include "library/statement.h"
#include "library/transaction.h"

#include <QCoreApplication>

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
