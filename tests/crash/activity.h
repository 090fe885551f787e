#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <functional>

// What can be killed: the harness knows nothing of what it does.
namespace yaodian::crash {

/// What a run of an activity said, line by line, and how it ended.
struct Ran
{
    QList<QByteArray> said; ///< whole lines only; "begin" is not among them
    bool killed = false;    ///< else it ended by itself
    int exit = 0;           ///< where it was not killed; less than 0: a signal of its own
    QByteArray complaints;  ///< what it said on standard error

    [[nodiscard]] int lastNumber(int otherwise) const { return said.isEmpty() ? otherwise : said.last().toInt(); }
};

/// How the process is started: this program with `--child NAME ARGUMENTS…`, or another one.
struct Command
{
    QStringList arguments;
    QString program = {}; ///< empty: this one
    QList<std::pair<QString, QString>> environment = {};
    QString piecesBelow = {}; ///< the folder whose plain files are meant by `endlessPieces`; empty: all
};

struct Activity
{
    QString name;
    /// Puts in order what the next run needs, and says how it is started.
    std::function<Command(int round)> begin;
    /// One sentence for each thing that does not hold after a run.
    std::function<QStringList(const Ran &ran)> after;
    /// The same, when all runs are over.
    std::function<QStringList()> end = [] { return QStringList(); };
    /// It goes on until it is killed, which is at most so many milliseconds after it has begun; 0: it ends by itself,
    /// and is killed at any moment of the time that it takes.
    int endlessMs = 0;
    int endlessCalls = 0;   ///< likewise: the moments by calls
    int endlessPieces = 0;  ///< likewise: by pieces written into files that are no database; 0: none of those
    bool saysBegin = true;  ///< else it has begun when its process runs
    bool diesByCall = true; ///< two of three kills are at a call to the file system, not by the clock
};

/// What a round of kills came to.
struct Count
{
    int kills = 0;
    int byCall = 0; ///< of these
    int whole = 0;  ///< runs that ended before they were killed
    int said = 0;   ///< acts that were said to be done
    QStringList problems;
    double seconds = 0;
};

[[nodiscard]] Count kill(const Activity &activity, int kills, quint32 seed);

using Child = int (*)(const QStringList &arguments);

/// A row of the table of activities.
struct Known
{
    const char *name;
    Activity (*make)();
    Child child;
    int few;      ///< kills where every change is tested
    int thousand; ///< its share of a thousand
};

[[nodiscard]] const QList<Known> &known();

} // namespace yaodian::crash
