#include "tests/support/testmain.h"
#include "ui/base/sessionbus.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace ui_sessionbus_test {

using namespace yaodian::ui;
using namespace Qt::StringLiterals;

constexpr auto Address = "DBUS_SESSION_BUS_ADDRESS";

/// Where no session bus is announced, nobody in the program starts one.
class SessionBusTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_runtime = std::make_unique<QTemporaryDir>();
        qputenv("XDG_RUNTIME_DIR", m_runtime->path().toUtf8());
        qunsetenv(Address);
    }

    void whereNoneIsAnnounced_theAddressLeadsNowhereUntilTheEnd()
    {
        QVERIFY(!isSessionBusAnnounced());
        NoNewSessionBus none;
        QCOMPARE(qgetenv(Address), "disabled:");
        QVERIFY(!isSessionBusAnnounced());
        none.end();
        QVERIFY(!qEnvironmentVariableIsSet(Address));
        qputenv(Address, "unix:path=/a");
        none.end(); // again: nothing is left to do
        QCOMPARE(qgetenv(Address), "unix:path=/a");
    }

    void theEndOfItsLife_isAnEndToo()
    {
        {
            const NoNewSessionBus none;
            QVERIFY(qEnvironmentVariableIsSet(Address));
        }
        QVERIFY(!qEnvironmentVariableIsSet(Address));
    }

    void whereOneIsAnnounced_nothingIsChanged_data()
    {
        QTest::addColumn<QByteArray>("address");
        QTest::newRow("by its address") << QByteArray("unix:path=/run/bus");
        QTest::newRow("by its socket") << QByteArray();
    }

    void whereOneIsAnnounced_nothingIsChanged()
    {
        QFETCH(QByteArray, address);
        if (address.isEmpty()) {
            QFile socket(m_runtime->filePath(u"bus"_s));
            QVERIFY(socket.open(QIODevice::WriteOnly));
        } else {
            qputenv(Address, address);
        }
        QVERIFY(isSessionBusAnnounced());
        NoNewSessionBus none;
        QCOMPARE(qgetenv(Address), address);
        none.end();
        QCOMPARE(qgetenv(Address), address);
    }

    void anEmptyAddress_announcesNone()
    {
        qputenv(Address, "");
        QVERIFY(!isSessionBusAnnounced());
    }

private:
    std::unique_ptr<QTemporaryDir> m_runtime;
};

YAODIAN_TEST_GUILESS(SessionBusTest)

} // namespace ui_sessionbus_test

#include "sessionbus_test.moc"
