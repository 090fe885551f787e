#include "library/copying.h"

#include "library/failure.h"
#include "library/say.h"
#include "library/statement.h"

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

QString draftOf(const QString &file)
{
    return file + QStringLiteral(".part");
}

/// Removes the half-made copy, and what SQLite put beside it, unless it was moved away.
struct Draft
{
    QString file;
    ~Draft() { removeDraft(file); }
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
    const QString found = statement.step() ? statement.text(0) : QString();
    if (found.contains(QLatin1String("error code="))) // not what is there, but that it was not given back
        failSqlite(copy.handle(), SQLITE_CORRUPT);
    if (found != QLatin1String("ok"))
        fail(Say::tr("The copy is damaged (%1). Nothing was kept of it.").arg(found.simplified()), SQLITE_CORRUPT);
}

void moveInPlace(const QString &draft, const QString &file)
{
    const QByteArray from = QFile::encodeName(draft);
    const int descriptor = ::open(from.constData(), O_RDONLY | O_CLOEXEC);
    const bool synced = descriptor >= 0 && ::fsync(descriptor) == 0;
    const bool moved = synced && ::rename(from.constData(), QFile::encodeName(file).constData()) == 0;
    const int error = errno; // before anything else says why
    if (descriptor >= 0)
        ::close(descriptor);
    if (!moved)
        fail(Say::tr("%1 could not be written: %2. What was there before is unchanged.")
                 .arg(file, QString::fromLocal8Bit(std::strerror(error))));
    const int parent =
        ::open(QFile::encodeName(QFileInfo(file).absolutePath()).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (parent >= 0) {
        ::fsync(parent);
        ::close(parent);
    }
}

} // namespace

void removeDraft(const QString &file)
{
    for (const char *ending : {"", "-journal", "-wal", "-shm"})
        QFile::remove(draftOf(file) + QLatin1String(ending));
}

void makeCopy(Connection &from, const QString &file, const std::function<void(Connection &)> &finish)
{
    const QFileInfo target(file);
    if (target.isDir() || !target.absoluteDir().exists())
        fail(Say::tr("%1 cannot be written: its folder does not exist, or it is a folder itself.").arg(file));
    const Draft draft{target.absoluteFilePath()};
    removeDraft(draft.file);
    {
        Connection copy(draftOf(draft.file), Connection::Access::Draft, true);
        copyPages(from, copy);
        // The header's "uses a write-ahead log" was copied as well; a copy is one file.
        copy.execute("PRAGMA journal_mode=DELETE");
        if (finish)
            finish(copy);
        checkCopy(copy);
    }
    moveInPlace(draftOf(draft.file), draft.file);
}

} // namespace yaodian::library
