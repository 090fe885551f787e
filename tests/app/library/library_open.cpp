#include "rows.h"
#include "shelf.h"
#include "tests/support/testmain.h"

#include "base/files.h"

#include <QDir>
#include <QThread>

#include <atomic>
#include <sys/un.h>
#include <unistd.h>

namespace library_open {

using namespace yaodian;
using namespace yaodian::tests;
using Mode = Library::Mode;

class LibraryOpen : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void secondWriter_isRefused_andReadersAreNot();
    void lock_isGivenBack();
    void absentLibrary_readsAsEmptyAndIsNotMade();
    void readingLibrary_refusesToWrite();
    void readOnlyFolder_isReadAndSaysWhyItCannotBeWritten();
    void folderThatCannotBeMade_saysSo();
    void damagedFile_saysSoAndIsLeftAlone_data();
    void damagedFile_saysSoAndIsLeftAlone();
    void databaseOfAnotherProgram_isRefused();
    void newerLibrary_isReadOnly();
    void everyPragma_isAsPromised();
    void longFolder_hasASocketThatFits();
    void readersAndTheWriter_workAtTheSameTime();
    void backup_holdsNotesAndPosts();
    void backupThatCannotBeWritten_leavesTheOldOne();
    void check_findsWhatWasBroken();
    void names_findWhatTheyName();
    void reserve_isKept();
    void whatACrashLeftHalfWritten_isGoneWhenItIsOpened();
};

QString ask(const QString &file, const char *sql)
{
    return QString::fromUtf8(cell(file, sql));
}

QString refusal(const QString &path, Mode mode)
{
    FixedClock clock(noon);
    IdSource ids(clock);
    const auto opened = Library::open(path, mode, clock, ids);
    return opened ? QString() : opened.error().message;
}

/// Root may write everywhere, so a test of what may not be written gives that up for a while.
class OrdinaryUser
{
public:
    OrdinaryUser() : m_root(::geteuid() == 0 && ::seteuid(65534) == 0) {}
    ~OrdinaryUser()
    {
        if (m_root && ::seteuid(0) != 0)
            std::abort();
    }

private:
    bool m_root;
};

void LibraryOpen::secondWriter_isRefused_andReadersAreNot()
{
    Shelf shelf;
    storeTwo(shelf);
    QVERIFY(Library::isLocked(shelf.path()));
    QCOMPARE(refusal(shelf.path(), Mode::ReadWrite), Library::lockedMessage());
    auto reader = Library::open(shelf.path(), Mode::ReadOnly, shelf.clock, shelf.ids);
    QVERIFY(reader.ok());
    QCOMPARE((*reader)->count({}), 2);
    storeTwo(shelf, QStringLiteral("more"));
    QCOMPARE((*reader)->count({}), 4);
}

void LibraryOpen::lock_isGivenBack()
{
    Shelf shelf;
    shelf.library.reset();
    QVERIFY(!Library::isLocked(shelf.path()));
    QVERIFY(!Library::isLocked(shelf.path(QStringLiteral("nowhere"))));
    QCOMPARE(refusal(shelf.path(), Mode::ReadWrite), QString());
}

void LibraryOpen::absentLibrary_readsAsEmptyAndIsNotMade()
{
    Shelf shelf;
    auto reader = Library::open(shelf.path(QStringLiteral("nowhere")), Mode::ReadOnly, shelf.clock, shelf.ids);
    QVERIFY(reader.ok());
    QVERIFY((*reader)->isReadOnly());
    QCOMPARE((*reader)->count({}), 0);
    QCOMPARE((*reader)->issues().size(), 0);
    QCOMPARE((*reader)->search(QStringLiteral("x"))->size(), 0);
    QCOMPARE((*reader)->kinds().size(), 7);
    QVERIFY(!QFileInfo::exists(shelf.path(QStringLiteral("nowhere"))));
}

void LibraryOpen::readingLibrary_refusesToWrite()
{
    Shelf shelf;
    const PaperId paper = paperOf(shelf, storeTwo(shelf).entries[0]);
    shelf.reopen(Mode::ReadOnly);
    QVERIFY(shelf->isReadOnly());
    QVERIFY(!shelf->act(QStringLiteral("x"), {}, [&](Acts &acts) { return acts.putNote(paper, QStringLiteral("x")); })
                 .ok());
    QVERIFY(!shelf->undo().ok());
    QVERIFY(!shelf->addDocument(paper, "%PDF", {}, {}).ok());
    QVERIFY(!shelf->storeIssue(feed(), issue(QStringLiteral("n"), {}), "x").ok());
    QVERIFY(!QFileInfo::exists(shelf.path() + QStringLiteral("/documents")));
}

void LibraryOpen::readOnlyFolder_isReadAndSaysWhyItCannotBeWritten()
{
    Shelf shelf;
    storeTwo(shelf);
    shelf.library.reset();
    QVERIFY(QFile::remove(shelf.path() + QStringLiteral("/lock")));
    QVERIFY(QFile::setPermissions(shelf.folder.path(), QFile::Permissions(0x7555)));
    for (const QString &name : QDir(shelf.path()).entryList(QDir::Files))
        QVERIFY(QFile::setPermissions(shelf.path() + QLatin1Char('/') + name, QFile::Permissions(0x4444)));
    QVERIFY(QFile::setPermissions(shelf.path(), QFile::Permissions(0x5555)));
    {
        const OrdinaryUser user;
        const QString why = refusal(shelf.path(), Mode::ReadWrite);
        QVERIFY2(why.contains(shelf.path()), qUtf8Printable(why));
        auto reader = Library::open(shelf.path(), Mode::ReadOnly, shelf.clock, shelf.ids);
        QVERIFY(reader.ok());
        QCOMPARE((*reader)->count({}), 2);
    }
    QVERIFY(QFile::setPermissions(shelf.path(), QFile::Permissions(0x7755)));
}

void LibraryOpen::folderThatCannotBeMade_saysSo()
{
    Shelf shelf;
    const QString file = shelf.path(QStringLiteral("file"));
    QVERIFY(writeFileAtomically(file, "x").ok());
    const QString why = refusal(file + QStringLiteral("/library"), Mode::ReadWrite);
    QVERIFY2(why.contains(file) && why.endsWith(QLatin1Char('.')), qUtf8Printable(why));
    QVERIFY(!refusal(file, Mode::ReadWrite).isEmpty());
}

void LibraryOpen::damagedFile_saysSoAndIsLeftAlone_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("text") << QByteArray("This is no database, however long one looks at it. ").repeated(100);
    QTest::newRow("header of a database") << QByteArray("SQLite format 3\0", 16) + QByteArray(4096, 'x');
}

void LibraryOpen::damagedFile_saysSoAndIsLeftAlone()
{
    QFETCH(QByteArray, bytes);
    Shelf shelf;
    shelf.library.reset();
    const QString file = shelf.path() + QStringLiteral("/notes.sqlite");
    QVERIFY(writeFileAtomically(file, bytes).ok());
    for (const Mode mode : {Mode::ReadWrite, Mode::ReadOnly}) {
        const QString why = refusal(shelf.path(), mode);
        QVERIFY2(why.contains(QStringLiteral("damaged")), qUtf8Printable(why));
    }
    QCOMPARE(*readFile(file, 100'000), bytes);
    QVERIFY(!Library::isLocked(shelf.path()));
}

void LibraryOpen::databaseOfAnotherProgram_isRefused()
{
    Shelf shelf;
    const QString folder = shelf.path(QStringLiteral("other"));
    QVERIFY(QDir().mkpath(folder));
    tamper(folder + QStringLiteral("/notes.sqlite"), "CREATE TABLE theirs(x)");
    QVERIFY(refusal(folder, Mode::ReadWrite).contains(QStringLiteral("another program")));
    QCOMPARE(ask(folder + QStringLiteral("/notes.sqlite"), "SELECT count(*) FROM sqlite_schema"), QStringLiteral("1"));
}

void LibraryOpen::newerLibrary_isReadOnly()
{
    Shelf shelf;
    const PaperId paper = paperOf(shelf, storeTwo(shelf).entries[0]);
    shelf.library.reset();
    const QString file = shelf.path() + QStringLiteral("/notes.sqlite");
    tamper(file, "PRAGMA user_version=4711");
    shelf.reopen();
    QVERIFY(shelf->isReadOnly());
    QVERIFY(!shelf->newerMessage().isEmpty());
    QCOMPARE(shelf->count({}), 2);
    const auto done =
        shelf->act(QStringLiteral("x"), {}, [&](Acts &acts) { return acts.putNote(paper, QStringLiteral("x")); });
    QCOMPARE(done.error().message, shelf->newerMessage());
    QVERIFY(!Library::isLocked(shelf.path()));
    shelf.library.reset();
    QCOMPARE(ask(file, "PRAGMA user_version"), QStringLiteral("4711"));
}

void LibraryOpen::everyPragma_isAsPromised()
{
    Shelf shelf;
    storeTwo(shelf);
    shelf.library.reset();
    for (const auto &[name, version] : {std::pair("/notes.sqlite", "8"), std::pair("/cache.sqlite", "6")}) {
        const QString file = shelf.path() + QLatin1String(name);
        QCOMPARE(ask(file, "PRAGMA journal_mode"), QStringLiteral("wal"));
        QCOMPARE(ask(file, "PRAGMA user_version"), QLatin1String(version));
        QCOMPARE(ask(file, "PRAGMA application_id"), QString::number(0x59616f64));
        QCOMPARE(ask(file, "PRAGMA integrity_check"), QStringLiteral("ok"));
        QVERIFY(!QFileInfo::exists(file + QStringLiteral("-wal"))); // folded in when the writer closed
    }
}

void LibraryOpen::longFolder_hasASocketThatFits()
{
    Shelf shelf;
    QCOMPARE(Library::socketPath(QStringLiteral("/some/library")), QStringLiteral("/some/library/socket"));
    const QString deep = QStringLiteral("/srv/") + QStringLiteral("deep/").repeated(30);
    const QString path = Library::socketPath(deep + QLatin1Char('a'));
    QVERIFY2(QFile::encodeName(path).size() < qsizetype(sizeof(sockaddr_un{}.sun_path)), qUtf8Printable(path));
    QVERIFY(path.startsWith(QLatin1Char('/')));
    QCOMPARE(Library::socketPath(deep + QLatin1Char('a')), path);
    QVERIFY(Library::socketPath(deep + QLatin1Char('b')) != path);
}

void LibraryOpen::readersAndTheWriter_workAtTheSameTime()
{
    Shelf shelf;
    const PaperId paper = paperOf(shelf, storeTwo(shelf).entries[0]);
    std::atomic<bool> stop = false;
    std::atomic<int> odd = 0;
    QList<QThread *> readers;
    for (int i = 0; i < 4; ++i) {
        readers += QThread::create([&] {
            while (!stop) {
                const QString text = shelf->note(paper).text;
                const auto state = shelf->state(paper);
                if (shelf->count({}) < 2 || (!text.isEmpty() && !text.startsWith(QStringLiteral("note "))) ||
                    state.starred)
                    ++odd;
            }
        });
        readers.last()->start();
    }
    for (int i = 0; i < 60; ++i) {
        act(shelf, [&](Acts &acts) { return acts.putNote(paper, QStringLiteral("note %1").arg(i)); });
        if (i % 10 == 0)
            storeTwo(shelf, QStringLiteral("round %1").arg(i));
    }
    stop = true;
    for (QThread *reader : std::as_const(readers)) {
        QVERIFY(reader->wait());
        delete reader;
    }
    QCOMPARE(odd.load(), 0);
    QCOMPARE(shelf->count({}), 14);
    QCOMPARE(shelf->check()->join(QLatin1Char('|')), QString());
}

void LibraryOpen::backup_holdsNotesAndPosts()
{
    Shelf shelf;
    const PaperId paper = paperOf(shelf, storeTwo(shelf).entries[0]);
    act(shelf, [&](Acts &acts) { return acts.putNote(paper, QStringLiteral("mine")); });
    const QString file = shelf.path(QStringLiteral("backup.yaodian"));
    const auto done = shelf->backup(file);
    QVERIFY2(done.ok(), done ? "" : qUtf8Printable(done.error().message));
    QCOMPARE(ask(file, "PRAGMA integrity_check"), QStringLiteral("ok"));
    QCOMPARE(ask(file, "SELECT text FROM notes"), QStringLiteral("mine"));
    QCOMPARE(ask(file, "SELECT sha256 FROM kept_posts"), shelf->keptPosts().first().sha256);
    QCOMPARE(ask(file, "SELECT min(length(bytes)) > 10 FROM kept_posts"), QStringLiteral("1"));
    QCOMPARE(QDir(shelf.folder.path()).entryList(QDir::Files), QStringList{QStringLiteral("backup.yaodian")});
    act(shelf, [&](Acts &acts) { return acts.putNote(paper, QStringLiteral("later")); });
    QVERIFY(shelf->backup(file).ok()); // in the place of the older one
    QCOMPARE(ask(file, "SELECT text FROM notes"), QStringLiteral("later"));
}

void LibraryOpen::backupThatCannotBeWritten_leavesTheOldOne()
{
    Shelf shelf;
    storeTwo(shelf);
    const QString file = shelf.path(QStringLiteral("backup.yaodian"));
    QVERIFY(writeFileAtomically(file, "the old one").ok());
    const QString sha = shelf->keptPosts().first().sha256;
    QVERIFY(
        writeFileAtomically(shelf.path() + QStringLiteral("/posts/%1/%2.zst").arg(sha.left(2), sha), "broken").ok());
    QVERIFY(!shelf->backup(file).ok());
    QCOMPARE(*readFile(file, 100), QByteArray("the old one"));
    QVERIFY(!shelf->backup(shelf.path(QStringLiteral("no/such/folder/b"))).ok());
    QVERIFY(!shelf->backup(shelf.folder.path()).ok());
    QCOMPARE(QDir(shelf.folder.path()).entryList(QDir::Files), QStringList{QStringLiteral("backup.yaodian")});
}

void LibraryOpen::check_findsWhatWasBroken()
{
    Shelf shelf;
    storeTwo(shelf);
    QCOMPARE(shelf->check()->size(), 0);
    shelf.library.reset();
    tamper(shelf.path() + QStringLiteral("/notes.sqlite"), "DELETE FROM papers");
    tamper(shelf.path() + QStringLiteral("/cache.sqlite"), "UPDATE entries SET one_line = 'words the index never saw'");
    shelf.reopen();
    const QString found = shelf->check()->join(QLatin1Char('\n'));
    QVERIFY2(found.contains(QStringLiteral("2 entries belong to no paper")), qUtf8Printable(found));
    QVERIFY2(found.contains(QStringLiteral("identifiers belong to no paper")), qUtf8Printable(found));
    QVERIFY2(found.contains(QStringLiteral("entries_fts")), qUtf8Printable(found));
}

void LibraryOpen::names_findWhatTheyName()
{
    using What = Library::Named::What;
    Shelf shelf;
    const auto stored = storeTwo(shelf);
    const PaperId paper = paperOf(shelf, stored.entries[0]);
    const QString id = stored.entries[0].toString();
    const QList<What> both{What::Entry, What::Paper};
    for (const QString &name : {id, id.toUpper(), id.left(13), id.right(12), QString(id).remove(QLatin1Char('-'))}) {
        QCOMPARE(shelf->named(name, both).what, What::Entry);
        QCOMPARE(shelf->named(name, both).id, stored.entries[0].uuid());
    }
    QCOMPARE(shelf->named(QStringLiteral("arXiv:2302.00001"), both).id, paper.uuid());
    QCOMPARE(shelf->named(QStringLiteral("arXiv:2302.00001v3"), both).what, What::Paper);
    for (const QString &name :
         {QStringLiteral("arXiv:2302.99999"), QString(), QStringLiteral("zzzz"), QStringLiteral("%%%%")})
        QCOMPARE(shelf->named(name, both).what, What::Nothing);
    // However short: what only one id has names it, and what several have gives the candidates.
    for (int digits = 1; digits <= 8; ++digits) {
        const auto found = shelf->named(id.left(digits), {What::Entry});
        int sharing = 0;
        for (const EntryId &entry : stored.entries)
            sharing += entry.toString().startsWith(id.left(digits)) || entry.toString().endsWith(id.left(digits));
        QCOMPARE(found.what == What::Entry, sharing == 1);
        QCOMPARE(found.candidates.size(), sharing == 1 ? 0 : sharing);
    }
    QCOMPARE(shelf->named(stored.id.toString(), both).what, What::Nothing);
    QCOMPARE(shelf->named(stored.id.toString().left(8), {What::Issue}).id, stored.id.uuid());
    const PointId point = shelf->points(paper).last().id;
    QCOMPARE(shelf->named(point.toString().right(12), {What::Point}).id, point.uuid()); // only the digest's so far
    const Highlight one = highlight(shelf, paper);
    const Highlight two = highlight(shelf, paper);
    addHighlight(shelf, one);
    addHighlight(shelf, two);
    const auto several = shelf->named(one.id.toString().left(8), {What::Highlight}); // the time they share
    QCOMPARE(several.what, What::Nothing);
    QCOMPARE(several.candidates.size(), 2);
    act(shelf, [&](Acts &acts) { return acts.removeHighlight(two.id); });
    QCOMPARE(shelf->named(one.id.toString().left(8), {What::Highlight}).id, one.id.uuid());
}

void LibraryOpen::reserve_isKept()
{
    Shelf shelf;
    const QString reserve = shelf.path() + QStringLiteral("/reserve");
    QCOMPARE(QFileInfo(reserve).size(), 2 * 1024 * 1024);
    shelf.library.reset();
    QVERIFY(QFile::remove(reserve));
    shelf.reopen();
    QCOMPARE(QFileInfo(reserve).size(), 2 * 1024 * 1024);
}

void LibraryOpen::whatACrashLeftHalfWritten_isGoneWhenItIsOpened()
{
    Shelf shelf;
    shelf.library.reset();
    const QStringList left{QStringLiteral("notes.sqlite.part"),
                           QStringLiteral("notes.sqlite-journal"),
                           QStringLiteral("incoming/%1.draft").arg(QString(64, QLatin1Char('a'))),
                           QStringLiteral("backups/notes-v3-20231114-221320.sqlite.part"),
                           QStringLiteral("backups/before-restore-20231114-221320.sqlite.part"),
                           QStringLiteral("backups/before-restore-20231114-221320.sqlite.part-journal")};
    const QStringList others{QStringLiteral("incoming/of a download.part"), QStringLiteral("backups/mine.sqlite.part"),
                             QStringLiteral("backups/notes-v3-20231114-221320.sqlite")};
    for (const QString &name : left + others) {
        const QString file = shelf.path() + QLatin1Char('/') + name;
        QVERIFY(QDir().mkpath(QFileInfo(file).absolutePath()));
        QVERIFY(writeFileAtomically(file, QByteArray("\0half", 5)).ok());
    }
    shelf.reopen(Mode::ReadOnly);
    for (const QString &name : left) // somebody may be writing them
        QVERIFY2(QFile::exists(shelf.path() + QLatin1Char('/') + name), qPrintable(name));
    shelf.reopen();
    for (const QString &name : left)
        QVERIFY2(!QFile::exists(shelf.path() + QLatin1Char('/') + name), qPrintable(name));
    for (const QString &name : others)
        QVERIFY2(QFile::exists(shelf.path() + QLatin1Char('/') + name), qPrintable(name));
}

YAODIAN_TEST_GUILESS(LibraryOpen)

} // namespace library_open

#include "library_open.moc"
