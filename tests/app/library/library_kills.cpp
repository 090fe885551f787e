#include "dailyposts.h"

#include <QDir>
#include <QElapsedTimer>
#include <QProcess>
#include <QRandomGenerator>

#include <csignal>
#include <unistd.h>

using namespace yaodian;
using namespace yaodian::tests;

// A child process writes as fast as it can and is killed at any moment; what it had acknowledged must be there.
class LibraryKills : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void killedWriter_losesNothingItAcknowledged();
    void killedRestore_leavesTheOldLibraryOrTheNewOne();
};

namespace {

constexpr int rounds = 50;

/// The child: stores a post, writes a note, ties evidence, undoes something; says the number of each round it ended.
int writeForEver(const QString &folder, int first)
{
    const SystemClock clock;
    IdSource ids(clock);
    auto opened = Library::open(folder, Library::Mode::ReadWrite, clock, ids);
    if (!opened)
        return 1;
    Library &library = **opened;
    for (int round = first;; ++round) {
        const auto stored = library.storeIssue(
            feed(),
            issue(QString::number(round), {entry(QStringLiteral("Paper %1").arg(round), arxiv(round % 9000)),
                                           entry(QStringLiteral("Paper %1 b").arg(round))}),
            "post " + QByteArray::number(round));
        if (!stored)
            return 2;
        const PaperId paper = library.entry(stored->entries.first())->row.paper;
        const auto noted = library.act(QStringLiteral("note"), {}, [&](Acts &acts) -> Result<void> {
            PaperState state;
            state.read = true;
            if (auto put = acts.putState(paper, state); !put)
                return put;
            return acts.putNote(paper, QStringLiteral("round %1").arg(round));
        });
        if (!noted)
            return 3;
        if (round % 3 == 0 && !(library.undo().ok() && library.redo().ok()))
            return 4;
        const QByteArray line = QByteArray::number(round) + '\n';
        if (::write(STDOUT_FILENO, line.constData(), size_t(line.size())) != line.size())
            return 5;
    }
}

/// The child: says that it begins, restores, says that it is done.
int restoreOnce(const QString &folder, const QString &backup)
{
    const SystemClock clock;
    IdSource ids(clock);
    if (::write(STDOUT_FILENO, "begin\n", 6) != 6)
        return 5;
    if (!Library::restore(folder, backup, clock, ids).ok())
        return 1;
    return ::write(STDOUT_FILENO, "done\n", 5) == 5 ? 0 : 5;
}

/// Some issues, and a note that says which library it is.
void fillShelf(const Shelf &shelf, const QString &word)
{
    importPosts(shelf, 1, 12);
    const PaperId paper = paperOf(shelf, shelf->entryIds({}).first());
    act(shelf, [&](Acts &acts) { return acts.putNote(paper, word); });
}

} // namespace

void LibraryKills::killedWriter_losesNothingItAcknowledged()
{
    Shelf shelf;
    shelf.library.reset();
    int acknowledged = 0;
    for (int round = 0; round < rounds; ++round) {
        QProcess child;
        child.start(QCoreApplication::applicationFilePath(),
                    {QStringLiteral("--write"), shelf.path(), QString::number(acknowledged + 1)});
        QVERIFY(child.waitForReadyRead(30'000)); // it is at work
        QThread::usleep(QRandomGenerator::global()->bounded(60'000U));
        ::kill(pid_t(child.processId()), SIGKILL);
        QVERIFY(child.waitForFinished(30'000));
        const QList<QByteArray> lines = child.readAllStandardOutput().trimmed().split('\n');
        QCOMPARE(child.exitStatus(), QProcess::CrashExit);
        acknowledged = qMax(acknowledged, lines.last().toInt());

        shelf.reopen();
        const auto found =
            shelf->named(QStringLiteral("arXiv:2302.%1").arg(acknowledged % 9000, 5, 10, QLatin1Char('0')),
                         {Library::Named::What::Paper});
        QCOMPARE(found.what, Library::Named::What::Paper);
        QCOMPARE(shelf->note(PaperId(found.id)).text, QStringLiteral("round %1").arg(acknowledged));
        QVERIFY(shelf->issues(100'000).size() >= acknowledged);
        QCOMPARE(shelf->check()->join(QLatin1Char('|')), QString());
        shelf.library.reset();
    }
    QVERIFY(acknowledged >= rounds);
}

void LibraryKills::killedRestore_leavesTheOldLibraryOrTheNewOne()
{
    Shelf shelf; // the old one, as it will be put back for each round
    fillShelf(shelf, QStringLiteral("old"));
    const QString old = shelf.path(QStringLiteral("old.backup"));
    QVERIFY(shelf->backup(old).ok());
    const Shelf other;
    fillShelf(other, QStringLiteral("new"));
    importPosts(other, 13, 13);
    const QString fresh = shelf.path(QStringLiteral("new.backup"));
    QVERIFY(other->backup(fresh).ok());
    shelf.library.reset();
    QElapsedTimer whole;
    whole.start();
    QVERIFY(Library::restore(shelf.path(), fresh, shelf.clock, shelf.ids).ok());
    const auto longest = quint32(whole.nsecsElapsed() / 1000);

    int olds = 0;
    int news = 0;
    for (int round = 0; round < rounds; ++round) {
        QVERIFY(Library::restore(shelf.path(), old, shelf.clock, shelf.ids).ok());
        QProcess child;
        child.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--restore"), shelf.path(), fresh});
        QVERIFY(child.waitForReadyRead(30'000));
        QThread::usleep(longest * quint32(round) / rounds); // each moment of it has its turn
        ::kill(pid_t(child.processId()), SIGKILL);
        QVERIFY(child.waitForFinished(30'000));

        shelf.reopen();
        QCOMPARE(shelf->search(QStringLiteral("old"))->size() + shelf->search(QStringLiteral("new"))->size(), 1);
        const bool isOld = shelf->search(QStringLiteral("old"))->size() == 1;
        QCOMPARE(shelf->count({}), isOld ? 24 : 26);
        QCOMPARE(shelf->issues().size(), isOld ? 12 : 13);
        QCOMPARE(shelf->check()->join(QLatin1Char('|')), QString());
        QCOMPARE(QDir(shelf.path()).entryList({QStringLiteral("*.part*")}, QDir::Files), QStringList());
        ++(isOld ? olds : news);
        shelf.library.reset();
        QDir(shelf.path() + QStringLiteral("/backups")).removeRecursively();
    }
    qInfo("%d killed restores: the old library %d times, the new one %d times", rounds, olds, news);
    QVERIFY2(olds > 0 && news > 0, "the moments were spread over the whole of it");
}

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == QStringLiteral("--write"))
        return writeForEver(arguments.value(2), arguments.value(3).toInt());
    if (arguments.value(1) == QStringLiteral("--restore"))
        return restoreOnce(arguments.value(2), arguments.value(3));
    LibraryKills test;
    return QTest::qExec(&test, argc, argv);
}

#include "library_kills.moc"
