#include "library/backup.h"

#include "base/files.h"
#include "base/log.h"
#include "library/copying.h"
#include "library/durably.h"
#include "library/failure.h"
#include "library/images.h"
#include "library/ownfiles.h"
#include "library/posts.h"
#include "library/say.h"
#include "library/statement.h"
#include "library/transaction.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>

#include <sqlite3.h>

namespace yaodian::library {

namespace {

void addPosts(Connection &copy, const Folder &folder, const CancelToken &token)
{
    Transaction transaction(copy, Transaction::Kind::Write);
    copy.execute("CREATE TABLE IF NOT EXISTS kept_posts(sha256 TEXT PRIMARY KEY, bytes BLOB NOT NULL)");
    QStringList names;
    Statement posts(copy, "SELECT DISTINCT sha256 FROM posts ORDER BY sha256");
    while (posts.step())
        names += posts.text(0);
    for (const QString &name : std::as_const(names)) {
        if (token.stop_requested())
            fail({}, SQLITE_INTERRUPT);
        (void)readPost(folder, name); // a damaged post fails here, not on the day of the restore
        const auto bytes = readFile(folder.post(name), largestPost);
        if (!bytes)
            fail(bytes.error().message);
        Statement insert(copy, "INSERT INTO kept_posts(sha256, bytes) VALUES (?1, ?2)");
        insert.bind(name, *bytes).run();
    }
    transaction.commit();
}

/// A picture that is gone is no reason to have no backup of the rest: check() tells of it.
void addImages(Connection &copy, const Folder &folder)
{
    // A step of a note's journal may hold a name in part: what lies in the store goes along, named or not.
    QStringList names = (imagesKnown(copy) + imagesStored(folder)).values();
    if (names.isEmpty())
        return;
    names.sort();
    Transaction transaction(copy, Transaction::Kind::Write);
    copy.execute("CREATE TABLE IF NOT EXISTS kept_images(sha256 TEXT PRIMARY KEY, bytes BLOB NOT NULL)");
    for (const QString &name : std::as_const(names)) {
        try {
            Statement insert(copy, "INSERT INTO kept_images(sha256, bytes) VALUES (?1, ?2)");
            insert.bind(name, readImage(folder, name)).run();
        } catch (const StoreFailure &failure) {
            if (failure.code != 0)
                throw;
            qCWarning(logLibrary, "the backup is without a picture: %s", qUtf8Printable(failure.error.message));
        }
    }
    transaction.commit();
}

} // namespace

void writeBackup(Connection &reader, const Folder &folder, const QString &file, const CancelToken &token)
{
    const auto finish = [&](Connection &copy) {
        addPosts(copy, folder, token);
        addImages(copy, folder);
        addOwnFiles(copy, folder);
    };
    makeCopy(reader, file, finish, token);
}

void writeBackupWithoutPosts(Connection &reader, const Folder &folder, const QString &file, const CancelToken &token)
{
    const auto finish = [&folder](Connection &copy) {
        addImages(copy, folder);
        addOwnFiles(copy, folder);
    };
    makeCopy(reader, file, finish, token);
}

void writeNotesOnly(Connection &reader, const Folder &folder, const QString &file, const CancelToken &token)
{
    makeCopy(
        reader, file, [&folder](Connection &copy) { addOwnFiles(copy, folder); }, token);
}

QString nameInBackups(const Folder &folder, const QString &what, qint64 nowMs)
{
    requireFolder(folder.backups());
    const QString time = QDateTime::fromMSecsSinceEpoch(nowMs, Qt::UTC).toString(QStringLiteral("yyyyMMdd-hhmmss"));
    const QString name = QStringLiteral("%1/%2-%3").arg(folder.backups(), what, time);
    QString file = name + QStringLiteral(".sqlite");
    for (int number = 2; QFileInfo::exists(file); ++number)
        file = QStringLiteral("%1-%2.sqlite").arg(name).arg(number);
    return file;
}

void removeDraftCopies(const Folder &folder)
{
    const QString ending = QStringLiteral(".sqlite.part");
    const QStringList left =
        QDir(folder.backups())
            .entryList({QStringLiteral("notes-v*") + ending, beforeRestore + QLatin1Char('*') + ending,
                        damagedNotes + QStringLiteral("*.part")},
                       QDir::Files);
    for (const QString &name : left)
        removeDraft(folder.backups() + QLatin1Char('/') + name.chopped(5)); // ".part"
}

void copyBeforeStep(Connection &writer, const Folder &folder, int version, qint64 nowMs)
{
    makeCopy(writer, nameInBackups(folder, QStringLiteral("notes-v%1").arg(version), nowMs));
}

} // namespace yaodian::library
