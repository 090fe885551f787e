#include "smalldisk.h"

#include <QDirIterator>
#include <QFileInfo>

#include <atomic>
#include <cstring>
#include <limits>
#include <memory>
#include <mutex>
#include <sqlite3.h>
#include <vector>

namespace yaodian::tests {

namespace {

constexpr qint64 unlimited = std::numeric_limits<qint64>::max();

struct Disk
{
    QString folder;
    std::atomic<qint64> capacity = unlimited;
    std::atomic<int> refusals = 0;
    sqlite3_vfs vfs{};
    sqlite3_vfs *real = nullptr;
};
std::unique_ptr<Disk> disk; // SQLite's functions have no place for a pointer of ours

/// The methods of a file with another xWrite; `base` are SQLite's own.
struct Methods
{
    sqlite3_io_methods ours;
    const sqlite3_io_methods *base;
};

qint64 used()
{
    qint64 bytes = 0;
    QDirIterator files(disk->folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        files.next();
        if (!files.fileName().endsWith(QLatin1String("-shm")))
            bytes += files.fileInfo().size();
    }
    return bytes;
}

const sqlite3_io_methods *baseOf(sqlite3_file *file)
{
    return reinterpret_cast<const Methods *>(file->pMethods)->base;
}

int writeIfRoom(sqlite3_file *file, const void *bytes, int amount, sqlite3_int64 offset)
{
    const sqlite3_io_methods *base = baseOf(file);
    sqlite3_int64 size = 0;
    if (disk && disk->capacity != unlimited && base->xFileSize(file, &size) == SQLITE_OK && offset + amount > size &&
        used() + (offset + amount - size) > disk->capacity) {
        ++disk->refusals;
        return SQLITE_FULL;
    }
    return base->xWrite(file, bytes, amount, offset);
}

const sqlite3_io_methods *limited(const sqlite3_io_methods *base)
{
    static std::mutex mutex;
    static std::vector<std::unique_ptr<Methods>> all; // files of a connection may outlive the disk
    const std::lock_guard guard(mutex);
    for (const auto &known : all) {
        if (known->base == base)
            return &known->ours;
    }
    all.push_back(std::make_unique<Methods>(Methods{*base, base}));
    all.back()->ours.xWrite = writeIfRoom;
    return &all.back()->ours;
}

int openOnDisk(sqlite3_vfs *, const char *name, sqlite3_file *file, int flags, int *outFlags)
{
    const int code = disk->real->xOpen(disk->real, name, file, flags, outFlags);
    if (file->pMethods && (flags & (SQLITE_OPEN_MAIN_DB | SQLITE_OPEN_WAL | SQLITE_OPEN_MAIN_JOURNAL)))
        file->pMethods = limited(file->pMethods);
    return code;
}

} // namespace

SmallDisk::SmallDisk(const QString &folder)
{
    disk = std::make_unique<Disk>();
    disk->folder = folder;
    disk->real = sqlite3_vfs_find(nullptr);
    disk->vfs = *disk->real;
    disk->vfs.zName = "smalldisk";
    disk->vfs.pNext = nullptr;
    disk->vfs.xOpen = openOnDisk;
    if (sqlite3_vfs_register(&disk->vfs, 1) != SQLITE_OK)
        qFatal("no disk");
}

SmallDisk::~SmallDisk()
{
    sqlite3_vfs_unregister(&disk->vfs);
    disk.reset();
}

void SmallDisk::leave(qint64 bytes)
{
    disk->capacity = used() + bytes;
}

void SmallDisk::makeRoom()
{
    disk->capacity = unlimited;
}

int SmallDisk::refusals()
{
    return disk->refusals;
}

} // namespace yaodian::tests
