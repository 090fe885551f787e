#include "pdf/workerhandle.h"

#include "pdf/document.h"

#include <QCoreApplication>
#include <QFile>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <string>
#include <vector>

#include <fcntl.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

namespace yaodian::pdf {

namespace {

constexpr int childSocket = 3;

/// Our own folder. Not QCoreApplication::applicationDirPath(): a worker is started before there is an application.
std::string ownFolder()
{
    std::array<char, 4096> path{};
    const ssize_t size = ::readlink("/proc/self/exe", path.data(), path.size());
    const std::string program(path.data(), size > 0 ? size_t(size) : 0);
    return program.substr(0, program.rfind('/') == std::string::npos ? 0 : program.rfind('/'));
}

std::string findProgram()
{
    if (const char *chosen = std::getenv("YAODIAN_PDF_WORKER"); chosen && *chosen)
        return ::access(chosen, X_OK) == 0 ? chosen : std::string();
    const std::string folder = ownFolder();
    for (const char *place : {"/yaodian-pdf", "/../libexec/yaodian-pdf", "/../libexec/yaodian/yaodian-pdf"}) {
        if (::access((folder + place).c_str(), X_OK) == 0)
            return folder + place;
    }
    return {};
}

/// Only what fonts and the language of file names need; nothing of the session reaches the worker.
std::vector<std::string> environment()
{
    std::vector<std::string> out{"LC_ALL=C.UTF-8"};
    for (const char *name : {"HOME", "FONTCONFIG_FILE", "FONTCONFIG_PATH", "LD_LIBRARY_PATH", "ASAN_OPTIONS"}) {
        if (const char *value = std::getenv(name))
            out.push_back(std::string(name) + '=' + value);
    }
    return out;
}

int spawn(const std::string &program, int socket, WorkerHandle::Share share, pid_t &process)
{
    std::vector<std::string> variables = environment();
    std::vector<char *> envp;
    for (std::string &variable : variables)
        envp.push_back(variable.data());
    envp.push_back(nullptr);
    std::string name = "yaodian-pdf";
    std::string manner = "--leftovers"; // posix_spawn() knows no such policy
    std::array<char *, 3> argv{name.data(), share == WorkerHandle::Share::Leftovers ? manner.data() : nullptr, nullptr};
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, socket, childSocket);
    posix_spawn_file_actions_addclosefrom_np(&actions, childSocket + 1);
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    sigset_t none;
    sigemptyset(&none);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK);
    const int error = ::posix_spawn(&process, program.c_str(), &actions, &attributes, argv.data(), envp.data());
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    return error;
}

Error cannotStart(int error)
{
    return Error::world(QCoreApplication::translate(
                            "pdf", "The PDF could not be opened: the program that draws PDFs did not start (%1).")
                            .arg(QString::fromLocal8Bit(std::strerror(error))));
}

} // namespace

QString WorkerHandle::program()
{
    return QFile::decodeName(QByteArray::fromStdString(findProgram()));
}

Result<std::shared_ptr<WorkerHandle>> WorkerHandle::start(Share share)
{
    const std::string program = findProgram();
    if (program.empty())
        return Error::world(QCoreApplication::translate(
            "pdf", "The PDF could not be opened: the program yaodian-pdf is missing. Please install Yaodian again."));
    std::array<int, 2> ends{-1, -1};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0)
        return cannotStart(errno);
    // Pixels flow this way: fewer turns for each picture. Set here, because the worker may not. Best effort.
    const int room = 4 << 20;
    ::setsockopt(ends[1], SOL_SOCKET, SO_SNDBUF, &room, sizeof room);
    // The child's end must not be number 3 already: a copy onto itself would keep its close-on-exec mark.
    const int child = ends[1] > childSocket ? ends[1] : ::fcntl(ends[1], F_DUPFD_CLOEXEC, childSocket + 1);
    pid_t process = -1;
    const int error = child < 0 ? errno : spawn(program, child, share, process);
    if (child != ends[1])
        ::close(child);
    ::close(ends[1]);
    if (error != 0) {
        ::close(ends[0]);
        return cannotStart(error);
    }
    return std::make_shared<WorkerHandle>(process, ends[0]);
}

WorkerHandle::~WorkerHandle()
{
    kill();
    while (::waitpid(m_process, nullptr, 0) < 0 && errno == EINTR) {
    }
    ::close(m_socket);
}

void WorkerHandle::kill()
{
    ::kill(m_process, SIGKILL); // reaped in the destructor only: the id is ours until then
}

} // namespace yaodian::pdf
