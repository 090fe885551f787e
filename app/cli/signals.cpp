#include "cli/signals.h"

#include <csignal>
#include <utility>

#include <fcntl.h>
#include <unistd.h>

namespace yaodian::cli {

namespace {

// A signal handler sees nothing but statics.
int pipeEnds[2] = {-1, -1};

void handle(int number)
{
    const char byte = char(number);
    static_cast<void>(!::write(pipeEnds[1], &byte, 1));
}

} // namespace

Signals::Signals(QObject *parent) : QObject(parent)
{
    if (::pipe2(pipeEnds, O_CLOEXEC | O_NONBLOCK) != 0)
        return;
    m_notifier = std::make_unique<QSocketNotifier>(pipeEnds[0], QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, [this] {
        char byte = 0;
        if (::read(pipeEnds[0], &byte, 1) == 1)
            Q_EMIT arrived(byte);
    });
    struct sigaction action = {};
    action.sa_handler = handle;
    action.sa_flags = int(SA_RESETHAND) | SA_RESTART;
    ::sigaction(SIGTERM, &action, nullptr);
    ::sigaction(SIGINT, &action, nullptr);
    struct sigaction before = {};
    if (::sigaction(SIGHUP, nullptr, &before) == 0 && before.sa_handler != SIG_IGN) // nohup stays what it is
        ::sigaction(SIGHUP, &action, nullptr);
}

Signals::~Signals()
{
    std::signal(SIGTERM, SIG_DFL);
    std::signal(SIGINT, SIG_DFL);
    struct sigaction now = {};
    if (::sigaction(SIGHUP, nullptr, &now) == 0 && now.sa_handler == handle)
        std::signal(SIGHUP, SIG_DFL);
    m_notifier.reset();
    for (int &end : pipeEnds)
        if (end >= 0)
            ::close(std::exchange(end, -1));
}

} // namespace yaodian::cli
