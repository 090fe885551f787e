#include "dailyposts.h"
#include "rows.h"
#include "tests/support/testmain.h"

#include "base/files.h"

#include <QDir>

namespace library_restore {

using namespace yaodian;
using namespace yaodian::tests;
using Mode = Library::Mode;

/// A backup comes back as it was, wherever it is put; a file that is none changes nothing.
class LibraryRestore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void intoAnEmptyFolder_isTheSameLibrary();
    void issuesOfOneMoment_keepTheirOrder();
    void intoALibrary_keepsThatOneInBackups();
    void restoringWhatWasKept_isTheWayBack();
    void device_isNew_andItsUndoGoesOn();
    void whatIsNoBackup_isRefusedAndNothingChanges_data();
    void whatIsNoBackup_isRefusedAndNothingChanges();
    void truncatedBackup_isRefused();
    void bytesOfABackupThatChanged_areFoundOrHarmless();
    void backupWithSomethingOfOthers_isRefused_data();
    void backupWithSomethingOfOthers_isRefused();
    void backupOfANewerProgram_isRefused();
    void damagedPostInABackup_isRefused();
    void libraryInUse_isRefused();
    void libraryReadByOthers_isLeftAlone();
    void theLibraryItself_isNoBackup();
    void damagedLibrary_isReplacedAndItsBytesAreKept();
    void libraryOfANewerProgram_isKeptAndReplaced();
    void damagedPostOfTheLibrary_isMendedFromTheBackup();
    void copyFromBeforeASchemaStep_canBeRestored();
    void twice_isTheSameAsOnce();
    void cacheOfOtherNotes_isMadeAgain();
    void folderThatCannotBeMade_isSaid();
};

QString restoreFailure(const Shelf &shelf, const QString &file, const QString &library = QStringLiteral("library"))
{
    FixedClock clock(noon + 1000);
    IdSource ids(clock);
    const auto done = Library::restore(shelf.path(library), file, clock, ids);
    return done ? QString() : done.error().message;
}

Library::Restored restored(Shelf &shelf, const QString &file, const QString &library = QStringLiteral("library"))
{
    const auto done = Library::restore(shelf.path(library), file, shelf.clock, shelf.ids);
    if (!done)
        qFatal("%s", qUtf8Printable(done.error().message));
    return *done;
}

/// A library in which the reader did everything there is to do. Gives back the paper that was worked on.
PaperId fill(Shelf &shelf)
{
    importPosts(shelf, 1, 3);
    const PaperId paper = paperOf(shelf, shelf->entryIds({}).first());
    const Highlight mark = highlight(shelf, paper);
    addHighlight(shelf, mark);
    const PointId said = shelf->points(paper).first().id;
    act(
        shelf, [&](Acts &acts) { return acts.tie(said, mark.id); }, QStringLiteral("tie"));
    Point own;
    own.id = shelf.ids.make<PointTag>();
    own.paper = paper;
    own.rank = 9;
    own.text = QStringLiteral("my own point");
    act(
        shelf, [&](Acts &acts) { return acts.putPoint(own); }, QStringLiteral("point"));
    act(
        shelf, [&](Acts &acts) { return acts.putNote(paper, QStringLiteral("my note 笔记")); }, QStringLiteral("note"));
    PaperState state;
    state.read = state.starred = true;
    state.verdict = Verdict::Keep;
    act(
        shelf, [&](Acts &acts) { return acts.putState(paper, state); }, QStringLiteral("state"));
    act(
        shelf, [&](Acts &acts) { return acts.putNote(paper, QStringLiteral("undone")); }, QStringLiteral("undone"));
    if (!shelf->undo().ok())
        qFatal("nothing to undo");
    return paper;
}

QString backupOf(const Shelf &shelf, const QString &name = QStringLiteral("backup"))
{
    const QString file = shelf.path(name);
    const auto done = shelf->backup(file);
    if (!done)
        qFatal("%s", qUtf8Printable(done.error().message));
    return file;
}

/// Everything a list, a card and the journal show of a library.
QString told(const Library &library)
{
    QString out;
    for (const ListRow &row : library.rows(library.entryIds({}))) {
        out += row.id.toString() + row.paper.toString() + row.title + row.categories.join(u'/') + row.sourceTitle +
               row.issueTitle + QString::number(row.unread) + QString::number(row.starred) +
               QString::number(int(row.verdict)) + QString::number(row.points) + QString::number(row.highlights) +
               u'\n';
        for (const Highlight &mark : library.highlights(row.paper))
            out += QStringLiteral("  h ") + mark.id.toString() + mark.quote + mark.kind + mark.made.toString() + u'\n';
        for (const Point &point : library.points(row.paper)) {
            out += QStringLiteral("  p ") + point.id.toString() + point.text + u'\n';
            for (const HighlightId &evidence : point.evidence)
                out += QStringLiteral("    e ") + evidence.toString() + u'\n';
        }
        out += QStringLiteral("  n ") + library.note(row.paper).text + u'\n';
    }
    for (const IssueRow &issue : library.issues())
        out += QStringLiteral("i ") + issue.id.toString() + issue.title + issue.firstSeen.toString(Qt::ISODateWithMs) +
               u'\n';
    for (const Operation &step : library.journal())
        out += QStringLiteral("o ") + step.id.toString() + step.act + step.label + u'\n';
    for (const Source &source : library.sources())
        out += QStringLiteral("s ") + source.id.toString() + source.title + source.url + u'\n';
    return out;
}

QStringList namesIn(const QString &folder, const QString &pattern)
{
    return QDir(folder).entryList({pattern}, QDir::Files);
}

void LibraryRestore::intoAnEmptyFolder_isTheSameLibrary()
{
    Shelf shelf;
    fill(shelf);
    const QString before = told(*shelf.library);
    const Library::Restored done = restored(shelf, backupOf(shelf), QStringLiteral("empty"));
    QCOMPARE(done.posts, 3);
    QCOMPARE(done.aside, QString());
    auto copy = Library::open(shelf.path(QStringLiteral("empty")), Mode::ReadWrite, shelf.clock, shelf.ids);
    QVERIFY(copy.ok());
    QCOMPARE(told(**copy), before);
    QCOMPARE((*copy)->check()->join(u'|'), QString());
    QVERIFY(!(*copy)->search(QStringLiteral("笔记"))->isEmpty());
    QVERIFY(!(*copy)->search(QStringLiteral("残差"))->isEmpty());
    QCOMPARE(told(*shelf.library), before);
}

void LibraryRestore::issuesOfOneMoment_keepTheirOrder()
{
    Shelf shelf;
    const Source other = feed(QStringLiteral("other"));
    for (int round = 0; round < 4; ++round) { // two sources in turns; no date, and a clock that stands
        importPosts(shelf, 10 * round, 10 * round + 4);
        importPosts(shelf, 10 * round + 5, 10 * round + 9, other);
    }
    const QList<EntryId> before = shelf->entryIds({});
    QCOMPARE(before.size(), 80);
    restored(shelf, backupOf(shelf), QStringLiteral("empty"));
    auto copy = Library::open(shelf.path(QStringLiteral("empty")), Mode::ReadOnly, shelf.clock, shelf.ids);
    QCOMPARE((*copy)->entryIds({}), before);
}

void LibraryRestore::intoALibrary_keepsThatOneInBackups()
{
    Shelf shelf;
    const PaperId paper = fill(shelf);
    const QString before = told(*shelf.library);
    const QString backup = backupOf(shelf);
    act(shelf, [&](Acts &acts) { return acts.putNote(paper, QStringLiteral("written since")); });
    importPosts(shelf, 7, 8);
    const QByteArray pdf = "%PDF-1.4 of the reader";
    QVERIFY(shelf->addDocument(paper, pdf, {}, {}).ok());
    shelf.library.reset();
    const Library::Restored done = restored(shelf, backup);
    QVERIFY(QFileInfo::exists(done.aside));
    QCOMPARE(QFileInfo(done.aside).dir().dirName(), QStringLiteral("backups"));
    shelf.reopen();
    QCOMPARE(told(*shelf.library), before);
    QCOMPARE(shelf->check()->join(u'|'), QString());
    QVERIFY(QFileInfo::exists(
        shelf.path() +
        QStringLiteral("/documents/%1/%2.pdf").arg(sha256Hex(pdf).left(2), sha256Hex(pdf)))); // PDFs stay
    QCOMPARE(namesIn(shelf.path(), QStringLiteral("*.part*")), QStringList());
}

void LibraryRestore::restoringWhatWasKept_isTheWayBack()
{
    Shelf shelf;
    const PaperId paper = fill(shelf);
    const QString backup = backupOf(shelf);
    act(shelf, [&](Acts &acts) { return acts.putNote(paper, QStringLiteral("written since")); });
    const QString later = told(*shelf.library);
    shelf.library.reset();
    const QString aside = restored(shelf, backup).aside;
    const QString again = restored(shelf, aside).aside;
    QVERIFY(again != aside); // in the same second, and yet nothing is written over
    QCOMPARE(namesIn(shelf.path() + QStringLiteral("/backups"), QStringLiteral("before-restore-*")).size(), 2);
    shelf.reopen();
    QCOMPARE(told(*shelf.library), later);
}

void LibraryRestore::device_isNew_andItsUndoGoesOn()
{
    Shelf shelf;
    const PaperId paper = fill(shelf);
    const QString backup = backupOf(shelf);
    shelf.library.reset();
    const QByteArray device =
        cell(shelf.path() + QStringLiteral("/notes.sqlite"), "SELECT value FROM meta WHERE key='device'");
    restored(shelf, backup, QStringLiteral("other"));
    const QString other = shelf.path(QStringLiteral("other/notes.sqlite"));
    const QByteArray renewed = cell(other, "SELECT value FROM meta WHERE key='device'");
    QCOMPARE(renewed.size(), device.size());
    QVERIFY(renewed != device);
    auto copy = Library::open(shelf.path(QStringLiteral("other")), Mode::ReadWrite, shelf.clock, shelf.ids);
    QCOMPARE((*copy)->redo()->act, QStringLiteral("undone"));
    QCOMPARE((*copy)->note(paper).text, QStringLiteral("undone"));
    for (const char *act : {"undone", "state", "note", "point", "tie", "test.act"})
        QCOMPARE((*copy)->undo()->act, QLatin1String(act));
    QVERIFY((*copy)->highlights(paper).isEmpty());
    QVERIFY(!(*copy)->undo().ok());
    QCOMPARE((*copy)->check()->join(u'|'), QString());
}

void LibraryRestore::whatIsNoBackup_isRefusedAndNothingChanges_data()
{
    QTest::addColumn<QString>("what");
    for (const char *what : {"absent", "folder", "empty", "text", "header", "foreign", "cache"})
        QTest::newRow(what) << QString::fromLatin1(what);
}

void LibraryRestore::whatIsNoBackup_isRefusedAndNothingChanges()
{
    QFETCH(QString, what);
    Shelf shelf;
    fill(shelf);
    shelf.library.reset();
    const QString file = shelf.path(what);
    if (what == QLatin1String("folder"))
        QVERIFY(QDir().mkpath(file));
    else if (what == QLatin1String("empty"))
        QVERIFY(writeFileAtomically(file, {}).ok());
    else if (what == QLatin1String("text"))
        QVERIFY(writeFileAtomically(file, QByteArray("a letter to a friend\n").repeated(500)).ok());
    else if (what == QLatin1String("header"))
        QVERIFY(writeFileAtomically(file, QByteArray("SQLite format 3\0", 16) + QByteArray(9000, 'x')).ok());
    else if (what == QLatin1String("foreign"))
        tamper(file, "CREATE TABLE theirs(x)");
    else if (what == QLatin1String("cache"))
        QVERIFY(QFile::copy(shelf.path() + QStringLiteral("/cache.sqlite"), file));
    const QByteArray before = dumpFolder(shelf.path());
    const QString why = restoreFailure(shelf, file);
    QVERIFY2(why.contains(file) && why.endsWith(u'.') && !why.contains(u'\n'), qUtf8Printable(why));
    QCOMPARE(dumpFolder(shelf.path()), before);
    QVERIFY(!restoreFailure(shelf, file, QStringLiteral("nowhere")).isEmpty());
    QVERIFY2(!QFileInfo::exists(shelf.path(QStringLiteral("nowhere"))), "a refused restore makes no library");
}

void LibraryRestore::truncatedBackup_isRefused()
{
    Shelf shelf;
    fill(shelf);
    const QByteArray whole = *readFile(backupOf(shelf), 1 << 26);
    shelf.library.reset();
    const QByteArray before = dumpFolder(shelf.path());
    const QString cut = shelf.path(QStringLiteral("cut"));
    for (const qsizetype size :
         {qsizetype(15), qsizetype(16), qsizetype(99), qsizetype(100), qsizetype(4095), qsizetype(4096),
          qsizetype(8192), whole.size() / 2, whole.size() - 4096, whole.size() - 1}) {
        QVERIFY(writeFileAtomically(cut, whole.left(size)).ok());
        const QString why = restoreFailure(shelf, cut);
        QVERIFY2(why.contains(cut), qUtf8Printable(QStringLiteral("%1 bytes: %2").arg(size).arg(why)));
    }
    QCOMPARE(dumpFolder(shelf.path()), before);
}

void LibraryRestore::bytesOfABackupThatChanged_areFoundOrHarmless()
{
    Shelf shelf;
    fill(shelf);
    const QByteArray whole = *readFile(backupOf(shelf), 1 << 26);
    const QString flipped = shelf.path(QStringLiteral("flipped"));
    int refused = 0;
    for (int round = 0; round < 16; ++round) {
        QByteArray bytes = whole;
        const qsizetype at = (round * 7919 + 31) % bytes.size();
        for (qsizetype i = at; i < qMin(at + 64, bytes.size()); ++i)
            bytes[i] = char(bytes[i] ^ 0x5a);
        QVERIFY(writeFileAtomically(flipped, bytes).ok());
        const QString target = QStringLiteral("target%1").arg(round);
        const QString why = restoreFailure(shelf, flipped, target);
        refused += why.isEmpty() ? 0 : 1;
        if (!why.isEmpty()) {
            QVERIFY2(!QFileInfo::exists(shelf.path(target)), qUtf8Printable(why));
            continue;
        }
        auto copy =
            Library::open(shelf.path(target), Mode::ReadWrite, shelf.clock, shelf.ids); // a text that reads otherwise
        QVERIFY(copy.ok());
        QCOMPARE((*copy)->check()->join(u'|'), QString());
    }
    QVERIFY2(refused >= 1, qPrintable(QString::number(refused)));
}

void LibraryRestore::backupWithSomethingOfOthers_isRefused_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::newRow("trigger") << QByteArray("CREATE TRIGGER t AFTER INSERT ON meta BEGIN DELETE FROM notes; END");
    QTest::newRow("view") << QByteArray("CREATE VIEW v AS SELECT 1");
    QTest::newRow("table") << QByteArray("CREATE TABLE theirs(x)");
    QTest::newRow("index") << QByteArray("CREATE INDEX theirs ON notes(abs(paper))");
    QTest::newRow("missing table") << QByteArray("DROP TABLE evidence");
    QTest::newRow("missing index") << QByteArray("DROP INDEX highlights_paper");
    QTest::newRow("missing posts") << QByteArray("DELETE FROM kept_posts");
}

void LibraryRestore::backupWithSomethingOfOthers_isRefused()
{
    QFETCH(QByteArray, sql);
    Shelf shelf;
    fill(shelf);
    const QString file = backupOf(shelf);
    tamper(file, sql.constData());
    const QString why = restoreFailure(shelf, file, QStringLiteral("target"));
    QVERIFY2(why.contains(file), qUtf8Printable(why));
    QVERIFY(!QFileInfo::exists(shelf.path(QStringLiteral("target"))));
}

void LibraryRestore::backupOfANewerProgram_isRefused()
{
    Shelf shelf;
    fill(shelf);
    const QString file = backupOf(shelf);
    tamper(file, "PRAGMA user_version=4711");
    const QString why = restoreFailure(shelf, file, QStringLiteral("target"));
    QVERIFY2(why.contains(QStringLiteral("newer version")), qUtf8Printable(why));
    QVERIFY(!QFileInfo::exists(shelf.path(QStringLiteral("target"))));
}

void LibraryRestore::damagedPostInABackup_isRefused()
{
    Shelf shelf;
    fill(shelf);
    const QString file = backupOf(shelf);
    tamper(file, "UPDATE kept_posts SET bytes = x'28b52ffd' || substr(bytes, 5, 20) WHERE sha256 = (SELECT max(sha256) "
                 "FROM kept_posts)");
    QVERIFY(restoreFailure(shelf, file, QStringLiteral("target")).contains(QStringLiteral("damaged")));
    // A post under a name that is a path is none either.
    const QString other = backupOf(shelf, QStringLiteral("other"));
    tamper(other, "UPDATE kept_posts SET sha256 = '../../../evil' WHERE sha256 = (SELECT max(sha256) FROM kept_posts)");
    QVERIFY(!restoreFailure(shelf, other, QStringLiteral("target")).isEmpty());
    QVERIFY(!QFileInfo::exists(shelf.path(QStringLiteral("target"))));
}

void LibraryRestore::libraryInUse_isRefused()
{
    Shelf shelf;
    fill(shelf);
    const QString file = backupOf(shelf);
    QCOMPARE(restoreFailure(shelf, file), Library::lockedMessage());
    QVERIFY(!QFileInfo::exists(shelf.path() + QStringLiteral("/backups")));
    shelf.library.reset();
    QCOMPARE(restoreFailure(shelf, file), QString());
}

void LibraryRestore::libraryReadByOthers_isLeftAlone()
{
    Shelf shelf;
    const PaperId paper = fill(shelf);
    const QString file = backupOf(shelf);
    act(shelf, [&](Acts &acts) { return acts.putNote(paper, QStringLiteral("since")); });
    shelf.library.reset();
    auto reader = Library::open(shelf.path(), Mode::ReadOnly, shelf.clock, shelf.ids);
    QVERIFY(reader.ok());
    QCOMPARE((*reader)->note(paper).text, QStringLiteral("since"));
    const QString why = restoreFailure(shelf, file); // its write-ahead log cannot be put away under the reader
    QVERIFY2(!why.isEmpty() && why.endsWith(u'.'), qUtf8Printable(why));
    QCOMPARE((*reader)->note(paper).text, QStringLiteral("since"));
    reader->reset();
    shelf.reopen();
    QCOMPARE(shelf->note(paper).text, QStringLiteral("since"));
    QCOMPARE(shelf->check()->join(u'|'), QString());
}

void LibraryRestore::theLibraryItself_isNoBackup()
{
    Shelf shelf;
    fill(shelf);
    const QString notes = shelf.path() + QStringLiteral("/notes.sqlite");
    QVERIFY(restoreFailure(shelf, notes, QStringLiteral("target"))
                .contains(QStringLiteral("in use"))); // has a log beside it
    shelf.library.reset();
    QVERIFY(restoreFailure(shelf, notes).contains(QStringLiteral("itself")));
    QVERIFY(restoreFailure(shelf, shelf.path() + QStringLiteral("/backups/../notes.sqlite"))
                .contains(notes.section(u'/', -1)));
    shelf.reopen();
    QCOMPARE(shelf->count({}), 6);
}

void LibraryRestore::damagedLibrary_isReplacedAndItsBytesAreKept()
{
    Shelf shelf;
    fill(shelf);
    const QString before = told(*shelf.library);
    const QString file = backupOf(shelf);
    shelf.library.reset();
    const QByteArray rubble = QByteArray("not a database any more ").repeated(800);
    QVERIFY(writeFileAtomically(shelf.path() + QStringLiteral("/notes.sqlite"), rubble).ok());
    const Library::Restored done = restored(shelf, file);
    QCOMPARE(*readFile(done.aside, 1 << 20), rubble);
    shelf.reopen();
    QCOMPARE(told(*shelf.library), before);
    QCOMPARE(shelf->check()->join(u'|'), QString());
}

void LibraryRestore::libraryOfANewerProgram_isKeptAndReplaced()
{
    Shelf shelf;
    fill(shelf);
    const QString before = told(*shelf.library);
    const QString file = backupOf(shelf);
    shelf.library.reset();
    tamper(shelf.path() + QStringLiteral("/notes.sqlite"), "PRAGMA user_version=4711");
    const Library::Restored done = restored(shelf, file);
    QCOMPARE(cell(done.aside, "PRAGMA user_version"), QByteArray("4711"));
    shelf.reopen();
    QVERIFY(!shelf->isReadOnly());
    QCOMPARE(told(*shelf.library), before);
}

void LibraryRestore::damagedPostOfTheLibrary_isMendedFromTheBackup()
{
    Shelf shelf;
    fill(shelf);
    const QString file = backupOf(shelf);
    const QString sha = shelf->keptPosts().first().sha256;
    const QString post = shelf.path() + QStringLiteral("/posts/%1/%2.zst").arg(sha.left(2), sha);
    shelf.library.reset();
    QVERIFY(writeFileAtomically(post, "rubble").ok());
    const Library::Restored done = restored(shelf, file);
    QVERIFY(QFileInfo::exists(done.aside)); // without the posts, which stay
    shelf.reopen();
    QVERIFY(shelf->postBytes(sha).ok());
    QCOMPARE(shelf->check()->join(u'|'), QString());
}

void LibraryRestore::copyFromBeforeASchemaStep_canBeRestored()
{
    Shelf shelf;
    const PaperId paper = fill(shelf);
    const QString before = told(*shelf.library);
    const QString file = backupOf(shelf);
    tamper(file, "DROP TABLE kept_posts"); // what copyBeforeStep() writes
    act(shelf, [&](Acts &acts) { return acts.putNote(paper, QStringLiteral("since")); });
    shelf.library.reset();
    QCOMPARE(restored(shelf, file).posts, 0);
    shelf.reopen();
    QCOMPARE(told(*shelf.library), before); // the posts had stayed in the folder
}

void LibraryRestore::twice_isTheSameAsOnce()
{
    Shelf shelf;
    fill(shelf);
    const QString before = told(*shelf.library);
    const QString file = backupOf(shelf);
    shelf.library.reset();
    restored(shelf, file);
    restored(shelf, file);
    shelf.reopen();
    QCOMPARE(told(*shelf.library), before);
    QCOMPARE(shelf->check()->join(u'|'), QString());
}

void LibraryRestore::cacheOfOtherNotes_isMadeAgain()
{
    // What a restore that was cut short after its last step but one leaves: new notes beside the old cache.
    Shelf shelf;
    fill(shelf);
    const QString before = told(*shelf.library);
    const QString file = backupOf(shelf);
    restored(shelf, file, QStringLiteral("other"));
    shelf.library.reset();
    const QString notes = shelf.path() + QStringLiteral("/notes.sqlite");
    QVERIFY(QFile::remove(notes) && QFile::copy(shelf.path(QStringLiteral("other/notes.sqlite")), notes));
    tamper(shelf.path() + QStringLiteral("/cache.sqlite"), "UPDATE entries SET title = 'of other notes'");
    const auto reader = Library::open(shelf.path(), Mode::ReadOnly, shelf.clock, shelf.ids);
    QVERIFY(!reader.ok());
    QVERIFY(reader.error().message.contains(QStringLiteral("cache")));
    shelf.reopen();
    QCOMPARE(told(*shelf.library), before);
    QCOMPARE(shelf->check()->join(u'|'), QString());
}

void LibraryRestore::folderThatCannotBeMade_isSaid()
{
    Shelf shelf;
    fill(shelf);
    const QString file = backupOf(shelf);
    QVERIFY(writeFileAtomically(shelf.path(QStringLiteral("plain")), "x").ok());
    const QString why = restoreFailure(shelf, file, QStringLiteral("plain/library"));
    QVERIFY2(why.contains(QStringLiteral("plain")), qUtf8Printable(why));
}

YAODIAN_TEST_GUILESS(LibraryRestore)

} // namespace library_restore

#include "library_restore.moc"
