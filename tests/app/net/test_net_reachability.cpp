// What NetworkManager says, as a stand-in for it says it on a bus of the test's own.
#include "net/reachability.h"
#include "tests/support/testmain.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QNetworkInformation>
#include <QNetworkInterface>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>
#include <QThread>

namespace test_net_reachability {

using namespace yaodian::net;

constexpr uint disconnected = 20; // NMState
constexpr uint connected = 70;
const QString path = QStringLiteral("/org/freedesktop/NetworkManager");
const QString name = QStringLiteral("org.freedesktop.NetworkManager");

/// Lives in a thread of its own, because who asks it waits for the answer.
class Manager final : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.NetworkManager")
    Q_PROPERTY(uint State READ state)
    Q_PROPERTY(uint Connectivity READ connectivity)

public:
    explicit Manager(const QString &address) : m_bus(QDBusConnection::connectToBus(address, QStringLiteral("manager")))
    {
        m_bus.registerObject(path, this, QDBusConnection::ExportAllProperties);
        m_bus.registerService(name);
    }
    [[nodiscard]] uint state() const { return m_state; }
    [[nodiscard]] uint connectivity() const { return m_state == connected ? 4 : 1; }
    void say(uint state)
    {
        m_state = state;
        QDBusMessage message = QDBusMessage::createSignal(path, QStringLiteral("org.freedesktop.DBus.Properties"),
                                                          QStringLiteral("PropertiesChanged"));
        message << name
                << QVariantMap{{QStringLiteral("State"), state}, {QStringLiteral("Connectivity"), connectivity()}}
                << QStringList();
        m_bus.send(message);
    }

private:
    QDBusConnection m_bus;
    std::atomic<uint> m_state = connected;
};

class TestNetReachability : public QObject
{
    Q_OBJECT

    QProcess m_bus;
    QThread m_thread;
    Manager *m_manager = nullptr;

    void say(uint state)
    {
        QMetaObject::invokeMethod(
            m_manager, [this, state] { m_manager->say(state); }, Qt::BlockingQueuedConnection);
    }
    static QNetworkInformation::Reachability heard() { return QNetworkInformation::instance()->reachability(); }

private Q_SLOTS:
    void initTestCase()
    {
        const QString daemon = QStandardPaths::findExecutable(QStringLiteral("dbus-daemon"));
        if (daemon.isEmpty())
            QSKIP("there is no dbus-daemon here"); // Debian's is in packages.txt; other systems may do without
        m_bus.start(daemon,
                    {QStringLiteral("--session"), QStringLiteral("--nofork"), QStringLiteral("--print-address")});
        QVERIFY(m_bus.waitForReadyRead(10'000));
        const QByteArray address = m_bus.readLine().trimmed();
        qputenv("DBUS_SYSTEM_BUS_ADDRESS", address);
        m_thread.start();
        m_manager = new Manager(QString::fromLatin1(address));
        m_manager->moveToThread(&m_thread);
        if (!QNetworkInformation::loadBackendByFeatures(QNetworkInformation::Feature::Reachability))
            QSKIP("Qt's plug-in for NetworkManager is not here"); // on Debian it comes with Qt Network
    }

    void itsWord_isHeard()
    {
        Reachability network;
        network.tell(false);
        network.listen(); // connected, it says
        QVERIFY(network.isOnline());
        network.tell(false);
        say(disconnected);
        QTRY_COMPARE(heard(), QNetworkInformation::Reachability::Disconnected);
        say(connected);
        QTRY_VERIFY(network.isOnline());
    }

    void itsWordThatAllIsGone_isDoubted()
    {
        Reachability network;
        network.listen();
        QSignalSpy changes(&network, &Reachability::changed);
        say(disconnected);
        QTRY_COMPARE(heard(), QNetworkInformation::Reachability::Disconnected);
        QVERIFY(network.isOnline());
        const auto addresses = QNetworkInterface::allAddresses();
        const bool carries = std::any_of(addresses.begin(), addresses.end(), [](const QHostAddress &one) {
            return !one.isLoopback() && !one.isLinkLocal();
        });
        // An interface that is none of its business still carries a network; without any, it was right.
        if (carries)
            QTest::qWait(3000);
        else
            QTRY_COMPARE(changes.size(), 1);
        QCOMPARE(network.isOnline(), carries);
        say(connected);
        QTRY_VERIFY(network.isOnline());
    }

    void cleanupTestCase()
    {
        if (m_manager)
            m_manager->deleteLater();
        m_thread.quit();
        m_thread.wait();
        m_bus.terminate();
        m_bus.waitForFinished(3000);
    }
};

YAODIAN_TEST_GUILESS(TestNetReachability)

} // namespace test_net_reachability

#include "test_net_reachability.moc"
