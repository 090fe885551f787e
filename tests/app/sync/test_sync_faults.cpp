#include "tests/app/sync/household.h"
#include "tests/support/testmain.h"

#include <QTcpServer>

Q_DECLARE_METATYPE(yaodian::tests::Answer)

namespace test_sync_faults {

using namespace yaodian;
using namespace yaodian::tests;

// What servers do to us. After each: nothing lost, nothing twice, a clear state, and the next run completes.
class TestSyncFaults : public QObject
{
    Q_OBJECT

    const QByteArray m_whole = rssFeed({4, 3, 2, 1});

private Q_SLOTS:
    void aFeedCutOff_isKeptAsFarAsItGoes_andAskedForAgain_data()
    {
        QTest::addColumn<int>("tenth");
        QTest::addColumn<bool>("announced");
        for (int tenth = 1; tenth < 10; ++tenth) {
            QTest::addRow("%d tenths of a known length", tenth) << tenth << true;
            QTest::addRow("%d tenths of an unknown length", tenth) << tenth << false;
        }
    }
    void aFeedCutOff_isKeptAsFarAsItGoes_andAskedForAgain()
    {
        QFETCH(int, tenth);
        QFETCH(bool, announced);
        WebServer server;
        Answer cut = feedAnswer(m_whole, "\"cut\"");
        cut.chunked = !announced;
        cut.truncateAt = m_whole.size() * tenth / 10;
        server.routeInTurn(u"/feed"_qs, {cut, feedAnswer(m_whole, "\"whole\"")});
        Household house;
        const auto source = house.put(server.url(u"/feed"_qs));
        const auto first = house.all();
        QCOMPARE(first.failed.size(), 1);
        QVERIFY(first.failed.first().contains(u"127.0.0.1"_qs));
        QCOMPARE(first.fresh, m_whole.left(cut.truncateAt).count("</item>"));
        const auto state = house.library->syncState(source.id);
        QCOMPARE(state.etag, QString());
        QCOMPARE(state.failures, 1);
        QVERIFY(!state.lastOutcome.isEmpty());
        const auto second = house.all();
        QVERIFY(server.seen().last().header("If-None-Match").isNull());
        QVERIFY(second.failed.isEmpty());
        QCOMPARE(house.titles().size(), 4);
        QCOMPARE(house.library->entryIds({}).size(), 4);
        QCOMPARE(house.library->syncState(source.id).etag, u"\"whole\""_qs);
        QCOMPARE(house.library->syncState(source.id).failures, 0);
    }

    void aCutOffUpdate_losesNothing_andTheNextOneCompletesIt()
    {
        WebServer server;
        Answer cut = feedAnswer(m_whole, "\"cut\"");
        cut.truncateAt = m_whole.size() / 2;
        server.routeInTurn(u"/feed"_qs, {feedAnswer(rssFeed({1}), "\"one\""), cut, feedAnswer(m_whole, "\"whole\"")});
        Household house;
        const auto source = house.put(server.url(u"/feed"_qs));
        house.all();
        const auto outcome = house.all();
        QCOMPARE(outcome.failed.size(), 1);
        QVERIFY(outcome.failed.first().contains(u"cut off"_qs));
        QCOMPARE(house.library->syncState(source.id).etag, QString());
        house.all();
        QVERIFY(server.seen().last().header("If-None-Match").isNull());
        QCOMPARE(house.titles().size(), 4);
    }

    void aMalformedItem_doesNotBringValidators()
    {
        WebServer server;
        QByteArray broken = m_whole;
        broken.replace("<title>Daily digest 2</title>", "<title>Daily < digest </b> 2");
        server.route(u"/feed"_qs, feedAnswer(broken, "\"broken\""));
        Household house;
        const auto source = house.put(server.url(u"/feed"_qs));
        house.all();
        // Read whole or read in part: the validators are kept only with all four.
        const bool all = house.titles().size() == 4;
        QCOMPARE(house.library->syncState(source.id).etag, all ? u"\"broken\""_qs : QString());
        QVERIFY(house.titles().size() >= 1);
    }

    void somethingElse_isNamed_andChangesNothing_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("word");
        QTest::newRow("web page") << QByteArray("text/html") << QByteArray("<html><body>Please log in</body></html>")
                                  << "web page";
        QTest::newRow("empty") << QByteArray("application/rss+xml") << QByteArray() << "empty";
        QTest::newRow("json") << QByteArray("application/json") << QByteArray("{\"error\": 1}") << "no feed";
        QTest::newRow("binary") << QByteArray("application/rss+xml") << QByteArray("\x89PNG\r\n\x1a\n\0\0\0", 11)
                                << "no feed";
    }
    void somethingElse_isNamed_andChangesNothing()
    {
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, body);
        QFETCH(QString, word);
        WebServer server;
        Answer other = Answer::of(type, body);
        other.etag = "\"other\"";
        server.routeInTurn(u"/feed"_qs, {feedAnswer(rssFeed({1}), "\"one\""), other, feedAnswer(rssFeed({2, 1}))});
        Household house;
        const auto source = house.put(server.url(u"/feed"_qs));
        house.all();
        const auto outcome = house.all();
        QCOMPARE(outcome.failed.size(), 1);
        QVERIFY2(outcome.failed.first().contains(word), qPrintable(outcome.failed.first()));
        QCOMPARE(house.library->issues().size(), 1);
        QCOMPARE(house.library->syncState(source.id).etag, QString());
        QCOMPARE(house.library->syncState(source.id).failures, 1);
        QCOMPARE(house.all().fresh, 1);
        QVERIFY(server.seen().last().header("If-None-Match").isNull());
    }

    void anUnreachableServer_isNoFailureOfTheSource()
    {
        QUrl gone;
        {
            QTcpServer server;
            QVERIFY(server.listen(QHostAddress::LocalHost));
            gone = QUrl(u"http://127.0.0.1:%1/feed"_qs.arg(server.serverPort()));
        }
        Household house;
        const auto source = house.put(gone);
        const auto outcome = house.all();
        QCOMPARE(outcome.failed.size(), 1);
        QVERIFY(outcome.failed.first().contains(u"refused the connection"_qs));
        QCOMPARE(house.library->syncState(source.id).failures, 0);
        QVERIFY(!house.library->syncState(source.id).lastTried.isValid());
        QVERIFY(house.library->syncState(source.id).lastOutcome.contains(u"127.0.0.1"_qs));
    }

    void offline_saysSoAndAsksNobody()
    {
        WebServer server;
        Household house;
        house.put(server.url(u"/feed"_qs));
        house.client.setOffline(true);
        QVERIFY(house.all().failed.first().contains(u"Offline"_qs));
        QVERIFY(server.seen().isEmpty());
    }

    void tooManyRequests_makeTheWholeHostWait_untilItsTime()
    {
        WebServer server;
        Answer busy;
        busy.status = 429;
        busy.headers = {{"Retry-After", "300"}};
        server.routeInTurn(u"/a"_qs, {busy, feedAnswer(rssFeed({1}))});
        server.route(u"/b"_qs, feedAnswer(rssFeed({2})));
        Household house;
        const auto a = house.put(server.url(u"/a"_qs));
        house.one(a.id);
        const auto b = house.put(server.url(u"/b"_qs));
        QCOMPARE(house.library->syncState(a.id).failures, 0);
        QCOMPARE(house.library->syncState(a.id).holdUntil, house.clock.now().addSecs(300));
        server.forget();
        const auto held = house.one(a.id);
        QVERIFY(held.failed.isEmpty()); // patience is no failure
        QVERIFY(held.waiting.first().contains(u"patience"_qs));
        QVERIFY(house.one(b.id).waiting.first().contains(u"patience"_qs)); // added after: it is the same server
        QCOMPARE(server.seen().size(), 0);
        house.clock.advance(301'000);
        const auto later = house.all();
        QVERIFY(later.failed.isEmpty() && later.waiting.isEmpty());
        QCOMPARE(later.fresh, 2);
        QVERIFY(!house.library->syncState(a.id).holdUntil.isValid());
    }

    void a429_makesTheHostsOtherSourcesWait_alsoAfterARestart()
    {
        WebServer server;
        WebServer other(u"127.0.0.2"_qs);
        Answer busy;
        busy.status = 429;
        server.route(u"/a"_qs, busy);
        server.route(u"/b"_qs, feedAnswer(rssFeed({2})));
        other.route(u"/c"_qs, feedAnswer(rssFeed({3})));
        Household house;
        const auto a = house.put(server.url(u"/a"_qs));
        house.put(server.url(u"/b"_qs));
        house.put(other.url(u"/c"_qs));
        QCOMPARE(house.one(a.id).waiting.size(), 1);
        house.reopen();
        const auto outcome = house.all();
        QCOMPARE(outcome.waiting.size(), 2);
        QVERIFY(outcome.failed.isEmpty());
        QCOMPARE(outcome.fresh, 1);
        QCOMPARE(server.hits(u"/b"_qs), 0);
    }

    void a429InTheMiddleOfARound_stopsWhatWaitsForTheSameServer()
    {
        WebServer server;
        Answer busy;
        busy.status = 429;
        QStringList paths;
        for (int number = 0; number < 6; ++number)
            paths += u"/%1"_qs.arg(number);
        for (const QString &path : paths)
            server.route(path, busy);
        Household house;
        for (const QString &path : paths)
            house.put(server.url(path));
        QCOMPARE(house.all().waiting.size(), 6);
        QCOMPARE(server.seen().size(), 1);
    }

    void refusals_areTheHosts_onlyWhereSeveralLinksSaySo_data()
    {
        QTest::addColumn<int>("status");
        QTest::newRow("busy") << 503;
        QTest::newRow("forbidden, meant as too many") << 403;
    }
    void refusals_areTheHosts_onlyWhereSeveralLinksSaySo()
    {
        QFETCH(int, status);
        WebServer server;
        Answer refused;
        refused.status = status;
        Household house;
        for (int number = 0; number < 5; ++number) {
            server.route(u"/%1"_qs.arg(number), refused);
            house.put(server.url(u"/%1"_qs.arg(number)));
        }
        house.all();
        QCOMPARE(server.seen().size(), 3);
        QCOMPARE(house.library->hostHolds().size(), 1);
        server.forget();
        QCOMPARE(house.all().waiting.size(), 5);
        QVERIFY(server.seen().isEmpty());
    }

    void aServerThatFetchesFromElsewhere_isAskedForEachOfItsFeeds_data()
    {
        QTest::addColumn<int>("status");
        QTest::newRow("busy") << 503;
        QTest::newRow("too many") << 429;
        QTest::newRow("forbidden") << 403;
    }
    void aServerThatFetchesFromElsewhere_isAskedForEachOfItsFeeds()
    {
        QFETCH(int, status);
        WebServer server;
        Answer refused;
        refused.status = status;
        Household house;
        QVERIFY(house.client.setMirrors({server.mirrorFor(u"rsshub.example"_qs)}).ok());
        for (int number = 0; number < 4; ++number) {
            server.route(u"/%1"_qs.arg(number), refused);
            house.put(QUrl(u"https://rsshub.example/%1"_qs.arg(number)));
        }
        server.route(u"/sound"_qs, feedAnswer(rssFeed({1})));
        house.put(QUrl(u"https://rsshub.example/sound"_qs));
        QCOMPARE(house.all().fresh, 1);
        QCOMPARE(server.seen().size(), 5);
        QVERIFY(house.library->hostHolds().isEmpty());
    }

    void a503_isTheLinksOwn()
    {
        WebServer server;
        Answer busy;
        busy.status = 503;
        busy.headers = {{"Retry-After", "Wed, 01 Jan 2003 00:00:00 GMT"}};
        server.route(u"/a"_qs, busy);
        server.route(u"/b"_qs, feedAnswer(rssFeed({2})));
        Household house;
        const auto a = house.put(server.url(u"/a"_qs));
        const auto b = house.put(server.url(u"/b"_qs));
        const auto outcome = house.all();
        QCOMPARE(outcome.waiting.size(), 1);
        QCOMPARE(outcome.fresh, 1);
        QCOMPARE(house.library->syncState(a.id).holdUntil, house.clock.now().addSecs(120));
        QVERIFY(!house.library->syncState(b.id).holdUntil.isValid());
    }

    void a304WithoutBeingAsked_changesNothing()
    {
        WebServer server;
        Answer odd;
        odd.status = 304;
        server.route(u"/feed"_qs, odd);
        Household house;
        house.put(server.url(u"/feed"_qs));
        const auto outcome = house.all();
        QVERIFY(outcome.failed.isEmpty());
        QCOMPARE(outcome.fresh, 0);
    }

    void aPackedBombAndAnEndlessFeed_areDropped()
    {
        WebServer server;
        Answer bomb = feedAnswer(gzipped("<rss>" + QByteArray(60'000'000, ' ')), "\"bomb\"");
        bomb.headers = {{"Content-Encoding", "gzip"}};
        server.route(u"/bomb"_qs, bomb);
        server.route(u"/long"_qs, feedAnswer("<rss>" + QByteArray(21 * 1024 * 1024, ' '), "\"long\""));
        Household house;
        house.put(server.url(u"/bomb"_qs));
        const auto source = house.put(server.url(u"/long"_qs));
        QCOMPARE(house.all().failed.size(), 2);
        QVERIFY(house.library->syncState(source.id).etag.isEmpty());
    }

    void anAnswerThatCannotBeUsed_isAFailure_andNotAskedForEveryMinute_data()
    {
        QTest::addColumn<Answer>("answer");
        QTest::newRow("too large") << feedAnswer("<rss>" + QByteArray(21 * 1024 * 1024, ' '));
        QTest::newRow("without end") << Answer::redirect("/feed");
        Answer damaged = feedAnswer(gzipped(rssFeed({1})).replace(12, 8, "nonsense"));
        damaged.headers = {{"Content-Encoding", "gzip"}};
        QTest::newRow("cannot be unpacked") << damaged;
        QTest::newRow("leads to a file") << Answer::redirect("file:///etc/passwd");
    }
    void anAnswerThatCannotBeUsed_isAFailure_andNotAskedForEveryMinute()
    {
        QFETCH(Answer, answer);
        WebServer server;
        server.route(u"/feed"_qs, answer);
        Household house;
        const auto source = house.put(server.url(u"/feed"_qs));
        QCOMPARE(house.due().failed.size(), 1);
        QCOMPARE(house.library->syncState(source.id).failures, 1);
        QCOMPARE(house.library->syncLog(source.id).first().kind, library::SyncEvent::Kind::Failed);
        server.forget();
        house.clock.advance(60'000);
        house.due();
        QVERIFY(server.seen().isEmpty());
    }

    void aCaptchaInFrontOfAFeed_isNamed()
    {
        WebServer server;
        Answer challenge = Answer::of("text/html", "<html><body>Just a moment</body></html>");
        challenge.status = 403;
        challenge.headers = {{"CF-Mitigated", "challenge"}};
        server.route(u"/feed"_qs, challenge);
        Household house;
        house.put(server.url(u"/feed"_qs));
        const auto outcome = house.all();
        QCOMPARE(outcome.failed.size(), 1);
        QVERIFY2(outcome.failed.first().contains(u"captcha"_qs), qPrintable(outcome.failed.first()));
    }

    void aRedirectToAFile_isRefused()
    {
        WebServer server;
        server.route(u"/feed"_qs, Answer::redirect("file:///etc/passwd"));
        Household house;
        house.put(server.url(u"/feed"_qs));
        QCOMPARE(house.all().failed.size(), 1);
        QVERIFY(house.library->issues().isEmpty());
    }
};

YAODIAN_TEST_GUILESS(TestSyncFaults)

} // namespace test_sync_faults

#include "test_sync_faults.moc"
