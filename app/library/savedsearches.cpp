#include "library/savedsearches.h"

#include "library/codec.h"
#include "library/statement.h"

#include <QMap>

namespace yaodian::library {

QList<SavedSearch> readSavedSearches(Connection &connection)
{
    QList<SavedSearch> out;
    Statement statement(connection, "SELECT id, name, query FROM searches WHERE deleted IS NULL ORDER BY place, id");
    while (statement.step())
        out += {statement.id<SearchId>(0), statement.text(1), statement.text(2)};
    return out;
}

int lastSearchPlace(Connection &connection)
{
    Statement statement(connection, "SELECT coalesce(max(place), 0) FROM searches WHERE deleted IS NULL");
    return statement.step() ? int(statement.integer(0)) : 0;
}

QList<TagCount> readPaperTags(Connection &connection)
{
    QMap<QString, QMap<QString, int>> spellings; // folded → as it is written, how often
    Statement statement(connection, "SELECT tags FROM state WHERE tags <> '' AND deleted IS NULL");
    while (statement.step()) {
        const QStringList tags = splitList(statement.text(0));
        for (const QString &tag : tags)
            ++spellings[tag.toCaseFolded()][tag];
    }
    QList<TagCount> out;
    for (const QMap<QString, int> &written : std::as_const(spellings)) {
        TagCount count;
        int most = 0;
        for (auto it = written.cbegin(); it != written.cend(); ++it) {
            count.papers += it.value();
            if (it.value() > most)
                count.tag = it.key();
            most = qMax(most, it.value());
        }
        out += count;
    }
    return out;
}

} // namespace yaodian::library
