#include "pdf/worker/sandbox.h"

#include <cerrno>
#include <cstring>
#include <initializer_list>
#include <memory>

#include <fcntl.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <unistd.h>

namespace yaodian::pdf::worker {

namespace {

using Filter = std::unique_ptr<void, decltype(&seccomp_release)>;

// What drawing, fonts and the memory allocator need. Replies are written, not sent: no descriptor leaves. Everything
// not named answers EPERM, which libraries survive.
constexpr std::initializer_list<int> allowed{SCMP_SYS(read),
                                             SCMP_SYS(readv),
                                             SCMP_SYS(pread64),
                                             SCMP_SYS(write),
                                             SCMP_SYS(writev),
                                             SCMP_SYS(recvmsg),
                                             SCMP_SYS(poll),
                                             SCMP_SYS(ppoll),
                                             SCMP_SYS(close),
                                             SCMP_SYS(fstat),
                                             SCMP_SYS(newfstatat),
                                             SCMP_SYS(stat),
                                             SCMP_SYS(lstat),
                                             SCMP_SYS(statx),
                                             SCMP_SYS(statfs),
                                             SCMP_SYS(fstatfs),
                                             SCMP_SYS(access),
                                             SCMP_SYS(faccessat),
                                             SCMP_SYS(faccessat2),
                                             SCMP_SYS(readlink),
                                             SCMP_SYS(readlinkat),
                                             SCMP_SYS(getdents64),
                                             SCMP_SYS(getcwd),
                                             SCMP_SYS(lseek),
                                             SCMP_SYS(fadvise64),
                                             SCMP_SYS(munmap),
                                             SCMP_SYS(mremap),
                                             SCMP_SYS(brk),
                                             SCMP_SYS(madvise),
                                             SCMP_SYS(futex),
                                             SCMP_SYS(sched_yield),
                                             SCMP_SYS(sched_getaffinity),
                                             SCMP_SYS(getrandom),
                                             SCMP_SYS(clock_gettime),
                                             SCMP_SYS(clock_getres),
                                             SCMP_SYS(gettimeofday),
                                             SCMP_SYS(time),
                                             SCMP_SYS(nanosleep),
                                             SCMP_SYS(clock_nanosleep),
                                             SCMP_SYS(getrusage),
                                             SCMP_SYS(sysinfo),
                                             SCMP_SYS(uname),
                                             SCMP_SYS(getpid),
                                             SCMP_SYS(gettid),
                                             SCMP_SYS(getppid),
                                             SCMP_SYS(getuid),
                                             SCMP_SYS(geteuid),
                                             SCMP_SYS(getgid),
                                             SCMP_SYS(getegid),
                                             SCMP_SYS(rt_sigaction),
                                             SCMP_SYS(rt_sigprocmask),
                                             SCMP_SYS(rt_sigreturn),
                                             SCMP_SYS(sigaltstack),
                                             SCMP_SYS(restart_syscall),
                                             SCMP_SYS(set_robust_list),
#ifdef YAODIAN_SANITIZED // it looks through a pipe whether memory can be read
                                             SCMP_SYS(pipe),
                                             SCMP_SYS(pipe2),
#endif
                                             SCMP_SYS(rseq),
                                             SCMP_SYS(exit),
                                             SCMP_SYS(exit_group)};

// What no library tries by chance: whoever calls it has taken the worker over.
constexpr std::initializer_list<int> deadly{SCMP_SYS(execve),
                                            SCMP_SYS(execveat),
                                            SCMP_SYS(fork),
                                            SCMP_SYS(vfork),
                                            SCMP_SYS(ptrace),
                                            SCMP_SYS(mount),
                                            SCMP_SYS(umount2),
                                            SCMP_SYS(pivot_root),
                                            SCMP_SYS(chroot),
                                            SCMP_SYS(unshare),
                                            SCMP_SYS(setns),
                                            SCMP_SYS(bpf),
                                            SCMP_SYS(io_uring_setup),
                                            SCMP_SYS(io_uring_enter),
                                            SCMP_SYS(io_uring_register),
                                            SCMP_SYS(keyctl),
                                            SCMP_SYS(add_key),
                                            SCMP_SYS(request_key),
                                            SCMP_SYS(process_vm_readv),
                                            SCMP_SYS(process_vm_writev),
                                            SCMP_SYS(userfaultfd),
                                            SCMP_SYS(perf_event_open),
                                            SCMP_SYS(kexec_load),
                                            SCMP_SYS(init_module),
                                            SCMP_SYS(finit_module),
                                            SCMP_SYS(delete_module),
                                            SCMP_SYS(reboot),
                                            SCMP_SYS(swapon),
                                            SCMP_SYS(open_by_handle_at)};

constexpr unsigned writing = O_ACCMODE | O_CREAT | O_TRUNC | (O_TMPFILE & ~O_DIRECTORY);

int addPlainRules(void *filter)
{
    int failed = 0;
    for (const int call : allowed)
        failed |= seccomp_rule_add(filter, SCMP_ACT_ALLOW, call, 0);
    for (const int call : deadly)
        failed |= seccomp_rule_add(filter, SCMP_ACT_KILL_PROCESS, call, 0);
    // glibc falls back from clone3, whose arguments a filter cannot see.
    return failed | seccomp_rule_add(filter, SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(clone3), 0);
}

/// Calls whose arguments decide.
int addJudgedRules(void *filter)
{
    int failed = 0;
    const auto allow = [&](int call, const scmp_arg_cmp &rule) {
        failed |= seccomp_rule_add(filter, SCMP_ACT_ALLOW, call, 1, rule);
    };
    allow(SCMP_SYS(open), SCMP_A1(SCMP_CMP_MASKED_EQ, writing, O_RDONLY));
    allow(SCMP_SYS(openat), SCMP_A2(SCMP_CMP_MASKED_EQ, writing, O_RDONLY));
    // Memory is never both made by data and run.
    allow(SCMP_SYS(mmap), SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0));
    allow(SCMP_SYS(mprotect), SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0));
    allow(SCMP_SYS(fcntl), SCMP_A1(SCMP_CMP_EQ, F_GETFL));
    allow(SCMP_SYS(fcntl), SCMP_A1(SCMP_CMP_EQ, F_GETFD));
    allow(SCMP_SYS(fcntl), SCMP_A1(SCMP_CMP_EQ, F_SETFD));
    // abort() signals its own process, nobody else.
    allow(SCMP_SYS(tgkill), SCMP_A0(SCMP_CMP_EQ, scmp_datum_t(::getpid())));
    // Reading a limit, not setting one.
    allow(SCMP_SYS(prlimit64), SCMP_A2(SCMP_CMP_EQ, 0));
    return failed;
}

} // namespace

QString installFilter()
{
    const Filter filter(seccomp_init(SCMP_ACT_ERRNO(EPERM)), &seccomp_release);
    if (!filter)
        return QStringLiteral("seccomp_init");
    if (addPlainRules(filter.get()) != 0 || addJudgedRules(filter.get()) != 0)
        return QStringLiteral("seccomp_rule_add");
    if (seccomp_attr_set(filter.get(), SCMP_FLTATR_CTL_TSYNC, 1) != 0) // whatever threads a library may have made
        return QStringLiteral("seccomp: TSYNC");
    seccomp_attr_set(filter.get(), SCMP_FLTATR_CTL_OPTIMIZE, 2); // a tree: drawing calls often
    const int failed = seccomp_load(filter.get());
    return failed == 0 ? QString() : QStringLiteral("seccomp_load: ") + QString::fromLocal8Bit(std::strerror(-failed));
}

} // namespace yaodian::pdf::worker
