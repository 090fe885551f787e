#include "rows.h"
#include "shelf.h"
#include "tests/support/testmain.h"

#include "base/files.h"

#include <QDir>

namespace library_ownfiles {

using namespace Qt::StringLiterals;
using namespace yaodian;
using namespace yaodian::tests;

/// Keys and templates are plain files of the reader's; a backup takes them along, and a restore loses none.
class LibraryOwnFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void backup_takesKeysAndTemplatesAlong();
    void whatIsOther_isKeptBesideIt_andWhatIsNotInTheBackupStays();
    void theWayBack_hasThemToo();
    void withoutAny_theBackupIsAsBefore();
    void theyStay_whereTheNotesCannotBeReplaced();
    void whereOneCannotBePlaced_theRestIsRestored_andItIsSaid();
    void aFileOfAnotherName_isRefused_data();
    void aFileOfAnotherName_isRefused();
    void whatCannotBeRead_isNoReasonForNoBackup();
};

struct House
{
    Shelf shelf;

    [[nodiscard]] QString path(const QString &name, const QString &library = u"library"_s) const
    {
        return shelf.path(library) + u'/' + name;
    }
    void put(const QString &name, const QByteArray &bytes, const QString &library = u"library"_s) const
    {
        const QString file = path(name, library);
        if (!QDir().mkpath(QFileInfo(file).absolutePath()) || !writeFileAtomically(file, bytes).ok())
            qFatal("%s is not written", qUtf8Printable(file));
    }
    /// "absent" where it is not there.
    [[nodiscard]] QByteArray read(const QString &name, const QString &library = u"library"_s) const
    {
        return QFileInfo::exists(path(name, library)) ? *readFile(path(name, library), 1 << 22) : QByteArray("absent");
    }
    [[nodiscard]] QString backup() const
    {
        if (const auto done = shelf->backup(shelf.path(u"backup"_s)); !done)
            qFatal("%s", qUtf8Printable(done.error().message));
        return shelf.path(u"backup"_s);
    }
    Result<Library::Restored> restore(const QString &file, const QString &library = u"library"_s)
    {
        return Library::restore(shelf.path(library), file, shelf.clock, shelf.ids);
    }
};

void LibraryOwnFiles::backup_takesKeysAndTemplatesAlong()
{
    House house;
    house.put(u"keys.txt"_s, "list.next = n\n");
    house.put(u"templates/mine.mustache"_s, "{{title}}");
    house.put(u"templates/我的 2.mustache"_s, "{{title_zh}}\r\n");
    house.put(u"templates/gone.mustache~"_s, "removed");
    house.put(u"settings.ini"_s, "[x]");
    const auto done = house.restore(house.backup(), u"empty"_s);
    QVERIFY2(done.ok(), done ? "" : qUtf8Printable(done.error().message));
    QCOMPARE(done->files, 3);
    for (const QString &name : {u"keys.txt"_s, u"templates/mine.mustache"_s, u"templates/我的 2.mustache"_s})
        QCOMPARE(house.read(name, u"empty"_s), house.read(name));
    QCOMPARE(house.read(u"settings.ini"_s, u"empty"_s), QByteArray("absent")); // of the machine
    QCOMPARE(QDir(house.path(u"templates"_s, u"empty"_s)).entryList(QDir::Files).size(), 2);
    // The table stays in the backup.
    QCOMPARE(
        cell(house.path(u"notes.sqlite"_s, u"empty"_s), "SELECT count(*) FROM sqlite_schema WHERE name LIKE 'kept%'"),
        QByteArray("0"));
}

void LibraryOwnFiles::whatIsOther_isKeptBesideIt_andWhatIsNotInTheBackupStays()
{
    House house;
    house.put(u"keys.txt"_s, "old keys");
    house.put(u"templates/mine.mustache"_s, "old");
    house.put(u"templates/same.mustache"_s, "same");
    const QString file = house.backup();
    house.put(u"keys.txt"_s, "new keys");
    house.put(u"keys.txt~"_s, "older keys");
    house.put(u"templates/mine.mustache"_s, "new");
    house.put(u"templates/since.mustache"_s, "since");
    house.shelf.library.reset();
    for (int round = 0; round < 2; ++round) { // the second one finds nothing to do
        QVERIFY(house.restore(file).ok());
        QCOMPARE(house.read(u"keys.txt"_s), QByteArray("old keys"));
        QCOMPARE(house.read(u"keys.txt~"_s), QByteArray("older keys"));
        QCOMPARE(house.read(u"keys.txt~2"_s), QByteArray("new keys"));
        QCOMPARE(house.read(u"keys.txt~3"_s), QByteArray("absent"));
        QCOMPARE(house.read(u"templates/mine.mustache"_s), QByteArray("old"));
        QCOMPARE(house.read(u"templates/mine.mustache~"_s), QByteArray("new"));
        QCOMPARE(house.read(u"templates/same.mustache~"_s), QByteArray("absent"));
        QCOMPARE(house.read(u"templates/since.mustache"_s), QByteArray("since"));
    }
}

void LibraryOwnFiles::theWayBack_hasThemToo()
{
    House house;
    const QString file = house.backup();
    house.put(u"templates/since.mustache"_s, "since");
    house.shelf.library.reset();
    const auto done = house.restore(file);
    QVERIFY(done.ok());
    QCOMPARE(done->files, 0);
    QVERIFY(QFile::remove(house.path(u"templates/since.mustache"_s)));
    QVERIFY(house.restore(done->aside).ok());
    QCOMPARE(house.read(u"templates/since.mustache"_s), QByteArray("since"));
}

void LibraryOwnFiles::withoutAny_theBackupIsAsBefore()
{
    House house;
    const QString file = house.backup(); // as older programs wrote it, and can read it
    QCOMPARE(cell(file, "SELECT count(*) FROM sqlite_schema WHERE name = 'kept_files'"), QByteArray("0"));
    house.put(u"keys.txt"_s, "mine");
    house.shelf.library.reset();
    QVERIFY(house.restore(file).ok());
    QCOMPARE(house.read(u"keys.txt"_s), QByteArray("mine"));
}

void LibraryOwnFiles::theyStay_whereTheNotesCannotBeReplaced()
{
    House house;
    house.put(u"keys.txt"_s, "of the backup");
    house.put(u"templates/mine.mustache"_s, "of the backup");
    const QString file = house.backup();
    house.put(u"keys.txt"_s, "mine");
    house.put(u"templates/mine.mustache"_s, "mine");
    house.shelf.library.reset();
    QVERIFY(QDir().mkpath(house.path(u"notes.sqlite.part/in the way"_s))); // where the new notes are made
    QVERIFY(!house.restore(file).ok());
    QCOMPARE(house.read(u"keys.txt"_s), QByteArray("mine"));
    QCOMPARE(house.read(u"templates/mine.mustache"_s), QByteArray("mine"));
    QCOMPARE(house.read(u"keys.txt~2"_s), QByteArray("absent"));
}

void LibraryOwnFiles::whereOneCannotBePlaced_theRestIsRestored_andItIsSaid()
{
    House house;
    house.put(u"keys.txt"_s, "keys");
    house.put(u"templates/mine.mustache"_s, "mine");
    const QString file = house.backup();
    house.shelf.library.reset();
    QVERIFY(QDir().mkpath(house.path(u"keys.txt/in the way"_s, u"empty"_s)));
    const auto done = house.restore(file, u"empty"_s);
    QVERIFY(!done.ok());
    QVERIFY2(done.error().message.startsWith(u"The library was restored, but not all of its keys and templates: "_s),
             qPrintable(done.error().message));
    QCOMPARE(house.read(u"templates/mine.mustache"_s, u"empty"_s), QByteArray("mine"));
    QVERIFY(QFileInfo::exists(house.path(u"notes.sqlite"_s, u"empty"_s)));
    QVERIFY(house.restore(house.path(u"notes.sqlite"_s, u"empty"_s), u"again"_s).ok()); // a whole library
}

void LibraryOwnFiles::aFileOfAnotherName_isRefused_data()
{
    QTest::addColumn<QByteArray>("sql");
    for (const char *name : {"../evil", "templates/../../evil.mustache", "templates/.mustache", "settings.ini",
                             "templates/a/b.mustache", "/etc/keys.txt", "templates/x.mustache~", "notes.sqlite"})
        QTest::newRow(name) << QByteArray("UPDATE kept_files SET name = '") + name + '\'';
    QTest::newRow("too large") << QByteArray("UPDATE kept_files SET bytes = zeroblob(2000000)");
}

void LibraryOwnFiles::aFileOfAnotherName_isRefused()
{
    QFETCH(QByteArray, sql);
    House house;
    house.put(u"keys.txt"_s, "mine");
    const QString file = house.backup();
    tamper(file, sql.constData());
    const auto done = house.restore(file, u"empty"_s);
    QVERIFY(!done.ok());
    QVERIFY2(done.error().message.contains(file), qUtf8Printable(done.error().message));
    QVERIFY(!QFileInfo::exists(house.shelf.path(u"empty"_s)));
}

void LibraryOwnFiles::whatCannotBeRead_isNoReasonForNoBackup()
{
    House house;
    house.put(u"keys.txt"_s, QByteArray(2'000'000, 'x'));
    house.put(u"templates/mine.mustache"_s, "mine");
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"the backup is without keys.txt"_s));
    const auto done = house.restore(house.backup(), u"empty"_s);
    QVERIFY(done.ok());
    QCOMPARE(done->files, 1);
}

YAODIAN_TEST_GUILESS(LibraryOwnFiles)

} // namespace library_ownfiles

#include "library_ownfiles.moc"
