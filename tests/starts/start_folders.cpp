// The window on a library that cannot be written, is not there, is open already, or is a newer program's.
#include "starting.h"
#include "tests/support/testmain.h"

#include <QDirIterator>

namespace start_folders {

using namespace yaodian;
using namespace yaodian::tests;
using namespace Qt::StringLiterals;

void setWritable(const QString &folder, bool writable)
{
    QStringList all{folder};
    for (QDirIterator it(folder, QDir::AllEntries | QDir::NoDotAndDotDot, QDirIterator::Subdirectories); it.hasNext();)
        all << it.next();
    for (const QString &path : all) {
        const bool runs = QFileInfo(path).isDir();
        QFile::setPermissions(path, QFile::Permissions((writable ? 0x6600 : 0x4400) | (runs ? 0x1100 : 0)));
    }
}

class StartFolders : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aReadOnlyFolder_isReadAndSaysSo_data() { languages(); }
    void aReadOnlyFolder_isReadAndSaysSo();
    void aLibraryOfANewerProgram_isReadAndSaysSo_data() { languages(); }
    void aLibraryOfANewerProgram_isReadAndSaysSo();
    void aFolderThatIsGone_isNotMadeAnew_andGoesOnWhenItIsBack_data() { languages(); }
    void aFolderThatIsGone_isNotMadeAnew_andGoesOnWhenItIsBack();
    void aFolderThatIsGone_canBeBegunAnew();
    void aFolderThatCannotBeMade_isSaid_andGoesOnWhenItCan();
    void aFolderThatGoesWhileTheWindowIsOpen_isSaid();
    void aSecondStart_bringsTheFirstToTheFront_andShowsWhatItWasAskedFor();

private:
    static void languages()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("en") << u"en"_s;
        QTest::newRow("zh") << u"zh_CN"_s;
    }
};

void StartFolders::aReadOnlyFolder_isReadAndSaysSo()
{
    QFETCH(QString, language);
    const bool english = language == u"en"_s;
    Starting here;
    here.furnish();
    setWritable(here.library(), false);
    const QByteArray before = here.snapshot();
    here.asOrdinaryUser();
    here.start({}, language);
    QVERIFY2(here.shows(english ? u"cannot be written"_s : u"无法写入"_s), qPrintable(here.seen()));
    QVERIFY2(here.seen().contains(english ? u"start Yaodian again then"_s : u"重新启动要点"_s),
             qPrintable(here.seen()));
    QVERIFY2(here.seen().contains(english ? u"status: Read only"_s : u"status: 只读"_s), qPrintable(here.seen()));
    here.key(u"Return"_s); // opens the first paper
    QVERIFY2(here.shows(u"window: Paper of Maps"_s), qPrintable(here.seen()));
    here.program().terminate();
    QVERIFY(here.ends());
    QCOMPARE(here.program().exitStatus(), QProcess::NormalExit);
    QCOMPARE(here.snapshot(), before);
    setWritable(here.library(), true); // and started again, it is as ever
    here.start({}, language);
    QVERIFY(here.shows(u"window: "_s));
    QVERIFY2(!here.seen().contains(english ? u"Read only"_s : u"只读"_s), qPrintable(here.seen()));
}

void StartFolders::aLibraryOfANewerProgram_isReadAndSaysSo()
{
    QFETCH(QString, language);
    const bool english = language == u"en"_s;
    Starting here;
    here.furnish();
    QFile notes(here.library() + u"/notes.sqlite"_s);
    QVERIFY(notes.open(QIODevice::ReadWrite) && notes.seek(60)); // SQLite's file format: the user version
    QCOMPARE(notes.write(QByteArray("\x00\x00\x7f\x00", 4)), 4);
    notes.close();
    const QByteArray before = here.snapshot();
    here.start({}, language);
    QVERIFY2(here.shows(english ? u"update Yaodian"_s : u"更新要点"_s), qPrintable(here.seen()));
    QVERIFY2(here.seen().contains(english ? u"status: Read only"_s : u"status: 只读"_s), qPrintable(here.seen()));
    here.key(u"Return"_s);
    QVERIFY2(here.shows(u"window: Paper of Maps"_s), qPrintable(here.seen()));
    here.program().terminate();
    QVERIFY(here.ends());
    QCOMPARE(here.snapshot(), before);
}

void StartFolders::aFolderThatIsGone_isNotMadeAnew_andGoesOnWhenItIsBack()
{
    QFETCH(QString, language);
    const bool english = language == u"en"_s;
    const QString again = english ? u"Try Again"_s : u"再试一次"_s;
    Starting here;
    here.furnish();
    here.start({}, language);
    QVERIFY(here.shows(u"window: "_s));
    here.close();
    QVERIFY(here.ends());
    const QByteArray before = here.snapshot();
    QVERIFY(QDir().rename(here.library(), here.path(u"away"_s)));
    here.start({}, language);
    QVERIFY2(here.shows(english ? u"is not there any more"_s : u"已经不在"_s), qPrintable(here.seen()));
    QVERIFY(!QFileInfo::exists(here.library()));
    QVERIFY(QDir().mkdir(here.library())); // where a drive is mounted, say
    here.click(again);
    QVERIFY(here.shows(again));
    QCOMPARE(QDir(here.library()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot), QStringList());
    QVERIFY(QDir().rmdir(here.library()) && QDir().rename(here.path(u"away"_s), here.library()));
    QCOMPARE(here.snapshot(), before);
    here.click(again);
    QVERIFY2(here.shows(english ? u"2 entries"_s : u"2 个条目"_s), qPrintable(here.seen()));
}

void StartFolders::aFolderThatIsGone_canBeBegunAnew()
{
    Starting here;
    here.furnish();
    here.start();
    QVERIFY(here.shows(u"window: "_s));
    here.close();
    QVERIFY(here.ends());
    QVERIFY(QDir().rename(here.library(), here.path(u"away"_s)));
    here.start();
    QVERIFY2(here.shows(u"Begin a New Library There"_s), qPrintable(here.seen()));
    here.click(u"Begin a New Library There"_s);
    QVERIFY2(here.shows(u"status"_s), qPrintable(here.seen()));
    QTRY_VERIFY(QFileInfo(here.library() + u"/notes.sqlite"_s).size() > 0);
    here.close();
    QVERIFY(here.ends());
    QCOMPARE(here.program().exitCode(), 0);
}

void StartFolders::aFolderThatCannotBeMade_isSaid_andGoesOnWhenItCan()
{
    Starting here;
    QFile inTheWay(here.library()); // a file, where a folder is to be
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    inTheWay.close();
    here.start();
    QVERIFY2(here.shows(u"cannot be made"_s), qPrintable(here.seen()));
    QVERIFY2(!here.seen().contains(u"Nothing is here yet"_s), qPrintable(here.seen()));
    QVERIFY(inTheWay.remove());
    here.click(u"Try Again"_s);
    QTRY_VERIFY(QFileInfo(here.library() + u"/notes.sqlite"_s).size() > 0);
    QVERIFY2(here.shows(u"status"_s), qPrintable(here.seen()));
}

void StartFolders::aFolderThatGoesWhileTheWindowIsOpen_isSaid()
{
    Starting here;
    here.furnish();
    here.start();
    QVERIFY(here.shows(u"window: "_s));
    QVERIFY(QDir().rename(here.library(), here.path(u"away"_s)));
    here.type(u"s"_s);
    QVERIFY2(here.shows(u"is not there any more"_s), qPrintable(here.seen()));
    QVERIFY(!QFileInfo::exists(here.library()));
    QVERIFY(QDir().rename(here.path(u"away"_s), here.library()));
    here.type(u"s"_s);
    QVERIFY2(here.shows(u"Saved"_s), qPrintable(here.seen()));
    here.close();
    QVERIFY(here.ends());
    QCOMPARE(Starting::Reopened(here.library())->check()->join(u'|'), QString());
}

void StartFolders::aSecondStart_bringsTheFirstToTheFront_andShowsWhatItWasAskedFor()
{
    Starting here;
    here.furnish();
    here.start();
    QVERIFY(here.shows(u"window: "_s));
    QProcess second;
    second.start(QStringLiteral(YAODIAN_BIN) + u"/yaodian"_s,
                 {u"--library"_s, here.library(), u"open"_s, here.paper().toString()});
    QVERIFY(second.waitForFinished(30'000));
    QCOMPARE(second.exitCode(), 0);
    QVERIFY2(here.shows(u"window: Paper of Maps"_s), qPrintable(here.seen()));
    QCOMPARE(here.seen().count(u"window: "_s), 1);
}

YAODIAN_TEST(StartFolders)

} // namespace start_folders

#include "start_folders.moc"
