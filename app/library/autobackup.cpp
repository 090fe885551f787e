#include "library/autobackup.h"

#include "base/files.h"
#include "base/log.h"
#include "library/backup.h"
#include "library/backupfile.h"
#include "library/meta.h"
#include "library/rotation.h"
#include "library/say.h"

#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QSet>
#include <QSysInfo>

#include <algorithm>
#include <cerrno>
#include <mutex>
#include <sqlite3.h>

namespace yaodian::library {

namespace {

constexpr qint64 hourMs = 3'600'000;
/// What is left for everybody else on the disk after a backup.
constexpr qint64 roomLeft = 64LL * 1024 * 1024;
/// What the backups of a library take at most, beside the newest three: those in its folder, and the whole ones
/// elsewhere.
constexpr qint64 mostBytes = 1024LL * 1024 * 1024;
constexpr qint64 mostBytesWhole = 5 * mostBytes;

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
    // Several libraries may share the folder, and several machines.
    const QByteArray place = QSysInfo::machineUniqueId() + '/' + folder.path.toUtf8();
    const QByteArray hash = QCryptographicHash::hash(place, QCryptographicHash::Sha256).toHex().left(8);
    return {QDir::cleanPath(elsewhere), QStringLiteral("yaodian-%1-").arg(QString::fromLatin1(hash)), 24 * hourMs,
            true};
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

qint64 bytesBelow(const QString &path)
{
    qint64 bytes = 0;
    QDirIterator files(path, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        files.next();
        bytes += files.fileInfo().size();
    }
    return bytes;
}

qint64 bytesOf(const Folder &folder, const Series &series)
{
    const qint64 notes = QFileInfo(folder.notes()).size();
    return series.isWhole ? notes + bytesBelow(folder.path + QStringLiteral("/posts")) + bytesBelow(folder.images())
                          : notes;
}

/// Only within the library, which may have gone.
void makeOwnFolder(const QString &path)
{
    if (QFileInfo(path).isDir())
        return;
    errno = 0;
    if (!QDir().mkdir(path)) {
        if (errno == ENOSPC || errno == EDQUOT)
            failFull();
        fail(Say::tr("The folder for backups, %1, cannot be made.").arg(path));
    }
    syncFolder(QFileInfo(path).path());
}

void requireRoom(const Store &store, const Series &series)
{
    // One of the reader's is not made: where its disk is not there, the place of its name is on another.
    if (!series.isWhole)
        makeOwnFolder(series.folder);
    if (!QFileInfo(series.folder).isDir())
        fail(Say::tr("The folder for backups, %1, is not there.").arg(series.folder));
    const qint64 wanted = bytesOf(store.folder(), series) + roomLeft;
    if (freeBytes(series.folder).value_or(wanted) < wanted)
        fail(Say::tr("There is too little room in %1 for a backup.").arg(series.folder));
}

/// `fresh` stays whatever the clock says of it.
void thinOut(const Series &series, const QString &fresh)
{
    QList<MadeBackup> made;
    for (const Library::AutomaticBackup &backup : backupsOf(series))
        made += {backup.made, backup.bytes};
    const QList<QDateTime> kept = worthKeeping(made, series.isWhole ? mostBytesWhole : mostBytes);
    for (const MadeBackup &one : std::as_const(made)) {
        if (const QString file = series.file(one.made); !kept.contains(one.made) && file != fresh)
            QFile::remove(file);
    }
}

void write(Connection &reader, const Store &store, const Series &series, const QString &file, const CancelToken &token)
{
    if (!series.isWhole)
        return writeNotesOnly(reader, store.folder(), file, token);
    try {
        writeBackup(reader, store.folder(), file, token);
    } catch (const StoreFailure &failure) {
        if (failure.code != 0)
            throw;
        // A post that is damaged is no reason to have no backup of what the reader wrote.
        qCWarning(logLibrary, "the backup is without posts: %s", qUtf8Printable(failure.error.message));
        writeBackupWithoutPosts(reader, store.folder(), file, token);
    }
}

/// One at a time of each series: the second to come finds that none is due.
class Turn
{
public:
    explicit Turn(const Series &series) : m_name(series.folder + QLatin1Char('/') + series.prefix)
    {
        const std::lock_guard guard(mutex);
        m_has = !running.contains(m_name);
        running.insert(m_name);
    }
    ~Turn()
    {
        const std::lock_guard guard(mutex);
        if (m_has)
            running.remove(m_name);
    }
    Q_DISABLE_COPY_MOVE(Turn)
    [[nodiscard]] bool has() const { return m_has; }

private:
    static inline std::mutex mutex;
    static inline QSet<QString> running;
    QString m_name;
    bool m_has = false;
};

bool isDue(const Series &series, const QList<Library::AutomaticBackup> &there, const QDateTime &now,
           const QString &stamp)
{
    // Whichever is nearest, also in a future that a wrong clock made: that must not put the next one off, nor have one
    // made at every look.
    const auto isNear = [&](const Library::AutomaticBackup &backup) {
        return qAbs(backup.made.msecsTo(now)) < series.everyMs;
    };
    const auto isSame = [&](const Library::AutomaticBackup &backup) { return saysTheSame(backup.file, stamp); };
    return !stamp.isEmpty() && std::none_of(there.cbegin(), there.cend(), isNear) &&
           std::none_of(there.cbegin(), there.cend(), isSame);
}

/// Nothing stands under the name of a backup before it was opened as for a restore: what stands there counts.
void make(const Store &store, const Series &series, const QString &file, const CancelToken &token)
{
    const QString draft = file + QStringLiteral(".part");
    try {
        store.read([&](Connection &reader) { write(reader, store, series, draft, token); });
        const BackupFile opened(draft, token);
    } catch (const StoreFailure &) {
        QFile::remove(draft);
        throw;
    }
    if (const auto moved = moveFileDurably(draft, file); !moved) {
        QFile::remove(draft);
        fail(moved.error().message);
    }
}

} // namespace

QList<Library::AutomaticBackup> automaticBackups(const Folder &folder, const QString &elsewhere)
{
    return backupsOf(seriesOf(folder, elsewhere));
}

QString backUpIfDue(const Store &store, const QString &elsewhere, const CancelToken &token)
{
    const Series series = seriesOf(store.folder(), elsewhere);
    const Turn turn(series);
    if (!turn.has())
        return {};
    store.requireInPlace();
    const QString stamp = store.read([](Connection &reader) { return newestStamp(reader); });
    const QDateTime now = store.clock().now();
    if (!isDue(series, backupsOf(series), now, stamp))
        return {};
    requireRoom(store, series);
    removeDrafts(series);
    const QString file = series.file(now);
    try {
        make(store, series, file, token);
    } catch (const StoreFailure &failure) {
        if (failure.code != SQLITE_INTERRUPT)
            throw;
        return {}; // another time
    }
    thinOut(series, file);
    return file;
}

} // namespace yaodian::library
