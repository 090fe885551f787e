#include "dailyposts.h"
#include "rows.h"
#include "tests/support/testmain.h"

#include "base/files.h"

#include <QDir>
#include <QProcess>

namespace library_damage {

using namespace yaodian;
using namespace yaodian::tests;
using Mode = Library::Mode;

/// What time, other programs and other versions do to the files: said clearly, healed where that is safe.
class LibraryDamage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void missingTableOfTheNotes_isSaid_data();
    void missingTableOfTheNotes_isSaid();
    void missingTableOfTheCache_isMadeAgain_data();
    void missingTableOfTheCache_isMadeAgain();
    void damagedPagesOfTheCache_areMadeAgainWithTheReadersState();
    void halfADatabaseOfNotes_isSaidAndLeftAlone();
    void lockOfAnotherProcess_isRespectedAndGoesWithIt();
    void libraryFromBefore_opensAsItIs();
    void cacheOfANewerProgram_isReadOnly();
    void openedTwice_isTheSame();
    void importTwice_leavesEveryRowAsItWas();
    void editedPost_changesTheEntryAloneAndKeepsMarks();
    void mergedPaper_leavesNothingBehind();
    void check_namesEachKindOfDamage_data();
    void check_namesEachKindOfDamage();
};

QString fileOf(const Shelf &shelf, const char *name)
{
    return shelf.path() + QLatin1Char('/') + QLatin1String(name);
}

QString refusal(const Shelf &shelf, Mode mode)
{
    FixedClock clock(noon);
    IdSource ids(clock);
    const auto opened = Library::open(shelf.path(), mode, clock, ids);
    return opened ? QString() : opened.error().message;
}

QString problems(const Shelf &shelf)
{
    const auto found = shelf->check();
    return found ? found->join(QLatin1Char('\n')) : found.error().message;
}

void LibraryDamage::missingTableOfTheNotes_isSaid_data()
{
    QTest::addColumn<QByteArray>("name");
    for (const char *name :
         {"meta", "papers", "identifiers", "aliases", "apart", "state", "highlights", "placements", "points",
          "evidence", "notes", "documents", "sessions", "operations", "texts", "posts", "sources", "kinds"})
        QTest::newRow(name) << QByteArray(name);
}

void LibraryDamage::missingTableOfTheNotes_isSaid()
{
    QFETCH(QByteArray, name);
    Shelf shelf;
    storeTwo(shelf);
    shelf.library.reset();
    tamper(fileOf(shelf, "notes.sqlite"), ("DROP TABLE " + name).constData());
    const QByteArray before = dumpRows(fileOf(shelf, "notes.sqlite"));
    for (const Mode mode : {Mode::ReadWrite, Mode::ReadOnly}) {
        const QString why = refusal(shelf, mode);
        QVERIFY2(why.contains(QStringLiteral("damaged")) && why.contains(QStringLiteral("restore a backup")),
                 qUtf8Printable(why));
    }
    QCOMPARE(dumpRows(fileOf(shelf, "notes.sqlite")), before);
    QVERIFY(!Library::isLocked(shelf.path()));
}

void LibraryDamage::missingTableOfTheCache_isMadeAgain_data()
{
    QTest::addColumn<QByteArray>("sql");
    for (const char *sql : {"DROP TABLE entries", "DROP TABLE entry_categories", "DROP TABLE meta",
                            "DROP TABLE sync_state", "DROP INDEX entries_newest", "DROP TABLE pages"})
        QTest::newRow(sql) << QByteArray(sql);
}

void LibraryDamage::missingTableOfTheCache_isMadeAgain()
{
    QFETCH(QByteArray, sql);
    Shelf shelf;
    importPosts(shelf, 1, 3);
    const QList<EntryId> before = shelf->entryIds({});
    shelf.library.reset();
    tamper(fileOf(shelf, "cache.sqlite"), sql.constData());
    shelf.reopen();
    QCOMPARE(shelf->entryIds({}), before);
    QCOMPARE(problems(shelf), QString());
    shelf.reopen(Mode::ReadOnly);
    QCOMPARE(shelf->entryIds({}), before);
}

void LibraryDamage::damagedPagesOfTheCache_areMadeAgainWithTheReadersState()
{
    Shelf shelf;
    importPosts(shelf, 1, 3);
    const QList<EntryId> before = shelf->entryIds({});
    const PaperId paper = paperOf(shelf, before[0]);
    act(shelf, [&](Acts &acts) { return acts.putNote(paper, QStringLiteral("mine")); });
    shelf.library.reset();
    QVERIFY(
        writeFileAtomically(fileOf(shelf, "cache.sqlite"), readFile(fileOf(shelf, "cache.sqlite"), 1 << 26)->left(5000))
            .ok());
    shelf.reopen();
    QCOMPARE(shelf->entryIds({}), before);
    QCOMPARE(shelf->note(paper).text, QStringLiteral("mine"));
    QCOMPARE(problems(shelf), QString());
    QCOMPARE(QDir(fileOf(shelf, "backups")).entryList(QDir::Files).size(), 1); // the rubble is kept
}

void LibraryDamage::halfADatabaseOfNotes_isSaidAndLeftAlone()
{
    Shelf shelf;
    importPosts(shelf, 1, 3);
    shelf.library.reset();
    const QByteArray half = readFile(fileOf(shelf, "notes.sqlite"), 1 << 26)->left(6000);
    QVERIFY(writeFileAtomically(fileOf(shelf, "notes.sqlite"), half).ok());
    for (const Mode mode : {Mode::ReadWrite, Mode::ReadOnly})
        QVERIFY2(refusal(shelf, mode).contains(QStringLiteral("damaged")), qUtf8Printable(refusal(shelf, mode)));
    QCOMPARE(*readFile(fileOf(shelf, "notes.sqlite"), 1 << 20), half);
}

void LibraryDamage::lockOfAnotherProcess_isRespectedAndGoesWithIt()
{
    Shelf shelf;
    storeTwo(shelf);
    shelf.library.reset();
    QProcess holder;
    holder.start(QStringLiteral("flock"), {QStringLiteral("--no-fork"), fileOf(shelf, "lock"), QStringLiteral("sh"),
                                           QStringLiteral("-c"), QStringLiteral("echo held; exec sleep 60")});
    if (!holder.waitForStarted(5000))
        QSKIP("There is no program flock here.");
    QVERIFY(holder.waitForReadyRead(10'000));
    QVERIFY(Library::isLocked(shelf.path()));
    QCOMPARE(refusal(shelf, Mode::ReadWrite), Library::lockedMessage());
    QCOMPARE(refusal(shelf, Mode::ReadOnly), QString()); // reading goes on
    holder.kill();
    QVERIFY(holder.waitForFinished(10'000));
    QVERIFY(!Library::isLocked(shelf.path())); // killed, and the lock is gone with it
    QCOMPARE(refusal(shelf, Mode::ReadWrite), QString());
}

void LibraryDamage::libraryFromBefore_opensAsItIs()
{
    // As a version left it that did not note down in the cache whose it is.
    Shelf shelf;
    importPosts(shelf, 1, 3);
    const QList<EntryId> before = shelf->entryIds({});
    shelf.library.reset();
    tamper(fileOf(shelf, "cache.sqlite"), "DELETE FROM meta WHERE key = 'device'");
    tamper(fileOf(shelf, "cache.sqlite"), "UPDATE entries SET one_line = one_line || '!'"); // so that a new one is told
    shelf.reopen(Mode::ReadOnly);
    QCOMPARE(shelf->entryIds({}), before);
    shelf.reopen();
    QVERIFY(shelf->entry(before[0])->content.oneLine.endsWith(u'!'));
    shelf.library.reset();
    QCOMPARE(cell(fileOf(shelf, "cache.sqlite"), "SELECT value FROM meta WHERE key = 'device'"),
             cell(fileOf(shelf, "notes.sqlite"), "SELECT value FROM meta WHERE key = 'device'"));
}

void LibraryDamage::cacheOfANewerProgram_isReadOnly()
{
    Shelf shelf;
    storeTwo(shelf);
    shelf.library.reset();
    tamper(fileOf(shelf, "cache.sqlite"), "PRAGMA user_version=4711");
    for (const Mode mode : {Mode::ReadWrite, Mode::ReadOnly}) {
        shelf.reopen(mode);
        QVERIFY(shelf->isReadOnly());
        QVERIFY(shelf->newerMessage().contains(QStringLiteral("newer version")));
        QCOMPARE(shelf->count({}), 2);
        QCOMPARE(shelf->putSource(feed()).error().message, shelf->newerMessage());
        QCOMPARE(shelf->undo().error().message, shelf->newerMessage());
    }
}

void LibraryDamage::openedTwice_isTheSame()
{
    Shelf shelf;
    importPosts(shelf, 1, 3);
    shelf.library.reset();
    const QByteArray notes = dumpRows(fileOf(shelf, "notes.sqlite"));
    const QByteArray cache = dumpRows(fileOf(shelf, "cache.sqlite"));
    for (const Mode mode : {Mode::ReadWrite, Mode::ReadOnly, Mode::ReadWrite}) {
        shelf.reopen(mode);
        shelf.library.reset();
        QCOMPARE(dumpRows(fileOf(shelf, "notes.sqlite")), notes);
        QCOMPARE(dumpRows(fileOf(shelf, "cache.sqlite")), cache);
    }
    QVERIFY(!QFileInfo::exists(fileOf(shelf, "backups"))); // no step, no copy
}

void LibraryDamage::importTwice_leavesEveryRowAsItWas()
{
    Shelf shelf;
    importPosts(shelf, 1, 4);
    const PaperId paper = paperOf(shelf, shelf->entryIds({})[1]);
    addHighlight(shelf, highlight(shelf, paper));
    const QByteArray notes = dumpRows(fileOf(shelf, "notes.sqlite"));
    const QByteArray cache = dumpRows(fileOf(shelf, "cache.sqlite"));
    const QByteArray files = dumpFolder(fileOf(shelf, "posts"));
    shelf.clock.advance(86'400'000);
    importPosts(shelf, 1, 4);
    importPosts(shelf, 2, 3);
    QCOMPARE(dumpRows(fileOf(shelf, "notes.sqlite")), notes);
    QCOMPARE(dumpRows(fileOf(shelf, "cache.sqlite")), cache);
    QCOMPARE(dumpFolder(fileOf(shelf, "posts")), files);
    QCOMPARE(problems(shelf), QString());
}

void LibraryDamage::editedPost_changesTheEntryAloneAndKeepsMarks()
{
    Shelf shelf;
    digest::Issue post =
        issue(QStringLiteral("edited"), {entry(QStringLiteral("A"), arxiv(1)), entry(QStringLiteral("B"), arxiv(2))});
    const StoredIssue first = store(shelf, post);
    const PaperId paper = paperOf(shelf, first.entries[0]);
    const Highlight mark = highlight(shelf, paper);
    addHighlight(shelf, mark);
    const PointId said = shelf->points(paper).last().id;
    act(shelf, [&](Acts &acts) { return acts.tie(said, mark.id); });
    const QByteArray notes = dumpNotes(fileOf(shelf, "notes.sqlite"));
    post.entries[0].keyPoints.last() = QStringLiteral("第二个要点换了说法");
    post.entries[0].oneLine = QStringLiteral("另一句话");
    const StoredIssue second = store(shelf, post);
    QCOMPARE(second.outcome, Stored::Updated);
    QCOMPARE(second.updatedEntries, 1);
    QCOMPARE(second.newEntries, 0);
    QCOMPARE(second.entries, first.entries);
    QCOMPARE(shelf->highlights(paper), QList<Highlight>{mark});
    const auto kept = shelf->point(said); // what the reader backed stays, beside what the digest says now
    QVERIFY(kept);
    QCOMPARE(kept->text, QStringLiteral("第二个要点讲结果"));
    QCOMPARE(kept->digestText, QStringLiteral("第二个要点换了说法"));
    QCOMPARE(kept->evidence, QList<HighlightId>{mark.id});
    QCOMPARE(shelf->points(paper).size(), 2);
    QCOMPARE(dumpNotes(fileOf(shelf, "notes.sqlite")).replace("posts", ""), QByteArray(notes).replace("posts", ""));
    QCOMPARE(shelf->search(QStringLiteral("另一句话"))->size(), 1);
    QVERIFY(shelf->search(QStringLiteral("一句话说完A"))->isEmpty());
    QCOMPARE(problems(shelf), QString());
}

void LibraryDamage::mergedPaper_leavesNothingBehind()
{
    Shelf shelf;
    const StoredIssue stored =
        store(shelf, issue(QStringLiteral("one"),
                           {entry(QStringLiteral("A"), arxiv(1)),
                            entry(QStringLiteral("B"), QStringLiteral("https://doi.org/10.1000/xyz7"))}));
    const PaperId kept = paperOf(shelf, stored.entries[0]);
    const PaperId gone = paperOf(shelf, stored.entries[1]);
    PaperState starred;
    starred.starred = true;
    starred.verdict = Verdict::Keep;
    for (const PaperId &paper : {kept, gone}) {
        addHighlight(shelf, highlight(shelf, paper));
        act(shelf, [&](Acts &acts) { return acts.putNote(paper, QStringLiteral("note of ") + paper.toString()); });
        QVERIFY(shelf->addDocument(paper, "%PDF of " + paper.toBytes(), {}, {}).ok());
    }
    act(shelf, [&](Acts &acts) { return acts.putState(gone, starred); });
    const QByteArray before = dumpNotes(fileOf(shelf, "notes.sqlite"));
    QCOMPARE(*shelf->learn(kept, shelf->paper(gone)->identifiers), kept);
    QCOMPARE(problems(shelf), QString()); // nothing hangs on the paper that went
    QCOMPARE(shelf->highlights(kept).size(), 2);
    QCOMPARE(shelf->documents(kept).size(), 2);
    QCOMPARE(shelf->state(kept), starred);
    QVERIFY(shelf->note(kept).text.contains(gone.toString()) && shelf->note(kept).text.contains(kept.toString()));
    QCOMPARE(shelf->papersWithNotes(), QList<PaperId>{kept});
    QCOMPARE(shelf->search(QStringLiteral("passage"))->size(), 2);
    QVERIFY(shelf->undo().ok());
    QCOMPARE(dumpNotes(fileOf(shelf, "notes.sqlite")), before);
    QCOMPARE(paperOf(shelf, stored.entries[1]), gone);
    QCOMPARE(problems(shelf), QString());
}

void LibraryDamage::check_namesEachKindOfDamage_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("sql");
    QTest::addColumn<QString>("word");
    const auto row = [](const char *name, const char *file, const char *sql, const char *word) {
        QTest::newRow(name) << QString::fromLatin1(file) << QByteArray(sql) << QString::fromLatin1(word);
    };
    row("entries", "notes.sqlite", "DELETE FROM papers", "entries belong to no paper");
    row("identifiers", "notes.sqlite", "UPDATE identifiers SET paper = x'00'", "identifiers belong to no paper");
    row("aliases", "notes.sqlite", "INSERT INTO aliases VALUES (x'01', x'02', '', NULL)", "lead nowhere");
    row("marks", "notes.sqlite", "UPDATE highlights SET paper = x'00'", "marks or notes belong to no paper");
    row("evidence", "notes.sqlite", "DELETE FROM highlights", "evidence have lost");
    row("texts", "notes.sqlite", "DELETE FROM texts WHERE type = 1", "missing in the search index");
    row("fts of notes", "notes.sqlite", "UPDATE texts SET text = 'never seen'", "notes_fts");
    row("categories", "cache.sqlite", "DELETE FROM entry_categories", "no category row");
    row("fts of entries", "cache.sqlite", "UPDATE entries SET title = 'never seen'", "entries_fts");
    row("PDF", "notes.sqlite", "UPDATE documents SET sha256 = 'ab' || substr(sha256, 3)", "is missing");
    row("size of a PDF", "notes.sqlite", "UPDATE documents SET bytes = 1", "its size is wrong");
    row("posts", "notes.sqlite", "UPDATE posts SET sha256 = 'ab' || substr(sha256, 3)", "does not exist");
}

void LibraryDamage::check_namesEachKindOfDamage()
{
    QFETCH(QString, file);
    QFETCH(QByteArray, sql);
    QFETCH(QString, word);
    Shelf shelf;
    const PaperId paper = paperOf(shelf, storeTwo(shelf).entries[0]);
    const Highlight mark = highlight(shelf, paper);
    addHighlight(shelf, mark);
    act(shelf, [&](Acts &acts) { return acts.tie(shelf->points(paper).first().id, mark.id); });
    QVERIFY(shelf->addDocument(paper, "%PDF", {}, {}).ok());
    QCOMPARE(problems(shelf), QString());
    shelf.library.reset();
    tamper(shelf.path() + QLatin1Char('/') + file, sql.constData());
    shelf.reopen();
    QVERIFY2(problems(shelf).contains(word), qUtf8Printable(problems(shelf)));
}

YAODIAN_TEST_GUILESS(LibraryDamage)

} // namespace library_damage

#include "library_damage.moc"
