#include "net/transfer.h"
#include "tests/app/net/asking.h"
#include "tests/support/testmain.h"

#include <QSignalSpy>
#include <QSslCertificate>
#include <QSslKey>
#include <QSslServer>
#include <QTcpServer>
#include <QTcpSocket>

namespace test_net_wire {

using namespace yaodian;
using namespace yaodian::net;
using namespace yaodian::tests;

// A certificate that nobody vouches for, made for this test.
constexpr char certificate[] = "-----BEGIN CERTIFICATE-----\n"
                               "MIIBkTCCATagAwIBAgIUYkYAC+FyMXBf7yKWCbZ3uaLG/hAwCgYIKoZIzj0EAwIw\n"
                               "FDESMBAGA1UEAwwJMTI3LjAuMC4xMCAXDTI2MTEyNzE5MzQ0M1oYDzIxMjYxMTAz\n"
                               "MTkzNDQzWjAUMRIwEAYDVQQDDAkxMjcuMC4wLjEwWTATBgcqhkjOPQIBBggqhkjO\n"
                               "PQMBBwNCAAT5B4Z0oZuORy1cly/ricLPCYM3cHve5OjM+sgbjVFk4INl1D9PogoZ\n"
                               "9DfOwfHRl629p6os8Jl7YWyQ2bzl0XaVo2QwYjAdBgNVHQ4EFgQUF9H8TL/74Fkb\n"
                               "GnF6IssqFarDgVcwHwYDVR0jBBgwFoAUF9H8TL/74FkbGnF6IssqFarDgVcwDwYD\n"
                               "VR0TAQH/BAUwAwEB/zAPBgNVHREECDAGhwR/AAABMAoGCCqGSM49BAMCA0kAMEYC\n"
                               "IQDJXg4dHqKs07dxx3LdeymzGL+CjzV4jc2jK2enM6CR4wIhAOLyVShbO8uGDHTE\n"
                               "7fIGYuGNUjMaOK9NXAjo8YAHNcMl\n"
                               "-----END CERTIFICATE-----\n";
constexpr char privateKey[] = "-----BEGIN PRIVATE KEY-----\n"
                              "MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgY8BnznZ8kKV3O5mu\n"
                              "j1j2gxp0NKkzcrxWpi9mTkl16cWhRANCAAT5B4Z0oZuORy1cly/ricLPCYM3cHve\n"
                              "5OjM+sgbjVFk4INl1D9PogoZ9DfOwfHRl629p6os8Jl7YWyQ2bzl0XaV\n"
                              "-----END PRIVATE KEY-----\n";

/// Says the same bytes to everybody who sent a request; keeps the connection where it is told to.
class Script
{
public:
    explicit Script(const QByteArray &bytes, bool keeps = false) : Script(std::make_unique<QTcpServer>(), bytes, keeps)
    {
    }
    Script(std::unique_ptr<QTcpServer> server, const QByteArray &bytes, bool keeps) : m_server(std::move(server))
    {
        m_server->listen(QHostAddress::LocalHost);
        QObject::connect(m_server.get(), &QTcpServer::pendingConnectionAvailable, [this, bytes, keeps] {
            while (QTcpSocket *socket = m_server->nextPendingConnection()) {
                ++connections;
                QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket, bytes, keeps] {
                    request += socket->readAll();
                    if (!request.endsWith("\r\n\r\n"))
                        return;
                    ++requests;
                    socket->write(bytes);
                    if (!keeps)
                        socket->disconnectFromHost();
                });
            }
        });
    }
    [[nodiscard]] QUrl url(const QString &scheme = u"http"_qs, const QString &host = u"127.0.0.1"_qs) const
    {
        return QUrl(u"%1://%2:%3/x"_qs.arg(scheme, host).arg(m_server->serverPort()));
    }
    [[nodiscard]] quint16 port() const { return m_server->serverPort(); }

    QByteArray request;
    int requests = 0;
    int connections = 0;

private:
    std::unique_ptr<QTcpServer> m_server;
};

Fault faultOf(Wire &wire, const QUrl &url, bool mayBePrivate)
{
    Outgoing outgoing;
    outgoing.url = url.toEncoded();
    outgoing.largestBody = 1000;
    outgoing.idleMs = 5000;
    outgoing.mayBePrivate = mayBePrivate;
    const Transfer transfer(wire, outgoing, nullptr);
    return QTest::qWaitFor([&transfer] { return transfer.hasEnded(); }, 10'000) ? transfer.fault() : Fault::Other;
}

QString sentenceOf(const Result<Response> &answer)
{
    return answer.ok() ? QString() : answer.error().message;
}

/// What the wire makes of servers that speak otherwise than the tests' own web server does.
class WireTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatComesBeforeTheAnswer_isNotTheAnswer()
    {
        const Script server("HTTP/1.1 103 Early Hints\r\nETag: \"early\"\r\n\r\nHTTP/1.1 200 OK\r\nETag: \"real\"\r\n"
                            "Content-Length: 2\r\n\r\nok");
        Client client;
        const auto answer = ask(client, typed(server.url()));
        QVERIFY2(answer.ok(), qPrintable(sentenceOf(answer)));
        QCOMPARE(answer->status, 200);
        QCOMPARE(answer->etag, "\"real\"");
        QCOMPARE(answer->body, "ok");
    }

    void trailers_areNoHeaders()
    {
        const Script server(
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nTrailer: ETag\r\n\r\n2\r\nok\r\n0\r\nETag: "
            "\"late\"\r\n\r\n");
        Client client;
        const auto answer = ask(client, typed(server.url()));
        QVERIFY2(answer.ok(), qPrintable(sentenceOf(answer)));
        QCOMPARE(answer->body, "ok");
        QVERIFY(answer->etag.isNull());
    }

    void aHeaderOverSeveralLines_isOne()
    {
        const Script server("HTTP/1.1 200 OK\r\nX-Long: one\r\n  two\r\nContent-Length: 0\r\n\r\n");
        Client client;
        const auto answer = ask(client, typed(server.url()));
        QVERIFY2(answer.ok(), qPrintable(sentenceOf(answer)));
        QCOMPARE(answer->header("x-long"), "one two");
    }

    void headersWithoutEnd_areGivenUp()
    {
        QByteArray flood = "HTTP/1.1 200 OK\r\n";
        for (int i = 0; i < 20'000; ++i)
            flood += "X-Number-" + QByteArray::number(i) + ": and so on and so on\r\n";
        const Script server(flood + "\r\nbody");
        Client client;
        QVERIFY2(!ask(client, typed(server.url())).ok(), "more than 256 KB of headers were taken");
    }

    void whatIsNoHttp_isNoAnswer_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("another protocol") << QByteArray("SSH-2.0-OpenSSH_9.2\r\n");
        QTest::newRow("half a head") << QByteArray("HTTP/1.1 200 OK\r\nContent-Le");
    }
    void whatIsNoHttp_isNoAnswer()
    {
        QFETCH(QByteArray, bytes);
        const Script server(bytes);
        Client client;
        const auto answer = ask(client, typed(server.url()));
        QVERIFY(!answer.ok());
        QVERIFY(answer.error().message.contains(u"127.0.0.1"_qs));
    }

    void aCertificateNobodyVouchesFor_isRefused_andNothingIsSent()
    {
        auto tls = std::make_unique<QSslServer>();
        QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
        configuration.setLocalCertificate(QSslCertificate(QByteArray(certificate)));
        configuration.setPrivateKey(QSslKey(QByteArray(privateKey), QSsl::Ec));
        tls->setSslConfiguration(configuration);
        const Script server(std::move(tls), "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok", false);
        Client client;
        const QString sentence = sentenceOf(ask(client, typed(server.url(u"https"_qs))));
        QVERIFY2(sentence.contains(u"certificate"_qs), qPrintable(sentence));
        QVERIFY(server.request.isEmpty());
    }

    /// What a name stands for is known only where the connection is made; literal addresses stand for such a name here.
    void anAddressBehindAName_isLookedAtBeforeConnecting()
    {
        const Script server("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok", true);
        Wire wire(8);
        QCOMPARE(faultOf(wire, server.url(), false), Fault::Private);
        QTest::qWait(50);
        QCOMPARE(server.connections, 0);
    }

    void aKeptConnectionToAPrivateAddress_servesNobodyElse()
    {
        const Script server("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok", true);
        Wire wire(8);
        QCOMPARE(faultOf(wire, server.url(), true), Fault::None);
        QCOMPARE(faultOf(wire, server.url(), true), Fault::None);
        QCOMPARE(server.requests, 2);
        QCOMPARE(server.connections, 1);
        QCOMPARE(faultOf(wire, server.url(), false), Fault::Private);
        QCOMPARE(server.requests, 2);
    }

    void aChosenProxy_isAskedInPlaceOfTheServer()
    {
        const Script proxy("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
        Client client;
        Request request = found(u"http://known-to-the-proxy.example/feed"_qs);
        request.proxy = u"http://127.0.0.1:%1"_qs.arg(proxy.port());
        const auto answer = ask(client, request);
        QVERIFY2(answer.ok(), qPrintable(sentenceOf(answer)));
        QVERIFY(proxy.request.startsWith("GET http://known-to-the-proxy.example/feed HTTP/1.1\r\n"));
    }

    void aProxyOfTheEnvironment_isNotAskedForTheNextRoom()
    {
        const Script proxy("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nproxy");
        const Script server("HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nserver");
        qputenv("http_proxy", "http://127.0.0.1:" + QByteArray::number(proxy.port()));
        Client client;
        const auto answer = ask(client, typed(server.url()));
        qunsetenv("http_proxy");
        QVERIFY2(answer.ok(), qPrintable(sentenceOf(answer)));
        QCOMPARE(answer->body, "server");
        QCOMPARE(proxy.connections, 0);
    }

    void calledOffInTheMiddle_theNextIsServed()
    {
        const Script silent("", true);
        Client client;
        QObject context;
        bool cancelled = false;
        const quint64 id = client.get(typed(silent.url()), &context, [&cancelled](const Result<Response> &answer) {
            cancelled = !answer.ok() && answer.error().isCancelled();
        });
        QTRY_COMPARE(silent.requests, 1);
        client.cancel(id);
        QTRY_VERIFY(cancelled);
        const Script server("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
        QCOMPARE(ask(client, typed(server.url())).valueOr({}).body, "ok");
    }
};

YAODIAN_TEST_GUILESS(WireTest)

} // namespace test_net_wire

#include "test_net_wire.moc"
