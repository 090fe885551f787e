#include "tests/app/net/asking.h"
#include "tests/support/testmain.h"
#include "tests/support/webserver.h"

#include <QTcpServer>

namespace test_net_refusals {

using namespace yaodian;
using namespace yaodian::net;
using namespace yaodian::tests;

// What keeps an answer away: each time one sentence that names the host, and nothing asked that must not be.
class TestNetRefusals : public QObject
{
    Q_OBJECT

    /// The sentence of a request that must fail.
    static QString sentenceOf(const Result<Response> &result)
    {
        return result.ok() ? u"answered with %1"_qs.arg(result->status) : result.error().message;
    }

private Q_SLOTS:
    void otherSchemes_areRefused_data()
    {
        QTest::addColumn<QString>("url");
        for (const char *url : {"file:///etc/passwd", "data:text/html,x", "qrc:/x", "ftp://127.0.0.1/x", "javascript:1",
                                "http:///x", "not an address", ""})
            QTest::newRow(url) << QString::fromLatin1(url);
    }
    void otherSchemes_areRefused()
    {
        QFETCH(QString, url);
        Client client;
        const auto answer = ask(client, typed(QUrl(url)));
        QVERIFY(!answer.ok());
        QVERIFY(answer.error().message.contains(u"http or https"_qs));
    }

    void aRedirectToAnotherScheme_isRefused_data()
    {
        QTest::addColumn<QByteArray>("location");
        for (const char *url : {"file:///etc/passwd", "data:text/html,x", "ftp://127.0.0.1/"})
            QTest::newRow(url) << QByteArray(url);
    }
    void aRedirectToAnotherScheme_isRefused()
    {
        QFETCH(QByteArray, location);
        WebServer server;
        server.route(u"/"_qs, Answer::redirect(location));
        Client client;
        QVERIFY(sentenceOf(ask(client, typed(server.url()))).contains(u"http or https"_qs));
    }

    void httpsToHttp_isNotFollowed()
    {
        WebServer server;
        server.route(u"/"_qs, Answer::redirect("http://plain.example/x"));
        Client client;
        QVERIFY(client.setMirrors({server.mirrorFor(u"safe.example"_qs), server.mirrorFor(u"plain.example"_qs)}).ok());
        const QString sentence = sentenceOf(ask(client, found(u"https://safe.example/"_qs)));
        QVERIFY2(sentence.contains(u"safe.example"_qs) && sentence.contains(u"plain.example"_qs), qPrintable(sentence));
        QCOMPARE(server.hits(u"/x"_qs), 0);
    }

    void privateAddressFromAPost_isNeverAsked_data()
    {
        QTest::addColumn<QString>("host");
        QTest::newRow("loopback") << "127.0.0.1";
        QTest::newRow("short form") << "127.1";
        QTest::newRow("a name that leads there") << "localhost";
    }
    void privateAddressFromAPost_isNeverAsked()
    {
        QFETCH(QString, host);
        WebServer server;
        Client client;
        const QString sentence = sentenceOf(ask(client, found(u"http://%1:%2/x"_qs.arg(host).arg(server.port()))));
        QVERIFY2(sentence.contains(u"private network"_qs), qPrintable(sentence));
        QVERIFY(server.seen().isEmpty());
    }

    void aRedirectIntoThePrivateNetwork_isRefused()
    {
        WebServer outside;
        WebServer inside(u"127.0.0.2"_qs);
        outside.route(u"/"_qs, Answer::redirect(inside.url(u"/secret"_qs).toEncoded()));
        Client client;
        QVERIFY(client.setMirrors({outside.mirrorFor(u"outside.example"_qs)}).ok());
        QVERIFY(sentenceOf(ask(client, found(u"https://outside.example/"_qs))).contains(u"127.0.0.2"_qs) ||
                sentenceOf(ask(client, found(u"http://outside.example/"_qs))).contains(u"private network"_qs));
        QVERIFY(inside.seen().isEmpty());
    }

    void aTypedPrivateAddress_isAsked_butNotAnotherPort()
    {
        WebServer typedServer;
        WebServer other;
        typedServer.route(u"/"_qs, Answer::redirect("/end"));
        typedServer.route(u"/end"_qs, Answer::of("text/plain", "x"));
        typedServer.route(u"/away"_qs, Answer::redirect(other.url(u"/end"_qs).toEncoded()));
        Client client;
        QCOMPARE(ask(client, typed(typedServer.url())).valueOr({}).body, "x");
        QVERIFY(sentenceOf(ask(client, typed(typedServer.url(u"/away"_qs)))).contains(u"private network"_qs));
        QVERIFY(other.seen().isEmpty());
    }

    void aPasswordInTheAddress_isNotSent()
    {
        WebServer server;
        QUrl url = server.url();
        url.setUserInfo(u"me:secret"_qs);
        Client client;
        const QString sentence = sentenceOf(ask(client, typed(url)));
        QVERIFY(sentence.contains(u"127.0.0.1"_qs));
        QVERIFY(!sentence.contains(u"secret"_qs));
        QVERIFY(server.seen().isEmpty());
    }

    void offline_refusesEverything()
    {
        WebServer server;
        Client client;
        client.setOffline(true);
        QVERIFY(client.isOffline());
        QVERIFY(sentenceOf(ask(client, typed(server.url()))).contains(u"Offline"_qs));
        QVERIFY(server.seen().isEmpty());
        client.setOffline(false);
        QCOMPARE(ask(client, typed(server.url())).valueOr({}).status, 404);
    }

    void nobodyThere_saysSo()
    {
        quint16 port = 0;
        {
            QTcpServer gone;
            QVERIFY(gone.listen(QHostAddress::LocalHost));
            port = gone.serverPort();
        }
        Client client;
        const QString sentence = sentenceOf(ask(client, typed(QUrl(u"http://127.0.0.1:%1/"_qs.arg(port)))));
        QVERIFY2(sentence.contains(u"refused the connection"_qs), qPrintable(sentence));
        QVERIFY(sentence.contains(QString::number(port)));
    }

    void anUnknownName_saysSo()
    {
        Client client;
        const QString sentence = sentenceOf(ask(client, found(u"https://no-such-name.invalid/"_qs)));
        QVERIFY2(sentence.contains(u"no-such-name.invalid"_qs), qPrintable(sentence));
    }

    void aBodyOverTheLimit_isDropped_data()
    {
        QTest::addColumn<bool>("chunked");
        QTest::newRow("announced") << false;
        QTest::newRow("unannounced") << true;
    }
    void aBodyOverTheLimit_isDropped()
    {
        QFETCH(bool, chunked);
        WebServer server;
        Answer large = Answer::of("text/plain", QByteArray(200'001, 'x'));
        large.chunked = chunked;
        server.route(u"/"_qs, large);
        Client client;
        Request request = typed(server.url());
        request.largestBody = 200'000;
        const QString sentence = sentenceOf(ask(client, request));
        QVERIFY2(sentence.contains(u"larger than"_qs), qPrintable(sentence));
        request.largestBody = 200'001;
        QCOMPARE(ask(client, request).valueOr({}).body.size(), 200'001);
    }

    void aPackedBomb_isDropped()
    {
        WebServer server;
        Answer bomb = Answer::of("text/plain", gzipped(QByteArray(60'000'000, '\0')));
        bomb.headers = {{"Content-Encoding", "gzip"}};
        server.route(u"/"_qs, bomb);
        Client client;
        const auto answer = ask(client, typed(server.url()));
        QVERIFY(!answer.ok());
        QVERIFY(answer.error().message.contains(u"127.0.0.1"_qs));
        Request small = typed(server.url());
        small.largestBody = 1'000'000;
        QVERIFY(!ask(client, small).ok());
    }

    void aBodyCutOff_isAnError_data()
    {
        QTest::addColumn<qint64>("at");
        for (const qint64 at : {0, 1, 500, 999})
            QTest::addRow("at %lld", static_cast<long long>(at)) << at;
    }
    void aBodyCutOff_isAnError()
    {
        QFETCH(qint64, at);
        WebServer server;
        Answer cut = Answer::of("text/plain", QByteArray(1000, 'x'));
        cut.truncateAt = at;
        server.route(u"/"_qs, cut);
        Client client;
        const auto answer = ask(client, typed(server.url()));
        QVERIFY2(!answer.ok(), "a cut-off body passed for a whole one");
        QVERIFY(answer.error().message.contains(u"127.0.0.1"_qs));
        QVERIFY(answer.error().message.contains(u"cut off"_qs));
    }

    // Qt 6.4 takes the end of the connection for the end of a chunked body; the receiver is told to look for itself.
    void aBodyWithoutLength_isMarked()
    {
        WebServer server;
        Answer page = Answer::of("text/plain", QByteArray(1000, 'x'));
        server.route(u"/whole"_qs, page);
        page.chunked = true;
        server.route(u"/pieces"_qs, page);
        page.truncateAt = 500;
        server.route(u"/cut"_qs, page);
        Client client;
        QVERIFY(ask(client, typed(server.url(u"/whole"_qs))).valueOr({}).lengthAnnounced);
        for (const QString &path : {u"/pieces"_qs, u"/cut"_qs}) {
            const auto answer = ask(client, typed(server.url(path)));
            QVERIFY(!answer.ok() || !answer->lengthAnnounced);
        }
    }

    void aServerThatHangsUp_saysSo()
    {
        WebServer server;
        Answer rude;
        rude.hangUp = true;
        server.route(u"/"_qs, rude);
        Client client;
        QVERIFY(sentenceOf(ask(client, typed(server.url()))).contains(u"cut off"_qs));
    }

    void aStalledBody_endsAfterTheIdleTime()
    {
        WebServer server;
        Answer stalled = Answer::of("text/plain", QByteArray(1000, 'x'));
        stalled.stall = true;
        server.route(u"/"_qs, stalled);
        Limits limits;
        limits.idleMs = 100;
        Client client(nullptr, limits);
        const QString sentence = sentenceOf(ask(client, typed(server.url())));
        QVERIFY2(sentence.contains(u"in time"_qs), qPrintable(sentence));
    }

    void anEndlessExchange_endsAfterTheTotalTime()
    {
        WebServer server;
        Answer slow = Answer::redirect("/");
        slow.delayMs = 100;
        server.route(u"/"_qs, slow);
        Limits limits;
        limits.totalMs = 150;
        limits.mostRedirects = 1000;
        Client client(nullptr, limits);
        QVERIFY(sentenceOf(ask(client, typed(server.url()))).contains(u"in time"_qs));
    }
};

YAODIAN_TEST_GUILESS(TestNetRefusals)

} // namespace test_net_refusals

#include "test_net_refusals.moc"
