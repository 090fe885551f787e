#include "tests/app/net/asking.h"
#include "tests/support/testmain.h"
#include "tests/support/webserver.h"

namespace test_net_client {

using namespace yaodian;
using namespace yaodian::net;
using namespace yaodian::tests;

class TestNetClient : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anAnswer_comesWithItsHeaders()
    {
        WebServer server;
        Answer page = Answer::of("application/rss+xml", "<rss/>");
        page.etag = "W/\"strange \\ value\"";
        page.lastModified = "Wed, 08 Feb 2023 10:00:00 GMT";
        server.route(u"/feed"_qs, page);
        QCoreApplication::setApplicationVersion(u"1.2.0+7.gabc1234"_qs); // which commit it is, no server is told
        Client client;
        const auto answer = ask(client, typed(server.url(u"/feed"_qs)));
        QVERIFY(answer.ok());
        QCOMPARE(answer->status, 200);
        QCOMPARE(answer->body, "<rss/>");
        QCOMPARE(answer->etag, page.etag);
        QCOMPARE(answer->lastModified, page.lastModified);
        QCOMPARE(answer->contentType, "application/rss+xml");
        QCOMPARE(answer->retryAfterSeconds, -1);
        QCOMPARE(server.seen().first().header("User-Agent"), QByteArray("Yaodian/1.2.0 (+https://yaodian.org)"));
        QVERIFY(server.seen().first().header("Cookie").isNull());
        QVERIFY(server.seen().first().header("Referer").isNull());
    }

    void validators_arriveVerbatim_andGive304()
    {
        WebServer server;
        Answer page = Answer::of("text/xml", "<rss/>");
        page.etag = "W/\"a,b c\"";
        server.route(u"/"_qs, page);
        Client client;
        Request request = typed(server.url());
        request.headers = {{"If-None-Match", page.etag}};
        const auto answer = ask(client, request);
        QVERIFY(answer.ok());
        QCOMPARE(answer->status, 304);
        QVERIFY(answer->body.isEmpty());
        QCOMPARE(server.seen().first().header("If-None-Match"), page.etag);
    }

    void refusals_areAnswersToo_data()
    {
        QTest::addColumn<int>("status");
        for (const int status : {400, 401, 403, 404, 410, 418, 429, 500, 503})
            QTest::addRow("%d", status) << status;
    }
    void refusals_areAnswersToo()
    {
        QFETCH(int, status);
        WebServer server;
        Answer page;
        page.status = status;
        page.body = "words";
        page.headers = {{"Retry-After", "77"}};
        server.route(u"/"_qs, page);
        Client client;
        const auto answer = ask(client, typed(server.url()));
        QVERIFY(answer.ok());
        QCOMPARE(answer->status, status);
        QCOMPARE(answer->body, "words");
        QCOMPARE(answer->retryAfterSeconds, 77);
    }

    void packedAndChunkedBodies_areUnpacked()
    {
        WebServer server;
        const QByteArray text = QByteArray("要点 means key points. ").repeated(500);
        Answer packed = Answer::of("text/plain", gzipped(text));
        packed.headers = {{"Content-Encoding", "gzip"}};
        server.route(u"/packed"_qs, packed);
        Answer pieces = Answer::of("text/plain", text);
        pieces.chunked = true;
        server.route(u"/pieces"_qs, pieces);
        Client client;
        QCOMPARE(ask(client, typed(server.url(u"/packed"_qs))).valueOr({}).body, text);
        QCOMPARE(ask(client, typed(server.url(u"/pieces"_qs))).valueOr({}).body, text);
    }

    void progress_isTold()
    {
        WebServer server;
        server.route(u"/"_qs, Answer::of("application/pdf", QByteArray(3'000'000, 'x')));
        Client client;
        qint64 most = 0;
        qint64 all = 0;
        bool done = false;
        client.get(
            typed(server.url()), this, [&](const Result<Response> &result) { done = result.ok(); },
            [&](qint64 received, qint64 total) {
                most = qMax(most, received);
                all = total;
            });
        QTRY_VERIFY(done);
        QCOMPARE(most, 3'000'000);
        QCOMPARE(all, 3'000'000);
    }

    void redirects_areFollowed_fiveAtMost()
    {
        WebServer server;
        for (int i = 0; i < 6; ++i)
            server.route(u"/%1"_qs.arg(i), Answer::redirect("/" + QByteArray::number(i + 1), i % 2 == 0 ? 301 : 307));
        server.route(u"/6"_qs, Answer::of("text/plain", "here"));
        Client client;
        const auto five = ask(client, typed(server.url(u"/1"_qs)));
        QVERIFY(five.ok());
        QCOMPARE(five->body, "here");
        QCOMPARE(five->finalUrl, server.url(u"/6"_qs));
        const auto six = ask(client, typed(server.url(u"/0"_qs)));
        QVERIFY(!six.ok());
        QVERIFY(six.error().message.contains(u"127.0.0.1"_qs));
    }

    void aMove_isForGood_whereEveryStepSaysSo_data()
    {
        QTest::addColumn<int>("first");
        QTest::addColumn<int>("second");
        QTest::addColumn<bool>("forGood");
        QTest::newRow("301, 308") << 301 << 308 << true;
        QTest::newRow("308, 301") << 308 << 301 << true;
        QTest::newRow("301, 302") << 301 << 302 << false;
        QTest::newRow("307, 301") << 307 << 301 << false;
    }
    void aMove_isForGood_whereEveryStepSaysSo()
    {
        QFETCH(int, first);
        QFETCH(int, second);
        QFETCH(bool, forGood);
        WebServer server;
        server.route(u"/a"_qs, Answer::redirect("/b", first));
        server.route(u"/b"_qs, Answer::redirect("/c", second));
        server.route(u"/c"_qs, Answer::of("text/plain", "here"));
        Client client;
        const auto answer = ask(client, typed(server.url(u"/a"_qs)));
        QCOMPARE(answer.valueOr({}).movedTo, forGood ? server.url(u"/c"_qs) : QUrl());
        QVERIFY(!ask(client, typed(server.url(u"/c"_qs))).valueOr({}).movedTo.isValid());
    }

    void cookies_areNotKept()
    {
        WebServer server;
        Answer page = Answer::redirect("/end");
        page.headers += Headers{std::pair<QByteArray, QByteArray>("Set-Cookie", "who=you; Path=/")};
        server.route(u"/"_qs, page);
        server.route(u"/end"_qs, Answer::of("text/plain", "x"));
        Client client;
        QCOMPARE(ask(client, typed(server.url())).valueOr({}).body, "x");
        QCOMPARE(ask(client, typed(server.url(u"/end"_qs))).valueOr({}).body, "x");
        const auto seen = server.seen();
        QCOMPARE(seen.size(), 3);
        for (const Seen &one : seen)
            QVERIFY(one.header("Cookie").isNull() && one.header("Referer").isNull());
    }

    void aDateToComeBackAt_isOneOfTheServersClock()
    {
        WebServer server;
        Answer busy;
        busy.status = 503;
        busy.headers = {{"Date", "Wed, 08 Feb 2023 10:00:00 GMT"}, {"Retry-After", "Wed, 08 Feb 2023 10:01:30 GMT"}};
        server.route(u"/"_qs, busy);
        Client client;
        QCOMPARE(ask(client, typed(server.url())).valueOr({}).retryAfterSeconds, 90);
    }

    void aRedirectWithoutAddress_isAnAnswer()
    {
        WebServer server;
        Answer page;
        page.status = 302;
        server.route(u"/"_qs, page);
        Client client;
        QCOMPARE(ask(client, typed(server.url())).valueOr({}).status, 302);
    }

    void credentials_stayWithTheirServer()
    {
        WebServer here;
        WebServer there(u"127.0.0.2"_qs);
        here.route(u"/same"_qs, Answer::redirect("/end"));
        here.route(u"/away"_qs, Answer::redirect(there.url(u"/end"_qs).toEncoded()));
        here.route(u"/end"_qs, Answer::of("text/plain", "a"));
        there.route(u"/end"_qs, Answer::of("text/plain", "b"));
        Client client;
        QVERIFY(client.setMirrors({here.mirrorFor(u"here.example"_qs), there.mirrorFor(u"there.example"_qs)}).ok());
        here.route(u"/away"_qs, Answer::redirect("https://there.example/end"));
        Request request = found(u"https://here.example/same"_qs);
        request.headers = {{"Authorization", "Basic abc"}, {"cookie", "a=b"}, {"X-Other", "kept"}};
        QCOMPARE(ask(client, request).valueOr({}).body, "a");
        QCOMPARE(here.seen(u"/end"_qs).first().header("Authorization"), "Basic abc");
        request.url = QUrl(u"https://here.example/away"_qs);
        QCOMPARE(ask(client, request).valueOr({}).body, "b");
        QVERIFY(there.seen(u"/end"_qs).first().header("Authorization").isNull());
        QVERIFY(there.seen(u"/end"_qs).first().header("Cookie").isNull());
        QCOMPARE(there.seen(u"/end"_qs).first().header("X-Other"), "kept");
    }

    void ownHeaders_stayWithTheServerTheyAreFor()
    {
        WebServer here;
        WebServer there(u"127.0.0.2"_qs);
        here.route(u"/same"_qs, Answer::redirect("/end"));
        here.route(u"/away"_qs, Answer::redirect("https://there.example/end"));
        here.route(u"/end"_qs, Answer::of("text/plain", "a"));
        there.route(u"/end"_qs, Answer::of("text/plain", "b"));
        Client client;
        QVERIFY(client.setMirrors({here.mirrorFor(u"here.example"_qs), there.mirrorFor(u"there.example"_qs)}).ok());
        Request request = found(u"https://here.example/same"_qs);
        request.ownHeaders = {{"X-Key", "secret"}};
        QCOMPARE(ask(client, request).valueOr({}).body, "a");
        QCOMPARE(here.seen(u"/end"_qs).first().header("X-Key"), "secret");
        request.url = QUrl(u"https://here.example/away"_qs);
        QCOMPARE(ask(client, request).valueOr({}).body, "b");
        QCOMPARE(here.seen(u"/away"_qs).first().header("X-Key"), "secret");
        QVERIFY(there.seen(u"/end"_qs).first().header("X-Key").isNull());
    }

    void mirrors_serveTheirHost_throughRedirects_andAreUndone()
    {
        WebServer server;
        server.route(u"/arxiv/abs/1"_qs, Answer::redirect((server.base() + u"/arxiv/abs/1v2"_qs).toLatin1()));
        server.route(u"/arxiv/abs/1v2"_qs, Answer::redirect("https://papers.example/one?x=1"));
        server.route(u"/papers/one"_qs, Answer::of("text/plain", "paper"));
        Client client;
        QVERIFY(client
                    .setMirrors({u"arxiv.org="_qs + server.base() + u"/arxiv"_qs,
                                 u"papers.example="_qs + server.base() + u"/papers/"_qs})
                    .ok());
        const auto answer = ask(client, found(u"https://arxiv.org/abs/1"_qs));
        QVERIFY2(answer.ok(), qPrintable(answer.ok() ? QString() : answer.error().message));
        QCOMPARE(answer->body, "paper");
        QCOMPARE(answer->finalUrl, QUrl(u"https://papers.example/one?x=1"_qs));
        QCOMPARE(server.seen().last().path, u"/papers/one?x=1"_qs);
    }

    void oneHost_isAskedOneByOne_manyAtOnce()
    {
        WebServer one;
        WebServer other(u"127.0.0.3"_qs);
        Answer slow = Answer::of("text/plain", "x");
        slow.delayMs = 20;
        one.route(u"/"_qs, slow);
        other.route(u"/"_qs, slow);
        Client client;
        int done = 0;
        for (int i = 0; i < 4; ++i) {
            for (const WebServer *server : {&one, &other})
                client.get(typed(server->url()), this,
                           [&](const Result<Response> &result) { done += result.ok() ? 1 : 0; });
        }
        QTRY_COMPARE(done, 8);
        QCOMPARE(one.mostConnectionsAtOnce(), 1);
        QCOMPARE(other.mostConnectionsAtOnce(), 1);
    }

    void spacing_isKeptBetweenStarts()
    {
        WebServer server;
        server.route(u"/"_qs, Answer::of("text/plain", "x"));
        Client client;
        client.setSpacing(u"127.0.0.1"_qs, 80);
        int done = 0;
        for (int i = 0; i < 3; ++i)
            client.get(typed(server.url()), this, [&](const Result<Response> &) { ++done; });
        QTRY_COMPARE(done, 3);
        const auto seen = server.seen();
        QVERIFY(seen[1].atMs - seen[0].atMs >= 60);
        QVERIFY(seen[2].atMs - seen[1].atMs >= 60);
    }

    void cancel_answersCancelled_andLetsTheNextThrough()
    {
        WebServer server;
        Answer stalled = Answer::of("text/plain", QByteArray(1000, 'x'));
        stalled.stall = true;
        server.route(u"/stall"_qs, stalled);
        server.route(u"/"_qs, Answer::of("text/plain", "x"));
        Client client;
        std::optional<Result<Response>> first;
        const quint64 id =
            client.get(typed(server.url(u"/stall"_qs)), this, [&](const Result<Response> &r) { first = r; });
        QTRY_COMPARE(server.hits(u"/stall"_qs), 1);
        client.cancel(id);
        QVERIFY(!first.has_value()); // later, never from within cancel()
        QTRY_VERIFY(first.has_value());
        QVERIFY(!first->ok() && first->error().isCancelled());
        QCOMPARE(ask(client, typed(server.url())).valueOr({}).body, "x");
        client.cancel(id);
        client.cancel(12345);
    }

    void aDeadContext_hearsNothing()
    {
        WebServer server;
        Answer slow = Answer::of("text/plain", "x");
        slow.delayMs = 100;
        server.route(u"/slow"_qs, slow);
        server.route(u"/"_qs, Answer::of("text/plain", "y"));
        Client client;
        bool heard = false;
        auto context = std::make_unique<QObject>();
        client.get(typed(server.url(u"/slow"_qs)), context.get(), [&](const Result<Response> &) { heard = true; });
        context.reset();
        QCOMPARE(ask(client, typed(server.url())).valueOr({}).body, "y");
        QVERIFY(!heard);
    }

    void aClientDestroyedInTheMiddle_isSilent()
    {
        WebServer server;
        Answer stalled = Answer::of("text/plain", QByteArray(1000, 'x'));
        stalled.stall = true;
        server.route(u"/"_qs, stalled);
        bool heard = false;
        {
            Client client;
            client.get(typed(server.url()), this, [&](const Result<Response> &) { heard = true; });
            const quint64 second =
                client.get(typed(server.url()), this, [&](const Result<Response> &) { heard = true; });
            QTRY_COMPARE(server.hits(u"/"_qs), 1);
            client.cancel(second);
        }
        QTest::qWait(10);
        QVERIFY(!heard);
    }
};

YAODIAN_TEST_GUILESS(TestNetClient)

} // namespace test_net_client

#include "test_net_client.moc"
