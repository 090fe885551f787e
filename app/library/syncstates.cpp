#include "library/syncstates.h"

#include "library/statement.h"

namespace yaodian::library {

namespace {

constexpr qint64 logMs = 400LL * 24 * 60 * 60 * 1000; ///< a year and a month of lines
constexpr const char *stateColumns = "etag, last_modified, last_tried, last_fresh, next_due, failures, outcome,"
                                     " hold_until, validators_since, body_hash, moved_to, moved_since, cursor,"
                                     " backfill, empty_days";

constexpr const char *eventColumns = "SELECT source, at, kind, fresh, updated, sentence, again ";

SyncEvent eventAt(const Statement &row)
{
    return {row.id<SourceId>(0), row.time(1), SyncEvent::Kind(row.integer(2)), int(row.integer(3)), int(row.integer(4)),
            row.text(5),         row.time(6)};
}

/// "2023-02-09 2023-02-07".
QString daysText(const QList<QDate> &days)
{
    QStringList words;
    for (const QDate &day : days)
        words.append(day.toString(Qt::ISODate));
    return words.join(QLatin1Char(' '));
}

QList<QDate> daysIn(const QString &text)
{
    QList<QDate> days;
    const auto words = QStringView(text).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (const QStringView word : words) {
        if (const QDate day = QDate::fromString(word.toString(), Qt::ISODate); day.isValid())
            days.append(day);
    }
    return days;
}

SyncState stateAt(const Statement &row, int at)
{
    SyncState state;
    state.etag = row.text(at);
    state.lastModified = row.text(at + 1);
    state.lastTried = row.time(at + 2);
    state.lastFresh = row.time(at + 3);
    state.nextDue = row.time(at + 4);
    state.failures = int(row.integer(at + 5));
    state.lastOutcome = row.text(at + 6);
    state.holdUntil = row.time(at + 7);
    state.validatorsSince = row.time(at + 8);
    state.bodyHash = row.text(at + 9);
    state.movedTo = row.text(at + 10);
    state.movedSince = row.time(at + 11);
    state.cursor = row.text(at + 12);
    state.backfill = row.text(at + 13);
    state.emptyDays = daysIn(row.text(at + 14));
    return state;
}

} // namespace

SyncState readSyncState(Connection &connection, SourceId id)
{
    static const QByteArray sql = QByteArray("SELECT ") + stateColumns + " FROM cache.sync_state WHERE source = ?1";
    Statement statement(connection, sql);
    return statement.bind(id).step() ? stateAt(statement, 0) : SyncState();
}

QHash<SourceId, SyncState> readSyncStates(Connection &connection)
{
    static const QByteArray sql = QByteArray("SELECT source, ") + stateColumns + " FROM cache.sync_state";
    QHash<SourceId, SyncState> out;
    Statement statement(connection, sql);
    while (statement.step())
        out.insert(statement.id<SourceId>(0), stateAt(statement, 1));
    return out;
}

void writeSyncState(Connection &connection, SourceId id, const SyncState &state)
{
    static const QByteArray sql = QByteArray("INSERT INTO cache.sync_state(source, ") + stateColumns +
                                  ") VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)"
                                  " ON CONFLICT(source) DO UPDATE SET etag = excluded.etag,"
                                  " last_modified = excluded.last_modified, last_tried = excluded.last_tried,"
                                  " last_fresh = excluded.last_fresh, next_due = excluded.next_due,"
                                  " failures = excluded.failures, outcome = excluded.outcome,"
                                  " hold_until = excluded.hold_until, validators_since = excluded.validators_since,"
                                  " body_hash = excluded.body_hash, moved_to = excluded.moved_to,"
                                  " moved_since = excluded.moved_since, cursor = excluded.cursor,"
                                  " backfill = excluded.backfill, empty_days = excluded.empty_days";
    Statement(connection, sql)
        .bind(id, state.etag, state.lastModified, state.lastTried, state.lastFresh, state.nextDue, state.failures,
              state.lastOutcome, state.holdUntil, state.validatorsSince, state.bodyHash, state.movedTo,
              state.movedSince, state.cursor, state.backfill, daysText(state.emptyDays))
        .run();
}

void forgetValidators(Connection &connection, SourceId id)
{
    Statement(connection, "UPDATE cache.sync_state SET etag = '', last_modified = '', validators_since = NULL,"
                          " body_hash = '' WHERE source = ?1")
        .bind(id)
        .run();
}

QList<HostHold> readHostHolds(Connection &connection)
{
    QList<HostHold> out;
    Statement statement(connection, "SELECT host, until FROM cache.host_holds");
    while (statement.step())
        out += {statement.text(0), statement.time(1)};
    return out;
}

void writeHostHold(Connection &connection, const HostHold &hold, qint64 nowMs)
{
    Statement(connection, "DELETE FROM cache.host_holds WHERE until <= ?1").bind(nowMs).run();
    Statement(connection, "INSERT INTO cache.host_holds(host, until) VALUES (?1, ?2)"
                          " ON CONFLICT(host) DO UPDATE SET until = excluded.until")
        .bind(hold.host, hold.until)
        .run();
}

void writeSyncEvent(Connection &connection, SourceId source, const SyncEvent &event)
{
    Statement(connection, "INSERT INTO cache.sync_log(source, at, kind, fresh, updated, sentence, again)"
                          " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")
        .bind(source, event.at, int(event.kind), event.fresh, event.updated, event.sentence, event.again)
        .run();
}

QList<SyncEvent> readSyncEvents(Connection &connection, std::optional<SourceId> source, qint64 sinceMs, qint64 untilMs,
                                int most)
{
    static const QByteArray ofOne = QByteArray(eventColumns) +
                                    "FROM cache.sync_log"
                                    " WHERE source = ?1 AND at >= ?2 AND at < ?3 ORDER BY row DESC LIMIT ?4";
    static const QByteArray ofAll = QByteArray(eventColumns) +
                                    "FROM cache.sync_log"
                                    " WHERE ?1 IS NULL AND at >= ?2 AND at < ?3 ORDER BY row DESC LIMIT ?4";
    QList<SyncEvent> out;
    Statement statement(connection, source ? ofOne : ofAll);
    statement.bind(source, sinceMs, untilMs, most);
    while (statement.step())
        out += eventAt(statement);
    return out;
}

QHash<SourceId, SyncEvent> readLastEvents(Connection &connection)
{
    // A jump into the log for each source: a thousand of them do not read a year of lines.
    QHash<SourceId, SyncEvent> out;
    Statement statement(connection,
                        "SELECT l.source, l.at, l.kind, l.fresh, l.updated, l.sentence, l.again FROM main.sources AS s"
                        " JOIN cache.sync_log AS l ON l.row = (SELECT row FROM cache.sync_log WHERE source = s.id"
                        " ORDER BY at DESC, row DESC LIMIT 1) WHERE s.deleted IS NULL");
    while (statement.step())
        out.insert(statement.id<SourceId>(0), eventAt(statement));
    return out;
}

QList<IssueDate> readIssueDates(Connection &connection, std::optional<SourceId> source, qint64 sinceMs)
{
    // Both are answered by the index alone: an issue's row is large.
    QList<IssueDate> out;
    Statement statement(connection, source ? "SELECT source, sort, first_seen FROM cache.issues"
                                             " WHERE source = ?1 AND sort >= ?2"
                                           : "SELECT source, sort, first_seen FROM cache.issues INDEXED BY issues_days"
                                             " WHERE ?1 IS NULL AND sort >= ?2");
    statement.bind(source, sinceMs);
    while (statement.step())
        out += {statement.id<SourceId>(0), statement.time(1), statement.time(2)};
    return out;
}

void trimSyncLog(Connection &connection, qint64 nowMs)
{
    Statement(connection, "DELETE FROM cache.sync_log WHERE at < ?1").bind(nowMs - logMs).run();
}

QSet<QString> readPostLinks(Connection &connection, SourceId source)
{
    QSet<QString> out;
    Statement statement(connection,
                        "SELECT link FROM posts WHERE source = ?1 UNION SELECT base FROM posts WHERE source = ?1");
    statement.bind(source);
    while (statement.step())
        out += statement.text(0);
    out.remove(QString());
    return out;
}

} // namespace yaodian::library
