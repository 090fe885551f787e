#include "process.h"
#include "tests/support/testmain.h"

#include "base/clock.h"
#include "cli/entrance.h"
#include "cli/server.h"

#include <QFileInfo>
#include <QLocalServer>
#include <QSignalSpy>
#include <QTest>

namespace cli_lock {

using namespace yaodian;
using namespace Qt::StringLiterals;

/// Two starts and one library. This test is the other start: it holds the lock as a command, or also listens as a
/// window.
class LockTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCommandThatWrites_isWaitedFor();
    void waiting_endsAfterItsTime();
    void readingVerbs_doNotWait();
    void theWindow_runsTheVerb();
    void theWindow_getsStandardInput();
    void theWindow_saysWhatFailed();
    void theWindow_staysResponsiveWhileAVerbRuns();
    void aSecondWindow_handsOverItsArguments();
    void aWindowThatGoesAway_isSaid();
    void theSocket_isTheUsersOwn();

private:
    [[nodiscard]] std::unique_ptr<library::Library> hold(const Program &program);

    SystemClock m_clock;
    IdSource m_ids{m_clock};
};

std::unique_ptr<library::Library> LockTest::hold(const Program &program)
{
    auto opened = library::Library::open(program.library(), library::Library::Mode::ReadWrite, m_clock, m_ids);
    if (!opened)
        qFatal("%s", qPrintable(opened.error().message));
    return std::move(opened.value());
}

void LockTest::aCommandThatWrites_isWaitedFor()
{
    const Program program;
    auto held = hold(program);
    const auto process = program.start({u"import"_s, Program::fixture(u"daily.txt"_s), u"--json"_s});
    QByteArray said;
    QVERIFY(QTest::qWaitFor([&] { return (said += process->readAllStandardError()).endsWith('\n'); }, 20'000));
    QCOMPARE(process->state(), QProcess::Running);
    held.reset();
    const Ran ran = Program::ended(*process);
    COMPARE_EXIT(ran, 0);
    QCOMPARE(ran.object()[u"new"_s].toInt(), 1);
    QVERIFY2(ran.err.isEmpty(), "waiting is said once");
}

void LockTest::waiting_endsAfterItsTime()
{
    const Program program;
    const auto held = hold(program);
    cli::Entrance entrance(program.library(), {}, m_clock, m_ids, 500);
    QSignalSpy refused(&entrance, &cli::Entrance::refused);
    QSignalSpy waiting(&entrance, &cli::Entrance::waiting);
    entrance.start();
    QVERIFY(refused.wait());
    QCOMPARE(refused.at(0).at(0).toString(), library::Library::lockedMessage());
    QCOMPARE(waiting.size(), 1);
}

void LockTest::readingVerbs_doNotWait()
{
    const Program program;
    COMPARE_EXIT(program.run({u"import"_s, Program::fixture(u"daily.txt"_s)}), 0);
    const auto held = hold(program);
    const Ran list = program.run({u"list"_s, u"--json"_s});
    COMPARE_EXIT(list, 0);
    QCOMPARE(list.array().size(), 3);
    QVERIFY(list.err.isEmpty());
}

void LockTest::theWindow_runsTheVerb()
{
    const Program program;
    const auto held = hold(program);
    cli::Server server(*held, m_clock, m_ids, std::make_shared<sync::PasswordsOfRun>());
    QVERIFY(server.listen());
    QSignalSpy changed(held.get(), &library::Library::changed);
    const Ran ran = program.run({u"import"_s, Program::fixture(u"daily.txt"_s), u"--json"_s});
    COMPARE_EXIT(ran, 0);
    QVERIFY2(ran.err.isEmpty(), ran.all().constData());
    QCOMPARE(ran.object()[u"new"_s].toInt(), 1);
    QCOMPARE(held->count({}), 3);
    QVERIFY2(QTest::qWaitFor([&] { return !changed.isEmpty(); }), "the window hears of it");
    // A relative name is seen from where the command was typed, not from the window's folder.
    program.write(u"here.txt"_s, "一封没有论文的信");
    COMPARE_EXIT(program.run({u"import"_s, u"here.txt"_s}), 0);
    COMPARE_EXIT(program.run({u"mark"_s, u"arXiv:2302.13971"_s, u"--star"_s}), 0);
    const Ran undone = program.run({u"undo"_s, u"--json"_s});
    COMPARE_EXIT(undone, 0);
}

void LockTest::theWindow_getsStandardInput()
{
    const Program program;
    COMPARE_EXIT(program.run({u"import"_s, Program::fixture(u"daily.txt"_s)}), 0);
    const auto held = hold(program);
    cli::Server server(*held, m_clock, m_ids, std::make_shared<sync::PasswordsOfRun>());
    QVERIFY(server.listen());
    COMPARE_EXIT(program.run({u"note"_s, u"arXiv:2302.13971"_s, u"-"_s}, "从管道来的字"), 0);
    const Ran note = program.run({u"note"_s, u"arXiv:2302.13971"_s, u"--json"_s});
    QCOMPARE(note.object()[u"note"_s].toString(), u"从管道来的字"_s);
}

void LockTest::theWindow_saysWhatFailed()
{
    const Program program;
    const auto held = hold(program);
    cli::Server server(*held, m_clock, m_ids, std::make_shared<sync::PasswordsOfRun>());
    QVERIFY(server.listen());
    const Ran ran = program.run({u"mark"_s, u"abcdef01"_s, u"--star"_s});
    COMPARE_EXIT(ran, 1);
    QVERIFY2(ran.errorLines() == 1, ran.all().constData());
    QVERIFY(ran.out.isEmpty());
}

void LockTest::theWindow_staysResponsiveWhileAVerbRuns()
{
    const Program program;
    const auto held = hold(program);
    cli::Server server(*held, m_clock, m_ids, std::make_shared<sync::PasswordsOfRun>());
    QVERIFY(server.listen());
    const auto first = program.start({u"import"_s, Program::fixture(u"daily.txt"_s)});
    const auto second = program.start({u"import"_s, Program::fixture(u"letter.txt"_s)});
    const auto third = program.start({u"import"_s, Program::fixture(u"feed.xml"_s)});
    for (QProcess *process : {first.get(), second.get(), third.get()}) {
        const Ran ran = Program::ended(*process);
        COMPARE_EXIT(ran, 0);
        QVERIFY2(ran.err.isEmpty(), ran.all().constData());
    }
    QCOMPARE(held->issues().size(), 3);
}

void LockTest::aSecondWindow_handsOverItsArguments()
{
    const Program program;
    const auto held = hold(program);
    cli::Server server(*held, m_clock, m_ids, std::make_shared<sync::PasswordsOfRun>());
    QVERIFY(server.listen());
    QSignalSpy activated(&server, &cli::Server::activated);
    program.write(u"a paper.pdf"_s, "%PDF-1.4");
    COMPARE_EXIT(program.run({u"open"_s, u"a paper.pdf"_s}), 0);
    COMPARE_EXIT(program.run({}), 0);
    COMPARE_EXIT(program.run({u"open"_s, u"yaodian://paper/x"_s}), 0);
    QCOMPARE(activated.size(), 3);
    QCOMPARE(activated.at(0).at(0).toStringList(), QStringList{program.file(u"a paper.pdf"_s)});
    QCOMPARE(activated.at(1).at(0).toStringList(), QStringList());
    QCOMPARE(activated.at(2).at(0).toStringList(), QStringList{u"yaodian://paper/x"_s});
}

void LockTest::aWindowThatGoesAway_isSaid()
{
    const Program program;
    const auto held = hold(program);
    const QString path = library::Library::socketPath(held->directory());
    QLocalServer::removeServer(path);
    QLocalServer server;
    QVERIFY(server.listen(path));
    connect(&server, &QLocalServer::newConnection, &server, [&] {
        QLocalSocket *socket = server.nextPendingConnection();
        connect(socket, &QLocalSocket::readyRead, socket, &QLocalSocket::abort);
    });
    const Ran ran = program.run({u"undo"_s});
    COMPARE_EXIT(ran, 1);
    QVERIFY2(ran.errorLines() == 1, ran.all().constData());
}

void LockTest::theSocket_isTheUsersOwn()
{
    const Program program;
    const auto held = hold(program);
    cli::Server server(*held, m_clock, m_ids, std::make_shared<sync::PasswordsOfRun>());
    QVERIFY(server.listen());
    const QFileInfo socket(library::Library::socketPath(held->directory()));
    QVERIFY2(socket.exists(), qPrintable(socket.filePath()));
    const auto others =
        QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
    QVERIFY(!(socket.permissions() & others));
}

YAODIAN_TEST_GUILESS(LockTest)

} // namespace cli_lock

#include "lock.moc"
