#include "base/filebatch.h"

#include "base/files.h"
#include "base/savefile.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSet>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <optional>
#include <sys/stat.h>
#include <unistd.h>

#ifdef Q_OS_LINUX
#include <linux/magic.h>
#include <sys/vfs.h>
#endif

namespace yaodian {

namespace {

struct BatchSay
{
    Q_DECLARE_TR_FUNCTIONS(files)
};

Error notReplaced(const SaveFile &file, const QString &why)
{
    return Error::world(
        BatchSay::tr("%1 could not be written: %2. What was there before is unchanged.").arg(file.fileName(), why));
}

/// The disk on which the bytes of many files are waited for in one go: one by one, it is asked ten thousand times.
struct WholeDisk
{
    bool isSynced = false;
    dev_t device = 0;

    [[nodiscard]] bool holds(const SaveFile &file) const // a link may lead to another disk
    {
        struct stat about = {};
        return isSynced && ::fstat(file.handle(), &about) == 0 && about.st_dev == device;
    }
};

#ifdef Q_OS_LINUX
/// Where syncfs() waits for the bytes. On disks that a program or a server plays (FUSE, SMB) it comes back at once.
bool waitsForAll(const SaveFile &one)
{
    struct statfs disk = {};
    if (::fstatfs(one.handle(), &disk) != 0)
        return false;
    switch (quint32(disk.f_type)) {
    case EXT4_SUPER_MAGIC: // of its forerunners as well
    case XFS_SUPER_MAGIC:
    case BTRFS_SUPER_MAGIC:
    case F2FS_SUPER_MAGIC:
    case TMPFS_MAGIC:
    case OVERLAYFS_SUPER_MAGIC:
        return true;
    default:
        return false;
    }
}
#endif

/// Nullopt: it failed. Not synced: there is no such call, or none to rely on.
std::optional<WholeDisk> syncDiskOf([[maybe_unused]] const SaveFile &one)
{
#ifdef Q_OS_LINUX
    if (!waitsForAll(one))
        return WholeDisk{};
    struct stat about = {};
    if (::fstat(one.handle(), &about) != 0 || ::syncfs(one.handle()) != 0)
        return std::nullopt;
    return WholeDisk{true, about.st_dev};
#else
    return WholeDisk{};
#endif
}

} // namespace

FileBatch::FileBatch() = default;
FileBatch::~FileBatch() = default;
FileBatch::FileBatch(FileBatch &&) noexcept = default;
FileBatch &FileBatch::operator=(FileBatch &&) noexcept = default;

Result<void> FileBatch::add(const QString &path, const QByteArray &bytes)
{
    auto file = std::make_unique<SaveFile>(path);
    if (!file->open() || !file->write(bytes))
        return notReplaced(*file, file->errorString());
    m_files.push_back(std::move(file));
    return {};
}

Result<void> FileBatch::commit(const std::function<bool(const QString &path)> &isWanted)
{
    const auto files = std::exchange(m_files, {});
    if (files.empty())
        return {};
    // It waits for all that others write to the disk as well: for a few files that is no bargain.
    constexpr std::size_t few = 8;
    const auto disk = files.size() > few ? syncDiskOf(*files.front()) : WholeDisk{};
    if (!disk)
        return notReplaced(*files.front(), QString::fromLocal8Bit(std::strerror(errno)));
    QSet<QString> folders;
    Result<void> done;
    for (const auto &file : files) {
        if (isWanted && !isWanted(file->fileName()))
            continue;
        if (!(disk->holds(*file) ? file->place() : file->commit())) {
            done = notReplaced(*file, file->errorString());
            break;
        }
        folders.insert(QFileInfo(file->fileName()).absolutePath());
    }
    for (const QString &folder : std::as_const(folders))
        syncFolder(folder);
    return done;
}

} // namespace yaodian
