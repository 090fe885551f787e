// `crash_tests ACTIVITY` kills the processes of one activity as often as YAODIAN_KILLS says (few, where it says
// nothing; "share": its share of a thousand), at moments that YAODIAN_SEED chooses. `crash_tests --child NAME …` is
// such a process.
#include "tests/crash/activities.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QRandomGenerator>

#include <cstdio>

using namespace yaodian::crash;

namespace yaodian::crash {

const QList<Known> &known()
{
    static const QList<Known> all{
        {"typing", typing, typeForEver, 6, 140},
        {"typing-in-the-window", typingInTheWindow, typeInTheWindow, 1, 30},
        {"highlighting", highlighting, markForEver, 6, 150},
        {"importing", importing, importForEver, 6, 130},
        {"syncing", syncing, nullptr, 5, 120},
        {"fetching", fetching, nullptr, 5, 60},
        {"migrating", migrating, migrateOnce, 7, 140},
        {"exporting", exporting, exportOnce, 6, 120},
        {"backing-up", backingUp, backUpOnce, 6, 90},
        {"restoring", restoring, restoreOnce, 6, 120},
        {"keeping-backups", keepingBackups, keepBackupsForEver, 6, 120},
        {"rescuing", rescuing, rescueOnce, 8, 120},
    };
    return all;
}

} // namespace yaodian::crash

namespace {

int killsOf(const Known &activity)
{
    const QByteArray wanted = qgetenv("YAODIAN_KILLS");
    return wanted == "share" ? activity.thousand : wanted.isEmpty() ? activity.few : wanted.toInt();
}

int report(const Known &activity)
{
    const QByteArray named = qgetenv("YAODIAN_SEED");
    const quint32 seed = named.isEmpty() ? QRandomGenerator::global()->generate() : named.toUInt();
    std::printf("%s: seed %u\n", activity.name, seed);
    std::fflush(stdout);
    const Count count = kill(activity.make(), killsOf(activity), seed);
    for (const QString &problem : count.problems)
        std::printf("  ! %s\n", qUtf8Printable(problem));
    std::printf(
        "%s: %d kills (%d of them at a call), %d runs that came to their end, %d acts said; %d problems; %.1f s\n",
        activity.name, count.kills, count.byCall, count.whole, count.said, int(count.problems.size()), count.seconds);
    return count.problems.isEmpty() ? 0 : 1;
}

int runChild(int argc, char **argv, const Known &activity)
{
    QStringList arguments;
    for (int i = 3; i < argc; ++i)
        arguments += QString::fromLocal8Bit(argv[i]);
    if (activity.make == typingInTheWindow) {
        QApplication app(argc, argv);
        return activity.child(arguments);
    }
    QCoreApplication app(argc, argv);
    return activity.child(arguments);
}

} // namespace

int main(int argc, char **argv)
{
    const bool isChild = argc > 2 && qstrcmp(argv[1], "--child") == 0;
    const char *name = argc > 1 ? argv[isChild ? 2 : 1] : "";
    for (const Known &activity : known()) {
        if (qstrcmp(activity.name, name) != 0)
            continue;
        if (isChild)
            return runChild(argc, argv, activity);
        QCoreApplication app(argc, argv);
        return report(activity);
    }
    std::fprintf(stderr, "usage: %s ACTIVITY, one of:", argv[0]);
    for (const Known &activity : known())
        std::fprintf(stderr, " %s", activity.name);
    std::fputc('\n', stderr);
    return 2;
}
