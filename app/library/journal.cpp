#include "library/journal.h"

#include "library/failure.h"
#include "library/notedelta.h"
#include "library/placements.h"
#include "library/statement.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace yaodian::library {

namespace {

constexpr qint64 mergeWithinMs = 60'000;

/// The column `changes`.
struct Record
{
    QJsonArray changes;
    QSet<PaperId> papers;
};

QString toText(const Record &record)
{
    QJsonArray papers;
    for (const PaperId &paper : record.papers)
        papers += paper.toString();
    QJsonArray changes;
    for (const QJsonValue &change : record.changes)
        changes += packed(change.toObject());
    const QJsonObject all{{QStringLiteral("changes"), changes}, {QStringLiteral("papers"), papers}};
    return QString::fromUtf8(QJsonDocument(all).toJson(QJsonDocument::Compact));
}

Record fromText(const QString &text)
{
    const QJsonObject all = QJsonDocument::fromJson(text.toUtf8()).object();
    Record record{all.value(QLatin1String("changes")).toArray(), {}};
    for (const QJsonValue &paper : all.value(QLatin1String("papers")).toArray())
        record.papers.insert(PaperId::fromString(paper.toString()).value_or(PaperId()));
    return record;
}

/// The newest step, if `operation` may extend it. Nothing may be undone, else redo would meet other rows.
struct Mergeable
{
    qint64 seq = 0;
    OperationId id;
    Record record;
};

std::optional<Mergeable> mergeable(Connection &connection, const NewOperation &operation)
{
    if (operation.mergeSubject.isEmpty())
        return std::nullopt;
    Statement statement(connection, "SELECT seq, id, act, subject, at, changes, state FROM operations"
                                    " WHERE state < 2 ORDER BY seq DESC LIMIT 1");
    if (!statement.step() || statement.integer(6) != 0 || statement.text(2) != operation.act ||
        statement.text(3) != operation.mergeSubject)
        return std::nullopt;
    const qint64 age = operation.at - statement.integer(4);
    if (age < 0 || age >= mergeWithinMs)
        return std::nullopt;
    return Mergeable{statement.integer(0), statement.id<OperationId>(1), fromText(statement.text(5))};
}

/// Changes of notes whole again, as far as `later` goes on with them: what these were changed from is what the earlier
/// ones had made.
QJsonArray wholeBefore(const QJsonArray &earlier, const QJsonArray &later)
{
    QJsonArray out;
    for (const QJsonValue &item : earlier) {
        std::optional<QJsonObject> whole;
        for (const QJsonValue &next : later) {
            const QJsonObject change = next.toObject();
            if (isPacked(item.toObject()) && change.value(QLatin1String("t")) == QLatin1String("notes") &&
                change.value(QLatin1String("k")) == item.toObject().value(QLatin1String("k")))
                whole = unpacked(item.toObject(), change.value(QLatin1String("b")).toObject(), Side::After);
        }
        out += whole.value_or(item.toObject());
    }
    return out;
}

OperationId extend(Connection &connection, Mergeable step, const Recorder &recorder)
{
    const QJsonArray later = recorder.changes();
    step.record.changes = mergedChanges(wholeBefore(step.record.changes, later), later);
    step.record.papers |= recorder.papers();
    if (step.record.changes.isEmpty()) {
        // Typed and taken back: no step is left, but the row that says so was written.
        Statement(connection, "DELETE FROM operations WHERE seq = ?1").bind(step.seq).run();
        return step.id;
    }
    Statement(connection, "UPDATE operations SET changes = ?2 WHERE seq = ?1")
        .bind(step.seq, toText(step.record))
        .run();
    return step.id;
}

/// A change that the journal tells in part, whole by the note as it is.
QJsonObject wholeNow(Connection &connection, const QJsonObject &change, Side known)
{
    const QJsonValue row = readRow(connection, rowTable(Rows::Notes), change.value(QLatin1String("k")).toObject());
    const auto whole = unpacked(change, row.toObject(), known);
    if (!whole)
        fail(QCoreApplication::translate("library", "The note is not what this step left; nothing was changed."));
    return *whole;
}

const RowTable &knownTable(const QJsonObject &change)
{
    const RowTable *table = rowTable(change.value(QLatin1String("t")).toString());
    if (!table)
        fail(
            QCoreApplication::translate("library", "This step was made by a newer version and cannot be undone here."));
    return *table;
}

void applyChange(Connection &connection, Stamps &stamps, const QJsonObject &stored, bool undo)
{
    const QJsonObject change =
        isPacked(stored) ? wholeNow(connection, stored, undo ? Side::After : Side::Before) : stored;
    const QJsonValue row = change.value(QLatin1String(undo ? "b" : "a"));
    writeRow(connection, knownTable(change), change.value(QLatin1String("k")).toObject(), row, stamps.next());
}

/// Whether a change gives a highlight other words: what was found of the words before is not where these are.
bool givesOtherWords(const QJsonObject &change)
{
    const auto quoteOf = [&change](const char *which) {
        return change.value(QLatin1String(which)).toObject().value(QLatin1String("quote"));
    };
    const QJsonValue before = quoteOf("b"), after = quoteOf("a");
    return change.value(QLatin1String("t")) == QLatin1String("highlights") && before.isString() && after.isString() &&
           before != after;
}

/// What has been found since of words that are given up by undoing or redoing is looked for again.
void forgetFound(Connection &connection, Stamps &stamps, const QJsonArray &changes)
{
    for (const QJsonValue &item : changes) {
        const QJsonObject change = item.toObject();
        if (!givesOtherWords(change))
            continue;
        const QByteArray id = blobOf(change.value(QLatin1String("k")).toObject().value(QLatin1String("id")));
        for (const QJsonObject &key : foundPlacements(connection, HighlightId::fromBytes(id)))
            writeRow(connection, rowTable(Rows::Placements), key, QJsonValue::Null, stamps.next());
    }
}

} // namespace

OperationId recordOperation(Recorder &recorder, Stamps &stamps, const NewOperation &operation)
{
    Connection &connection = recorder.connection();
    const QJsonArray changes = recorder.changes();
    if (changes.isEmpty())
        return {};
    if (auto step = mergeable(connection, operation))
        return extend(connection, std::move(*step), recorder);
    Statement(connection, "UPDATE operations SET state = 2 WHERE state = 1").run();
    Statement insert(connection, "INSERT INTO operations(id, device, hlc, act, label, subject, at, changes)"
                                 " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)");
    insert
        .bind(operation.id, stamps.device(), stamps.next(), operation.act, operation.label, operation.mergeSubject,
              operation.at, toText({changes, recorder.papers()}))
        .run();
    return operation.id;
}

std::optional<AppliedOperation> applyNext(Connection &connection, Stamps &stamps, Direction direction)
{
    const bool undo = direction == Direction::Undo;
    AppliedOperation applied;
    QJsonArray changes;
    qint64 seq = 0;
    {
        Statement next(connection, undo ? "SELECT seq, id, act, label, at, changes FROM operations WHERE state = 0"
                                          " ORDER BY seq DESC LIMIT 1"
                                        : "SELECT seq, id, act, label, at, changes FROM operations WHERE state = 1"
                                          " ORDER BY seq LIMIT 1");
        if (!next.step())
            return std::nullopt;
        seq = next.integer(0);
        applied.operation = {next.id<OperationId>(1), next.text(2), next.text(3), next.time(4)};
        const Record record = fromText(next.text(5));
        applied.papers = record.papers;
        changes = record.changes;
    }
    applied.kinds = changesTable(changes, Rows::Kinds);
    applied.searches = changesTable(changes, Rows::Searches);
    forgetFound(connection, stamps, changes); // before the act's own rows: what it forgot comes back by undo
    for (qsizetype i = 0; i < changes.size(); ++i)
        applyChange(connection, stamps, changes[undo ? changes.size() - 1 - i : i].toObject(), undo);
    Statement(connection, "UPDATE operations SET state = ?2 WHERE seq = ?1").bind(seq, undo ? 1 : 0).run();
    return applied;
}

std::optional<KeptOperation> newestOperation(Connection &connection)
{
    QList<KeptOperation> last;
    Statement newest(connection, "SELECT max(seq) FROM operations");
    if (newest.step() && !newest.isNull(0))
        readOperations(connection, newest.integer(0), last);
    return last.isEmpty() ? std::nullopt : std::optional(last.constFirst());
}

void readOperations(Connection &connection, qint64 seq, QList<KeptOperation> &out)
{
    Statement rows(connection, "SELECT seq, id, act, label, at, state, changes FROM operations WHERE seq >= ?1"
                               " ORDER BY seq");
    rows.bind(seq);
    while (rows.step())
        out += {rows.integer(0), rows.id<OperationId>(1), rows.text(2), rows.text(3),
                rows.integer(4), int(rows.integer(5)),    rows.text(6)};
}

void takeOver(Connection &connection, Stamps &stamps, const KeptOperation &operation, OperationId id)
{
    const Record record = fromText(operation.changes);
    Recorder recorder(connection, stamps);
    for (const PaperId &paper : record.papers)
        recorder.touch(paper);
    for (const QJsonValue &item : record.changes) {
        const QJsonObject stored = item.toObject();
        const QJsonObject change = isPacked(stored) ? wholeNow(connection, stored, Side::Before) : stored;
        recorder.put(knownTable(change), change.value(QLatin1String("k")).toObject(), change.value(QLatin1String("a")));
    }
    recordOperation(recorder, stamps, {id, operation.act, operation.label, {}, operation.at});
}

QList<Operation> newestOperations(Connection &connection, int most)
{
    QList<Operation> out;
    Statement statement(connection,
                        "SELECT id, act, label, at FROM operations WHERE state = 0 ORDER BY seq DESC LIMIT ?1");
    statement.bind(most);
    while (statement.step())
        out += {statement.id<OperationId>(0), statement.text(1), statement.text(2), statement.time(3)};
    return out;
}

} // namespace yaodian::library
