#include "library/kinds.h"

#include "base/text.h"
#include "library/statement.h"

namespace yaodian::library {

QList<Kind> readKinds(Connection &connection)
{
    QList<Kind> out;
    Statement statement(connection, "SELECT key, letter, name_zh, name_en, colour, pattern FROM kinds"
                                    " WHERE deleted IS NULL ORDER BY place, key");
    while (statement.step())
        out += {statement.text(0), statement.text(1), statement.text(2),
                statement.text(3), statement.text(4), statement.text(5)};
    return out;
}

QStringList readKindKeys(Connection &connection)
{
    QStringList out;
    Statement statement(connection, "SELECT key FROM kinds ORDER BY place, key");
    while (statement.step())
        out += statement.text(0);
    return out;
}

QHash<QString, int> readKindUses(Connection &connection)
{
    QHash<QString, int> out;
    Statement statement(connection, "SELECT kind, count(*) FROM highlights WHERE deleted IS NULL GROUP BY kind");
    while (statement.step())
        out.insert(statement.text(0), int(statement.integer(1)));
    return out;
}

int lastKindPlace(Connection &connection)
{
    Statement statement(connection, "SELECT coalesce(max(place), 0) FROM kinds WHERE deleted IS NULL");
    return statement.step() ? int(statement.integer(0)) : 0;
}

QStringList kindsCalled(Connection &connection, const QString &name)
{
    const QString wanted = folded(name);
    QStringList out;
    for (const Kind &kind : readKinds(connection)) {
        for (const QString &called : {kind.key, kind.letter, kind.nameZh, kind.nameEn}) {
            if (folded(called) == wanted) {
                out += kind.key;
                break;
            }
        }
    }
    return out.isEmpty() ? QStringList{name} : out;
}

} // namespace yaodian::library
