#include "base/settings.h"
#include "base/unsavedchoices.h"
#include "exporting/exporting.h"
#include "furnished.h"
#include "tests/support/testmain.h"

namespace faults_some {

using namespace yaodian;
using namespace yaodian::library;
using namespace yaodian::tests;

/// The layer itself, and a few of the loops.
class FaultsSome : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDisk_failsAsItIsTold();
    void someFaults_leaveTheStateBeforeOrAfter();
    void anExportOfWhatCannotBeRead_saysSo_andWritesNothing();
    void aChoiceThatCannotBeSaved_isSaidOnce_holds_andIsSavedLater_data();
    void aChoiceThatCannotBeSaved_isSaidOnce_holds_andIsSavedLater();
};

void FaultsSome::aDisk_failsAsItIsTold()
{
    const QTemporaryDir folder;
    Disk disk(folder.path());
    const QString path = folder.filePath(QStringLiteral("file"));
    const auto write = [&path](const QByteArray &bytes) {
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.flush();
    };
    disk.fail(Fault::Full, 0, false);
    QVERIFY(write("whole"));
    QCOMPARE(disk.calls(), (QList<Call>{Call::Make, Call::Write}));
    disk.fail(Fault::Full, 2, false);
    QVERIFY(!write("not there"));
    QCOMPARE(disk.faults(), 1);
    QVERIFY(write("again"));
    disk.fail(Fault::Torn, 2, true);
    QVERIFY(!write("12345678"));
    QVERIFY(!write("12345678"));
    disk.heal();
    QCOMPARE(QFileInfo(path).size(), 0);
    disk.fail(Fault::ReadOnly, 1, true);
    QVERIFY(!write("x"));
    QVERIFY(!QDir().mkpath(folder.filePath(QStringLiteral("below"))));
    QVERIFY(!QFile::remove(path));
    QVERIFY(!QFile::rename(path, path + u'2'));
    disk.heal();
}

void FaultsSome::someFaults_leaveTheStateBeforeOrAfter()
{
    const QStringList problems =
        loopsOver(libraryOperations(), 7, {"note", "undo", "store posts", "open a new library", "place a picture"}) +
        loopsOver(fileOperations(), 7, {"backup", "keep a template"});
    QVERIFY2(problems.isEmpty(), qPrintable(QString::number(problems.size())));
}

using namespace yaodian::exporting;

/// Every way out: what it says when it fails. Into `folder`, or as a text.
QStringList exportEveryWay(Library &library, PaperId paper, SessionId session, const QString &folder)
{
    QStringList said;
    const auto tell = [&said](const auto &done) {
        said << (done ? QStringLiteral("done") : done.error().message);
        if constexpr (std::is_same_v<std::decay_t<decltype(*done)>, Written>)
            if (done && !done->conflicts.isEmpty())
                said.last() = done->conflicts.first();
    };
    const Formats formats(library);
    for (const auto format : {Formats::Bibtex, Formats::CslJson, Formats::Annotations, Formats::Anki}) {
        tell(formats.text(format, {paper}));
        tell(formats.write(format, {{paper}}, folder));
    }
    tell(formats.report(session));
    tell(formats.writeReport(session, folder));
    tell(PdfCopies(library).write({paper}, folder));
    tell(Markdown(library).paper(paper));
    tell(Markdown(library).writePapers({paper}, folder));
    const Chosen listed = chosenList(library, {}, QStringLiteral("All"));
    tell(Markdown(library).list(listed));
    tell(Markdown(library).writeList(listed, folder));
    tell(formats.write(Formats::Anki, listed, folder));
    return said;
}

void FaultsSome::anExportOfWhatCannotBeRead_saysSo_andWritesNothing()
{
    const QTemporaryDir room;
    furnish(room.path());
    LibraryTrial trial(room.path(), {}, true);
    const PaperId paper = trial.marked.first();
    Session session;
    session.id = trial.ids.make<SessionTag>();
    session.started = trial.clock.now();
    session.queue = {paper};
    const auto kept = trial.library->act({}, {}, [&session](Acts &acts) { return acts.putSession(session); });
    QVERIFY(kept.ok());
    QVERIFY(trial.open().ok()); // nothing of it is in memory now
    const QString folder = room.filePath(QStringLiteral("out"));
    Disk disk(room.filePath(QStringLiteral("library")));
    disk.fail(Fault::Unreadable, 1, true);
    const QStringList said = exportEveryWay(*trial.library, paper, session.id, folder);
    disk.heal();
    for (const QString &sentence : said)
        QVERIFY2(sentence.contains(QStringLiteral("could not be read")), qPrintable(said.join(u'|')));
    QCOMPARE(filesBelow(folder), QStringList());
    const QStringList healed = exportEveryWay(*trial.library, paper, session.id, folder);
    QCOMPARE(healed.count(QStringLiteral("done")), healed.size() - 1); // the PDF is none that a worker could read
}

void FaultsSome::aChoiceThatCannotBeSaved_isSaidOnce_holds_andIsSavedLater_data()
{
    QTest::addColumn<Fault>("fault");
    for (const Fault fault : {Fault::Full, Fault::ReadOnly, Fault::Unwritable, Fault::Refused})
        QTest::newRow(nameOf(fault)) << fault;
}

void FaultsSome::aChoiceThatCannotBeSaved_isSaidOnce_holds_andIsSavedLater()
{
    QFETCH(Fault, fault);
    const QTemporaryDir room;
    QVERIFY(QDir(room.path()).mkdir(QStringLiteral("library")));
    const QString folder = room.filePath(QStringLiteral("library"));
    Settings settings(folder);
    settings.choose("density", QStringLiteral("compact"));
    UnsavedChoices &unsaved = UnsavedChoices::of(settings);
    unsaved.tryEvery(20);
    QStringList said;
    QObject::connect(&unsaved, &UnsavedChoices::failed, [&said](const QString &sentence) { said << sentence; });
    const auto fileHolds = [&folder](const QByteArray &line) {
        QFile file(folder + QStringLiteral("/settings.ini"));
        return file.open(QIODevice::ReadOnly) && file.readAll().contains(line);
    };
    Disk disk(folder);
    disk.fail(fault, 1, true);
    settings.choose("theme", QStringLiteral("dark"));
    settings.choose("offline", true);
    settings.choose("density", QStringLiteral("comfortable")); // the default: taken out of the file
    QCOMPARE(said.size(), 1);
    QVERIFY2(said[0].contains(QStringLiteral("cannot be saved")), qPrintable(said[0]));
    QCOMPARE(settings.text("theme"), QStringLiteral("dark"));
    QVERIFY(settings.flag("offline"));
    QCOMPARE(settings.text("density"), QStringLiteral("comfortable"));
    QTest::qWait(60); // tried again, and nothing more is said
    QCOMPARE(said.size(), 1);
    disk.heal();
    QVERIFY2(fileHolds("density=compact") && !fileHolds("theme"), "not written in part");
    QTRY_VERIFY(unsaved.isEmpty());
    QVERIFY(fileHolds("theme=dark") && fileHolds("offline=true") && !fileHolds("density"));
    disk.fail(fault, 1, true);
    settings.choose("theme", QStringLiteral("light"));
    QCOMPARE(said.size(), 2); // another time
}

YAODIAN_TEST_GUILESS(FaultsSome)

} // namespace faults_some

#include "faults_some.moc"
