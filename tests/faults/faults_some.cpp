#include "furnished.h"
#include "tests/support/testmain.h"

namespace faults_some {

using namespace yaodian::tests;

/// The layer itself, and a few of the loops.
class FaultsSome : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDisk_failsAsItIsTold();
    void someFaults_leaveTheStateBeforeOrAfter();
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

YAODIAN_TEST_GUILESS(FaultsSome)

} // namespace faults_some

#include "faults_some.moc"
