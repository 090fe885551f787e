#include "pdf/worker/sandbox.h"

#include <cerrno>
#include <csignal>
#include <cstring>

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

namespace yaodian::pdf::worker {

namespace {

constexpr rlim_t mostMemory = 1536ULL * 1024 * 1024;
constexpr rlim_t mostDescriptors = 64;

bool limit(__rlimit_resource_t what, rlim_t value)
{
    rlimit now{};
    if (::getrlimit(what, &now) != 0)
        return false;
    now.rlim_cur = now.rlim_max == RLIM_INFINITY ? value : qMin(value, now.rlim_max);
    now.rlim_max = now.rlim_cur;
    return ::setrlimit(what, &now) == 0;
}

QString limitResources()
{
#ifndef YAODIAN_SANITIZED // the sanitizer reserves terabytes of address space
    if (!limit(RLIMIT_AS, mostMemory))
        return QStringLiteral("RLIMIT_AS");
#endif
    // poppler's messages to a stderr that is a file must fail, not kill.
    std::signal(SIGXFSZ, SIG_IGN);
    if (!limit(RLIMIT_FSIZE, 0) || !limit(RLIMIT_CORE, 0))
        return QStringLiteral("RLIMIT_FSIZE");
    if (!limit(RLIMIT_CPU, mostSeconds) || !limit(RLIMIT_NOFILE, mostDescriptors))
        return QStringLiteral("RLIMIT_CPU");
    return {};
}

/// Standard input and output go nowhere; the sanitizer keeps stderr for its report.
void closeTheRest()
{
    const int nowhere = ::open("/dev/null", O_RDWR | O_CLOEXEC);
    if (nowhere >= 0) {
        ::dup2(nowhere, STDIN_FILENO);
        ::dup2(nowhere, STDOUT_FILENO);
#ifndef YAODIAN_SANITIZED
        ::dup2(nowhere, STDERR_FILENO);
#endif
    }
    ::close_range(socketDescriptor + 1, ~0U, 0);
}

/// No library has started a thread by now.
[[maybe_unused]] bool isAlone()
{
    struct stat tasks
    {
    };
    return ::stat("/proc/self/task", &tasks) == 0 && tasks.st_nlink == 3; // ".", ".." and the thread
}

} // namespace

Walls lockIn(void (*prepare)(), [[maybe_unused]] bool landlock)
{
    Walls walls;
#ifndef YAODIAN_SANITIZED // its report is written with the powers of who started us
    walls.apart = goApart(walls.failure);
    if (!walls.failure.isEmpty())
        return walls;
#endif
    // The signal is bound to the thread that started us; the client's threads outlive their workers. Should that
    // program be gone already, the socket is closed and the first read ends us.
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    closeTheRest();
    walls.failure = limitResources();
    if (walls.failure.isEmpty() && ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
        walls.failure = QStringLiteral("no_new_privs: ") + QString::fromLocal8Bit(std::strerror(errno));
    if (!walls.failure.isEmpty())
        return walls;
    if (prepare)
        prepare();
#ifndef YAODIAN_SANITIZED                                      // a sanitizer's report needs /proc
    walls.landlock = landlock && isAlone() && restrictFiles(); // it holds for this thread and those to come
#endif
    ::prctl(PR_SET_DUMPABLE, 0);
    walls.failure = installFilter();
    return walls;
}

} // namespace yaodian::pdf::worker
