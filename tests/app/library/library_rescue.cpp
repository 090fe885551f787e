#include "dailyposts.h"
#include "rows.h"
#include "tests/support/testmain.h"

#include "base/files.h"

#include <QDir>

namespace library_rescue {

using namespace yaodian;
using namespace yaodian::tests;

/// Damaged notes: the newest sound backup takes their place, and what came after it is taken out of them.
class LibraryRescue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void soundNotes_wantNone();
    void damageOfAnyKind_isRescued_data();
    void damageOfAnyKind_isRescued();
    void laterActs_areDoneAgain_andCanBeUndone();
    void typingThatWentOnAfterTheBackup_isThereWhole();
    void whatWasUndone_staysUndone();
    void whatWasUndoneSinceTheBackup_isUndone();
    void aBackupOfAWrongClock_isNotTheNewest();
    void libraryOfANewerProgram_isLeftAlone();
    void damagedBackup_isPassedOver();
    void whatARestorePutAside_isNotTaken();
    void withoutABackup_nothingChanges();
    void notesThatAreGone_areNoNewLibrary();

private:
    static void fill(Shelf &shelf);
    static PaperId paper(const Shelf &shelf) { return paperOf(shelf, shelf->entryIds({}).constFirst()); }
    static void note(Shelf &shelf, const QString &text, const QString &mergeWith = {});
    static QString notesOf(const Shelf &shelf) { return shelf.path() + QStringLiteral("/notes.sqlite"); }
    static Library::Rescued rescued(Shelf &shelf);
};

void LibraryRescue::fill(Shelf &shelf)
{
    importPosts(shelf, 1, 6);
    note(shelf, QStringLiteral("in the backup 备份"));
    QVERIFY(!shelf->backUpIfDue().valueOr({}).isEmpty());
    shelf.clock.advance(600'000);
}

void LibraryRescue::note(Shelf &shelf, const QString &text, const QString &mergeWith)
{
    const PaperId of = paper(shelf);
    act(
        shelf, [&](Acts &acts) { return acts.putNote(of, text); }, QStringLiteral("note"), mergeWith);
}

Library::Rescued LibraryRescue::rescued(Shelf &shelf)
{
    const auto done = Library::rescue(shelf.path(), shelf.clock, shelf.ids);
    if (!done)
        qFatal("%s", qUtf8Printable(done.error().message));
    shelf.reopen();
    return *done;
}

void LibraryRescue::soundNotes_wantNone()
{
    Shelf shelf;
    fill(shelf);
    QVERIFY(!Library::rescueFor(shelf.path()));
    shelf.library.reset();
    QVERIFY(!Library::rescueFor(shelf.path()));
    const QByteArray before = dumpFolder(shelf.path());
    const auto done = Library::rescue(shelf.path(), shelf.clock, shelf.ids);
    QVERIFY(!done.ok());
    QCOMPARE(dumpFolder(shelf.path()), before);
}

void LibraryRescue::damageOfAnyKind_isRescued_data()
{
    QTest::addColumn<QString>("how");
    for (const char *how : {"header", "half", "page", "table", "gone", "gone with its log left", "empty"})
        QTest::newRow(how) << QString::fromLatin1(how);
}

void LibraryRescue::damageOfAnyKind_isRescued()
{
    QFETCH(QString, how);
    Shelf shelf;
    fill(shelf);
    QByteArray log;
    if (how == u"gone with its log left") { // of a later act: what is restored must not get it by accident
        note(shelf, QStringLiteral("only in the log"));
        log = *readFile(notesOf(shelf) + QStringLiteral("-wal"), 100'000'000);
        QVERIFY(!log.isEmpty());
        QVERIFY(shelf->undo().ok());
    }
    shelf.library.reset();
    const QByteArray then = dumpNotes(notesOf(shelf));
    QFile notes(notesOf(shelf));
    if (how == u"table") {
        tamper(notesOf(shelf), "DROP TABLE highlights");
    } else if (how.startsWith(u"gone")) {
        QVERIFY(notes.remove());
        if (!log.isEmpty())
            QVERIFY(writeFileAtomically(notesOf(shelf) + QStringLiteral("-wal"), log).ok());
    } else {
        QVERIFY(notes.open(QIODevice::ReadWrite));
        if (how == u"header")
            QVERIFY(notes.write(QByteArray(100, '\x17')) == 100);
        else if (how == u"half")
            QVERIFY(notes.resize(notes.size() / 2));
        else if (how == u"empty")
            QVERIFY(notes.resize(1));
        else
            QVERIFY(notes.seek(4096 * 3) && notes.write(QByteArray(4096 * 4, '\x55')) == 4096 * 4);
        notes.close();
    }
    const auto offered = Library::rescueFor(shelf.path());
    QVERIFY(offered.has_value());
    const Library::Rescued done = rescued(shelf);
    QCOMPARE(done.made, offered->made);
    QCOMPARE(done.aside.isEmpty(), how.startsWith(u"gone"));
    QVERIFY(done.aside.isEmpty() || QFileInfo::exists(done.aside));
    QCOMPARE(done.lost, 0);
    QCOMPARE(dumpNotes(notesOf(shelf)), then);
    QCOMPARE(shelf->note(paper(shelf)).text, QStringLiteral("in the backup 备份"));
    QCOMPARE(shelf->issues().size(), 6);
    QCOMPARE(shelf->check()->join(u'|'), QString());
    QVERIFY(!Library::rescueFor(shelf.path()));
}

void LibraryRescue::laterActs_areDoneAgain_andCanBeUndone()
{
    Shelf shelf;
    fill(shelf);
    note(shelf, QStringLiteral("after the backup"));
    const Highlight mark = highlight(shelf, paper(shelf));
    addHighlight(shelf, mark);
    shelf.library.reset();
    const QByteArray then = dumpNotes(notesOf(shelf));
    tamper(notesOf(shelf), "DROP TABLE kinds");
    const Library::Rescued done = rescued(shelf);
    QCOMPARE(done.acts, 2);
    QCOMPARE(done.lost, 0);
    QCOMPARE(dumpNotes(notesOf(shelf)), then);
    QCOMPARE(shelf->search(QStringLiteral("after the backup"))->size(), 1);
    QVERIFY(shelf->undo().ok());
    QVERIFY(shelf->highlights(paper(shelf)).isEmpty());
    QVERIFY(shelf->undo().ok());
    QCOMPARE(shelf->note(paper(shelf)).text, QStringLiteral("in the backup 备份"));
    QVERIFY(shelf->undo().ok()); // that of the backup itself
    QCOMPARE(shelf->note(paper(shelf)).text, QString());
    QVERIFY(shelf->redo().ok() && shelf->redo().ok() && shelf->redo().ok());
    QCOMPARE(shelf->highlights(paper(shelf)).size(), 1);
    QCOMPARE(shelf->check()->join(u'|'), QString());
}

/// Moments of typing are one step of the journal, which the backup has as it was then.
void LibraryRescue::typingThatWentOnAfterTheBackup_isThereWhole()
{
    Shelf shelf;
    importPosts(shelf, 1, 1);
    const QString before = QStringLiteral("a long note ").repeated(50);
    note(shelf, before, QStringLiteral("note"));
    QVERIFY(!shelf->backUpIfDue().valueOr({}).isEmpty());
    shelf.clock.advance(5'000);
    note(shelf, before + QStringLiteral("goes on"), QStringLiteral("note"));
    shelf.clock.advance(5'000);
    note(shelf, before + QStringLiteral("goes on and on"), QStringLiteral("note"));
    shelf.clock.advance(600'000);
    note(shelf, before + QStringLiteral("goes on and on. Later."), QStringLiteral("note"));
    QCOMPARE(shelf->journal().size(), 2);
    shelf.library.reset();
    tamper(notesOf(shelf), "DROP TABLE kinds");
    const Library::Rescued done = rescued(shelf);
    QCOMPARE(done.acts, 2);
    QCOMPARE(done.lost, 0);
    QCOMPARE(shelf->note(paper(shelf)).text, before + QStringLiteral("goes on and on. Later."));
    QVERIFY(shelf->undo().ok());
    QCOMPARE(shelf->note(paper(shelf)).text, before + QStringLiteral("goes on and on"));
    QVERIFY(shelf->undo().ok());
    QCOMPARE(shelf->note(paper(shelf)).text, QString());
}

void LibraryRescue::whatWasUndone_staysUndone()
{
    Shelf shelf;
    fill(shelf);
    note(shelf, QStringLiteral("taken back"));
    QVERIFY(shelf->undo().ok());
    shelf.library.reset();
    tamper(notesOf(shelf), "DROP TABLE kinds");
    QCOMPARE(rescued(shelf).acts, 0);
    QCOMPARE(shelf->note(paper(shelf)).text, QStringLiteral("in the backup 备份"));
}

void LibraryRescue::whatWasUndoneSinceTheBackup_isUndone()
{
    Shelf shelf;
    importPosts(shelf, 1, 1);
    note(shelf, QStringLiteral("one"));
    note(shelf, QStringLiteral("two"));
    QVERIFY(!shelf->backUpIfDue().valueOr({}).isEmpty());
    QVERIFY(shelf->undo().ok());
    note(shelf, QStringLiteral("one and more"));
    shelf.library.reset();
    tamper(notesOf(shelf), "DROP TABLE kinds");
    const Library::Rescued done = rescued(shelf);
    QCOMPARE(done.lost, 0);
    QCOMPARE(shelf->note(paper(shelf)).text, QStringLiteral("one and more"));
    QVERIFY(shelf->undo().ok());
    QCOMPARE(shelf->note(paper(shelf)).text, QStringLiteral("one"));
}

/// The clock was years ahead for one backup.
void LibraryRescue::aBackupOfAWrongClock_isNotTheNewest()
{
    Shelf shelf;
    fill(shelf);
    const QString ahead = shelf.path() + QStringLiteral("/backups/auto-20991231-235959.sqlite");
    QVERIFY(QFile::copy(shelf->automaticBackups().constFirst().file, ahead));
    shelf.clock.advance(3'600'000);
    note(shelf, QStringLiteral("in the second"));
    const QString second = shelf->backUpIfDue().valueOr({});
    QVERIFY(!second.isEmpty() && QFileInfo::exists(second));
    QCOMPARE(shelf->backUpIfDue().valueOr(QStringLiteral("none")), QString()); // not one at every look
    shelf.library.reset();
    QFile notes(notesOf(shelf));
    QVERIFY(notes.open(QIODevice::ReadWrite) && notes.resize(1));
    notes.close();
    (void)rescued(shelf);
    QCOMPARE(shelf->note(paper(shelf)).text, QStringLiteral("in the second"));
}

void LibraryRescue::libraryOfANewerProgram_isLeftAlone()
{
    Shelf shelf;
    fill(shelf);
    shelf.library.reset();
    tamper(notesOf(shelf), "PRAGMA user_version=99");
    QFile notes(notesOf(shelf));
    QVERIFY(notes.open(QIODevice::ReadWrite) && notes.seek(4096 * 3) && notes.write(QByteArray(4096 * 4, 'x')) > 0);
    notes.close();
    QVERIFY(!Library::rescueFor(shelf.path()));
    QVERIFY(!Library::rescue(shelf.path(), shelf.clock, shelf.ids).ok());
}

void LibraryRescue::damagedBackup_isPassedOver()
{
    Shelf shelf;
    fill(shelf);
    shelf.clock.advance(3'600'000);
    note(shelf, QStringLiteral("in the second"));
    const QString second = shelf->backUpIfDue().valueOr({});
    QVERIFY(!second.isEmpty());
    shelf.library.reset();
    QFile bytes(second);
    QVERIFY(bytes.open(QIODevice::ReadWrite) && bytes.resize(bytes.size() / 2));
    bytes.close();
    tamper(notesOf(shelf), "DROP TABLE kinds");
    const Library::Rescued done = rescued(shelf);
    QCOMPARE(done.made.toMSecsSinceEpoch() / 1000, noon / 1000);
    QCOMPARE(done.acts, 1);
    QCOMPARE(shelf->note(paper(shelf)).text, QStringLiteral("in the second"));
}

void LibraryRescue::whatARestorePutAside_isNotTaken()
{
    Shelf shelf;
    fill(shelf);
    const QString backup = shelf->automaticBackups().constFirst().file;
    note(shelf, QStringLiteral("given up by the restore"));
    shelf.library.reset();
    QVERIFY(Library::restore(shelf.path(), backup, shelf.clock, shelf.ids).ok());
    QFile notes(notesOf(shelf));
    QVERIFY(notes.open(QIODevice::ReadWrite) && notes.resize(1));
    notes.close();
    (void)rescued(shelf);
    QCOMPARE(shelf->note(paper(shelf)).text, QStringLiteral("in the backup 备份"));
}

void LibraryRescue::withoutABackup_nothingChanges()
{
    Shelf shelf;
    importPosts(shelf, 1, 2);
    shelf.library.reset();
    tamper(notesOf(shelf), "DROP TABLE kinds");
    QVERIFY(!Library::rescueFor(shelf.path()));
    const QByteArray before = dumpFolder(shelf.path());
    const auto done = Library::rescue(shelf.path(), shelf.clock, shelf.ids);
    QVERIFY(!done.ok());
    QVERIFY2(done.error().message.contains(QStringLiteral("no sound backup")), qUtf8Printable(done.error().message));
    QCOMPARE(dumpFolder(shelf.path()), before);
}

void LibraryRescue::notesThatAreGone_areNoNewLibrary()
{
    Shelf shelf;
    fill(shelf);
    shelf.library.reset();
    QVERIFY(QFile::remove(notesOf(shelf)));
    for (const auto mode : {Library::Mode::ReadWrite, Library::Mode::ReadOnly}) {
        const auto opened = Library::open(shelf.path(), mode, shelf.clock, shelf.ids);
        QVERIFY(!opened.ok());
        QVERIFY2(opened.error().message.contains(QStringLiteral("missing")), qUtf8Printable(opened.error().message));
    }
    QVERIFY(!QFileInfo::exists(notesOf(shelf)));
    (void)rescued(shelf);
    QCOMPARE(shelf->note(paper(shelf)).text, QStringLiteral("in the backup 备份"));
}

YAODIAN_TEST_GUILESS(LibraryRescue)

} // namespace library_rescue

#include "library_rescue.moc"
