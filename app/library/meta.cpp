#include "library/meta.h"

#include "library/statement.h"

namespace yaodian::library {

QString metaValue(Connection &connection, const QByteArray &schema, const QString &key)
{
    Statement statement(connection, "SELECT value FROM " + schema + ".meta WHERE key = ?1");
    return statement.bind(key).step() ? statement.text(0) : QString();
}

void setMetaValue(Connection &connection, const QByteArray &schema, const QString &key, const QString &value)
{
    Statement statement(connection, "INSERT INTO " + schema +
                                        ".meta(key, value) VALUES (?1, ?2)"
                                        " ON CONFLICT(key) DO UPDATE SET value = excluded.value");
    statement.bind(key, value).run();
}

} // namespace yaodian::library
