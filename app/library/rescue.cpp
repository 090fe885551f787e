#include "library/rescue.h"

#include "base/log.h"
#include "library/backup.h"
#include "library/backupfile.h"
#include "library/damagednotes.h"
#include "library/failure.h"
#include "library/journal.h"
#include "library/laterrows.h"
#include "library/meta.h"
#include "library/say.h"
#include "library/schema.h"
#include "library/stamps.h"
#include "library/statement.h"
#include "library/transaction.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>
#include <functional>
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
        DamagedNotes file(damaged);
        readOperations(file.connection(), newest ? qMax<qint64>(0, newest->seq - mostUndos) : 0, out);
    } catch (const StoreFailure &failure) {
        if (isOfDisk(failure))
            throw;
        qCWarning(logLibrary, "the damaged notes tell no more than %d later steps: %s", int(out.size()),
                  qUtf8Printable(failure.error.message));
    }
    return out;
}

/// Does it whole or not at all; false: it cannot be done here.
bool attempt(Connection &notes, Stamps &stamps, const std::function<void()> &work)
{
    try {
        Transaction transaction(notes, Transaction::Kind::Write);
        work();
        stamps.save(notes);
        transaction.commit();
        return true;
    } catch (const StoreFailure &failure) {
        if (isOfDisk(failure))
            throw;
        qCWarning(logLibrary, "a later step could not be taken over: %s", qUtf8Printable(failure.error.message));
        return false;
    }
}

/// Steps that the backup has done and the damaged notes undone are undone, newest first, until the first that both have
/// done. How many.
int followUndos(Connection &notes, Stamps &stamps, const QList<KeptOperation> &later)
{
    QHash<OperationId, int> states;
    for (const KeptOperation &operation : later)
        states.insert(operation.id, operation.state);
    for (int undone = 0;; ++undone) {
        const auto done = newestOperations(notes, 1);
        if (done.isEmpty() || states.value(done.constFirst().id, 0) == 0 ||
            !attempt(notes, stamps, [&] { (void)applyNext(notes, stamps, Direction::Undo); }))
            return undone;
    }
}

bool takeOne(Connection &notes, Stamps &stamps, const KeptOperation &operation, OperationId id, bool again)
{
    return attempt(notes, stamps, [&] {
        if (again) // the step as it was when the backup was made gives way to what it became
            (void)applyNext(notes, stamps, Direction::Undo);
        takeOver(notes, stamps, operation, id);
    });
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

LaterActs takeLaterActs(Connection &notes, const Folder &folder, const QString &damaged, const Clock &clock,
                        IdSource &ids)
{
    takeLaterRows(notes, folder, damaged); // first: acts are done with the papers that came with later posts
    Stamps stamps(clock);
    stamps.load(notes, {});
    const auto newest = newestOperation(notes);
    LaterActs out;
    const QList<KeptOperation> later = laterThan(newest, damaged);
    out.taken += followUndos(notes, stamps, later);
    for (const KeptOperation &operation : later) {
        const bool known = newest && operation.seq <= newest->seq;
        const bool grew = known && operation.seq == newest->seq && operation.id == newest->id && newest->state == 0 &&
                          operation.changes != newest->changes;
        if ((!known || grew) && operation.state == 0)
            ++(takeOne(notes, stamps, operation, OperationId(ids.next()), grew) ? out.taken : out.lost);
    }
    attempt(notes, stamps, [&] { makeMissingPapers(notes, stamps.next(), clock.nowMs()); });
    return out;
}

} // namespace yaodian::library
