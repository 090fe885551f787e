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
    void postsAfterTheBackup_areThere_withWhatWasWrittenOnThem_data();
    void postsAfterTheBackup_areThere_withWhatWasWrittenOnThem();
    void sourcesAreAsTheyWereLast();
    void rescueThatWasCutShort_goesOnWithWhatItKept();
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

void LibraryRescue::postsAfterTheBackup_areThere_withWhatWasWrittenOnThem_data()
{
    QTest::addColumn<QByteArray>("gone");
    QTest::addColumn<int>("issues");
    QTest::newRow("another table") << QByteArray("kinds") << 8;
    QTest::newRow("papers") << QByteArray("papers") << 8;
    QTest::newRow("identifiers") << QByteArray("identifiers") << 8;
    QTest::newRow("posts") << QByteArray("posts") << 6;
}

void LibraryRescue::postsAfterTheBackup_areThere_withWhatWasWrittenOnThem()
{
    QFETCH(QByteArray, gone);
    Shelf shelf;
    fill(shelf);
    importPosts(shelf, 7, 8);
    const PaperId of = paper(shelf); // the newest post's
    note(shelf, QStringLiteral("on a paper that came after the backup"));
    QVERIFY(shelf->addDocument(of, "%PDF-1.4\nafter the backup\n%%EOF\n", QStringLiteral("v1"), {}).ok());
    shelf.library.reset();
    const QByteArray then = dumpNotes(notesOf(shelf));
    tamper(notesOf(shelf), ("DROP TABLE " + gone).constData());
    const Library::Rescued done = rescued(shelf);
    QCOMPARE(done.acts, 1);
    QCOMPARE(done.lost, 0);
    QTEST(int(shelf->issues().size()), "issues");
    QCOMPARE(shelf->note(of).text, QStringLiteral("on a paper that came after the backup"));
    QCOMPARE(shelf->documents(of).size(), 1);
    QCOMPARE(shelf->check()->join(u'|'), QString());
    if (gone == "kinds")
        QCOMPARE(dumpNotes(notesOf(shelf)), then);
}

void LibraryRescue::sourcesAreAsTheyWereLast()
{
    Shelf shelf;
    QVERIFY(shelf->putSources({feed(), feed(QStringLiteral("b"))}).ok());
    fill(shelf);
    Source renamed = feed();
    renamed.title = QStringLiteral("Named anew");
    QVERIFY(shelf->putSources({renamed, feed(QStringLiteral("c"))}).ok());
    QVERIFY(shelf->removeSource(feed(QStringLiteral("b")).id).ok());
    const auto titles = [&shelf] {
        QStringList out;
        for (const Source &source : shelf->sources())
            out += source.title;
        return out.join(u'|');
    };
    const QString then = titles();
    shelf.library.reset();
    tamper(notesOf(shelf), "DROP TABLE kinds");
    (void)rescued(shelf);
    QCOMPARE(titles(), then);
}

/// The log is where the last acts are; it was moved away, and then the power went.
void LibraryRescue::rescueThatWasCutShort_goesOnWithWhatItKept()
{
    Shelf shelf;
    fill(shelf);
    shelf.reopen(); // folds the log into the file
    note(shelf, QStringLiteral("only in the log"));
    const QByteArray notes = *readFile(notesOf(shelf), 100'000'000);
    const QByteArray log = *readFile(notesOf(shelf) + QStringLiteral("-wal"), 100'000'000);
    const int root = cell(notesOf(shelf), "SELECT rootpage FROM sqlite_schema WHERE name = 'kinds'").toInt();
    shelf.library.reset();
    QByteArray damaged = notes;
    damaged.replace((root - 1) * 4096, 4096, QByteArray(4096, '\x55'));
    const QString aside = shelf.path() + QStringLiteral("/backups/notes-damaged-20260101-000000.sqlite");
    QVERIFY(writeFileAtomically(notesOf(shelf), damaged).ok());
    QVERIFY(writeFileAtomically(aside, damaged).ok());
    QVERIFY(writeFileAtomically(aside + QStringLiteral("-wal"), log).ok());
    const Library::Rescued done = rescued(shelf);
    QCOMPARE(done.aside, aside);
    QCOMPARE(done.acts, 1);
    QCOMPARE(shelf->note(paper(shelf)).text, QStringLiteral("only in the log"));
    QCOMPARE(*readFile(aside + QStringLiteral("-wal"), 100'000'000), log);
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
