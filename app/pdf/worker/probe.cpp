#include "pdf/worker/probe.h"

#include "pdf/worker/painting.h"
#include "pdf/worker/sandbox.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>

#include <fcntl.h>
#include <sched.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace yaodian::pdf::worker {

namespace {

bool canRun()
{
    std::array<char *, 2> arguments{const_cast<char *>("/bin/true"), nullptr};
    return ::execv("/bin/true", arguments.data()) == 0;
}

bool canLiftLimits()
{
    const rlimit more{RLIM_INFINITY, RLIM_INFINITY};
    return ::setrlimit(RLIMIT_FSIZE, &more) == 0;
}

bool canMapCode()
{
    return ::mmap(nullptr, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) != MAP_FAILED;
}

bool canTakeMemory()
{
    return ::mmap(nullptr, size_t(2) << 30, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) != MAP_FAILED;
}

/// Fonts may be opened; not without end.
bool canOpenMany()
{
    for (int i = 0; i < 200; ++i) {
        if (::open("/etc/fonts", O_RDONLY | O_DIRECTORY) < 0)
            return i < 10; // none can be opened at all: that proves nothing
    }
    return true;
}

bool canComputeForever()
{
    rlimit time{};
    return ::getrlimit(RLIMIT_CPU, &time) != 0 || time.rlim_max > mostSeconds;
}

bool canReadHome()
{
    const char *home = std::getenv("HOME");
    return ::open(home ? home : "/root", O_RDONLY | O_DIRECTORY) >= 0;
}

bool hasThreads()
{
    struct stat tasks
    {
    };
    return ::stat("/proc/self/task", &tasks) != 0 || tasks.st_nlink != 3;
}

/// The call itself is refused, whatever its arguments.
bool isPossible(int call)
{
    return ::syscall(call, -1, nullptr, 0, 0, 0, 0) >= 0 || errno != EPERM;
}

struct Probe
{
    const char *name;
    bool (*can)();
};

constexpr std::array probes{
    Probe{"socket", [] { return ::socket(AF_INET, SOCK_STREAM, 0) >= 0; }},
    Probe{"unix-socket", [] { return ::socket(AF_UNIX, SOCK_STREAM, 0) >= 0; }},
    Probe{"connect", [] { return ::connect(socketDescriptor, nullptr, 0) == 0; }},
    Probe{"create", [] { return ::open("/tmp/yaodian-probe", O_WRONLY | O_CREAT, 0600) >= 0; }},
    Probe{"write-open", [] { return ::open("/dev/null", O_RDWR) >= 0; }},
    Probe{"passwd", [] { return ::open("/etc/passwd", O_RDONLY) >= 0; }},
    Probe{"home", canReadHome},
    Probe{"process", [] { return ::open("/proc/1/status", O_RDONLY) >= 0; }},
    Probe{"descriptors", canOpenMany},
    Probe{"time", canComputeForever},
    Probe{"threads", hasThreads},
    Probe{"symlink", [] { return ::symlink("/etc", "/tmp/yaodian-probe-link") == 0 || errno != EPERM; }},
    Probe{"link", [] { return ::link("/etc/fonts/fonts.conf", "/tmp/yaodian-probe-link") == 0 || errno != EPERM; }},
    Probe{"chmod", [] { return ::chmod("/tmp", 0777) == 0 || errno != EPERM; }},
    Probe{"send", [] { return isPossible(SYS_sendmsg); }},
    Probe{"send-to", [] { return isPossible(SYS_sendto); }},
    Probe{"truncate", [] { return isPossible(SYS_ftruncate); }},
    Probe{"folder", [] { return ::mkdir("/tmp/yaodian-probe-folder", 0700) == 0; }},
    Probe{"unlink", [] { return ::unlink("/tmp/yaodian-probe-none") == 0 || errno != EPERM; }},
    Probe{"rename", [] { return ::rename("/tmp/yaodian-probe-a", "/tmp/yaodian-probe-b") == 0 || errno != EPERM; }},
    Probe{"kill", [] { return ::kill(::getppid(), 0) == 0; }},
    Probe{"memfd", [] { return ::memfd_create("probe", 0) >= 0; }},
    Probe{"dumpable", [] { return ::prctl(PR_SET_DUMPABLE, 1) == 0; }},
    Probe{"limits", canLiftLimits},
    Probe{"code", canMapCode},
    Probe{"memory", canTakeMemory},
    Probe{"thread-clone3", [] { return ::syscall(SYS_clone3, nullptr, 0) >= 0 || errno != ENOSYS; }},
    Probe{"exec", canRun},
    Probe{"fork", [] { return ::syscall(SYS_vfork) >= 0; }},
    Probe{"clone", [] { return ::syscall(SYS_clone, SIGCHLD, nullptr, nullptr, nullptr, nullptr) >= 0; }},
    Probe{"ptrace", [] { return ::ptrace(PTRACE_TRACEME, 0, nullptr, nullptr) == 0; }},
    Probe{"mount", [] { return ::mount("none", "/mnt", "tmpfs", 0, nullptr) == 0; }},
    Probe{"namespace", [] { return ::unshare(CLONE_NEWUSER) == 0; }},
};

} // namespace

int probe(const char *what, bool landlock)
{
    const Walls walls = lockIn(&preparePainting, landlock);
    if (!walls.failure.isEmpty())
        return 2;
    if (std::strcmp(what, "apart") == 0)
        return walls.apart ? 0 : 1;
    if (std::strcmp(what, "landlock") == 0)
        return walls.landlock ? 0 : 1;
    for (const Probe &each : probes) {
        if (std::strcmp(each.name, what) == 0)
            return each.can() ? 1 : 0;
    }
    return 2;
}

} // namespace yaodian::pdf::worker
