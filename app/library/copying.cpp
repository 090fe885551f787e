#include "library/copying.h"

#include "library/failure.h"
#include "library/interruptible.h"
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

/// Some megabytes at a time, in one read transaction of who calls: what is written meanwhile does not begin it anew.
void copyPages(Connection &from, Connection &to, const CancelToken &token)
{
    constexpr int pagesAtATime = 1000;
    sqlite3_backup *backup = sqlite3_backup_init(to.handle(), "main", from.handle(), "main");
    if (!backup)
        failSqlite(to.handle(), sqlite3_errcode(to.handle()));
    int code = SQLITE_OK;
    while (code == SQLITE_OK)
        code = token.stop_requested() ? SQLITE_INTERRUPT : sqlite3_backup_step(backup, pagesAtATime);
    sqlite3_backup_finish(backup);
    if (code != SQLITE_DONE)
        failSqlite(to.handle(), code);
}

void checkCopy(Connection &copy)
{
    if (const QString found = pageDamage(copy, "integrity_check"); !found.isEmpty())
        fail(Say::tr("The copy is damaged (%1). Nothing was kept of it.").arg(found), SQLITE_CORRUPT);
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

void makeCopy(Connection &from, const QString &file, const std::function<void(Connection &)> &finish,
              const CancelToken &token)
{
    const QFileInfo target(file);
    if (target.isDir() || !target.absoluteDir().exists())
        fail(Say::tr("%1 cannot be written: its folder does not exist, or it is a folder itself.").arg(file));
    const Draft draft{target.absoluteFilePath()};
    removeDraft(draft.file);
    {
        Connection copy(draftOf(draft.file), Connection::Access::Draft, true);
        const Interruptible interruptible(copy, token);
        copyPages(from, copy, token);
        // The header's "uses a write-ahead log" was copied as well; a copy is one file.
        copy.execute("PRAGMA journal_mode=DELETE");
        if (finish)
            finish(copy);
        checkCopy(copy);
    }
    moveInPlace(draftOf(draft.file), draft.file);
}

} // namespace yaodian::library
