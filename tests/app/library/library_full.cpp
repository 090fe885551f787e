#include "dailyposts.h"
#include "rows.h"
#include "smalldisk.h"

#include "base/files.h"

#include <QDir>
#include <QProcess>

using namespace yaodian;
using namespace yaodian::tests;

/// A full disk: the reserve is given back for what is under way; what does not fit even then fails with one clear
/// sentence, and nothing of it is there.
class LibraryFull : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reserve_isGivenBackForTheAct();
    void withoutReserve_theActFailsWhole();
    void issueThatDoesNotFit_isNotHalfThere();
    void everyRoomThatIsLeft_leavesASoundLibrary_data();
    void everyRoomThatIsLeft_leavesASoundLibrary();
    void undoOnAFullDisk_failsWholeAndWorksLater();
    void backupOnAFullDisk_leavesNoHalfFile();
    void restoreOnAFullDisk_leavesTheOldLibrary();
    void reserve_isMadeAgainWhenThereIsRoom();
    void realFullDisk_isSaidAndTheReserveHelps();
};

namespace {

QString reserveOf(const Shelf &shelf)
{
    return shelf.path() + QStringLiteral("/reserve");
}

Result<OperationId> writeNote(const Shelf &shelf, PaperId paper, qsizetype size)
{
    return shelf->act(QStringLiteral("note"), QStringLiteral("note"),
                      [&](Acts &acts) { return acts.putNote(paper, QString(size, QLatin1Char('x'))); });
}

void isOneClearSentence(const QString &why)
{
    QVERIFY2(why.contains(QStringLiteral("disk is full")), qUtf8Printable(why));
    QVERIFY(!why.contains(u'\n'));
}

} // namespace

void LibraryFull::reserve_isGivenBackForTheAct()
{
    Shelf shelf;
    shelf.library.reset();
    SmallDisk disk(shelf.path());
    shelf.reopen();
    const PaperId paper = paperOf(shelf, storeTwo(shelf).entries[0]);
    disk.leave(20'000);
    QVERIFY(writeNote(shelf, paper, 200'000).ok());
    QVERIFY(SmallDisk::refusals() > 0);
    QVERIFY(!QFileInfo::exists(reserveOf(shelf)));
    QCOMPARE(shelf->note(paper).text.size(), 200'000);
    QCOMPARE(shelf->journal().size(), 1); // the second try did not make a second step
    disk.makeRoom();
    QCOMPARE(shelf->check()->join(u'|'), QString());
    shelf.library.reset();
}

void LibraryFull::withoutReserve_theActFailsWhole()
{
    Shelf shelf;
    shelf.library.reset();
    SmallDisk disk(shelf.path());
    shelf.reopen();
    const PaperId paper = paperOf(shelf, storeTwo(shelf).entries[0]);
    QVERIFY(writeNote(shelf, paper, 10).ok());
    QVERIFY(QFile::remove(reserveOf(shelf)));
    const QByteArray before = dumpNotes(shelf.path() + QStringLiteral("/notes.sqlite"));
    disk.leave(1'000);
    QSignalSpy changed(shelf.library.get(), &Library::changed);
    const auto done = writeNote(shelf, paper, 200'000);
    QVERIFY(!done.ok());
    isOneClearSentence(done.error().message);
    QCOMPARE(changed.size(), 0);
    QCOMPARE(shelf->note(paper).text.size(), 10); // and reading goes on
    disk.makeRoom();
    QCOMPARE(dumpNotes(shelf.path() + QStringLiteral("/notes.sqlite")), before);
    QCOMPARE(shelf->journal().size(), 1);
    QVERIFY(writeNote(shelf, paper, 200'000).ok()); // the same library goes on once there is room
    QCOMPARE(shelf->check()->join(u'|'), QString());
    shelf.library.reset();
}

void LibraryFull::issueThatDoesNotFit_isNotHalfThere()
{
    Shelf shelf;
    shelf.library.reset();
    SmallDisk disk(shelf.path());
    shelf.reopen();
    importPosts(shelf, 1, 2);
    QVERIFY(QFile::remove(reserveOf(shelf)));
    const QString cache = shelf.path() + QStringLiteral("/cache.sqlite");
    const QByteArray before = dumpRows(cache);
    SyncState state;
    state.etag = QStringLiteral("never stored");
    digest::Issue big = issue(QStringLiteral("big"), {});
    for (int i = 0; i < 200; ++i)
        big.entries += entry(QStringLiteral("Entry %1").arg(i), arxiv(100 + i));
    disk.leave(30'000);
    const auto stored = shelf->storeIssue(feed(), big, "the big post", state);
    QVERIFY(!stored.ok());
    isOneClearSentence(stored.error().message);
    disk.makeRoom();
    QCOMPARE(dumpRows(cache), before);
    QCOMPARE(shelf->syncState(feed().id).etag, QString());
    QCOMPARE(shelf->check()->join(u'|'), QString());
    const auto again = shelf->storeIssue(feed(), big, "the big post", state);
    QVERIFY(again.ok());
    QCOMPARE(again->newEntries, 200);
    QCOMPARE(shelf->count({}), 204);
    QCOMPARE(shelf->check()->join(u'|'), QString());
    shelf.library.reset();
}

void LibraryFull::everyRoomThatIsLeft_leavesASoundLibrary_data()
{
    QTest::addColumn<int>("room");
    for (int room = 0; room <= 480'000; room += 40'000) // the disk fills up in the notes, between, in the cache
        QTest::addRow("%d bytes", room) << room;
}

void LibraryFull::everyRoomThatIsLeft_leavesASoundLibrary()
{
    QFETCH(int, room);
    Shelf shelf;
    shelf.library.reset();
    SmallDisk disk(shelf.path());
    shelf.reopen();
    QVERIFY(QFile::remove(reserveOf(shelf)));
    importPosts(shelf, 1, 2);
    disk.leave(room);
    QList<Post> posts;
    for (int number = 3; number <= 12; ++number)
        posts += Post{digest::parse(postText(number), {})->first(), postText(number)};
    const auto stored = shelf->storeIssues(feed(), posts);
    if (!stored)
        isOneClearSentence(stored.error().message);
    disk.makeRoom();
    QCOMPARE(shelf->issues().size(), stored.ok() ? 12 : 2);
    QCOMPARE(shelf->check()->join(u'|'), QString());
    shelf.reopen();
    QCOMPARE(shelf->issues().size(), stored.ok() ? 12 : 2);
    QVERIFY(shelf->storeIssues(feed(), posts).ok());
    QCOMPARE(shelf->issues().size(), 12);
    QCOMPARE(shelf->check()->join(u'|'), QString());
    shelf.library.reset();
}

void LibraryFull::undoOnAFullDisk_failsWholeAndWorksLater()
{
    Shelf shelf;
    shelf.library.reset();
    SmallDisk disk(shelf.path());
    shelf.reopen();
    const PaperId paper = paperOf(shelf, storeTwo(shelf).entries[0]);
    QVERIFY(writeNote(shelf, paper, 100'000).ok());
    QVERIFY(writeNote(shelf, paper, 10).ok());
    QVERIFY(QFile::remove(reserveOf(shelf)));
    disk.leave(1'000);
    const auto undone = shelf->undo();
    QVERIFY(!undone.ok());
    isOneClearSentence(undone.error().message);
    QCOMPARE(shelf->note(paper).text.size(), 10);
    QCOMPARE(shelf->journal().size(), 2);
    disk.makeRoom();
    QVERIFY(shelf->undo().ok());
    QCOMPARE(shelf->note(paper).text.size(), 100'000);
    shelf.library.reset();
}

void LibraryFull::backupOnAFullDisk_leavesNoHalfFile()
{
    Shelf shelf;
    shelf.library.reset();
    SmallDisk disk(shelf.folder.path());
    shelf.reopen();
    importPosts(shelf, 1, 5);
    const QString file = shelf.path(QStringLiteral("backup"));
    QVERIFY(writeFileAtomically(file, "the one of yesterday").ok());
    disk.leave(50'000);
    const auto done = shelf->backup(file);
    QVERIFY(!done.ok());
    isOneClearSentence(done.error().message);
    QCOMPARE(*readFile(file, 100), QByteArray("the one of yesterday"));
    QCOMPARE(QDir(shelf.folder.path()).entryList(QDir::Files), QStringList{QStringLiteral("backup")});
    disk.makeRoom();
    QVERIFY(shelf->backup(file).ok());
    shelf.library.reset();
}

void LibraryFull::restoreOnAFullDisk_leavesTheOldLibrary()
{
    Shelf shelf;
    importPosts(shelf, 1, 5);
    const QString file = shelf.path(QStringLiteral("backup"));
    QVERIFY(shelf->backup(file).ok());
    const PaperId paper = paperOf(shelf, shelf->entryIds({}).first());
    QVERIFY(writeNote(shelf, paper, 10).ok());
    shelf.library.reset();
    const QString notes = shelf.path() + QStringLiteral("/notes.sqlite");
    const QByteArray before = dumpNotes(notes);
    SmallDisk disk(shelf.path());
    for (const int room : {0, 100'000, 300'000, 450'000}) { // before, within and after the copy of the present library
        disk.leave(room);
        const auto done = Library::restore(shelf.path(), file, shelf.clock, shelf.ids);
        disk.makeRoom();
        if (!done)
            isOneClearSentence(done.error().message);
        QVERIFY2(!done.ok() || room > 400'000, qPrintable(QString::number(room)));
        if (!done)
            QCOMPARE(dumpNotes(notes), before);
        QCOMPARE(QDir(shelf.path()).entryList({QStringLiteral("*.part*")}, QDir::Files), QStringList());
    }
    shelf.reopen();
    QCOMPARE(shelf->check()->join(u'|'), QString());
    shelf.library.reset();
}

void LibraryFull::reserve_isMadeAgainWhenThereIsRoom()
{
    Shelf shelf;
    shelf.library.reset();
    SmallDisk disk(shelf.path());
    shelf.reopen();
    const PaperId paper = paperOf(shelf, storeTwo(shelf).entries[0]);
    disk.leave(20'000);
    QVERIFY(writeNote(shelf, paper, 200'000).ok());
    QCOMPARE(shelf->counts().reserve, 0);
    disk.makeRoom();
    shelf.reopen();
    QCOMPARE(shelf->counts().reserve, 2 * 1024 * 1024);
    shelf.library.reset();
}

// --- a real file system of eight megabytes, where this user may make one --------------------------------------------

namespace {

/// The child, within its small file system: writes notes until the disk is full, then looks at what is left.
int fillDisk(const QString &folder)
{
    const SystemClock clock;
    IdSource ids(clock);
    auto opened = Library::open(folder, Library::Mode::ReadWrite, clock, ids);
    if (!opened)
        return 10;
    Library &library = **opened;
    // (So small a disk has none by itself.)
    QFile reserve(folder + QStringLiteral("/reserve"));
    if (!reserve.open(QIODevice::WriteOnly) || reserve.write(QByteArray(2 << 20, '\0')) != 2 << 20 || !reserve.flush())
        return 11;
    reserve.close();
    const auto stored =
        library.storeIssue(feed(), issue(QStringLiteral("one"), {entry(QStringLiteral("A"), arxiv(1))}), "x");
    if (!stored)
        return 12;
    const PaperId paper = library.entry(stored->entries.first())->row.paper;
    bool givenBack = false;
    for (int round = 1; round < 1000; ++round) {
        const auto text = QString::number(round) + QString(100'000, QLatin1Char('x'));
        const auto done =
            library.act(QStringLiteral("note"), {}, [&](Acts &acts) { return acts.putNote(paper, text); });
        if (done) {
            givenBack |= !QFileInfo::exists(folder + QStringLiteral("/reserve"));
            continue;
        }
        std::fprintf(stderr, "%s\n", qUtf8Printable(done.error().message));
        const bool asBefore = library.note(paper).text.startsWith(QString::number(round - 1) + u'x');
        const bool sound = library.check().ok() && library.check()->isEmpty();
        return !givenBack ? 13 : !asBefore ? 14 : !sound ? 15 : 0;
    }
    return 16;
}

} // namespace

void LibraryFull::realFullDisk_isSaidAndTheReserveHelps()
{
    QTemporaryDir folder;
    QProcess child;
    child.start(QStringLiteral("unshare"),
                {QStringLiteral("-Urm"), QStringLiteral("sh"), QStringLiteral("-c"),
                 QStringLiteral("mount -t tmpfs -o size=8m tmpfs \"$1\" || exit 77; exec \"$0\" --fill \"$1/library\""),
                 QCoreApplication::applicationFilePath(), folder.path()});
    if (!child.waitForFinished(60'000) || child.exitCode() == 77 || child.exitCode() == 1 || child.exitCode() == 127)
        QSKIP("This user may not make a file system of its own (user namespaces are off).");
    const QByteArray said = child.readAllStandardError();
    QVERIFY2(child.exitCode() == 0, (QByteArray::number(child.exitCode()) + ' ' + said).constData());
    QVERIFY2(said.contains("disk is full"), said.constData());
}

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == QStringLiteral("--fill"))
        return fillDisk(arguments.value(2));
    LibraryFull test;
    return QTest::qExec(&test, argc, argv);
}

#include "library_full.moc"
