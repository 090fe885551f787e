// The calls to the system that a disk can fail. A program's own symbols come before those of libraries, so this is
// where SQLite's, Qt's and our calls end up: see disk.h.
#include "tests/support/faults/disk.h"

#include <cerrno>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <dlfcn.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

using yaodian::tests::Call;
using yaodian::tests::Disk;

namespace {

template <class Function> Function real(const char *name)
{
    return reinterpret_cast<Function>(::dlsym(RTLD_NEXT, name));
}
#define REAL(name) static const auto next = real<decltype(&::name)>(#name)

/// True where the call is to fail; errno says how.
bool fails(Disk *disk, Call call)
{
    const int error = disk ? disk->ask(call).error : 0;
    if (error != 0)
        errno = error;
    return error != 0;
}

mode_t modeOf(int flags, va_list rest)
{
    return (flags & (O_CREAT | O_TMPFILE)) != 0 ? mode_t(va_arg(rest, int)) : 0;
}

template <class Open> int openOn(Disk *disk, const char *path, int flags, const Open &open)
{
    struct stat there
    {
    };
    const bool unnamed = (flags & O_TMPFILE) == O_TMPFILE;
    const bool exists = !unnamed && ::stat(path, &there) == 0;
    if (!exists && (flags & O_CREAT) == 0 && !unnamed)
        return open(); // it says that there is none
    const bool writes = (flags & O_ACCMODE) != O_RDONLY;
    if (fails(disk, !exists ? Call::Make : writes ? Call::Change : Call::Open))
        return -1;
    const int descriptor = open();
    const int error = errno;
    if (descriptor >= 0)
        disk->opened(descriptor, path, !exists, exists && (flags & O_TRUNC) != 0);
    errno = error;
    return descriptor;
}

template <class Write>
ssize_t writeOn(Disk *disk, int descriptor, const void *bytes, size_t size, qint64 at, Write write)
{
    const Disk::Answer answer = disk->ask(Call::Write);
    if (answer.error != 0 && !(answer.half && size > 1)) {
        errno = answer.error;
        return -1;
    }
    const ssize_t done = write(answer.half ? size / 2 : size);
    if (done > 0)
        disk->wrote(descriptor, at, bytes, done);
    return done;
}

qint64 placeOf(int descriptor)
{
    struct stat there
    {
    };
    if ((::fcntl(descriptor, F_GETFL) & O_APPEND) != 0 && ::fstat(descriptor, &there) == 0)
        return there.st_size;
    return ::lseek(descriptor, 0, SEEK_CUR);
}

template <class Cut> int cutOn(int descriptor, qint64 size, Cut cut)
{
    Disk *disk = Disk::of(descriptor);
    if (fails(disk, Call::Cut))
        return -1;
    const int done = cut();
    if (disk && done == 0)
        disk->cut(descriptor, size);
    return done;
}

template <class Sync> int syncOn(int descriptor, Sync sync)
{
    Disk *disk = Disk::of(descriptor);
    if (!disk)
        return sync();
    if (fails(disk, Call::Sync))
        return -1;
    disk->synced(descriptor); // nobody waits for the real one
    return 0;
}

} // namespace

void yaodian::tests::linkCalls() {}

extern "C" {

int open(const char *path, int flags, ...)
{
    REAL(open);
    va_list rest;
    va_start(rest, flags);
    const mode_t mode = modeOf(flags, rest);
    va_end(rest);
    Disk *disk = Disk::of(path);
    return disk ? openOn(disk, path, flags, [&] { return next(path, flags, mode); }) : next(path, flags, mode);
}

int open64(const char *path, int flags, ...)
{
    REAL(open64);
    va_list rest;
    va_start(rest, flags);
    const mode_t mode = modeOf(flags, rest);
    va_end(rest);
    Disk *disk = Disk::of(path);
    return disk ? openOn(disk, path, flags, [&] { return next(path, flags, mode); }) : next(path, flags, mode);
}

int close(int descriptor)
{
    REAL(close);
    if (Disk *disk = Disk::of(descriptor))
        disk->closed(descriptor);
    return next(descriptor);
}

ssize_t read(int descriptor, void *bytes, size_t size)
{
    REAL(read);
    return fails(Disk::of(descriptor), Call::Read) ? -1 : next(descriptor, bytes, size);
}

ssize_t pread64(int descriptor, void *bytes, size_t size, off64_t at)
{
    REAL(pread64);
    return fails(Disk::of(descriptor), Call::Read) ? -1 : next(descriptor, bytes, size, at);
}

ssize_t write(int descriptor, const void *bytes, size_t size)
{
    REAL(write);
    Disk *disk = Disk::of(descriptor);
    if (!disk)
        return next(descriptor, bytes, size);
    return writeOn(disk, descriptor, bytes, size, placeOf(descriptor),
                   [&](size_t some) { return next(descriptor, bytes, some); });
}

ssize_t pwrite64(int descriptor, const void *bytes, size_t size, off64_t at)
{
    REAL(pwrite64);
    Disk *disk = Disk::of(descriptor);
    if (!disk)
        return next(descriptor, bytes, size, at);
    return writeOn(disk, descriptor, bytes, size, at, [&](size_t some) { return next(descriptor, bytes, some, at); });
}

/// Who copies files falls back to reading and writing.
ssize_t sendfile(int out, int in, off_t *from, size_t size)
{
    static const auto next = real<ssize_t (*)(int, int, off_t *, size_t)>("sendfile");
    if (!Disk::of(out))
        return next(out, in, from, size);
    errno = EINVAL;
    return -1;
}

int fsync(int descriptor)
{
    REAL(fsync);
    return syncOn(descriptor, [&] { return next(descriptor); });
}

int fdatasync(int descriptor)
{
    REAL(fdatasync);
    return syncOn(descriptor, [&] { return next(descriptor); });
}

int syncfs(int descriptor) noexcept
{
    REAL(syncfs);
    Disk *disk = Disk::of(descriptor);
    if (!disk)
        return next(descriptor);
    if (fails(disk, Call::Sync))
        return -1;
    disk->syncedAll();
    return 0;
}

int ftruncate(int descriptor, off_t size) noexcept
{
    REAL(ftruncate);
    return cutOn(descriptor, size, [&] { return next(descriptor, size); });
}

int ftruncate64(int descriptor, off64_t size) noexcept
{
    REAL(ftruncate64);
    return cutOn(descriptor, size, [&] { return next(descriptor, size); });
}

int rename(const char *from, const char *to) noexcept
{
    REAL(rename);
    Disk *disk = Disk::of(to) ? Disk::of(to) : Disk::of(from);
    if (fails(disk, Call::Rename))
        return -1;
    const int done = next(from, to);
    if (disk && done == 0)
        disk->renamed(from, to);
    return done;
}

int renameat2(int oldFolder, const char *from, int newFolder, const char *to, unsigned flags) noexcept
{
    REAL(renameat2);
    Disk *disk = Disk::of(to) ? Disk::of(to) : Disk::of(from);
    if (fails(disk, Call::Rename))
        return -1;
    const int done = next(oldFolder, from, newFolder, to, flags);
    if (disk && done == 0)
        disk->renamed(from, to);
    return done;
}

/// Two names for one file are nobody's business here: who would make them takes the other way.
int link(const char *from, const char *to) noexcept
{
    REAL(link);
    if (!Disk::of(to))
        return next(from, to);
    errno = EPERM;
    return -1;
}

/// The first name of a file that was opened without one: Qt's way to a temporary file.
int linkat(int oldFolder, const char *from, int newFolder, const char *to, int flags) noexcept
{
    REAL(linkat);
    Disk *disk = Disk::of(to);
    if (fails(disk, Call::Rename))
        return -1;
    const int done = next(oldFolder, from, newFolder, to, flags);
    if (disk && done == 0)
        disk->named(std::atoi(from + std::strlen("/proc/self/fd/")), to);
    return done;
}

int unlink(const char *path) noexcept
{
    REAL(unlink);
    Disk *disk = Disk::of(path);
    struct stat there
    {
    };
    if (!disk || ::lstat(path, &there) != 0)
        return next(path);
    if (fails(disk, Call::Remove))
        return -1;
    const int done = next(path);
    if (done == 0)
        disk->removed(path);
    return done;
}

int mkdir(const char *path, mode_t mode) noexcept
{
    REAL(mkdir);
    Disk *disk = Disk::of(path);
    struct stat there
    {
    };
    if (!disk || ::lstat(path, &there) == 0)
        return next(path, mode);
    if (fails(disk, Call::Folder))
        return -1;
    const int done = next(path, mode);
    if (done == 0)
        disk->madeFolder(path);
    return done;
}

} // extern "C"
