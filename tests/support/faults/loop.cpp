#include "tests/support/faults/loop.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#include <cstdio>
#include <utility>

namespace yaodian::tests {

QString unclear(const QString &sentence, std::optional<Fault> fault, bool isOfDamage)
{
    const QString low = sentence.toLower();
    if (sentence.isEmpty())
        return QStringLiteral("no sentence");
    if (sentence.contains(u'\n') || sentence.size() > 400 || !QStringLiteral(".!?").contains(sentence.back()))
        return QStringLiteral("no sentence: ") + sentence;
    for (const char *word : {"unknown error", "no error", "success", "%1", "error 0", "not an error"})
        if (low.contains(QLatin1String(word)))
            return QStringLiteral("says nothing: ") + sentence;
    const bool isFull = fault == Fault::Full || fault == Fault::Torn;
    if (low.contains(QLatin1String("cannot be opened.")) || low.contains(QLatin1String("disk i/o error")))
        return {}; // SQLite keeps the reason to itself
    if (isFull && !low.contains(QLatin1String("full")) && !low.contains(QLatin1String("space left")))
        return QStringLiteral("does not say that the disk is full: ") + sentence;
    if (fault == Fault::ReadOnly && !low.contains(QLatin1String("read-only")) &&
        !low.contains(QLatin1String("cannot be made")))
        return QStringLiteral("does not say that it is read-only: ") + sentence;
    if (!isOfDamage && low.contains(QLatin1String("damaged")))
        return QStringLiteral("calls damaged what only could not be reached: ") + sentence;
    return {};
}

QStringList filesBelow(const QString &folder)
{
    QStringList names;
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString name = files.next().mid(folder.size() + 1);
        if (!name.endsWith(QLatin1String("-shm")) && !name.endsWith(QLatin1String("-wal")))
            names << name;
    }
    names.sort();
    return names;
}

void copyTree(const QString &from, const QString &to)
{
    QDir().mkpath(to);
    QDirIterator files(from, QDir::Files | QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        const QString target = to + path.mid(from.size());
        if (files.fileInfo().isDir())
            QDir().mkpath(target);
        else if (!QDir().mkpath(QFileInfo(target).path()) || !QFile::copy(path, target))
            qFatal("%s cannot be copied", qUtf8Printable(path));
    }
}

/// Whether each line is of the one or the other.
static bool areOf(const QByteArray &state, const QByteArray &one, const QByteArray &other)
{
    const QList<QByteArray> known = one.split('\n') + other.split('\n');
    const QList<QByteArray> lines = state.split('\n');
    return std::all_of(lines.begin(), lines.end(), [&](const QByteArray &line) { return known.contains(line); });
}

QString FaultLoops::Try::name() const
{
    return QStringLiteral("%1 %2 call %3")
        .arg(QLatin1String(nameOf(fault)), lasting ? QStringLiteral("from") : QStringLiteral("at"))
        .arg(at);
}

FaultLoops::FaultLoops(QString before, int most) : m_before(std::move(before)), m_most(most) {}

void FaultLoops::complain(const QString &what)
{
    m_problems << m_now + QStringLiteral(": ") + what;
}

FaultLoops::Healthy FaultLoops::rehearse(const Undertaking &operation)
{
    Healthy healthy;
    const QTemporaryDir room;
    const QString folder = room.filePath(QStringLiteral("room"));
    copyTree(m_before, folder);
    Disk disk(folder);
    auto trial = operation.open(folder);
    healthy.before = trial->state();
    disk.fail(Fault::Unreadable, 0, false); // counts, and fails nothing
    const auto done = trial->run();
    healthy.calls = disk.calls();
    disk.heal();
    if (!done)
        complain(QStringLiteral("fails by itself: ") + done.error().message);
    healthy.after = trial->state();
    if (const QString damage = trial->damage(); !damage.isEmpty())
        complain(QStringLiteral("is damaged by itself: ") + damage);
    trial.reset();
    healthy.files = filesBelow(folder);
    if (healthy.calls.isEmpty())
        complain(QStringLiteral("asks nothing of the disk"));
    return healthy;
}

/// The first calls all have their turn, the later ones every k-th; each call meets two of the ways in which it can
/// fail, in turn. With YAODIAN_ALL_FAULTS all of all.
QList<FaultLoops::Try> FaultLoops::tries(const QList<Call> &calls) const
{
    const bool all = qEnvironmentVariableIsSet("YAODIAN_ALL_FAULTS");
    QList<Try> every;
    QHash<int, int> turns; // of each kind of call
    for (int at = 1; at <= calls.size(); ++at) {
        QList<Try> of;
        for (const Fault fault : allFaults)
            if (meets(fault, calls[at - 1]))
                of << Try{fault, at, false} << Try{fault, at, true};
        const int kind = int(calls[at - 1]);
        for (int i = 0; i < (all ? of.size() : qMin<qsizetype>(2, of.size())); ++i)
            every << of[all ? i : turns[kind]++ % of.size()];
    }
    if (all || every.size() <= m_most)
        return every;
    // Writes, syncs and names first: reads are many, and leave nothing behind.
    QList<Try> out;
    QList<Try> reads;
    for (const Try &one : std::as_const(every))
        (one.fault == Fault::Unreadable || one.fault == Fault::Unopened ? reads : out) << one;
    const auto some = [](const QList<Try> &from, qsizetype most) {
        QList<Try> taken;
        for (qsizetype i = 0; i < qMin(most, from.size()); ++i)
            taken << from[i * from.size() / qMin(most, from.size())];
        return taken;
    };
    const qsizetype fewReads = qMax<qsizetype>(m_most / 5, m_most - out.size());
    return some(out, m_most - qMin(fewReads, reads.size())) + some(reads, fewReads);
}

void FaultLoops::over(const Undertaking &operation)
{
    ++m_operations;
    m_now = QString::fromUtf8(operation.name);
    const Healthy healthy = rehearse(operation);
    int tried = 0;
    const int faults = m_faults;
    for (const Try &one : tries(healthy.calls)) {
        m_now = QString::fromUtf8(operation.name) + QStringLiteral(", ") + one.name() + QStringLiteral(" (") +
                QLatin1String(nameOf(healthy.calls[one.at - 1])) + QLatin1Char(')');
        if (qEnvironmentVariableIsSet("YAODIAN_SAY_FAULTS"))
            std::fprintf(stderr, "%s\n", qUtf8Printable(m_now));
        attempt(operation, healthy, one);
        ++tried;
    }
    std::printf("  %-28s %4d calls, %4d tries, %5d faults\n", operation.name.constData(), int(healthy.calls.size()),
                tried, m_faults - faults);
    std::fflush(stdout);
}

void FaultLoops::attempt(const Undertaking &operation, const Healthy &healthy, const Try &one)
{
    const QTemporaryDir room;
    const QString folder = room.filePath(QStringLiteral("room"));
    copyTree(m_before, folder);
    Disk disk(folder);
    auto trial = operation.open(folder);
    disk.fail(one.fault, one.at, one.lasting);
    const auto done = trial->run();
    const int faults = disk.faults();
    disk.heal();
    m_faults += faults;
    m_withoutEffect += done.ok() && faults > 0;
    if (!done) {
        if (const QString why = unclear(done.error().message, one.fault, operation.isOfDamage); !why.isEmpty())
            complain(why);
    }
    // (What could not be removed goes with the next try.)
    const bool couldTidy = !one.lasting && healthy.calls[one.at - 1] != Call::Remove;
    if (!done && couldTidy) {
        for (const QString &name : filesBelow(folder))
            if (name.contains(QLatin1String(".part")))
                complain(QStringLiteral("half made: ") + name);
    }
    const auto look = [&](const char *when, bool mustBeAfter) {
        if (const QString damage = trial->damage(); !damage.isEmpty())
            complain(QLatin1String(when) + QStringLiteral(": damage: ") + damage);
        const QByteArray state = trial->state();
        if (operation.eachLine && !mustBeAfter && areOf(state, healthy.before, healthy.after))
            return;
        if (state.isNull() || state == healthy.after || (!mustBeAfter && state == healthy.before) ||
            healthy.before.isNull())
            return;
        complain(QLatin1String(when) + QStringLiteral(": neither before nor after:\n") + QString::fromUtf8(state) +
                 QStringLiteral("\nbut before:\n") + QString::fromUtf8(healthy.before) + QStringLiteral("\nafter:\n") +
                 QString::fromUtf8(healthy.after));
    };
    const auto anew = [&] {
        trial.reset();
        trial = operation.open(folder);
    };
    const bool promised = done.ok();
    look("at once", promised);
    if (done.ok() || one.at % 2 == 0) { // what was said to be done is on the disk
        anew();
        look("opened anew", promised);
    }
    if (!done.ok()) {
        const auto again = trial->run();
        if (!again)
            complain(QStringLiteral("does not work again: ") + again.error().message);
        look("once more", true);
        anew();
        look("once more and opened anew", true);
    }
    trial.reset();
    QStringList left = filesBelow(folder);
    for (const QString &name : healthy.files)
        left.removeAll(name);
    left.removeIf([](const QString &name) {
        return name.contains(QLatin1String("backups/")) && !name.contains(QLatin1String(".part"));
    });
    if (!left.isEmpty())
        complain(QStringLiteral("left behind: ") + left.join(QStringLiteral(", ")));
}

QByteArray FaultLoops::summary() const
{
    return QStringLiteral("fault loops: %1 operations, %2 faults, %3 of them without effect, %4 unsound")
        .arg(m_operations)
        .arg(m_faults)
        .arg(m_withoutEffect)
        .arg(m_problems.size())
        .toUtf8();
}

} // namespace yaodian::tests
