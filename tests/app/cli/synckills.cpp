#include "process.h"
#include "tests/support/testmain.h"

#include "tests/support/webserver.h"

#include <QRandomGenerator>
#include <QTest>
#include <QUrlQuery>

#include <csignal>

namespace cli_synckills {

using namespace yaodian;
using namespace yaodian::tests;
using namespace Qt::StringLiterals;

constexpr int sources = 6;

/// 200 by hand (YAODIAN_KILLS=200), fewer where every change is tested.
int rounds()
{
    const int wanted = qEnvironmentVariableIntValue("YAODIAN_KILLS");
    return wanted > 0 ? wanted : 25;
}

QByteArray feedOf(int source, int posts)
{
    const QByteArray s = QByteArray::number(source);
    QByteArray items;
    for (int number = posts; number > 0; --number) {
        const QByteArray n = QByteArray::number(number);
        items += "<item><title>Digest " + s + "." + n + "</title><guid>" + s + "-" + n +
                 "</guid><description><![CDATA[<p>1、[LG] An Invented Paper " + s + " " + n +
                 "</p><p>A Author</p><p>一句话总结：made up</p><p>https://arxiv.org/abs/2302." +
                 QByteArray::number(10000 + source * 1000 + number) + "</p>]]></description></item>";
    }
    return "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Source " + s + "</title>" + items +
           "</channel></rss>";
}

/// The program is killed in the middle of a sync, again and again; the next one completes, and everything is there
/// once.
class SyncKills final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void killedSync_losesNothing_andTheNextOneCompletes();

private:
    void serve(WebServer &server, int posts);
};

void SyncKills::serve(WebServer &server, int posts)
{
    for (int source = 0; source < sources; ++source) {
        Answer answer = Answer::of("application/rss+xml", feedOf(source, posts));
        answer.etag = "\"" + QByteArray::number(posts) + "\"";
        answer.delayMs = source * 5;
        server.route(u"/%1"_s.arg(source), answer);
    }
}

void SyncKills::killedSync_losesNothing_andTheNextOneCompletes()
{
    const Program program;
    WebServer server;
    serve(server, 1);
    for (int source = 0; source < sources; ++source)
        COMPARE_EXIT(program.run({u"sources"_s, u"add"_s, server.url(u"/%1"_s.arg(source)).toString()}), 0);
    QRandomGenerator chance(20230208);
    int killed = 0;
    for (int round = 1; round <= rounds(); ++round) {
        serve(server, round);
        const auto process = program.start({u"sync"_s});
        QVERIFY(process->waitForStarted());
        QTest::qWait(chance.bounded(40, 260));
        if (process->state() != QProcess::NotRunning) {
            ::kill(pid_t(process->processId()), SIGKILL);
            ++killed;
        }
        QTRY_COMPARE(process->state(), QProcess::NotRunning);
        if (round % 5 != 0 && round != rounds())
            continue; // several in a row without a whole one between them
        COMPARE_EXIT(program.run({u"sync"_s}), 0);
        const QJsonArray rows = program.run({u"list"_s, u"--json"_s}).array();
        QCOMPARE(rows.size(), sources * round);
        QSet<QString> papers;
        for (const QJsonValue &row : rows)
            papers.insert(row[u"paper"_s].toString());
        QCOMPARE(papers.size(), rows.size());
        COMPARE_EXIT(program.run({u"doctor"_s}), 0);
    }
    QVERIFY2(killed > rounds() / 3, "the sync was over before it could be killed");
}

YAODIAN_TEST_GUILESS(SyncKills)

} // namespace cli_synckills

#include "synckills.moc"
