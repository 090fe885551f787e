#include <QProcess>
#include <QTest>

#include <csignal>

#include <sys/wait.h>
#include <unistd.h>

namespace {

/// What became of `yaodian-pdf --probe what`: its exit code, or minus the signal that ended it.
int probe(const QString &what)
{
    QProcess process;
    process.start(QStringLiteral(YAODIAN_BIN "/yaodian-pdf"), {QStringLiteral("--probe"), what});
    if (!process.waitForFinished(30'000))
        return -1000;
    return process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -process.exitCode();
}

} // namespace

class TestSandbox : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theWorkerIsRefused_data()
    {
        QTest::addColumn<QString>("what");
        QList<const char *> probes{"socket",   "unix-socket", "connect", "create", "write-open",
                                   "folder",   "unlink",      "rename",  "kill",   "memfd",
                                   "dumpable", "limits",      "code",    "clone",  "thread-clone3"};
#ifndef YAODIAN_SANITIZED // the sanitizer needs the address space and its report /proc
        probes += {"memory", "passwd"};
#endif
        for (const char *name : probes)
            QTest::newRow(name) << QString::fromLatin1(name);
    }

    void theWorkerIsRefused()
    {
        QFETCH(QString, what);
        if (what == QLatin1String("passwd") && probe(QStringLiteral("landlock")) != 0)
            return; // a kernel without Landlock; the other walls stand
        QCOMPARE(probe(what), 0);
    }

    void theWorkerDiesWhereItStarts_data()
    {
        QTest::addColumn<QString>("what");
        for (const char *name : {"exec", "fork", "ptrace", "mount", "namespace"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }

    void theWorkerDiesWhereItStarts()
    {
        QFETCH(QString, what);
        QCOMPARE(probe(what), -SIGSYS);
    }

    void anUnknownProbeIsNoSuccess()
    {
        QCOMPARE(probe(QStringLiteral("nonsense")), 2);
    }

    void startedByHandItSaysWhatItIs()
    {
        QProcess process;
        process.start(QStringLiteral(YAODIAN_BIN "/yaodian-pdf"), QStringList{});
        QVERIFY(process.waitForFinished(30'000));
        QCOMPARE(process.exitCode(), 2);
        QVERIFY(process.readAllStandardError().contains("yaodian"));
    }
};

QTEST_GUILESS_MAIN(TestSandbox)
#include "sandbox.moc"
