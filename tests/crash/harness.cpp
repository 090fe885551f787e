#include "tests/crash/activity.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QThread>

#include <algorithm>
#include <csignal>
#include <numeric>

namespace yaodian::crash {

namespace {

constexpr int runPatienceMs = 120'000;

/// When a run is killed.
struct Moment
{
    qint64 afterUs = -1; ///< since it began; -1: not by the clock
    int call = 0;        ///< at its n-th call; 0: not by that
    int piece = 0;       ///< in the n-th piece that it writes into a file which is no database; 0: not by that

    [[nodiscard]] QString text() const
    {
        return call > 0    ? QStringLiteral("at call %1").arg(call)
               : piece > 0 ? QStringLiteral("in piece %1").arg(piece)
                           : QStringLiteral("after %1 us").arg(afterUs);
    }
};

/// How long the whole of an activity is.
struct Length
{
    qint64 us = 0;
    int calls = 0;
    int pieces = 0;
};

void startRun(QProcess &process, const Command &command, const Moment &moment, const QString &countTo)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const auto &[name, value] : command.environment)
        environment.insert(name, value);
    environment.insert(QStringLiteral("LD_PRELOAD"), QStringLiteral(YAODIAN_DYING_CALLS));
    if (moment.call > 0)
        environment.insert(QStringLiteral("YAODIAN_DIE_AT"), QString::number(moment.call));
    if (moment.piece > 0)
        environment.insert(QStringLiteral("YAODIAN_DIE_AT_PIECE"), QString::number(moment.piece));
    environment.insert(QStringLiteral("YAODIAN_PIECES_BELOW"), command.piecesBelow);
    environment.insert(QStringLiteral("YAODIAN_CALLS_TO"), countTo);
    process.setProcessEnvironment(environment);
    process.start(command.program.isEmpty() ? QCoreApplication::applicationFilePath() : command.program,
                  command.arguments);
    if (!process.waitForStarted())
        qFatal("%s cannot be started", qPrintable(process.program()));
}

Ran ended(QProcess &process)
{
    Ran ran;
    QList<QByteArray> lines = process.readAllStandardOutput().split('\n');
    lines.removeLast(); // what is no whole line was not said
    lines.removeAll("begin");
    ran.said = lines;
    // What ends by itself with another signal (qFatal: an act that failed) was not killed by us.
    const bool bySignal = process.exitStatus() == QProcess::CrashExit;
    ran.killed = bySignal && process.exitCode() == SIGKILL;
    ran.exit = bySignal ? -process.exitCode() : process.exitCode();
    ran.complaints = process.readAllStandardError();
    return ran;
}

class Run
{
public:
    Run(const Activity &activity, const Command &command) : m_activity(activity), m_command(command) {}

    Ran killedAt(const Moment &moment)
    {
        QProcess process;
        startRun(process, m_command, moment, m_folder.filePath(QStringLiteral("calls")));
        if (m_activity.saysBegin)
            process.waitForReadyRead(runPatienceMs);
        QElapsedTimer since;
        since.start();
        if (moment.afterUs >= 0) {
            process.waitForFinished(int(moment.afterUs / 1000));
            const qint64 rest = moment.afterUs - since.nsecsElapsed() / 1000;
            if (process.state() != QProcess::NotRunning) {
                QThread::usleep(static_cast<unsigned long>(qMax<qint64>(rest, 0)));
                ::kill(pid_t(process.processId()), SIGKILL);
            }
        }
        if (process.state() != QProcess::NotRunning && !process.waitForFinished(runPatienceMs))
            process.kill();
        process.waitForFinished();
        length.us = since.nsecsElapsed() / 1000;
        QFile calls(m_folder.filePath(QStringLiteral("calls")));
        const QList<QByteArray> counted =
            calls.open(QIODevice::ReadOnly) ? calls.readAll().trimmed().split(' ') : QList<QByteArray>();
        length.calls = counted.value(0).toInt();
        length.pieces = counted.value(1).toInt();
        return ended(process);
    }

    Length length; ///< of the run that ended last

private:
    const Activity &m_activity;
    const Command &m_command;
    QTemporaryDir m_folder;
};

/// The parts of an activity, each of which has one of the kills, in no order.
QList<int> shuffled(int kills, QRandomGenerator &chance)
{
    QList<int> out(kills);
    std::iota(out.begin(), out.end(), 0);
    std::shuffle(out.begin(), out.end(), chance);
    return out;
}

/// Somewhere in that part of it: by the clock, by what it does to the disk, and by what it writes into plain files,
/// which is where a half one could stand under its name.
Moment momentOf(const Activity &activity, const Length &length, int part, int kills, QRandomGenerator &chance)
{
    const double at = (part + chance.generateDouble()) / kills;
    if (activity.diesByCall && part % 3 == 2 && length.pieces > 0)
        return {-1, 0, 1 + int(at * length.pieces)};
    if (activity.diesByCall && part % 3 != 0)
        return {-1, 1 + int(at * length.calls), 0};
    return {qint64(at * double(length.us)), 0, 0};
}

/// What does not hold after a run, with when it was killed.
void judge(const Activity &activity, const Ran &ran, const QString &when, Count &count)
{
    count.said += int(ran.said.size());
    QStringList found = activity.after(ran);
    if (!ran.killed && ran.exit != 0)
        found += QStringLiteral("it failed with %1: %2").arg(ran.exit).arg(QString::fromUtf8(ran.complaints));
    for (const QString &problem : std::as_const(found))
        count.problems += QStringLiteral("%1 (%2)").arg(problem, when);
}

} // namespace

Count kill(const Activity &activity, int kills, quint32 seed)
{
    QRandomGenerator chance(seed);
    const QList<int> parts = shuffled(kills, chance);
    Count count;
    Length length{activity.endlessMs * 1000LL, activity.endlessCalls, activity.endlessPieces};
    QElapsedTimer timer;
    timer.start();
    for (int round = 0; count.kills < kills && round < kills * 3 + 3; ++round) {
        const bool measured = length.us > 0;
        const Command command = activity.begin(round);
        Run run(activity, command);
        const Moment moment = measured ? momentOf(activity, length, parts[count.kills], kills, chance)
                                       : Moment{qint64(runPatienceMs) * 1000, 0, 0};
        const Ran ran = run.killedAt(moment);
        count.kills += ran.killed ? 1 : 0;
        count.byCall += ran.killed && moment.afterUs < 0 ? 1 : 0;
        count.whole += ran.killed ? 0 : 1;
        if (!ran.killed && activity.endlessMs == 0) // what came to its end says anew how long it is
            length = {qMax<qint64>(run.length.us, 1), qMax(run.length.calls, 1), run.length.pieces};
        judge(activity, ran, QStringLiteral("round %1, %2").arg(round).arg(moment.text()), count);
        if (count.problems.size() >= 10)
            break;
    }
    count.problems += activity.end();
    if (count.kills < kills && count.problems.isEmpty())
        count.problems +=
            QStringLiteral("only %1 of %2 were killed: the others were over before").arg(count.kills).arg(kills);
    count.seconds = double(timer.elapsed()) / 1000;
    return count;
}

} // namespace yaodian::crash
