#include "library/sources.h"

#include "library/statement.h"

namespace yaodian::library {

QList<Source> readSources(Connection &connection, bool withRemoved)
{
    QList<Source> out;
    Statement statement(connection, withRemoved
                                        ? "SELECT id, kind, title, url, category FROM sources ORDER BY added, id"
                                        : "SELECT id, kind, title, url, category FROM sources"
                                          " WHERE deleted IS NULL ORDER BY added, id");
    while (statement.step())
        out += {statement.id<SourceId>(0), Source::Kind(statement.integer(1)), statement.text(2), statement.text(3),
                statement.text(4)};
    return out;
}

void writeSource(Connection &connection, const Source &source, const QString &stamp, qint64 nowMs)
{
    Statement upsert(connection,
                     "INSERT INTO sources(id, kind, title, url, category, added, hlc)"
                     " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT(id) DO UPDATE SET kind = excluded.kind,"
                     " title = excluded.title, url = excluded.url, category = excluded.category,"
                     " hlc = excluded.hlc, deleted = NULL");
    upsert.bind(source.id, int(source.kind), source.title, source.url, source.category, nowMs, stamp).run();
}

void ensureSource(Connection &connection, const Source &source, const QString &stamp, qint64 nowMs)
{
    Statement find(connection, "SELECT deleted IS NOT NULL FROM sources WHERE id = ?1");
    const bool known = find.bind(source.id).step();
    if (!known || (find.flag(0) && source.kind != Source::Kind::Feed))
        writeSource(connection, source, stamp, nowMs);
}

void removeSourceRow(Connection &connection, SourceId id, const QString &stamp)
{
    Statement(connection, "UPDATE sources SET deleted = ?2 WHERE id = ?1 AND deleted IS NULL").bind(id, stamp).run();
    Statement(connection, "DELETE FROM cache.sync_state WHERE source = ?1").bind(id).run();
}

SyncState readSyncState(Connection &connection, SourceId id)
{
    Statement statement(connection, "SELECT etag, last_modified, last_tried, last_fresh, next_due, failures, outcome"
                                    " FROM cache.sync_state WHERE source = ?1");
    if (!statement.bind(id).step())
        return {};
    return {statement.text(0), statement.text(1),         statement.time(2), statement.time(3),
            statement.time(4), int(statement.integer(5)), statement.text(6)};
}

void writeSyncState(Connection &connection, SourceId id, const SyncState &state)
{
    Statement upsert(
        connection,
        "INSERT INTO cache.sync_state(source, etag, last_modified, last_tried, last_fresh, next_due, failures,"
        " outcome) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) ON CONFLICT(source) DO UPDATE SET"
        " etag = excluded.etag, last_modified = excluded.last_modified, last_tried = excluded.last_tried,"
        " last_fresh = excluded.last_fresh, next_due = excluded.next_due, failures = excluded.failures,"
        " outcome = excluded.outcome");
    upsert
        .bind(id, state.etag, state.lastModified, state.lastTried, state.lastFresh, state.nextDue, state.failures,
              state.lastOutcome)
        .run();
}

} // namespace yaodian::library
