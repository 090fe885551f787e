#include "library/restore.h"

#include "base/log.h"
#include "library/backup.h"
#include "library/backupfile.h"
#include "library/copying.h"
#include "library/damagedaside.h"
#include "library/failure.h"
#include "library/mending.h"
#include "library/meta.h"
#include "library/say.h"
#include "library/schema.h"
#include "library/statement.h"
#include "library/store.h"

#include <QFile>
#include <QFileInfo>

#include <sqlite3.h>

namespace yaodian::library {

namespace {

bool isDamage(const StoreFailure &failure)
{
    return failure.code == SQLITE_CORRUPT || failure.code == SQLITE_NOTADB;
}

/// The present library as a checked backup. Where a post of it is damaged, without the posts: they stay anyway.
QString copyAside(const Store &present, const Folder &folder, qint64 nowMs)
{
    const QString aside = nameInBackups(folder, beforeRestore, nowMs);
    present.read([&](Connection &connection) {
        try {
            writeBackup(connection, folder, aside);
        } catch (const StoreFailure &failure) {
            if (failure.code != 0)
                throw;
            qCWarning(logLibrary, "the copy before the restore is without posts: %s",
                      qUtf8Printable(failure.error.message));
            writeBackupWithoutPosts(connection, folder, aside);
        }
    });
    return aside;
}

/// With the write-ahead log in the file and nobody else reading it: a log that stayed would be taken for the next
/// file's. It is emptied before it is removed, so that one which cannot be removed says nothing.
void settle(const Folder &folder)
{
    Connection connection(folder.notes(), Connection::Access::Write, true);
    const auto inUse = [] {
        fail(Say::tr("Another program is using the library. Try again in a moment."), SQLITE_BUSY);
    };
    if (Statement emptied(connection, "PRAGMA main.wal_checkpoint(TRUNCATE)");
        !emptied.step() || emptied.integer(0) != 0)
        inUse();
    if (Statement left(connection, "PRAGMA main.journal_mode=DELETE");
        !left.step() || left.text(0) != QLatin1String("delete"))
        inUse();
}

void removeFiles(const QString &database)
{
    for (const char *ending : {"", "-wal", "-shm"})
        QFile::remove(database + QLatin1String(ending));
}

/// What SQLite would take for the log of the file that comes in its place.
void removeLogs(const QString &database)
{
    for (const char *ending : {"-wal", "-shm", "-journal"})
        QFile::remove(database + QLatin1String(ending));
}

/// What was there before, and whether it is a copy of it or its damaged bytes.
struct Kept
{
    QString aside;
    bool isDamaged = true; ///< or gone: then nothing says whose the cache is, and the logs are of no use
};

Kept keepPresent(const Folder &folder, const std::shared_ptr<Lock> &lock, const Clock &clock, IdSource &ids)
{
    if (!QFileInfo::exists(folder.notes())) {
        keepLogOfGone(folder, clock.nowMs());
        return {};
    }
    try {
        QString aside;
        {
            Store present(folder, clock, ids);
            present.openForWriting(lock);
            aside = copyAside(present, folder, clock.nowMs());
        }
        settle(folder);
        return {aside, false};
    } catch (const StoreFailure &failure) {
        if (!isDamage(failure))
            throw;
    }
    return {keepDamaged(folder, clock.nowMs()), true};
}

/// From here on it is a library on a machine of its own: two that went on from one backup must not count alike.
void makeOwn(Connection &notes, const QString &device)
{
    notes.execute("DROP TABLE IF EXISTS kept_posts");
    notes.execute("DROP TABLE IF EXISTS kept_images");
    notes.execute("DROP TABLE IF EXISTS kept_files");
    mendSchema(notes, "main");
    upgradeSchema(notes, "main", notesSteps(), [](int) {});
    setMetaValue(notes, "main", QStringLiteral("device"), device);
    notes.execute("INSERT INTO main.notes_fts(notes_fts) VALUES ('rebuild')");
    notes.execute("VACUUM"); // gives back the room of the posts and pictures
}

/// The old ones belong to the library that was there: they give way only when the new one is in its place.
int giveOwnFiles(BackupFile &backup, const Folder &folder)
{
    try {
        return backup.giveOwnFiles(folder);
    } catch (const StoreFailure &failure) {
        fail(Say::tr("The library was restored, but not all of its keys and templates: %1").arg(failure.error.message),
             failure.code);
    }
}

} // namespace

Library::Restored restoreBackup(const Folder &folder, const QString &file, const Clock &clock, IdSource &ids,
                                const InRestored &more)
{
    if (QFileInfo::exists(file) && QFileInfo(file).canonicalFilePath() == QFileInfo(folder.notes()).canonicalFilePath())
        fail(Say::tr("%1 is the library itself, not a backup of it.").arg(file));
    BackupFile backup(file);
    const std::shared_ptr<Lock> lock = Lock::require(folder);
    Library::Restored restored;
    const Kept kept = keepPresent(folder, lock, clock, ids);
    restored.aside = kept.aside;
    restored.posts = backup.givePosts(folder);
    restored.images = backup.giveImages(folder, clock);
    const QString device = ids.next().toString(QUuid::Id128);
    makeCopy(backup.connection(), folder.notes(), [&](Connection &notes) {
        makeOwn(notes, device);
        if (more)
            more(notes, restored.aside);
        if (kept.isDamaged)
            removeLogs(folder.notes()); // at last: until here it is all as it was found
    });
    if (kept.isDamaged)
        removeFiles(folder.cache());
    restored.files = giveOwnFiles(backup, folder);
    return restored;
}

} // namespace yaodian::library
