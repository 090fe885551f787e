#include "library/posts.h"

#include "base/files.h"
#include "library/durably.h"
#include "library/failure.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>
#include <zstd.h>

namespace yaodian::library {

namespace {

constexpr int compressionLevel = 3;

QByteArray compressed(const QByteArray &bytes)
{
    QByteArray out(qsizetype(ZSTD_compressBound(size_t(bytes.size()))), Qt::Uninitialized);
    const size_t size =
        ZSTD_compress(out.data(), size_t(out.size()), bytes.constData(), size_t(bytes.size()), compressionLevel);
    Q_ASSERT(!ZSTD_isError(size)); // the buffer is as large as the library asked for
    out.resize(qsizetype(size));
    return out;
}

[[noreturn]] void failUnkept(int code)
{
    if (code == ENOSPC || code == EDQUOT)
        failFull();
    fail(QCoreApplication::translate("library", "The post could not be kept: %1.")
             .arg(QString::fromLocal8Bit(std::strerror(code))));
}

/// Elsewhere first, so that half a post is never found under its name. `sync`: it is there for good, and so is its
/// name; else syncPosts() sees to that.
void place(const Folder &library, const QString &sha256, const QByteArray &small, bool sync)
{
    const QString path = library.post(sha256);
    const QString folder = QFileInfo(path).absolutePath();
    const QString draft = library.draft(sha256);
    QFile file(draft);
    errno = 0;
    if (makeFolderDurably(folder) && makeFolderDurably(library.incoming()) && file.open(QIODevice::WriteOnly) &&
        file.write(small) == small.size() && file.flush() && (!sync || ::fsync(file.handle()) == 0) &&
        std::rename(QFile::encodeName(draft).constData(), QFile::encodeName(path).constData()) == 0) {
        if (sync)
            syncFolder(folder);
        return;
    }
    const int code = errno != 0 ? errno : EIO;
    file.close();
    QFile::remove(draft);
    failUnkept(code);
}

} // namespace

void writePost(const Folder &folder, const QString &sha256, const QByteArray &bytes, bool sync)
{
    const QString path = folder.post(sha256);
    if (!QFileInfo::exists(path))
        place(folder, sha256, compressed(bytes), sync);
}

void placePost(const Folder &folder, const QString &sha256, const QByteArray &small)
{
    const QString path = folder.post(sha256);
    const auto there = QFileInfo::exists(path) ? readFile(path, largestPost) : Result<QByteArray>(QByteArray());
    if (!there || *there != small)
        place(folder, sha256, small, false);
}

void syncPosts(const Folder &folder)
{
    const int descriptor = ::open(QFile::encodeName(folder.path).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const bool done = descriptor >= 0 && ::syncfs(descriptor) == 0;
    if (descriptor >= 0)
        ::close(descriptor);
    if (!done)
        fail(QCoreApplication::translate("library", "The posts could not be kept: the disk refused to write them."));
}

std::optional<QByteArray> unpackedPost(const QByteArray &small, const QString &sha256)
{
    const auto size = ZSTD_getFrameContentSize(small.constData(), size_t(small.size()));
    if (size == ZSTD_CONTENTSIZE_ERROR || size == ZSTD_CONTENTSIZE_UNKNOWN || size > quint64(largestPost))
        return std::nullopt;
    QByteArray bytes(qsizetype(size), Qt::Uninitialized);
    const size_t got = ZSTD_decompress(bytes.data(), size_t(size), small.constData(), size_t(small.size()));
    if (ZSTD_isError(got) || got != size || sha256Hex(bytes) != sha256)
        return std::nullopt;
    return bytes;
}

QByteArray readPost(const Folder &folder, const QString &sha256)
{
    const QString path = folder.post(sha256);
    const auto small = readFile(path, largestPost);
    if (!small)
        fail(small.error().message);
    const auto bytes = unpackedPost(*small, sha256);
    if (!bytes)
        fail(QCoreApplication::translate("library", "The stored post %1 is damaged.").arg(path));
    return *bytes;
}

void removeDrafts(const Folder &folder)
{
    QDir dir(folder.incoming());
    const QStringList left = dir.entryList({QLatin1Char('*') + Folder::draftEnding()}, QDir::Files);
    for (const QString &name : left)
        dir.remove(name);
}

} // namespace yaodian::library
