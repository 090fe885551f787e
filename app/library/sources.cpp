#include "library/sources.h"

#include "library/sourceoptions.h"
#include "library/statement.h"

namespace yaodian::library {

namespace {

/// Of "id, kind, title, url, category, options".
Source sourceAt(const Statement &row)
{
    return {row.id<SourceId>(0), Source::Kind(row.integer(1)), row.text(2), row.text(3),
            row.text(4),         optionsFromText(row.text(5))};
}

} // namespace

QList<Source> readSources(Connection &connection, bool withRemoved)
{
    QList<Source> out;
    Statement statement(connection, withRemoved ? "SELECT id, kind, title, url, category, options FROM sources"
                                                  " ORDER BY added, id"
                                                : "SELECT id, kind, title, url, category, options FROM sources"
                                                  " WHERE deleted IS NULL ORDER BY added, id");
    while (statement.step())
        out += sourceAt(statement);
    return out;
}

std::optional<Source> readSource(Connection &connection, SourceId id)
{
    Statement statement(connection, "SELECT id, kind, title, url, category, options FROM sources WHERE id = ?1");
    return statement.bind(id).step() ? std::optional(sourceAt(statement)) : std::nullopt;
}

void writeSource(Connection &connection, const Source &source, const QString &stamp, qint64 nowMs)
{
    Statement upsert(connection,
                     "INSERT INTO sources(id, kind, title, url, category, added, hlc, options)"
                     " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) ON CONFLICT(id) DO UPDATE SET kind = excluded.kind,"
                     " title = excluded.title, url = excluded.url, category = excluded.category,"
                     " hlc = excluded.hlc, options = excluded.options, deleted = NULL");
    upsert
        .bind(source.id, int(source.kind), source.title, source.url, source.category, nowMs, stamp,
              optionsToText(source.options))
        .run();
}

void ensureSource(Connection &connection, const Source &source, const QString &stamp, qint64 nowMs)
{
    Statement find(connection, "SELECT deleted IS NOT NULL FROM sources WHERE id = ?1");
    const bool known = find.bind(source.id).step();
    if (!known || (find.flag(0) && !source.isAsked()))
        writeSource(connection, source, stamp, nowMs);
}

void removeSourceRow(Connection &connection, SourceId id, const QString &stamp)
{
    Statement(connection, "UPDATE sources SET deleted = ?2 WHERE id = ?1 AND deleted IS NULL").bind(id, stamp).run();
    Statement(connection, "DELETE FROM cache.sync_state WHERE source = ?1").bind(id).run();
}

} // namespace yaodian::library
