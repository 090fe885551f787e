#include "process.h"
#include "tests/support/testmain.h"

#include "base/files.h"
#include "library/library.h"
#include "tests/support/pdfwriter.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTest>

namespace cli_safety {

using namespace yaodian;
using namespace Qt::StringLiterals;

/// doctor, backup and restore as they are typed.
class SafetyTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void backupAndRestore_intoAnEmptyFolder();
    void restore_keepsWhatWasThere();
    void whatIsNoBackup_isRefused_data();
    void whatIsNoBackup_isRefused();
    void restoreWhileAnotherWrites_isRefused();
    void backupToAFolderThatIsNot_isRefused();
    void doctor_ofASoundLibrary();
    void doctor_ofNoLibrary_makesNone();
    void doctor_ofDamage_saysSoAndTheRest();
    void doctor_putsTheBackupInThePlaceOfDamagedNotes();
    void syncOfWhatIsDue_makesTheBackup();
    void doctor_ofAMissingPost_namesIt();
    void doctor_makesTheSearchAnew_andReadsThePdfs();

private:
    static void fill(const Program &program);
    static void refusedInOneLine(const Ran &ran);
    /// Everything of a library that a script sees.
    static QByteArray told(const Program &program, const QString &library);
};

void SafetyTest::fill(const Program &program)
{
    COMPARE_EXIT(program.run({u"import"_s, Program::fixture(u"daily.txt"_s)}), 0);
    const QString paper = u"arXiv:2302.13971"_s;
    COMPARE_EXIT(program.run({u"note"_s, paper, u"my note"_s}), 0);
    COMPARE_EXIT(program.run({u"point"_s, paper, u"my point"_s}), 0);
    COMPARE_EXIT(program.run({u"mark"_s, paper, u"--verdict"_s, u"keep"_s}), 0);
}

void SafetyTest::refusedInOneLine(const Ran &ran)
{
    QVERIFY2(ran.exit == 1, ran.all().constData());
    QVERIFY2(ran.errorLines() == 1 && ran.out.isEmpty(), ran.all().constData());
}

QByteArray SafetyTest::told(const Program &program, const QString &library)
{
    QByteArray out;
    for (const QStringList &verb :
         {QStringList{u"list"_s, u"--json"_s}, QStringList{u"note"_s, u"arXiv:2302.13971"_s, u"--json"_s},
          QStringList{u"sources"_s, u"list"_s, u"--json"_s}, QStringList{u"session"_s, u"list"_s, u"--json"_s},
          QStringList{u"export"_s, u"arXiv:2302.13971"_s}, QStringList{u"search"_s, u"my"_s, u"--json"_s}}) {
        const Ran ran = program.run(QStringList{u"--library"_s, library} + verb);
        out += verb.first().toUtf8() + ": " + ran.all() + '\n';
    }
    return out;
}

void SafetyTest::backupAndRestore_intoAnEmptyFolder()
{
    const Program program;
    fill(program);
    const Ran backup = program.run({u"backup"_s, u"all.backup"_s, u"--json"_s});
    COMPARE_EXIT(backup, 0);
    QCOMPARE(backup.object()[u"bytes"_s].toInteger(), QFileInfo(program.file(u"all.backup"_s)).size());
    const QString empty = program.file(u"empty"_s);
    const Ran restored = program.run({u"--library"_s, empty, u"restore"_s, u"all.backup"_s, u"--json"_s});
    COMPARE_EXIT(restored, 0);
    QCOMPARE(restored.object().keys(),
             (QStringList{u"file"_s, u"files"_s, u"images"_s, u"kept"_s, u"library"_s, u"posts"_s}));
    QCOMPARE(restored.object()[u"posts"_s].toInt(), 1);
    QVERIFY(restored.object()[u"kept"_s].isNull());
    QVERIFY2(restored.err.isEmpty(), restored.all().constData());
    QCOMPARE(told(program, empty), told(program, program.library()));
    // The journal came along.
    for (const QString &library : {empty, program.library()}) {
        for (int step = 0; step < 3; ++step)
            COMPARE_EXIT(program.run({u"--library"_s, library, u"undo"_s}), 0);
        COMPARE_EXIT(program.run({u"--library"_s, library, u"undo"_s}), 1);
        COMPARE_EXIT(program.run({u"--library"_s, library, u"redo"_s}), 0);
    }
    QCOMPARE(told(program, empty), told(program, program.library()));
}

void SafetyTest::restore_keepsWhatWasThere()
{
    const Program program;
    fill(program);
    COMPARE_EXIT(program.run({u"backup"_s, u"all.backup"_s}), 0);
    const QByteArray before = told(program, program.library());
    COMPARE_EXIT(program.run({u"note"_s, u"arXiv:2302.13971"_s, u"another note"_s}), 0);
    const Ran restored = program.run({u"restore"_s, u"all.backup"_s});
    COMPARE_EXIT(restored, 0);
    QCOMPARE(restored.out.count('\n'), 1);
    QCOMPARE(told(program, program.library()), before);
    const QDir backups(program.library() + u"/backups"_s);
    const QStringList kept = backups.entryList(QDir::Files);
    QCOMPARE(kept.size(), 1);
    QVERIFY2(restored.out.contains(kept.first().toUtf8()), restored.all().constData());
    COMPARE_EXIT(program.run({u"restore"_s, backups.filePath(kept.first())}), 0); // the way back
    QVERIFY(program.run({u"note"_s, u"arXiv:2302.13971"_s}).out.contains("another note"));
}

void SafetyTest::whatIsNoBackup_isRefused_data()
{
    QTest::addColumn<QString>("file");
    for (const char *name : {"absent", "empty", "text", "truncated", "newer", "folder"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void SafetyTest::whatIsNoBackup_isRefused()
{
    QFETCH(const QString, file);
    const Program program;
    fill(program);
    COMPARE_EXIT(program.run({u"backup"_s, u"good"_s}), 0);
    QByteArray bytes = *readFile(program.file(u"good"_s), 1 << 26);
    program.write(u"empty"_s, {});
    program.write(u"text"_s, "Dear reader,\n");
    program.write(u"truncated"_s, bytes.left(bytes.size() / 2));
    bytes.replace(60, 4, QByteArray("\x00\x00\x7f\x00", 4)); // SQLite's file format: the user version
    program.write(u"newer"_s, bytes);
    QVERIFY(QDir(program.folder()).mkdir(u"folder"_s));
    const QByteArray before = told(program, program.library());
    const Ran refused = program.run({u"restore"_s, file, u"--json"_s});
    refusedInOneLine(refused);
    QVERIFY2(refused.err.contains(program.file(file).toUtf8()), refused.all().constData());
    QVERIFY(file != u"newer"_s || refused.err.contains("newer version"));
    QCOMPARE(told(program, program.library()), before);
    QVERIFY(!QFileInfo::exists(program.library() + u"/backups"_s));
}

void SafetyTest::restoreWhileAnotherWrites_isRefused()
{
    const Program program;
    fill(program);
    COMPARE_EXIT(program.run({u"backup"_s, u"all.backup"_s}), 0);
    const QByteArray before = told(program, program.library());
    const SystemClock clock;
    IdSource ids(clock);
    auto held = library::Library::open(program.library(), library::Library::Mode::ReadWrite, clock, ids);
    QVERIFY(held.ok());
    refusedInOneLine(program.run({u"restore"_s, u"all.backup"_s}));
    held->reset();
    QCOMPARE(told(program, program.library()), before);
    COMPARE_EXIT(program.run({u"restore"_s, u"all.backup"_s}), 0);
}

void SafetyTest::backupToAFolderThatIsNot_isRefused()
{
    const Program program;
    fill(program);
    refusedInOneLine(program.run({u"backup"_s, u"no/such/folder/b"_s}));
    refusedInOneLine(program.run({u"backup"_s, u"."_s}));
    QVERIFY(!QFileInfo::exists(program.file(u"no"_s)));
}

void SafetyTest::doctor_ofASoundLibrary()
{
    const Program program;
    fill(program);
    const Ran doctor = program.run({u"doctor"_s, u"--json"_s});
    COMPARE_EXIT(doctor, 0);
    const QJsonObject found = doctor.object();
    const QList<std::pair<QString, int>> counts{{u"issues"_s, 1},     {u"entries"_s, 3}, {u"unread"_s, 2},
                                                {u"sources"_s, 1},    {u"papers"_s, 3},  {u"posts"_s, 1},
                                                {u"documents"_s, 0},  {u"points"_s, 1},  {u"notes"_s, 1},
                                                {u"highlights"_s, 0}, {u"sessions"_s, 0}};
    for (const auto &[key, count] : counts)
        QVERIFY2(found[key].toInt(-1) == count, qPrintable(key));
    for (const QString &key : {u"sound"_s, u"exists"_s, u"writable"_s, u"pdf_worker"_s})
        QVERIFY2(found[key].toBool(), qPrintable(key));
    QVERIFY(!found[u"in_use"_s].toBool(true));
    QVERIFY(found[u"free_bytes"_s].toInteger() > 0);
    QVERIFY(found[u"problems"_s].toArray().isEmpty());
    const Ran shown = program.run({u"doctor"_s});
    QVERIFY2(shown.out.contains("Free disk space: ") && shown.out.contains("The library is sound: yes"),
             shown.all().constData());
}

void SafetyTest::doctor_ofNoLibrary_makesNone()
{
    const Program program;
    const Ran doctor = program.run({u"doctor"_s, u"--json"_s});
    COMPARE_EXIT(doctor, 0);
    QVERIFY(!doctor.object()[u"exists"_s].toBool(true));
    QCOMPARE(doctor.object()[u"entries"_s].toInt(-1), 0);
    QVERIFY(doctor.object()[u"free_bytes"_s].toInteger() > 0);
    QVERIFY(!QFileInfo::exists(program.library()));
}

void SafetyTest::doctor_ofDamage_saysSoAndTheRest()
{
    const Program program;
    fill(program);
    QFile notes(program.library() + u"/notes.sqlite"_s);
    QVERIFY(notes.open(QIODevice::ReadWrite) && notes.write(QByteArray(4096, 'x')) == 4096);
    notes.close();
    const Ran doctor = program.run({u"doctor"_s, u"--json"_s});
    QVERIFY2(doctor.exit == 1 && doctor.errorLines() == 1, doctor.all().constData());
    QVERIFY(doctor.err.contains("damaged"));
    QVERIFY(!doctor.object()[u"sound"_s].toBool(true));
    QVERIFY(doctor.object()[u"pdf_worker"_s].toBool()); // known all the same
    QCOMPARE(doctor.object()[u"problems"_s].toArray().size(), 1);
}

void SafetyTest::doctor_putsTheBackupInThePlaceOfDamagedNotes()
{
    const Program program;
    fill(program);
    COMPARE_EXIT(program.run({u"sync"_s, u"--due"_s, u"--offline"_s}), 0);
    COMPARE_EXIT(program.run({u"note"_s, u"arXiv:2302.13971"_s, u"after the backup"_s}), 0);
    const QByteArray before = told(program, program.library());
    QFile notes(program.library() + u"/notes.sqlite"_s);
    QVERIFY(notes.open(QIODevice::ReadWrite));
    const QByteArray bytes = notes.readAll();
    const qsizetype schema = bytes.indexOf("CREATE TABLE kinds");
    QVERIFY(schema > 0 && notes.seek(schema) && notes.write("CREATE TABLE kkkkk") == 18);
    notes.close();
    const Ran refused = program.run({u"list"_s});
    QVERIFY2(refused.exit == 1 && refused.errorLines() == 1, refused.all().constData());
    const Ran doctor = program.run({u"doctor"_s});
    QVERIFY2(doctor.exit == 1 && doctor.out.contains("--repair"), doctor.all().constData());
    const Ran repaired = program.run({u"doctor"_s, u"--repair"_s, u"--json"_s});
    QVERIFY2(repaired.exit == 0, repaired.all().constData());
    QVERIFY(repaired.object()[u"sound"_s].toBool());
    QCOMPARE(repaired.object()[u"healed"_s].toArray().size(), 3);
    QCOMPARE(told(program, program.library()), before);
    QVERIFY(program.run({u"doctor"_s, u"--repair"_s, u"--json"_s}).object()[u"healed"_s].toArray().isEmpty());
}

void SafetyTest::syncOfWhatIsDue_makesTheBackup()
{
    const Program program;
    fill(program);
    QCOMPARE(program.run({u"doctor"_s, u"--json"_s}).object()[u"backups"_s].toInt(), 0);
    COMPARE_EXIT(program.run({u"sync"_s, u"--offline"_s}), 0);
    QCOMPARE(program.run({u"doctor"_s, u"--json"_s}).object()[u"backups"_s].toInt(), 0);
    COMPARE_EXIT(program.run({u"sync"_s, u"--due"_s, u"--offline"_s}), 0);
    const Ran doctor = program.run({u"doctor"_s, u"--json"_s});
    QCOMPARE(doctor.object()[u"backups"_s].toInt(), 1);
    QVERIFY(QDateTime::fromString(doctor.object()[u"newest_backup"_s].toString(), Qt::ISODate).isValid());
}

void SafetyTest::doctor_ofAMissingPost_namesIt()
{
    const Program program;
    fill(program);
    QVERIFY(QDir(program.library() + u"/posts"_s).removeRecursively());
    const Ran doctor = program.run({u"doctor"_s});
    QVERIFY2(doctor.exit == 1 && doctor.errorLines() == 1, doctor.all().constData());
    QVERIFY2(doctor.err.contains("posts/"), doctor.all().constData());
    QVERIFY(doctor.out.contains("! "));
}

void SafetyTest::doctor_makesTheSearchAnew_andReadsThePdfs()
{
    const Program program;
    fill(program);
    PdfWriter pdf(u"Animals"_s);
    pdf.page();
    pdf.text(60, 100, u"here live the quokkas"_s);
    QVERIFY(pdf.save(program.file(u"animals.pdf"_s)));
    COMPARE_EXIT(program.run({u"import"_s, u"animals.pdf"_s}), 0);
    const QStringList search{u"search"_s, u"quokkas"_s, u"--json"_s};
    QCOMPARE(program.run(search).array().size(), 0);
    QCOMPARE(program.run({u"doctor"_s, u"--json"_s}).object()[u"indexed"_s].toInt(-1), 0); // looking changes nothing

    const Ran doctor = program.run({u"doctor"_s, u"--rebuild-index"_s, u"--json"_s});
    COMPARE_EXIT(doctor, 0);
    QCOMPARE(doctor.object()[u"indexed"_s].toInt(-1), 1);
    QCOMPARE(doctor.object()[u"healed"_s].toArray().size(), 3);
    const QJsonArray found = program.run(search).array();
    QCOMPARE(found.size(), 1);
    QCOMPARE(found[0].toObject()[u"type"_s].toString(), u"page"_s);
    QCOMPARE(found[0].toObject()[u"page"_s].toInt(), 1);
    QVERIFY(program.run({u"search"_s, u"point"_s, u"--json"_s}).array().size() == 1); // the reader's words as before
    QVERIFY(program.run({u"doctor"_s, u"--json"_s}).object()[u"healed"_s].toArray().isEmpty());
}

YAODIAN_TEST_GUILESS(SafetyTest)

} // namespace cli_safety

#include "safety.moc"
