#include "library/rescue.h"

#include "base/log.h"
#include "library/backup.h"
#include "library/backupfile.h"
#include "library/journal.h"
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

/// When a copy in backups/ was made, by its name: `<what>-yyyyMMdd-hhmmss[-number].sqlite`.
QDateTime timeOf(const QString &name)
{
    static const QRegularExpression form(QStringLiteral("^(?:auto|notes-v\\d+)-(\\d{8}-\\d{6})(?:-\\d+)?\\.sqlite$"));
    const auto match = form.match(name);
    QDateTime time = QDateTime::fromString(match.captured(1), QStringLiteral("yyyyMMdd-hhmmss"));
    time.setTimeSpec(Qt::UTC);
    return time;
}

QList<Library::AutomaticBackup> copiesIn(const Folder &folder)
{
    QList<Library::AutomaticBackup> out;
    const QFileInfoList files = QDir(folder.backups()).entryInfoList(QDir::Files);
    for (const QFileInfo &file : files) {
        if (const QDateTime made = timeOf(file.fileName()); made.isValid())
            out += {file.absoluteFilePath(), made, file.size()};
    }
    std::stable_sort(out.begin(), out.end(), [](const auto &a, const auto &b) { return a.made > b.made; });
    return out;
}

/// The steps of the damaged file after those of the library, in order, until its damage ends them.
QList<KeptOperation> laterThan(const std::optional<KeptOperation> &newest, const QString &damaged)
{
    QList<KeptOperation> out;
    try {
        Connection file(damaged, Connection::Access::Read, true);
        file.execute("PRAGMA writable_schema=1"); // the damage of other tables is no reason not to read this one
        readOperations(file, newest ? newest->seq : 0, out);
    } catch (const StoreFailure &failure) {
        qCWarning(logLibrary, "the damaged notes tell no more than %d later steps: %s", int(out.size()),
                  qUtf8Printable(failure.error.message));
    }
    return out;
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
    checkSchema(connection, "main", notesSteps());
    Statement pages(connection, "PRAGMA main.integrity_check(1)");
    if (!pages.step() || pages.text(0) != QLatin1String("ok"))
        fail(pages.text(0), SQLITE_CORRUPT);
}

std::optional<Library::AutomaticBackup> newestSoundBackup(const Folder &folder)
{
    const QList<Library::AutomaticBackup> copies = copiesIn(folder);
    for (const Library::AutomaticBackup &copy : copies) {
        try {
            const BackupFile opened(copy.file);
            return copy;
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
    for (const KeptOperation &operation : later) {
        const bool known = newest && operation.seq == newest->seq;
        if (known && (operation.id != newest->id || operation.changes == newest->changes))
            continue;
        if (operation.state == 0)
            ++(takeOne(store, operation, known) ? out.taken : out.lost);
    }
    return out;
}

} // namespace yaodian::library
