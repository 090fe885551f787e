#include "process.h"
#include "tests/support/testmain.h"

#include "base/lastrun.h"

#include <QFileInfo>
#include <QTest>

#include <csignal>

namespace cli_lastrun {

using namespace yaodian;
using namespace Qt::StringLiterals;

/// What a crash leaves, and what is said of it: everything stays on this computer.
class LastRunTest final : public QObject
{
    Q_OBJECT

    /// A window over the library, begun and ended by that signal. What it wrote on stderr.
    static void runAndEnd(const Program &program, int signal)
    {
        const auto window = program.start({u"--offline"_s});
        const QString marker = program.library() + u"/log/running"_s;
        QTRY_VERIFY_WITH_TIMEOUT(QFileInfo::exists(marker) || window->state() == QProcess::NotRunning, 20'000);
        QTest::qWait(300); // the window stands
        QCOMPARE(window->state(), QProcess::Running);
        QCOMPARE(::kill(pid_t(window->processId()), signal), 0);
        QVERIFY(window->waitForFinished(20'000));
        if (signal != SIGTERM)
            QCOMPARE(window->exitStatus(), QProcess::CrashExit);
    }
    static QByteArray logOf(const Program &program)
    {
        QFile file(program.library() + u"/log/yaodian.log"_s);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private Q_SLOTS:
    void aRunThatEnds_leavesNothing()
    {
        const Program program;
        runAndEnd(program, SIGTERM);
        QVERIFY(!QFileInfo::exists(program.library() + u"/log/running"_s));
        runAndEnd(program, SIGTERM);
        QVERIFY2(!logOf(program).contains("did not come to its end"), logOf(program).constData());
    }

    void aCrash_leavesOneLine_andTheNextStartKnows_data()
    {
        QTest::addColumn<int>("signal");
        QTest::newRow("segment") << SIGSEGV;
        QTest::newRow("abort") << SIGABRT;
        QTest::newRow("kill") << SIGKILL;
    }
    void aCrash_leavesOneLine_andTheNextStartKnows()
    {
        QFETCH(int, signal);
        const Program program;
        runAndEnd(program, signal);
        const QByteArray number = QByteArray::number(signal).rightJustified(2, '0');
        QCOMPARE(logOf(program).contains("ended by signal " + number + '\n'), signal != SIGKILL);
        runAndEnd(program, SIGTERM);
        QVERIFY2(logOf(program).contains("did not come to its end"), logOf(program).constData());
        const qsizetype once = logOf(program).count("did not come to its end");
        runAndEnd(program, SIGTERM); // of a run that ended well nothing is said
        QCOMPARE(logOf(program).count("did not come to its end"), once);
        QStringList left;
        for (const QFileInfo &file : QDir(program.library() + u"/log"_s).entryInfoList(QDir::Files | QDir::Hidden))
            left << file.fileName();
        QCOMPARE(left, QStringList{u"yaodian.log"_s}); // no report, no picture of the memory
    }

    void whatIsSaid_isPlain_andNamesTheLog()
    {
        QTemporaryDir folder;
        const QString log = folder.filePath(u"log"_s);
        {
            const LastRun first(log);
            QVERIFY(!first.wasCutShort());
            QVERIFY(first.sentence().isEmpty());
            const LastRun second(log); // as after a crash: the mark of the first is there
            QVERIFY(second.wasCutShort());
            QVERIFY(second.sentence().contains(log + u"/yaodian.log"_s));
            QVERIFY(second.sentence().contains(u"saved"_s));
        }
        const LastRun third(log);
        QVERIFY(!third.wasCutShort());
        const LastRun nowhere(u"/dev/null/log"_s); // cannot be marked: no reason not to start
        QVERIFY(!nowhere.wasCutShort());
        for (const int signal : {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT})
            std::signal(signal, SIG_DFL);
    }
};

YAODIAN_TEST_GUILESS(LastRunTest)

} // namespace cli_lastrun

#include "lastrun.moc"
