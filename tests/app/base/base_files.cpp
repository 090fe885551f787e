#include "base/background.h"
#include "base/filebatch.h"
#include "base/files.h"
#include "base/log.h"
#include "base/settings.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QFileInfo>
#include <QSemaphore>
#include <QSettings>
#include <QtTest>

#include <sys/stat.h>

namespace base_files {

using namespace yaodian;

class BaseFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void freeBytes_areThoseOfTheDisk_alsoWhereTheFolderIsToCome()
    {
        QTemporaryDir dir;
        const auto here = freeBytes(dir.path());
        QVERIFY(here && *here > 0);
        const auto later = freeBytes(dir.filePath(QStringLiteral("not/there/yet")));
        QVERIFY(later && qAbs(*later - *here) < 1'000'000'000); // others write meanwhile
    }

    void writing_replacesInOneStep();
    void writingWhereNothingCanBe_saysSoAndLeavesNothing();
    void aBatch_replacesItsFilesTogether_butThoseThatAreNotWantedAnyMore();
    void aBatch_stopsAtWhatCannotBeReplaced_andSaysSo();
    void reading_refusesWhatIsNoFile();
    void reading_stopsAtTheLimit();
    void hash_isKnown();
    void slugs_areSafeNames_data();
    void slugs_areSafeNames();
    void defaults_areNotWritten();
    void unknownKeys_areKept();
    void wrongType_readsAsTheDefault();
    void override_holdsForThisRun();
    void everySetting_hasATextAndAllowsItsDefault();
    void job_bringsItsValueToTheOwnersThread();
    void deadContext_getsNothing();
    void cancelledJob_getsNothing();
    void endOfBackground_awaitsWhatRuns();
    void logFile_isStartedAnewWhenLarge();
};

void BaseFiles::writing_replacesInOneStep()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.txt"));
    QVERIFY(writeFileAtomically(path, "one").ok());
    QFile old(path);
    QVERIFY(old.open(QIODevice::ReadOnly));
    QVERIFY(writeFileAtomically(path, "two").ok());
    QCOMPARE(old.readAll(), QByteArray("one")); // whoever had it open reads on in the old one
    QCOMPARE(*readFile(path, 10), QByteArray("two"));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 1);
    QVERIFY(writeFileAtomically(path, {}).ok());
    QCOMPARE(*readFile(path, 10), QByteArray());
}

void BaseFiles::writingWhereNothingCanBe_saysSoAndLeavesNothing()
{
    QTemporaryDir folder;
    const auto missing = writeFileAtomically(folder.filePath(QStringLiteral("no/such/a.txt")), "x");
    QVERIFY(!missing.ok());
    QVERIFY(missing.error().message.contains(QStringLiteral("no/such/a.txt")));
    QVERIFY(QDir().mkpath(folder.filePath(QStringLiteral("dir"))));
    QVERIFY(!writeFileAtomically(folder.filePath(QStringLiteral("dir")), "x").ok());
    QCOMPARE(QDir(folder.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot),
             QStringList{QStringLiteral("dir")});
}

void BaseFiles::aBatch_replacesItsFilesTogether_butThoseThatAreNotWantedAnyMore()
{
    QTemporaryDir folder;
    const auto path = [&](const char *name) { return folder.filePath(QLatin1String(name)); };
    QVERIFY(writeFileAtomically(path("a"), "old a").ok());
    QVERIFY(writeFileAtomically(path("b"), "old b").ok());
    FileBatch batch;
    for (const char *name : {"a", "b", "c"})
        QVERIFY(batch.add(path(name), QByteArray("new ") + name).ok());
    QVERIFY(!batch.add(path("no/such/d"), "new").ok()); // the others are still to come
    QCOMPARE(batch.size(), 3);
    QCOMPARE(*readFile(path("a"), 10), QByteArray("old a"));
    QVERIFY(!QFile::exists(path("c")));
    QVERIFY(batch.commit([&](const QString &file) { return file != path("b"); }).ok());
    QCOMPARE(*readFile(path("a"), 10), QByteArray("new a"));
    QCOMPARE(*readFile(path("b"), 10), QByteArray("old b"));
    QCOMPARE(*readFile(path("c"), 10), QByteArray("new c"));
    QCOMPARE(batch.size(), 0);
    QVERIFY(batch.commit().ok());
    {
        FileBatch dropped;
        QVERIFY(dropped.add(path("a"), "newer").ok());
    }
    QCOMPARE(*readFile(path("a"), 10), QByteArray("new a"));
    QCOMPARE(QDir(folder.path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot).size(), 3);
}

void BaseFiles::aBatch_stopsAtWhatCannotBeReplaced_andSaysSo()
{
    QTemporaryDir folder;
    const auto path = [&](const char *name) { return folder.filePath(QLatin1String(name)); };
    FileBatch batch;
    for (const char *name : {"a", "b", "c"})
        QVERIFY(batch.add(path(name), "new").ok());
    QVERIFY(QDir().mkpath(path("b/is a folder now")));
    const auto done = batch.commit();
    QVERIFY(!done.ok());
    QVERIFY(done.error().message.contains(path("b")));
    QVERIFY(QFile::exists(path("a")) && !QFile::exists(path("c")));
}

void BaseFiles::reading_refusesWhatIsNoFile()
{
    QTemporaryDir folder;
    QVERIFY(!readFile(folder.filePath(QStringLiteral("nothing")), 10).ok());
    QVERIFY(!readFile(folder.path(), 10).ok());
    QVERIFY(readFile(folder.path(), 10).error().message.contains(folder.path()));
}

void BaseFiles::reading_stopsAtTheLimit()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a"));
    QVERIFY(writeFileAtomically(path, QByteArray(11, 'x')).ok());
    QVERIFY(!readFile(path, 10).ok());
    QCOMPARE(readFile(path, 11)->size(), 11);
    QVERIFY(!readFile(QStringLiteral("/dev/zero"), 1000).ok());                 // has no size, and no end
    const auto status = readFile(QStringLiteral("/proc/self/status"), 100'000); // has none either, but an end
    QVERIFY(status && status->contains("VmRSS") && status->endsWith('\n'));
}

void BaseFiles::hash_isKnown()
{
    QCOMPARE(sha256Hex("abc"), QStringLiteral("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
}

void BaseFiles::slugs_areSafeNames_data()
{
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("name");
    const auto row = [](const char *title, const char *name) {
        QTest::newRow(title) << QString::fromUtf8(title) << QString::fromUtf8(name);
    };
    row("Pic2Word: Mapping Pictures", "pic2word-mapping-pictures");
    row("../../etc/passwd", "etc-passwd");
    row(".hidden", "hidden");
    row("扩散 模型", "扩散-模型");
    row("CON", "untitled");
    row("!!!", "untitled");
    row("", "untitled");
    row("a/b\\c:d", "a-b-c-d");
}

void BaseFiles::slugs_areSafeNames()
{
    QFETCH(QString, title);
    QFETCH(QString, name);
    QCOMPARE(slug(title), name);
    const QString longName = slug(QStringLiteral("扩").repeated(100));
    QVERIFY(longName.toUtf8().size() <= 80);
    QCOMPARE(longName, QStringLiteral("扩").repeated(26)); // cut between letters
}

void BaseFiles::defaults_areNotWritten()
{
    QTemporaryDir folder;
    Settings settings(folder.path());
    QSignalSpy changed(&settings, &Settings::changed);
    QCOMPARE(settings.text("theme"), QStringLiteral("system"));
    settings.choose("theme", QStringLiteral("dark"));
    QCOMPARE(changed.size(), 1);
    QCOMPARE(Settings(folder.path()).text("theme"), QStringLiteral("dark"));
    settings.choose("theme", QStringLiteral("system"));
    const auto file = readFile(folder.filePath(QStringLiteral("settings.ini")), 1000);
    QVERIFY(!file || !file->contains("theme"));
}

void BaseFiles::unknownKeys_areKept()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("settings.ini"));
    QVERIFY(writeFileAtomically(path, "[General]\nfromALaterVersion=7\n").ok());
    Settings settings(folder.path());
    settings.choose("offline", true);
    QVERIFY(readFile(path, 1000)->contains("fromALaterVersion=7"));
    QVERIFY(Settings(folder.path()).flag("offline"));
}

void BaseFiles::wrongType_readsAsTheDefault()
{
    QTemporaryDir folder;
    QVERIFY(writeFileAtomically(folder.filePath(QStringLiteral("settings.ini")), "[General]\nfontSize=large\n").ok());
    QCOMPARE(Settings(folder.path()).value("fontSize"), QVariant(0));
}

void BaseFiles::override_holdsForThisRun()
{
    QTemporaryDir folder;
    Settings settings(folder.path());
    settings.overrideForRun("theme", QStringLiteral("light"));
    QCOMPARE(settings.text("theme"), QStringLiteral("light"));
    QCOMPARE(Settings(folder.path()).text("theme"), QStringLiteral("system"));
    settings.choose("theme", QStringLiteral("dark")); // a choice made now is meant
    QCOMPARE(settings.text("theme"), QStringLiteral("dark"));
    settings.setState(QStringLiteral("window/size"), 42);
    QCOMPARE(Settings(folder.path()).state(QStringLiteral("window/size")).toInt(), 42);
}

void BaseFiles::everySetting_hasATextAndAllowsItsDefault()
{
    QSet<QString> keys;
    QStringList sections;
    for (const SettingRow &row : settingRows()) {
        QVERIFY(qstrlen(row.text) > 0);
        QVERIFY(qstrlen(row.section) > 0);
        if (const QString section = QString::fromUtf8(row.section); sections.isEmpty() || sections.last() != section) {
            QVERIFY2(!sections.contains(section), row.key); // its rows stand together
            sections << section;
        }
        if (row.counted) // a number has a place in its words, and words for 0
            QVERIFY2(row.fallback.metaType().id() == QMetaType::Int && strstr(row.counted, "%n") && row.unset, row.key);
        QVERIFY(row.choices.isEmpty() || row.choices.contains(row.fallback.toString()));
        keys.insert(QLatin1String(row.key));
    }
    QCOMPARE(keys.size(), settingRows().size());
}

void BaseFiles::job_bringsItsValueToTheOwnersThread()
{
    Background background;
    QObject context;
    QThread *worker = nullptr;
    int value = 0;
    background.run(
        &context,
        [&](CancelToken) {
            worker = QThread::currentThread();
            return 7;
        },
        [&](int given) {
            QCOMPARE(QThread::currentThread(), qApp->thread());
            value = given;
        });
    QTRY_COMPARE(value, 7);
    QVERIFY(worker != qApp->thread());
}

void BaseFiles::deadContext_getsNothing()
{
    QSemaphore begun, gone;
    bool called = false;
    bool asked = false;
    {
        Background background;
        auto context = std::make_unique<QObject>();
        background.run(
            context.get(),
            [&](CancelToken token) {
                begun.release();
                gone.acquire();
                asked = token.stop_requested();
                return 1;
            },
            [&](int) { called = true; });
        begun.acquire();
        context.reset();
        gone.release();
    }
    QCoreApplication::sendPostedEvents();
    QVERIFY(asked);
    QVERIFY(!called);
}

void BaseFiles::cancelledJob_getsNothing()
{
    QObject context;
    QSemaphore begun, go;
    bool called = false;
    bool later = false;
    Background background;
    auto job = background.run(
        &context,
        [&](CancelToken) {
            begun.release();
            go.acquire();
            return 1;
        },
        [&](int) { called = true; });
    begun.acquire();
    job.cancel();
    go.release();
    background.run(
        &context, [](CancelToken) { return 2; }, [&](int) { later = true; });
    QTRY_VERIFY(later);
    QVERIFY(!called);
}

void BaseFiles::endOfBackground_awaitsWhatRuns()
{
    QObject context;
    std::atomic<bool> ended = false;
    QSemaphore begun;
    {
        Background background;
        background.run(
            &context,
            [&](CancelToken) {
                begun.release();
                QThread::msleep(50);
                ended = true;
                return 0;
            },
            [](int) {});
        begun.acquire();
    }
    QVERIFY(ended);
}

void BaseFiles::logFile_isStartedAnewWhenLarge()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("log/yaodian.log"));
    QVERIFY(QDir().mkpath(folder.filePath(QStringLiteral("log"))));
    QVERIFY(writeFileAtomically(path, QByteArray(1024 * 1024 + 1, 'x')).ok());
    startLogFile(folder.filePath(QStringLiteral("log")));
    qCInfo(logBase, "a line of the log");
    const auto log = readFile(path, 10'000);
    QVERIFY(log.ok());
    QVERIFY(log->contains("a line of the log"));
    QVERIFY(QFileInfo::exists(path + QStringLiteral(".1")));
    qInstallMessageHandler(nullptr);
}

YAODIAN_TEST_GUILESS(BaseFiles)

} // namespace base_files

#include "base_files.moc"
