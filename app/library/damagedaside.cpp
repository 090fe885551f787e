#include "library/damagedaside.h"

#include "base/files.h"
#include "library/backup.h"
#include "library/durably.h"
#include "library/failure.h"
#include "library/say.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>

#include <cerrno>
#include <cstring>

namespace yaodian::library {

namespace {

void keep(const QString &from, const QString &as)
{
    if (copyDurably(from, as))
        return;
    const int error = errno; // before anything else says why
    if (error == ENOSPC || error == EDQUOT)
        failFull();
    fail(Say::tr("The damaged library could not be kept as %1, so nothing was changed: %2.")
             .arg(as, QString::fromLocal8Bit(std::strerror(error))));
}

/// What a rescue kept of these very notes before it was cut short; empty: nothing.
QString keptAlready(const Folder &folder)
{
    const QFileInfo notes(folder.notes());
    const QFileInfoList kept =
        QDir(folder.backups()).entryInfoList({damagedNotes + QStringLiteral("-*.sqlite")}, QDir::Files);
    for (const QFileInfo &file : kept) {
        const bool isOfThese = file.size() == notes.size() && file.lastModified() >= notes.lastModified();
        if (!isOfThese) // those of a damage before are no business of this one, though their bytes were the same
            continue;
        const auto hash = sha256OfFile(file.filePath());
        if (hash.ok() && *hash == sha256OfFile(notes.filePath()).valueOr({}))
            return file.filePath();
    }
    return {};
}

} // namespace

QString keepDamaged(const Folder &folder, qint64 nowMs)
{
    QString aside = keptAlready(folder);
    if (aside.isEmpty()) {
        aside = nameInBackups(folder, damagedNotes, nowMs);
        keep(folder.notes(), aside);
    }
    for (const char *log : {"-wal", "-journal"}) {
        if (const QString from = folder.notes() + QLatin1String(log); QFileInfo::exists(from))
            keep(from, aside + QLatin1String(log));
    }
    return aside;
}

void keepLogOfGone(const Folder &folder, qint64 nowMs)
{
    const QString log = folder.notes() + QLatin1String("-wal");
    if (QFileInfo(log).size() > 0)
        keep(log, nameInBackups(folder, damagedNotes, nowMs) + QLatin1String("-wal"));
}

} // namespace yaodian::library
