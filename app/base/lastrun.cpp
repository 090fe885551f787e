#include "base/lastrun.h"

#include "base/log.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <array>
#include <csignal>

namespace yaodian {

namespace {

[[maybe_unused]] constexpr std::array fatalSignals{SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT};

/// A crash for want of stack leaves none to run on.
[[maybe_unused]] alignas(16) std::array<char, 16 * 1024> crashStack;

/// Only what may be called from a signal handler. SA_RESETHAND: the signal then ends us as it would have.
[[maybe_unused]] void leaveCrashLine(int number)
{
    char line[] = "ended by signal 00\n";
    line[sizeof line - 4] = char('0' + number / 10 % 10);
    line[sizeof line - 3] = char('0' + number % 10);
    writeToLogFile(line, sizeof line - 1);
    std::raise(number);
}

void watchFatalSignals()
{
#ifndef __SANITIZE_ADDRESS__ // which has handlers of its own
    stack_t stack{};
    stack.ss_sp = crashStack.data();
    stack.ss_size = crashStack.size();
    ::sigaltstack(&stack, nullptr);
    struct sigaction action = {};
    action.sa_handler = leaveCrashLine;
    action.sa_flags = int(SA_RESETHAND) | SA_ONSTACK;
    for (const int number : fatalSignals)
        ::sigaction(number, &action, nullptr);
#endif
}

QString markerIn(const QString &directory)
{
    return directory + QStringLiteral("/running");
}

} // namespace

LastRun::LastRun(const QString &logDirectory)
    : m_directory(logDirectory), m_cutShort(QFile::exists(markerIn(logDirectory)))
{
    if (m_cutShort)
        qCWarning(logBase, "the last run did not come to its end");
    QDir().mkpath(m_directory);
    // Where it cannot be made, nobody will be told of a crash; that is no reason not to start.
    if (QFile marker(markerIn(m_directory)); !marker.open(QIODevice::WriteOnly))
        qCWarning(logBase, "no mark of a run: %s", qUtf8Printable(marker.errorString()));
    watchFatalSignals();
}

LastRun::~LastRun()
{
    QFile::remove(markerIn(m_directory));
}

QString LastRun::sentence() const
{
    return m_cutShort ? QCoreApplication::translate(
                            "base", "The program ended unexpectedly the last time; all that was shown as saved is "
                                    "here. Its log stays on this computer: %1")
                            .arg(QDir::toNativeSeparators(m_directory + QStringLiteral("/yaodian.log")))
                      : QString();
}

} // namespace yaodian
