#include "tests/app/net/asking.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QSslCertificate>
#include <QSslKey>
#include <QSslServer>
#include <QTcpSocket>

namespace test_net_certificates {

using namespace yaodian;
using namespace yaodian::net;
using namespace yaodian::tests;

QString fixture(const QString &name)
{
    return QStringLiteral(YAODIAN_FIXTURES "/tls/") + name;
}

/// Shows one of the certificates of tests/fixtures/tls, and answers "ok" to who is content with it.
class Server
{
public:
    explicit Server(const QString &certificate)
    {
        QFile keyFile(fixture(u"server.key"_qs));
        if (!keyFile.open(QIODevice::ReadOnly))
            return;
        QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
        configuration.setLocalCertificateChain(QSslCertificate::fromPath(fixture(certificate)));
        configuration.setPrivateKey(QSslKey(keyFile.readAll(), QSsl::Ec));
        m_server.setSslConfiguration(configuration);
        m_server.listen(QHostAddress::LocalHost);
        QObject::connect(&m_server, &QTcpServer::pendingConnectionAvailable, &m_server, [this] {
            while (QTcpSocket *socket = m_server.nextPendingConnection()) {
                QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket] {
                    heard += socket->readAll();
                    if (heard.endsWith("\r\n\r\n"))
                        socket->write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
                });
            }
        });
    }
    [[nodiscard]] QUrl url() const { return QUrl(u"https://127.0.0.1:%1/feed"_qs.arg(m_server.serverPort())); }

    QByteArray heard;

private:
    QSslServer m_server;
};

/// Who is vouched for is asked; who is not, or not any more, or not for this name, is told nothing.
class CertificatesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("SSL_CERT_FILE", fixture(u"trusted.pem"_qs).toLocal8Bit()); }
    void cleanupTestCase() { qunsetenv("SSL_CERT_FILE"); }

    void oneThatIsVouchedFor_isAsked()
    {
        const Server server(u"valid.pem"_qs);
        Client client;
        const auto answer = ask(client, typed(server.url()));
        QVERIFY2(answer.ok(), qPrintable(answer.ok() ? QString() : answer.error().message));
        QCOMPARE(answer->body, "ok");
    }

    void othersAreRefused_data()
    {
        QTest::addColumn<QString>("certificate");
        QTest::addColumn<QString>("reason");
        QTest::newRow("its time is over") << u"expired.pem"_qs << u"expired"_qs;
        QTest::newRow("its time has not come") << u"early.pem"_qs << u"not yet valid"_qs;
        QTest::newRow("of another server") << u"elsewhere.pem"_qs << u"127.0.0.1"_qs;
    }
    void othersAreRefused()
    {
        QFETCH(QString, certificate);
        QFETCH(QString, reason);
        Server server(certificate);
        Client client;
        const auto answer = ask(client, typed(server.url()));
        QVERIFY(!answer.ok());
        const QString sentence = answer.error().message;
        QVERIFY2(sentence.contains(u"certificate"_qs) && sentence.contains(reason), qPrintable(sentence));
        QCOMPARE(server.heard, QByteArray());
    }

    void whoIsTrustedBesides_isNotTrustedWithoutIt()
    {
        qunsetenv("SSL_CERT_FILE");
        Server server(u"valid.pem"_qs);
        Client client;
        QVERIFY(!ask(client, typed(server.url())).ok());
        QCOMPARE(server.heard, QByteArray());
        initTestCase();
    }
};

YAODIAN_TEST_GUILESS(CertificatesTest)

} // namespace test_net_certificates

#include "test_net_certificates.moc"
