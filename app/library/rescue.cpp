#include "library/rescue.h"

#include "base/log.h"
#include "library/backup.h"
#include "library/backupfile.h"
#include "library/journal.h"
#include "library/meta.h"
#include "library/say.h"
#include "library/schema.h"
#include "library/statement.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>
#include <sqlite3.h>

namespace yaodian::library {

namespace {

constexpr qint64 mostUndos = 1000; ///< steps before the backup's newest that may have been undone since

/// When a copy in backups/ was made, by its name: `<what>-yyyyMMdd-hhmmss[-number].sqlite`.
QDateTime timeOf(const QString &name)
{
    static const QRegularExpression form(QStringLiteral("^(?:auto|notes-v\\d+)-(\\d{8}-\\d{6})(?:-\\d+)?\\.sqlite$"));
    const auto match = form.match(name);
    QDateTime time = QDateTime::fromString(match.captured(1), QStringLiteral("yyyyMMdd-hhmmss"));
    time.setTimeSpec(Qt::UTC);
    return time;
}

/// Whose library a file is of, and its newest stamp: a clock that was wrong once says nothing of that.
struct Told
{
    QString device;
    QString stamp;
};

Told toldOf(const QString &file)
{
    try {
        Connection connection(file, Connection::Access::Immutable, true);
        return {metaValue(connection, "main", QStringLiteral("device")),
                metaValue(connection, "main", QStringLiteral("hlc"))};
    } catch (const StoreFailure &) {
        return {};
    }
}

struct Candidate
{
    Library::AutomaticBackup copy;
    Told told;
};

/// Newest first; those of before a restore last: the cache says of which notes the library is now (a restore gives them
/// another device).
QList<Candidate> copiesIn(const Folder &folder)
{
    QList<Candidate> out;
    const QFileInfoList files = QDir(folder.backups()).entryInfoList(QDir::Files);
    for (const QFileInfo &file : files) {
        if (const QDateTime made = timeOf(file.fileName()); made.isValid())
            out += Candidate{{file.absoluteFilePath(), made, file.size()}, toldOf(file.absoluteFilePath())};
    }
    const QString device = toldOf(folder.cache()).device;
    std::stable_sort(out.begin(), out.end(), [&device](const Candidate &a, const Candidate &b) {
        const bool ours = a.told.device == device, theirs = b.told.device == device;
        return ours != theirs                 ? ours
               : a.told.stamp != b.told.stamp ? a.told.stamp > b.told.stamp
                                              : a.copy.made > b.copy.made;
    });
    return out;
}

/// The steps of the damaged file after those of the library, in order, until its damage ends them.
QList<KeptOperation> laterThan(const std::optional<KeptOperation> &newest, const QString &damaged)
{
    QList<KeptOperation> out;
    try {
        Connection file(damaged, Connection::Access::Read, true);
        file.execute("PRAGMA writable_schema=1"); // the damage of other tables is no reason not to read this one
        readOperations(file, newest ? qMax<qint64>(0, newest->seq - mostUndos) : 0, out);
    } catch (const StoreFailure &failure) {
        qCWarning(logLibrary, "the damaged notes tell no more than %d later steps: %s", int(out.size()),
                  qUtf8Printable(failure.error.message));
    }
    return out;
}

/// Steps that the backup has done and the damaged notes undone are undone, newest first, until the first that both have
/// done. How many.
int followUndos(Store &store, const QList<KeptOperation> &later)
{
    QHash<OperationId, int> states;
    for (const KeptOperation &operation : later)
        states.insert(operation.id, operation.state);
    int undone = 0;
    for (bool more = true; more;) {
        more = false;
        const auto done = store.read([](Connection &connection) { return newestOperations(connection, 1); });
        if (done.isEmpty() || states.value(done.constFirst().id, 0) == 0)
            break;
        store.write([&](Connection &writer) {
            Transaction transaction(writer, Transaction::Kind::Write);
            more = applyNext(writer, store.stamps(), Direction::Undo).has_value();
            store.stamps().save(writer);
            transaction.commit();
        });
        undone += more;
    }
    return undone;
}

bool takeOne(Store &store, const KeptOperation &operation, bool again)
{
    try {
        store.write([&](Connection &writer) {
            Transaction transaction(writer, Transaction::Kind::Write);
            if (again) // the step as it was when the backup was made gives way to what it became
                (void)applyNext(writer, store.stamps(), Direction::Undo);
            takeOver(writer, store.stamps(), operation, OperationId(store.ids().next()));
            store.stamps().save(writer);
            transaction.commit();
        });
        return true;
    } catch (const StoreFailure &failure) {
        qCWarning(logLibrary, "a later step could not be taken over: %s", qUtf8Printable(failure.error.message));
        return false;
    }
}

} // namespace

void requireSoundNotes(const Folder &folder)
{
    const QString gone = Say::tr("The file %1 is missing or empty.").arg(folder.notes());
    if (!QFileInfo::exists(folder.notes()))
        fail(gone, SQLITE_CORRUPT);
    Connection connection(folder.notes(), Connection::Access::Read, true);
    if (connection.userVersion("main") == 0)
        fail(gone, SQLITE_CORRUPT);
    const SchemaState state = schemaState(connection, "main", notesSteps());
    if (state == SchemaState::Newer)
        return;                        // a newer program's are for that to judge
    if (state == SchemaState::Current) // those of an older one are mended when they are opened
        checkSchema(connection, "main", notesSteps());
    if (const QString found = pageDamage(connection, "integrity_check"); !found.isEmpty())
        fail(found, SQLITE_CORRUPT);
}

std::optional<Library::AutomaticBackup> newestSoundBackup(const Folder &folder)
{
    const QList<Candidate> copies = copiesIn(folder);
    for (const Candidate &candidate : copies) {
        try {
            const BackupFile opened(candidate.copy.file);
            return candidate.copy;
        } catch (const StoreFailure &failure) {
            qCWarning(logLibrary, "passed over: %s", qUtf8Printable(failure.error.message));
        }
    }
    return std::nullopt;
}

LaterActs takeLaterActs(Store &store, const QString &damaged)
{
    const auto newest = store.read([](Connection &connection) { return newestOperation(connection); });
    LaterActs out;
    const QList<KeptOperation> later = laterThan(newest, damaged);
    out.taken += followUndos(store, later);
    for (const KeptOperation &operation : later) {
        const bool known = newest && operation.seq <= newest->seq;
        const bool grew = known && operation.seq == newest->seq && operation.id == newest->id && newest->state == 0 &&
                          operation.changes != newest->changes;
        if ((!known || grew) && operation.state == 0)
            ++(takeOne(store, operation, grew) ? out.taken : out.lost);
    }
    return out;
}

} // namespace yaodian::library
