#include "library/autobackup.h"

#include "base/files.h"
#include "library/backup.h"
#include "library/backupfile.h"
#include "library/meta.h"
#include "library/rotation.h"
#include "library/say.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>

#include <mutex>

namespace yaodian::library {

namespace {

constexpr qint64 hourMs = 3'600'000;
/// What is left for everybody else on the disk after a backup.
constexpr qint64 roomLeft = 64LL * 1024 * 1024;

/// The backups of one library in one folder: `<prefix>yyyyMMdd-hhmmss.sqlite`, in UTC.
struct Series
{
    QString folder;
    QString prefix;
    qint64 everyMs = hourMs;
    bool isWhole = false; ///< with posts and pictures

    [[nodiscard]] QString file(const QDateTime &time) const
    {
        return folder + QLatin1Char('/') + prefix + time.toUTC().toString(timeForm) + ending;
    }

    static inline const QString timeForm = QStringLiteral("yyyyMMdd-hhmmss");
    static inline const QString ending = QStringLiteral(".sqlite");
};

Series seriesOf(const Folder &folder, const QString &elsewhere)
{
    if (elsewhere.isEmpty())
        return {folder.backups(), QStringLiteral("auto-")};
    // Several libraries may share the folder.
    const QByteArray path = QCryptographicHash::hash(folder.path.toUtf8(), QCryptographicHash::Sha256);
    return {QDir::cleanPath(elsewhere), QStringLiteral("yaodian-%1-").arg(QString::fromLatin1(path.toHex().left(8))),
            24 * hourMs, true};
}

QList<Library::AutomaticBackup> backupsOf(const Series &series)
{
    QList<Library::AutomaticBackup> out;
    const QFileInfoList files = QDir(series.folder)
                                    .entryInfoList({series.prefix + QLatin1Char('*') + series.ending}, QDir::Files,
                                                   QDir::Name | QDir::Reversed);
    for (const QFileInfo &file : files) {
        QDateTime made = QDateTime::fromString(file.completeBaseName().mid(series.prefix.size()), series.timeForm);
        made.setTimeSpec(Qt::UTC);
        if (made.isValid())
            out += {file.absoluteFilePath(), made, file.size()};
    }
    return out;
}

/// The newest stamp of a library: every act of the reader and every post that comes moves it.
QString newestStamp(Connection &connection)
{
    return metaValue(connection, "main", QStringLiteral("hlc"));
}

bool saysTheSame(const QString &file, const QString &stamp)
{
    try {
        Connection last(file, Connection::Access::Immutable, true);
        return newestStamp(last) == stamp;
    } catch (const StoreFailure &) {
        return false; // one that cannot be opened is none
    }
}

/// What a backup that was cut short left: the next has another name.
void removeDrafts(const Series &series)
{
    QDir folder(series.folder);
    for (const QString &name : folder.entryList({series.prefix + QStringLiteral("*.part*")}, QDir::Files))
        folder.remove(name);
}

void requireRoom(const Store &store, const Series &series)
{
    // One of the reader's is not made: where its disk is not there, the place of its name is on another.
    if (!series.isWhole && !QDir().mkpath(series.folder))
        fail(Say::tr("The folder for backups, %1, cannot be made.").arg(series.folder));
    if (!QFileInfo(series.folder).isDir())
        fail(Say::tr("The folder for backups, %1, is not there.").arg(series.folder));
    const qint64 wanted = QFileInfo(store.folder().notes()).size() + roomLeft;
    if (freeBytes(series.folder).value_or(wanted) < wanted)
        fail(Say::tr("There is too little room in %1 for a backup.").arg(series.folder));
}

void thinOut(const Series &series)
{
    QList<QDateTime> made;
    for (const Library::AutomaticBackup &backup : backupsOf(series))
        made += backup.made;
    const QList<QDateTime> kept = worthKeeping(made);
    for (const QDateTime &time : std::as_const(made)) {
        if (!kept.contains(time))
            QFile::remove(series.file(time));
    }
}

void write(Connection &reader, const Store &store, const Series &series, const QString &file)
{
    if (series.isWhole)
        writeBackup(reader, store.folder(), file);
    else
        writeNotesOnly(reader, store.folder(), file);
}

} // namespace

QList<Library::AutomaticBackup> automaticBackups(const Folder &folder, const QString &elsewhere)
{
    return backupsOf(seriesOf(folder, elsewhere));
}

QString backUpIfDue(const Store &store, const QString &elsewhere)
{
    static std::mutex one; // the second one to come finds that there is none to make
    const std::lock_guard guard(one);
    const Series series = seriesOf(store.folder(), elsewhere);
    const QList<Library::AutomaticBackup> there = backupsOf(series);
    const QDateTime now = store.clock().now();
    // A clock that was set back must not put the next one off for as long.
    if (!there.isEmpty() && qAbs(there.constFirst().made.msecsTo(now)) < series.everyMs)
        return {};
    const QString stamp = store.read([](Connection &reader) { return newestStamp(reader); });
    if (stamp.isEmpty() || (!there.isEmpty() && saysTheSame(there.constFirst().file, stamp)))
        return {};
    requireRoom(store, series);
    removeDrafts(series);
    const QString file = series.file(now);
    store.read([&](Connection &reader) { write(reader, store, series, file); });
    try {
        const BackupFile opened(file);
    } catch (const StoreFailure &) {
        QFile::remove(file);
        throw;
    }
    thinOut(series);
    return file;
}

} // namespace yaodian::library
