// Loaded before the C library (LD_PRELOAD): the process dies, as of kill -9, at the n-th thing that it does to a disk,
// or at the n-th piece that it writes into a file which is no database: those are few among what SQLite does, and none
// of them has a journal. What is killed by the clock seldom dies between a write and the rename behind it; here every
// such place has its turn.
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <dlfcn.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace {

std::atomic<long> calls{0};
std::atomic<long> pieces{0};
long dieAt = 0;      ///< 0: not at all
long dieAtPiece = 0; ///< likewise
char countTo[4096] = {};
char below[4096] = {}; ///< only pieces of files below it are counted; empty: of all

/// The programs that this one starts are not meant.
struct Start
{
    Start()
    {
        if (const char *at = std::getenv("YAODIAN_DIE_AT"))
            dieAt = std::atol(at);
        if (const char *at = std::getenv("YAODIAN_DIE_AT_PIECE"))
            dieAtPiece = std::atol(at);
        if (const char *folder = std::getenv("YAODIAN_PIECES_BELOW"))
            std::strncpy(below, folder, sizeof below - 1);
        if (const char *file = std::getenv("YAODIAN_CALLS_TO"))
            std::strncpy(countTo, file, sizeof countTo - 1);
        for (const char *name :
             {"YAODIAN_DIE_AT", "YAODIAN_DIE_AT_PIECE", "YAODIAN_PIECES_BELOW", "YAODIAN_CALLS_TO", "LD_PRELOAD"})
            ::unsetenv(name);
    }
    ~Start()
    {
        if (countTo[0] == 0)
            return;
        const long all = calls;
        const long written = pieces;
        if (std::FILE *file = std::fopen(countTo, "w")) {
            std::fprintf(file, "%ld %ld\n", all, written);
            std::fclose(file);
        }
    }
};
const Start start;

[[noreturn]] void die()
{
    for (;;)
        ::syscall(SYS_kill, ::getpid(), SIGKILL);
}

/// Whether the n-th one begins.
bool isLast()
{
    return ++calls == dieAt;
}

void touch()
{
    if (isLast())
        die();
}

template <class Call> Call real(const char *name)
{
    return reinterpret_cast<Call>(::dlsym(RTLD_NEXT, name));
}

/// Whether the file behind a descriptor is one of ours and no database, nor what SQLite puts beside one.
bool isPlain(int descriptor)
{
    char link[64];
    char path[4096];
    std::snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    const ssize_t size = ::readlink(link, path, sizeof path - 1);
    if (size <= 0)
        return false;
    path[size] = 0;
    return std::strncmp(path, below, std::strlen(below)) == 0 && std::strstr(path, ".sqlite") == nullptr;
}

/// Whether the last piece is written now.
bool isLastPiece(int descriptor)
{
    return isLast() || (isPlain(descriptor) && ++pieces == dieAtPiece);
}

/// What is written to a pipe, a terminal or a socket is no file.
bool isFile(int descriptor)
{
    struct stat about
    {
    };
    return descriptor > STDERR_FILENO && ::fstat(descriptor, &about) == 0 && S_ISREG(about.st_mode);
}

} // namespace

#define PASSED_ON(result, name, parameters, arguments)                                                                 \
    extern "C" result name parameters                                                                                  \
    {                                                                                                                  \
        touch();                                                                                                       \
        static const auto call = real<result(*) parameters>(#name);                                                    \
        return call arguments;                                                                                         \
    }

PASSED_ON(int, fsync, (int descriptor), (descriptor))
PASSED_ON(int, fdatasync, (int descriptor), (descriptor))
PASSED_ON(int, syncfs, (int descriptor), (descriptor))
PASSED_ON(int, rename, (const char *from, const char *to), (from, to))
PASSED_ON(int, renameat2, (int a, const char *from, int b, const char *to, unsigned flags), (a, from, b, to, flags))
PASSED_ON(int, link, (const char *from, const char *to), (from, to))
PASSED_ON(int, linkat, (int a, const char *from, int b, const char *to, int flags), (a, from, b, to, flags))
PASSED_ON(int, unlink, (const char *path), (path))
PASSED_ON(int, mkdir, (const char *path, mode_t mode), (path, mode))
PASSED_ON(int, ftruncate, (int descriptor, off_t size), (descriptor, size))
PASSED_ON(int, ftruncate64, (int descriptor, off64_t size), (descriptor, size))

// Of what is written last, half is written.
extern "C" ssize_t write(int descriptor, const void *bytes, size_t size)
{
    static const auto call = real<ssize_t (*)(int, const void *, size_t)>("write");
    if (isFile(descriptor) && isLastPiece(descriptor)) {
        (void)!call(descriptor, bytes, size / 2);
        die();
    }
    return call(descriptor, bytes, size);
}

extern "C" ssize_t pwrite64(int descriptor, const void *bytes, size_t size, off64_t at)
{
    static const auto call = real<ssize_t (*)(int, const void *, size_t, off64_t)>("pwrite64");
    if (isFile(descriptor) && isLastPiece(descriptor)) {
        (void)!call(descriptor, bytes, size / 2, at);
        die();
    }
    return call(descriptor, bytes, size, at);
}

extern "C" int open64(const char *path, int flags, ...)
{
    va_list rest;
    va_start(rest, flags);
    const mode_t mode = (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg(rest, mode_t) : 0;
    va_end(rest);
    if ((flags & (O_CREAT | O_TRUNC)) != 0)
        touch();
    static const auto call = real<int (*)(const char *, int, ...)>("open64");
    return call(path, flags, mode);
}
