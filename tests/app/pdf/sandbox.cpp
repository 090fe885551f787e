#include "tests/support/testmain.h"

#include <QProcess>
#include <QTest>

#include <csignal>

#include <sys/wait.h>
#include <unistd.h>

namespace pdf_sandbox {

constexpr uid_t nobody = 65534;

enum class As { Self, Nobody };
enum class Kernel { Full, WithoutLandlock };

/// What became of `yaodian-pdf --probe what`: its exit code, or minus the signal that ended it.
int probe(const QString &what, As as = As::Self, Kernel kernel = Kernel::Full)
{
    QProcess process;
    if (as == As::Nobody)
        process.setChildProcessModifier([] {
            if (::setgid(nobody) != 0 || ::setuid(nobody) != 0)
                ::_exit(100);
        });
    QStringList arguments{QStringLiteral("--probe"), what};
    if (kernel == Kernel::WithoutLandlock)
        arguments.append(QStringLiteral("without-landlock"));
    process.start(QCoreApplication::applicationDirPath() + u"/yaodian-pdf"_qs, arguments);
    if (!process.waitForFinished(30'000))
        return -1000;
    return process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -process.exitCode();
}

/// The worker beside this program was built with the sanitizers.
bool isSanitized()
{
    return qEnvironmentVariableIsSet("YAODIAN_SANITIZED");
}

/// The folders above the program may be closed to others.
bool canBeRunByNobody()
{
    return probe(QStringLiteral("nonsense"), As::Nobody) == 2;
}

/// What the limits and the filter of system calls refuse.
const QList<const char *> probes{"socket", "unix-socket", "connect",  "create",        "write-open", "folder",
                                 "unlink", "rename",      "kill",     "memfd",         "dumpable",   "limits",
                                 "code",   "clone",       "symlink",  "thread-clone3", "link",       "chmod",
                                 "send",   "send-to",     "truncate", "descriptors",   "time"};

class TestSandbox : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theWorkerIsRefused_data()
    {
        QTest::addColumn<QString>("what");
        QList<const char *> all = probes;
        if (!isSanitized()) // the sanitizer needs the address space and its report /proc
            all += {"memory", "passwd", "home", "process", "threads"};
        for (const char *name : all)
            QTest::newRow(name) << QString::fromLatin1(name);
    }

    void theWorkerIsRefused()
    {
        QFETCH(QString, what);
        const bool isFile = QStringList{u"passwd"_qs, u"home"_qs, u"process"_qs}.contains(what);
        if (isFile && probe(QStringLiteral("landlock")) != 0)
            return; // a kernel without Landlock; the other walls stand
        QCOMPARE(probe(what), 0);
        if (::getuid() == 0 && canBeRunByNobody())
            QCOMPARE(probe(what, As::Nobody), 0);
    }

    void theWorkerGoesApartWhereTheSystemLetsIt()
    {
        const QStringList same{u"-U"_qs, u"-n"_qs, u"-i"_qs, u"-u"_qs, u"true"_qs};
        const bool lets = !isSanitized() && QProcess::execute(u"unshare"_qs, same) == 0;
        QCOMPARE(probe(u"apart"_qs), lets ? 0 : 1);
        if (lets && ::getuid() == 0 && canBeRunByNobody())
            QCOMPARE(probe(u"apart"_qs, As::Nobody), 0);
    }

    void whereTheKernelHasNoLandlockTheOtherWallsStand_data()
    {
        QTest::addColumn<QString>("what");
        for (const char *name : probes)
            QTest::newRow(name) << QString::fromLatin1(name);
    }

    void whereTheKernelHasNoLandlockTheOtherWallsStand()
    {
        QFETCH(QString, what);
        QCOMPARE(probe(QStringLiteral("landlock"), As::Self, Kernel::WithoutLandlock), 1); // and it says so
        QCOMPARE(probe(what, As::Self, Kernel::WithoutLandlock), 0);
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
        if (::getuid() == 0 && canBeRunByNobody())
            QCOMPARE(probe(what, As::Nobody), -SIGSYS);
    }

    void anUnknownProbeIsNoSuccess() { QCOMPARE(probe(QStringLiteral("nonsense")), 2); }

    void startedByHandItSaysWhatItIs()
    {
        QProcess process;
        process.start(QCoreApplication::applicationDirPath() + u"/yaodian-pdf"_qs, QStringList{});
        QVERIFY(process.waitForFinished(30'000));
        QCOMPARE(process.exitCode(), 2);
        QVERIFY(process.readAllStandardError().contains("yaodian"));
    }
};

YAODIAN_TEST_GUILESS(TestSandbox)

} // namespace pdf_sandbox

#include "sandbox.moc"
