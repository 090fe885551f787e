// Backups that make themselves, and what is done about damaged notes.
#include "library/library.h"

#include "library/autobackup.h"
#include "library/facade.h"
#include "library/rescue.h"
#include "library/restore.h"
#include "library/say.h"

#include <QDir>
#include <QLocale>

#include <sqlite3.h>

namespace yaodian::library {

namespace {

Folder folderOf(const QString &directory)
{
    return Folder{QDir::cleanPath(QDir(directory).absolutePath())};
}

/// An Error where that cannot be told: the disk does not give them, or they are another program's.
Result<bool> areDamaged(const Folder &folder)
{
    try {
        requireSoundNotes(folder);
        return false;
    } catch (const StoreFailure &failure) {
        if (failure.code == SQLITE_CORRUPT || failure.code == SQLITE_NOTADB)
            return true;
        return failure.error;
    }
}

QStringList sentencesOf(const Library::Rescued &rescued)
{
    const QString time = QLocale().toString(rescued.made.toLocalTime(), QLocale::ShortFormat);
    QStringList out{Say::tr("The library's notes were damaged or gone; the backup of %1 is in their place.").arg(time)};
    if (!rescued.aside.isEmpty())
        out += Say::tr("What was there before is kept as %1.").arg(rescued.aside);
    if (rescued.acts > 0)
        out += Say::tr("%n later act(s) could be taken out of it.", nullptr, rescued.acts);
    if (rescued.lost > 0)
        out += Say::tr("%n later act(s) could be read, but not be done again.", nullptr, rescued.lost);
    return out;
}

} // namespace

QList<Library::AutomaticBackup> Library::automaticBackups(const QString &elsewhere) const
{
    return yaodian::library::automaticBackups(d->store.folder(), elsewhere);
}

Result<QString> Library::backUpIfDue(const QString &elsewhere, const CancelToken &token) const
{
    if (isReadOnly())
        return QString();
    return Private::guarded([&] { return yaodian::library::backUpIfDue(d->store, elsewhere, token); });
}

std::optional<Library::AutomaticBackup> Library::rescueFor(const QString &directory)
{
    const Folder folder = folderOf(directory);
    return areDamaged(folder).valueOr(false) ? newestSoundBackup(folder) : std::nullopt;
}

Result<Library::Rescued> Library::rescue(const QString &directory, const Clock &clock, IdSource &ids)
{
    const Folder folder = folderOf(directory);
    auto damaged = areDamaged(folder);
    if (damaged.valueOr(false)) {
        (void)open(directory, Mode::ReadWrite, clock, ids); // what opening mends is no damage
        damaged = areDamaged(folder);
    }
    if (!damaged)
        return damaged.error();
    if (!*damaged)
        return Error::world(Say::tr("The library's notes are sound; there is nothing to repair in them."));
    const auto backup = newestSoundBackup(folder);
    if (!backup)
        return Error::world(
            Say::tr("The library's notes are damaged, and there is no sound backup of them in %1. Nothing was "
                    "changed; “yaodian restore FILE” takes one from elsewhere.")
                .arg(folder.backups()));
    LaterActs later;
    const auto restored = Private::guarded([&] {
        // Before it is in its place: from then on it is sound, and nobody asks what could still have been taken.
        return restoreBackup(folder, backup->file, clock, ids, [&](Connection &notes, const QString &aside) {
            if (!aside.isEmpty())
                later = takeLaterActs(notes, folder, aside, clock, ids);
        });
    });
    if (!restored)
        return restored.error();
    const auto opened = open(directory, Mode::ReadWrite, clock, ids); // makes the cache
    if (!opened)
        return opened.error();
    Rescued rescued{backup->made, restored->aside, later.taken, later.lost, {}};
    rescued.sentences = sentencesOf(rescued);
    return rescued;
}

} // namespace yaodian::library
