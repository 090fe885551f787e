#include "sync/judging.h"
#include "tests/support/testmain.h"

#include <QTest>

namespace test_sync_judging {

using namespace yaodian;
using namespace yaodian::sync;
using Kind = Judgement::Kind;

class TestSyncJudging : public QObject
{
    Q_OBJECT

    const QDateTime m_now{QDate(2023, 2, 8), QTime(10, 0), Qt::UTC};

    static net::Response response(int status, const QByteArray &body = {})
    {
        net::Response out;
        out.status = status;
        out.body = body;
        out.finalUrl = QUrl(QStringLiteral("https://blog.example/feed"));
        out.etag = "\"new\"";
        out.lastModified = "Wed, 08 Feb 2023 09:00:00 GMT";
        return out;
    }
    static library::SyncState before()
    {
        library::SyncState state;
        state.etag = QStringLiteral("\"old\"");
        state.lastModified = QStringLiteral("Tue, 07 Feb 2023 09:00:00 GMT");
        state.failures = 2;
        return state;
    }
    static Judgement judged(const net::Response &answer) { return judge(answer, feedShape(answer.body)); }

private Q_SLOTS:
    void linksAreRelativeToWhereTheServerSaysItIs_data()
    {
        QTest::addColumn<QByteArray>("said");
        QTest::addColumn<QString>("base");
        const QString asked = QStringLiteral("https://blog.example/feed");
        QTest::newRow("nothing") << QByteArray() << asked;
        QTest::newRow("a path") << QByteArray("/posts/feed.xml") << "https://blog.example/posts/feed.xml";
        QTest::newRow("another host") << QByteArray("http://www.blog.example/") << "http://www.blog.example/";
        QTest::newRow("its own machine") << QByteArray("http://backend/feed") << asked;
        QTest::newRow("its own address") << QByteArray("http://10.0.0.3/feed") << asked;
        QTest::newRow("a program") << QByteArray("javascript:/x") << asked;
        QTest::newRow("nonsense") << QByteArray("http://:::") << asked;
    }
    void linksAreRelativeToWhereTheServerSaysItIs()
    {
        QFETCH(QByteArray, said);
        net::Response answer = response(200);
        if (!said.isNull())
            answer.headers.append({"content-location", said});
        QTEST(baseAddress(answer), "base");
    }

    void aNetworksLogIn_isKnownByItsAddress_data()
    {
        QTest::addColumn<QString>("asked");
        QTest::addColumn<QString>("at");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<bool>("portal");
        const QByteArray page = "<!DOCTYPE html><html><body>Welcome</body></html>";
        const QString feed = QStringLiteral("http://blog.example/feed");
        QTest::newRow("a hotel") << feed << "http://captive.hotel.example/start" << page << true;
        QTest::newRow("a train") << feed << "https://WiFi.train.example/" << page << true;
        QTest::newRow("its own log-in") << feed << "http://blog.example/login" << page << false;
        QTest::newRow("moved") << feed << "http://new.example/2023" << page << false;
        QTest::newRow("a feed") << feed << "http://portal.example/feed" << QByteArray("<rss><channel/></rss>") << false;
        QTest::newRow("protected") << "https://blog.example/feed"
                                   << "https://login.example/" << page << false;
    }
    void aNetworksLogIn_isKnownByItsAddress()
    {
        QFETCH(QString, asked);
        QFETCH(QString, at);
        QFETCH(QByteArray, body);
        net::Response answer = response(200, body);
        answer.finalUrl = QUrl(at);
        QTEST(isNetworkLogin(QUrl(asked), answer), "portal");
    }

    void answers_areJudged_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<Kind>("kind");
        const QByteArray item = "<rss><channel><item>x</item>";
        QTest::newRow("not modified") << 304 << QByteArray() << Kind::NotModified;
        QTest::newRow("whole") << 200 << item + "</channel></rss>" << Kind::Whole;
        QTest::newRow("cut off") << 200 << item << Kind::CutOff;
        QTest::newRow("no items") << 200 << QByteArray("<rss><channel></channel></rss>") << Kind::Empty;
        QTest::newRow("no bytes") << 200 << QByteArray() << Kind::Failed;
        QTest::newRow("blanks") << 200 << QByteArray(" \n ") << Kind::Failed;
        QTest::newRow("web page") << 200 << QByteArray("<html><body>log in") << Kind::Failed;
        QTest::newRow("something else") << 200 << QByteArray("{}") << Kind::Failed;
        QTest::newRow("papers in JSON") << 200 << QByteArray("[{\"title\": \"x\"}]") << Kind::Whole;
        QTest::newRow("JSON cut off") << 200 << QByteArray("[{\"title\": \"x\"}, {\"ti") << Kind::CutOff;
        QTest::newRow("gone") << 410 << QByteArray() << Kind::Failed;
        QTest::newRow("refused") << 403 << QByteArray() << Kind::Failed;
        QTest::newRow("broken") << 500 << QByteArray() << Kind::Failed;
        QTest::newRow("too many") << 429 << QByteArray() << Kind::Wait;
        QTest::newRow("busy") << 503 << QByteArray() << Kind::Wait;
    }
    void answers_areJudged()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        const Judgement judgement = judged(response(status, body));
        QTEST(judgement.kind, "kind");
        const bool silent = judgement.kind == Kind::NotModified || judgement.kind == Kind::Whole;
        QCOMPARE(judgement.sentence.isEmpty(), silent);
        QVERIFY(silent || judgement.sentence.contains(u"blog.example"_qs));
    }

    void waiting_isTheHostsFor429_theLinksFor503()
    {
        net::Response answer = response(429);
        answer.retryAfterSeconds = 600;
        QVERIFY(judged(answer).wholeHost);
        QCOMPARE(judged(answer).waitSeconds, 600);
        answer.status = 503;
        QVERIFY(!judged(answer).wholeHost);
    }

    void waiting_hasADefaultAndALimit()
    {
        net::Response answer = response(429);
        QCOMPARE(judged(answer).waitSeconds, 120);
        answer.retryAfterSeconds = 0;
        QCOMPARE(judged(answer).waitSeconds, 120);
        answer.retryAfterSeconds = 100'000'000;
        QCOMPARE(judged(answer).waitSeconds, 24 * 60 * 60);
    }

    void headers_carryTheValidatorsVerbatim()
    {
        library::SyncState state = before();
        state.etag = u"W/\"odd , value\""_qs;
        const auto headers = requestHeaders(state, false);
        QCOMPARE(headers.size(), 3);
        QCOMPARE(headers[1], std::pair(QByteArray("If-None-Match"), QByteArray("W/\"odd , value\"")));
        QCOMPARE(headers[2].second, "Tue, 07 Feb 2023 09:00:00 GMT");
        QCOMPARE(requestHeaders(state, true).size(), 1);
        QCOMPARE(requestHeaders({}, false).size(), 1);
    }

    void aWholeFeed_givesItsValidators_andClearsThoseItDropped()
    {
        net::Response answer = response(200, "<rss><item>x</item></rss>");
        answer.lastModified.clear();
        const auto state = stateAfter(judged(answer), answer, before(), m_now);
        QCOMPARE(state.etag, u"\"new\""_qs);
        QCOMPARE(state.lastModified, QString());
        QCOMPARE(state.failures, 0);
        QCOMPARE(state.lastFresh, m_now);
    }

    void a304_renewsWhatItNames_andKeepsTheRest()
    {
        net::Response answer = response(304);
        answer.etag.clear();
        const auto state = stateAfter(judged(answer), answer, before(), m_now);
        QCOMPARE(state.etag, u"\"old\""_qs);
        QCOMPARE(state.lastModified, u"Wed, 08 Feb 2023 09:00:00 GMT"_qs);
        QCOMPARE(state.lastFresh, m_now);
    }

    void aDateBeyondTime_isNoValidator()
    {
        net::Response answer = response(200, "<rss><item>x</item></rss>");
        answer.lastModified = "Tue, 19 Jan 2038 03:14:07 GMT";
        QCOMPARE(stateAfter(judged(answer), answer, {}, m_now).lastModified, QString());
    }

    void aDateStillToCome_isNoValidator_byTheServersClock()
    {
        net::Response answer = response(200, "<rss><item>x</item></rss>");
        answer.lastModified = "Fri, 08 Feb 2041 10:00:00 GMT";
        QCOMPARE(stateAfter(judged(answer), answer, {}, m_now).lastModified, QString());
        QCOMPARE(stateAfter({Kind::NotModified, {}}, answer, before(), m_now).lastModified, QString());
        answer.headers.emplaceBack("Date", "Fri, 08 Feb 2041 11:00:00 GMT"); // ours is wrong
        QCOMPARE(stateAfter(judged(answer), answer, {}, m_now).lastModified, u"Fri, 08 Feb 2041 10:00:00 GMT"_qs);
        answer.headers.clear();
        answer.lastModified = "some day"; // opaque: it is sent back as it came
        QCOMPARE(stateAfter(judged(answer), answer, {}, m_now).lastModified, u"some day"_qs);
    }

    void whatCouldNotBeRead_isAskedForAgain_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("cut off") << QByteArray("<rss><item>x</item>");
        QTest::newRow("web page") << QByteArray("<html>");
        QTest::newRow("empty") << QByteArray();
    }
    void whatCouldNotBeRead_isAskedForAgain()
    {
        QFETCH(QByteArray, body);
        const net::Response answer = response(200, body);
        const auto state = stateAfter(judged(answer), answer, before(), m_now);
        QCOMPARE(state.etag, QString());
        QCOMPARE(state.lastModified, QString());
        QCOMPARE(state.failures, 3);
        QVERIFY(!state.lastOutcome.isEmpty());
        QCOMPARE(requestHeaders(state, false).size(), 1);
    }

    void aRefusal_countsButKeepsTheValidators()
    {
        const net::Response answer = response(500);
        const auto state = stateAfter(judged(answer), answer, before(), m_now);
        QCOMPARE(state.failures, 3);
        QCOMPARE(state.etag, u"\"old\""_qs);
    }

    void waiting_isNoFailure()
    {
        net::Response answer = response(503);
        answer.retryAfterSeconds = 90;
        const auto state = stateAfter(judged(answer), answer, before(), m_now);
        QCOMPARE(state.failures, 2);
        QCOMPARE(state.holdUntil, m_now.addSecs(90));
        QCOMPARE(state.etag, u"\"old\""_qs);
    }
};

YAODIAN_TEST_GUILESS(TestSyncJudging)

} // namespace test_sync_judging

#include "test_sync_judging.moc"
