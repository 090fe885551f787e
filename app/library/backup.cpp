#include "library/backup.h"

#include "base/files.h"
#include "base/log.h"
#include "library/failure.h"
#include "library/posts.h"
#include "library/statement.h"
#include "library/transaction.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

namespace yaodian::library {

namespace {

constexpr qint64 largestKept = 256LL * 1024 * 1024;

struct Say
{
    Q_DECLARE_TR_FUNCTIONS(library)
};

/// Removes the half-made copy, and what SQLite put beside it, unless it was moved away.
struct Draft
{
    QString path;
    ~Draft()
    {
        for (const char *ending : {"", "-journal", "-wal", "-shm"})
            QFile::remove(path + QLatin1String(ending));
    }
};

void copyPages(Connection &from, Connection &to)
{
    sqlite3_backup *backup = sqlite3_backup_init(to.handle(), "main", from.handle(), "main");
    if (!backup)
        failSqlite(to.handle(), sqlite3_errcode(to.handle()));
    int code = sqlite3_backup_step(backup, -1);
    sqlite3_backup_finish(backup);
    if (code != SQLITE_DONE)
        failSqlite(to.handle(), code);
}

void checkCopy(Connection &copy)
{
    Statement statement(copy, "PRAGMA main.integrity_check(1)");
    if (!statement.step() || statement.text(0) != QLatin1String("ok"))
        fail(Say::tr("The copy is damaged (%1). Nothing was kept of it.").arg(statement.text(0)), SQLITE_CORRUPT);
}

void addPosts(Connection &copy, const Folder &folder)
{
    Transaction transaction(copy, Transaction::Kind::Write);
    copy.execute("CREATE TABLE IF NOT EXISTS kept_posts(sha256 TEXT PRIMARY KEY, bytes BLOB NOT NULL)");
    QStringList names;
    Statement posts(copy, "SELECT DISTINCT sha256 FROM posts ORDER BY sha256");
    while (posts.step())
        names += posts.text(0);
    for (const QString &name : std::as_const(names)) {
        (void)readPost(folder, name); // a damaged post fails here, not on the day of the restore
        const auto bytes = readFile(folder.post(name), largestKept);
        if (!bytes)
            fail(bytes.error().message);
        Statement insert(copy, "INSERT INTO kept_posts(sha256, bytes) VALUES (?1, ?2)");
        insert.bind(name, *bytes).run();
    }
    transaction.commit();
}

void moveInPlace(const QString &draft, const QString &file)
{
    const QByteArray from = QFile::encodeName(draft);
    const int descriptor = ::open(from.constData(), O_RDONLY | O_CLOEXEC);
    const bool synced = descriptor >= 0 && ::fsync(descriptor) == 0;
    if (descriptor >= 0)
        ::close(descriptor);
    if (!synced || ::rename(from.constData(), QFile::encodeName(file).constData()) != 0)
        fail(Say::tr("%1 could not be written: %2. What was there before is unchanged.")
                 .arg(file, QString::fromLocal8Bit(std::strerror(errno))));
    const int parent =
        ::open(QFile::encodeName(QFileInfo(file).absolutePath()).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (parent >= 0) {
        ::fsync(parent);
        ::close(parent);
    }
}

/// `withPosts` null: the database alone.
void makeCopy(Connection &from, const Folder *withPosts, const QString &file)
{
    const QFileInfo target(file);
    if (target.isDir() || !target.absoluteDir().exists())
        fail(Say::tr("%1 cannot be written: its folder does not exist, or it is a folder itself.").arg(file));
    const Draft draft{target.absoluteFilePath() + QStringLiteral(".part")};
    QFile::remove(draft.path);
    {
        Connection copy(draft.path, Connection::Access::Draft, true);
        copyPages(from, copy);
        // The header's "uses a write-ahead log" was copied as well; a backup is one file.
        copy.execute("PRAGMA journal_mode=DELETE");
        if (withPosts)
            addPosts(copy, *withPosts);
        checkCopy(copy);
    }
    moveInPlace(draft.path, target.absoluteFilePath());
}

} // namespace

void writeBackup(Connection &reader, const Folder &folder, const QString &file)
{
    makeCopy(reader, &folder, file);
}

void copyBeforeStep(Connection &writer, const Folder &folder, int version, qint64 nowMs)
{
    if (!QDir().mkpath(folder.backups()))
        fail(Say::tr("The folder %1 cannot be made, so nothing was changed.").arg(folder.backups()));
    const QString time = QDateTime::fromMSecsSinceEpoch(nowMs, Qt::UTC).toString(QStringLiteral("yyyyMMdd-hhmmss"));
    makeCopy(writer, nullptr, folder.backups() + QStringLiteral("/notes-v%1-%2.sqlite").arg(version).arg(time));
}

} // namespace yaodian::library
