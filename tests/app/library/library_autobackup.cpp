#include "dailyposts.h"
#include "rows.h"
#include "tests/support/testmain.h"

#include "base/files.h"

#include <QDir>

namespace library_autobackup {

using namespace yaodian;
using namespace yaodian::tests;

constexpr qint64 hourMs = 3'600'000;

/// Backups that are made without being asked for: when, of what, where, and that they can be restored.
class LibraryAutobackup : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ofAnEmptyLibrary_thereIsNone();
    void onlyAfterChanges_andOnceAnHour();
    void clockThatWasSetBack_doesNotPutItOff();
    void restoresToWhatWasThen_withPostsAndPictures();
    void keysAndTemplates_areInIt();
    void olderOnes_areThinnedOut_andFilesOfOthersStay();
    void oneThatCannotBeOpened_countsAsNone();
    void draftOfOneThatWasCutShort_isRemoved();
    void elsewhere_holdsEverything_onceADay();
    void elsewhereThatIsNot_isSaid();
    void elsewhere_isMadeWithoutPostsWhereOneIsDamaged();
    void whoAsksForAnEnd_hasNone();
    void folderThatWent_isNotMadeAnew();
    void libraryThatIsReadOnly_makesNone();

private:
    static QString made(Shelf &shelf, const QString &elsewhere = {});
    static void write(Shelf &shelf, const QString &text);
};

QString LibraryAutobackup::made(Shelf &shelf, const QString &elsewhere)
{
    const auto file = shelf->backUpIfDue(elsewhere);
    if (!file)
        qFatal("%s", qUtf8Printable(file.error().message));
    return *file;
}

void LibraryAutobackup::write(Shelf &shelf, const QString &text)
{
    const PaperId paper = paperOf(shelf, shelf->entryIds({}).constFirst());
    act(shelf, [&](Acts &acts) { return acts.putNote(paper, text); });
}

void LibraryAutobackup::ofAnEmptyLibrary_thereIsNone()
{
    Shelf shelf;
    QCOMPARE(made(shelf), QString());
    QVERIFY(shelf->automaticBackups().isEmpty());
}

void LibraryAutobackup::onlyAfterChanges_andOnceAnHour()
{
    Shelf shelf;
    importPosts(shelf, 1, 1);
    const QString first = made(shelf);
    QVERIFY(QFileInfo::exists(first));
    QCOMPARE(shelf->automaticBackups().constFirst().file, first);
    QCOMPARE(shelf->automaticBackups().constFirst().made, shelf.clock.now().addMSecs(-(noon % 1000)));
    write(shelf, QStringLiteral("one"));
    shelf.clock.advance(hourMs - 1000);
    QCOMPARE(made(shelf), QString()); // too soon
    shelf.clock.advance(1000);
    const QString second = made(shelf);
    QVERIFY(!second.isEmpty() && second != first);
    shelf.clock.advance(10 * hourMs);
    QCOMPARE(made(shelf), QString()); // nothing has changed
    shelf.reopen();
    QCOMPARE(made(shelf), QString()); // nor by opening it
    QVERIFY(shelf->undo().ok());
    QVERIFY(!made(shelf).isEmpty());
    QCOMPARE(shelf->automaticBackups().size(), 3);
}

void LibraryAutobackup::clockThatWasSetBack_doesNotPutItOff()
{
    Shelf shelf;
    importPosts(shelf, 1, 1);
    QVERIFY(!made(shelf).isEmpty());
    write(shelf, QStringLiteral("one"));
    shelf.clock.advance(-400 * 24 * hourMs);
    QVERIFY(!made(shelf).isEmpty());
}

void LibraryAutobackup::restoresToWhatWasThen_withPostsAndPictures()
{
    Shelf shelf;
    importPosts(shelf, 1, 4);
    write(shelf, QStringLiteral("then"));
    const QByteArray then = dumpNotes(shelf.path() + QStringLiteral("/notes.sqlite"));
    const QString file = made(shelf);
    write(shelf, QStringLiteral("later"));
    shelf.library.reset();
    QVERIFY(Library::restore(shelf.path(), file, shelf.clock, shelf.ids).ok());
    QCOMPARE(dumpNotes(shelf.path() + QStringLiteral("/notes.sqlite")), then);
    shelf.reopen();
    QCOMPARE(shelf->issues().size(), 4);
    QCOMPARE(shelf->check()->join(u'|'), QString());
}

void LibraryAutobackup::keysAndTemplates_areInIt()
{
    Shelf shelf;
    importPosts(shelf, 1, 1);
    const QString keys = shelf.path() + QStringLiteral("/keys.txt");
    QVERIFY(writeFileAtomically(keys, "list.down = J\n").ok());
    const QString file = made(shelf);
    QVERIFY(QFile::remove(keys));
    shelf.library.reset();
    QVERIFY(Library::restore(shelf.path(), file, shelf.clock, shelf.ids).ok());
    QCOMPARE(*readFile(keys, 100), QByteArray("list.down = J\n"));
}

void LibraryAutobackup::olderOnes_areThinnedOut_andFilesOfOthersStay()
{
    Shelf shelf;
    importPosts(shelf, 1, 1);
    const QString foreign = shelf.path() + QStringLiteral("/backups/auto-mine.sqlite");
    QVERIFY(QDir().mkpath(shelf.path() + QStringLiteral("/backups")));
    QVERIFY(writeFileAtomically(foreign, "a file of somebody else").ok());
    for (int hour = 0; hour < 60; ++hour) {
        write(shelf, QString::number(hour));
        QVERIFY(!made(shelf).isEmpty());
        shelf.clock.advance(hourMs);
    }
    const auto left = shelf->automaticBackups();
    QVERIFY2(left.size() >= 5 && left.size() <= 7, qPrintable(QString::number(left.size()))); // 3 + two more days …
    QCOMPARE(*readFile(foreign, 100), QByteArray("a file of somebody else"));
}

void LibraryAutobackup::oneThatCannotBeOpened_countsAsNone()
{
    Shelf shelf;
    importPosts(shelf, 1, 1);
    const QString file = made(shelf);
    QFile bytes(file);
    QVERIFY(bytes.open(QIODevice::ReadWrite) && bytes.write(QByteArray(4096, 'x')) == 4096);
    bytes.close();
    shelf.clock.advance(hourMs);
    QVERIFY(!made(shelf).isEmpty()); // though nothing has changed
}

void LibraryAutobackup::draftOfOneThatWasCutShort_isRemoved()
{
    Shelf shelf;
    importPosts(shelf, 1, 1);
    const QString draft = shelf.path() + QStringLiteral("/backups/auto-20200101-000000.sqlite.part");
    QVERIFY(QDir().mkpath(shelf.path() + QStringLiteral("/backups")));
    QVERIFY(writeFileAtomically(draft, "half").ok());
    QVERIFY(!made(shelf).isEmpty());
    QVERIFY(!QFileInfo::exists(draft));
}

void LibraryAutobackup::elsewhere_holdsEverything_onceADay()
{
    Shelf shelf;
    importPosts(shelf, 1, 3);
    const QString disk = shelf.path(QStringLiteral("disk/of the reader"));
    QVERIFY(!shelf->backUpIfDue(disk).ok() && !QFileInfo::exists(disk)); // its disk is not there
    QVERIFY(QDir().mkpath(disk));
    const QString file = made(shelf, disk);
    QVERIFY(file.startsWith(disk));
    write(shelf, QStringLiteral("one"));
    shelf.clock.advance(23 * hourMs);
    QCOMPARE(made(shelf, disk), QString());
    QVERIFY(!made(shelf).isEmpty()); // the library's own are none of its
    shelf.clock.advance(hourMs);
    QVERIFY(!made(shelf, disk).isEmpty());
    QCOMPARE(shelf->automaticBackups(disk).size(), 2);
    // The whole library is gone; what is elsewhere brings it back.
    shelf.library.reset();
    QVERIFY(QDir(shelf.path()).removeRecursively());
    const auto restored = Library::restore(shelf.path(), file, shelf.clock, shelf.ids);
    QVERIFY(restored.ok());
    QCOMPARE(restored->posts, 3);
    shelf.reopen();
    QCOMPARE(shelf->issues().size(), 3);
    QCOMPARE(shelf->check()->join(u'|'), QString());
}

void LibraryAutobackup::elsewhereThatIsNot_isSaid()
{
    Shelf shelf;
    importPosts(shelf, 1, 1);
    QVERIFY(writeFileAtomically(shelf.path(QStringLiteral("file")), "no folder").ok());
    const auto done = shelf->backUpIfDue(shelf.path(QStringLiteral("file/backups")));
    QVERIFY(!done.ok());
    QVERIFY2(done.error().message.contains(QStringLiteral("file/backups")), qUtf8Printable(done.error().message));
}

void LibraryAutobackup::elsewhere_isMadeWithoutPostsWhereOneIsDamaged()
{
    Shelf shelf;
    importPosts(shelf, 1, 2);
    write(shelf, QStringLiteral("kept all the same"));
    QVERIFY(QDir(shelf.path() + QStringLiteral("/posts")).removeRecursively());
    const QString disk = shelf.path(QStringLiteral("disk"));
    QVERIFY(QDir().mkpath(disk));
    const QString file = made(shelf, disk);
    QVERIFY(!file.isEmpty());
    QVERIFY(Library::restore(shelf.path(QStringLiteral("other")), file, shelf.clock, shelf.ids).ok());
}

void LibraryAutobackup::whoAsksForAnEnd_hasNone()
{
    Shelf shelf;
    importPosts(shelf, 1, 2);
    CancelSource source;
    source.request_stop();
    const auto done = shelf->backUpIfDue({}, source.get_token());
    QVERIFY(done.ok() && done->isEmpty());
    QVERIFY(QDir(shelf.path() + QStringLiteral("/backups")).entryList(QDir::Files).isEmpty());
    QVERIFY(!made(shelf).isEmpty());
}

void LibraryAutobackup::folderThatWent_isNotMadeAnew()
{
    Shelf shelf;
    importPosts(shelf, 1, 1);
    QVERIFY(QDir().rename(shelf.path(), shelf.path(QStringLiteral("moved"))));
    QVERIFY(!shelf->backUpIfDue().ok());
    QVERIFY(!QFileInfo::exists(shelf.path()));
    // Another library in its place gets none of this one's.
    QVERIFY(Library::open(shelf.path(), Library::Mode::ReadWrite, shelf.clock, shelf.ids).ok());
    QVERIFY(!shelf->backUpIfDue().ok());
    QVERIFY(!QFileInfo::exists(shelf.path() + QStringLiteral("/backups")));
    QVERIFY(QDir(shelf.path()).removeRecursively());
    QVERIFY(QDir().rename(shelf.path(QStringLiteral("moved")), shelf.path()));
    QVERIFY(!made(shelf).isEmpty());
}

void LibraryAutobackup::libraryThatIsReadOnly_makesNone()
{
    Shelf shelf;
    importPosts(shelf, 1, 1);
    shelf.reopen(Library::Mode::ReadOnly);
    QCOMPARE(made(shelf), QString());
    QVERIFY(!QFileInfo::exists(shelf.path() + QStringLiteral("/backups")));
}

YAODIAN_TEST_GUILESS(LibraryAutobackup)

} // namespace library_autobackup

#include "library_autobackup.moc"
