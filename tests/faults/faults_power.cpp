#include "furnished.h"
#include "notes/notes.h"
#include "tests/support/testmain.h"

#include <QDir>

namespace faults_power {

using namespace yaodian;
using namespace yaodian::tests;

/// The power goes at any moment: what was said to be saved is there.
class FaultsPower : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyActThatWasSaved_isThereAfterAPowerCut();
};

constexpr int acts = 12;

QString textOf(int number)
{
    return QStringLiteral("The note of round %1. ").arg(number).repeated(40);
}

/// Writes notes, highlights, posts, a picture and a PDF, and tells the disk what it was promised.
void live(Disk &disk, const QString &folder)
{
    LibraryTrial trial(folder, {}, true);
    notes::Notes notes(*trial.library, trial.clock, trial.ids);
    for (int number = 1; number <= acts; ++number) {
        const auto issues = digest::parse(postText(100 + number), {QStringLiteral("x.txt"), {}, {}});
        if (!trial.library->storeIssue(feed(), issues->first(), postText(100 + number)))
            qFatal("not stored");
        if (number % 4 == 0) {
            QFile in(trial.path(QStringLiteral("2302.00009.pdf")));
            if (!in.open(QIODevice::ReadOnly) ||
                !trial.library->addDocument(trial.papers[1], in.readAll() + QByteArray::number(number), {}, {}))
                qFatal("no document");
        }
        if (!notes.setNote(trial.papers[0], textOf(number)))
            qFatal("no note");
        trial.clock.advance(120'000); // each a step of its own
        disk.tell(number);
    }
}

int promisedBy(const QList<DiskChange> &changes, int upTo)
{
    int promised = 0;
    for (int at = 0; at < upTo; ++at)
        if (changes[at].what == DiskChange::What::Told)
            promised = int(changes[at].at);
    return promised;
}

/// What is not as promised; empty: nothing.
QString broken(const QString &folder, int promised)
{
    FixedClock clock(noon + 86'400'000);
    IdSource ids(clock);
    auto opened = Library::open(folder + QStringLiteral("/library"), Library::Mode::ReadWrite, clock, ids);
    if (!opened)
        return opened.error().message;
    Library &library = **opened;
    const auto found = library.check();
    if (!found || !found->isEmpty())
        return found ? found->join(QStringLiteral("; ")) : found.error().message;
    if (library.counts().issues < 3 + promised)
        return QStringLiteral("%1 issues, and %2 were promised").arg(library.counts().issues).arg(3 + promised);
    if (library.counts().documents < 1 + promised / 4)
        return QStringLiteral("documents are missing");
    for (int number = promised; number <= acts; ++number)
        for (const PaperId &paper : library.papersWithNotes())
            if (promised == 0 || library.note(paper).text == textOf(number))
                return {};
    return QStringLiteral("the note of round %1 is gone").arg(promised);
}

void FaultsPower::everyActThatWasSaved_isThereAfterAPowerCut()
{
    const QTemporaryDir room;
    const QString before = room.filePath(QStringLiteral("before"));
    const QString folder = room.filePath(QStringLiteral("live"));
    furnish(before);
    copyTree(before, folder);
    QList<DiskChange> changes;
    {
        Disk disk(folder);
        disk.record();
        live(disk, folder);
        changes = disk.changes();
    }
    QCOMPARE(promisedBy(changes, int(changes.size())), acts);
    const bool all = qEnvironmentVariableIsSet("YAODIAN_ALL_FAULTS");
    const int step = all ? 1 : qMax(1, int(changes.size()) / 150);
    QStringList problems;
    int cuts = 0;
    for (int at = 1; at <= changes.size(); at += step) {
        for (quint32 luck = 0; luck < (all ? 8 : 2); ++luck, ++cuts) {
            const QTemporaryDir rest;
            const QString disk = rest.filePath(QStringLiteral("disk"));
            copyTree(before, disk);
            playPowerCut(changes, at, quint32(at) * 8 + luck, before, disk);
            if (const QString what = broken(disk, promisedBy(changes, at)); !what.isEmpty())
                problems << QStringLiteral("cut after %1 of %2 changes, seed %3: %4")
                                .arg(at)
                                .arg(changes.size())
                                .arg(luck)
                                .arg(what);
        }
    }
    std::printf("power cuts: %d of %d changes, %d acts promised, %d broken\n", cuts, int(changes.size()), acts,
                int(problems.size()));
    QVERIFY2(problems.isEmpty(), qUtf8Printable(problems.mid(0, 30).join(QLatin1Char('\n'))));
}

YAODIAN_TEST_GUILESS(FaultsPower)

} // namespace faults_power

#include "faults_power.moc"
