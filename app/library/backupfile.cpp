#include "library/backupfile.h"

#include "library/failure.h"
#include "library/images.h"
#include "library/interruptible.h"
#include "library/mending.h"
#include "library/ownfiles.h"
#include "library/posts.h"
#include "library/say.h"
#include "library/schema.h"
#include "library/statement.h"

#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstring>
#include <optional>
#include <sqlite3.h>

namespace yaodian::library {

namespace {

/// What the file system alone tells: before SQLite is let near it.
void checkIsFile(const QString &file)
{
    const QFileInfo info(file);
    if (!info.exists())
        fail(Say::tr("%1 does not exist.").arg(file));
    if (info.isDir())
        fail(Say::tr("%1 is a folder, not a file.").arg(file));
    QFile bytes(file);
    if (!bytes.open(QIODevice::ReadOnly))
        fail(Say::tr("%1 cannot be read: %2.").arg(file, bytes.errorString()));
    if (bytes.read(16) != QByteArray("SQLite format 3\0", 16))
        fail(Say::tr("%1 is no backup of Yaodian. The library was not changed.").arg(file));
    // A backup is one file. Beside a database in use lies a part of it.
    if (QFileInfo(file + QStringLiteral("-wal")).size() > 0)
        fail(Say::tr("%1 is a library in use, not a backup. Make one with “yaodian backup FILE”.").arg(file));
}

bool isShadow(const QByteArray &name)
{
    return name.startsWith("sqlite_") || name.startsWith("notes_fts_");
}

} // namespace

BackupFile::BackupFile(const QString &file, const CancelToken &token) : m_file(file), m_token(token)
{
    checkIsFile(file);
    try {
        m_connection = std::make_unique<Connection>(file, Connection::Access::Immutable, true);
        const Interruptible interruptible(*m_connection, token);
        checkKind();
        checkTables();
        checkPages();
        checkPosts();
        checkImages();
        checkOwnFiles();
    } catch (const StoreFailure &failure) {
        if (failure.code != SQLITE_CORRUPT && failure.code != SQLITE_NOTADB)
            throw;
        failDamaged(QString::fromUtf8(sqlite3_errstr(failure.code)));
    }
}

void BackupFile::failForeign() const
{
    fail(Say::tr("%1 is no backup of Yaodian. The library was not changed.").arg(m_file));
}

void BackupFile::failDamaged(const QString &why) const
{
    fail(Say::tr("The backup %1 is damaged (%2). The library was not changed.").arg(m_file, why));
}

void BackupFile::checkKind()
{
    Statement ask(*m_connection, "PRAGMA main.application_id");
    const int version = m_connection->userVersion("main");
    if (!ask.step() || ask.integer(0) != applicationId || version < 1)
        failForeign();
    if (version > notesSteps().size())
        fail(Say::tr("The backup %1 was written by a newer version of Yaodian. The library was not changed; update "
                     "Yaodian first.")
                 .arg(m_file));
}

/// Triggers, views and tables of others do not come into a library, whoever made the file.
void BackupFile::checkTables()
{
    QSet<QByteArray> missing = schemaNames(notesSteps(), m_connection->userVersion("main"));
    Statement found(*m_connection, "SELECT type, name FROM main.sqlite_schema");
    while (found.step()) {
        const QByteArray name = found.text(1).toUtf8();
        const bool plain = found.text(0) == QLatin1String("table") || found.text(0) == QLatin1String("index");
        if (plain && name == "kept_posts")
            m_withPosts = true;
        else if (plain && name == "kept_images")
            m_withImages = true;
        else if (plain && name == "kept_files")
            m_withFiles = true;
        else if (!plain || (!missing.remove(name) && !isShadow(name)))
            fail(Say::tr("%1 holds something that no backup of Yaodian holds (“%2”). The library was not changed.")
                     .arg(m_file, QString::fromUtf8(name)));
    }
    missing -= lateNames(m_connection->userVersion("main")); // the restore makes these
    if (!missing.isEmpty())
        failDamaged(Say::tr("“%1” is missing").arg(QString::fromUtf8(*missing.cbegin())));
}

void BackupFile::checkPages()
{
    QString found;
    try {
        found = pageDamage(*m_connection, "integrity_check");
    } catch (const StoreFailure &failure) {
        if (failure.code != SQLITE_IOERR)
            throw;
        fail(Say::tr("%1 cannot be read: %2.").arg(m_file, QString::fromLocal8Bit(std::strerror(EIO))), SQLITE_IOERR);
    }
    if (!found.isEmpty())
        failDamaged(found);
}

void BackupFile::checkPosts()
{
    if (!m_withPosts)
        return;
    Statement missing(*m_connection, "SELECT sha256 FROM posts WHERE sha256 NOT IN (SELECT sha256 FROM kept_posts)");
    if (missing.step())
        failDamaged(Say::tr("“%1” is missing").arg(missing.text(0)));
    Statement posts(*m_connection, "SELECT sha256, bytes FROM kept_posts");
    while (posts.step()) {
        if (m_token.stop_requested())
            fail({}, SQLITE_INTERRUPT);
        if (!unpackedPost(posts.blob(1), posts.text(0)))
            failDamaged(Say::tr("the post %1 is not what it was").arg(posts.text(0)));
    }
}

void BackupFile::checkImages()
{
    if (!m_withImages)
        return;
    Statement images(*m_connection, "SELECT sha256, bytes FROM kept_images");
    while (images.step()) {
        if (!isImage(images.blob(1), images.text(0)))
            failDamaged(Say::tr("the picture %1 is not what it was").arg(images.text(0)));
    }
}

/// Whoever made the file: nothing of it is written anywhere else.
void BackupFile::checkOwnFiles()
{
    if (!m_withFiles)
        return;
    Statement files(*m_connection, "SELECT name, bytes FROM kept_files");
    while (files.step()) {
        if (!isOwnFile(files.text(0), files.blob(1)))
            fail(Say::tr("%1 holds something that no backup of Yaodian holds (“%2”). The library was not changed.")
                     .arg(m_file, files.text(0)));
    }
}

int BackupFile::giveOwnFiles(const Folder &folder)
{
    if (!m_withFiles)
        return 0;
    int files = 0;
    std::optional<StoreFailure> first;
    Statement rows(*m_connection, "SELECT name, bytes FROM kept_files");
    while (rows.step()) {
        try {
            placeOwnFile(folder, rows.text(0), rows.blob(1));
            ++files;
        } catch (const StoreFailure &failure) {
            if (!first)
                first = failure;
        }
    }
    if (first)
        throw StoreFailure(*first);
    return files;
}

int BackupFile::giveImages(const Folder &folder, const Clock &clock)
{
    if (!m_withImages)
        return 0;
    int images = 0;
    Statement rows(*m_connection, "SELECT sha256, bytes FROM kept_images");
    for (; rows.step(); ++images)
        placeImage(folder, rows.text(0), rows.blob(1), clock);
    return images;
}

int BackupFile::givePosts(const Folder &folder)
{
    if (!m_withPosts)
        return 0;
    int posts = 0;
    Statement rows(*m_connection, "SELECT sha256, bytes FROM kept_posts");
    for (; rows.step(); ++posts)
        placePost(folder, rows.text(0), rows.blob(1));
    syncPosts(folder);
    return posts;
}

} // namespace yaodian::library
