#include "library/posts.h"

#include "base/files.h"
#include "library/failure.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <cstdio>
#include <fcntl.h>
#include <unistd.h>
#include <zstd.h>

namespace yaodian::library {

namespace {

constexpr int compressionLevel = 3;
constexpr qint64 largestPost = 256LL * 1024 * 1024;

QByteArray compressed(const QByteArray &bytes)
{
    QByteArray out(qsizetype(ZSTD_compressBound(size_t(bytes.size()))), Qt::Uninitialized);
    const size_t size =
        ZSTD_compress(out.data(), size_t(out.size()), bytes.constData(), size_t(bytes.size()), compressionLevel);
    Q_ASSERT(!ZSTD_isError(size)); // the buffer is as large as the library asked for
    out.resize(qsizetype(size));
    return out;
}

[[noreturn]] void failDamaged(const QString &path)
{
    fail(QCoreApplication::translate("library", "The stored post %1 is damaged.").arg(path));
}

} // namespace

void writePost(const Folder &folder, const QString &sha256, const QByteArray &bytes, bool sync)
{
    const QString path = folder.post(sha256);
    if (QFileInfo::exists(path))
        return;
    QDir().mkpath(QFileInfo(path).absolutePath());
    if (sync) {
        if (const auto written = writeFileAtomically(path, compressed(bytes)); !written)
            fail(written.error().message);
        return;
    }
    // QSaveFile would sync every file by itself, and many at once are what this is for.
    const QString draft = path + QStringLiteral(".part");
    QFile file(draft);
    const QByteArray small = compressed(bytes);
    if (!file.open(QIODevice::WriteOnly) || file.write(small) != small.size() || !file.flush() ||
        std::rename(QFile::encodeName(draft).constData(), QFile::encodeName(path).constData()) != 0)
        fail(QCoreApplication::translate("library", "The post could not be kept: %1.").arg(file.errorString()));
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

QByteArray readPost(const Folder &folder, const QString &sha256)
{
    const QString path = folder.post(sha256);
    const auto small = readFile(path, largestPost);
    if (!small)
        fail(small.error().message);
    const auto size = ZSTD_getFrameContentSize(small->constData(), size_t(small->size()));
    if (size == ZSTD_CONTENTSIZE_ERROR || size == ZSTD_CONTENTSIZE_UNKNOWN || size > quint64(largestPost))
        failDamaged(path);
    QByteArray bytes(qsizetype(size), Qt::Uninitialized);
    const size_t got = ZSTD_decompress(bytes.data(), size_t(size), small->constData(), size_t(small->size()));
    if (ZSTD_isError(got) || got != size || sha256Hex(bytes) != sha256)
        failDamaged(path);
    return bytes;
}

} // namespace yaodian::library
