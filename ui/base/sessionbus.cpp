#include "ui/base/sessionbus.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QPointer>
#include <QString>
#include <QThreadPool>

#include <utility>

namespace yaodian::ui {

namespace {

constexpr auto address = "DBUS_SESSION_BUS_ADDRESS";
constexpr auto nowhere = "disabled:"; // libdbus refuses it at once

} // namespace

bool isSessionBusAnnounced()
{
    if (const QByteArray announced = qgetenv(address); !announced.isEmpty())
        return announced != nowhere;
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    return !runtime.isEmpty() && QFileInfo::exists(runtime + QStringLiteral("/bus"));
}

void reachBus(QObject *context, const std::function<QDBusConnection()> &bus,
              const std::function<void(const QDBusConnection &)> &tell)
{
    QThreadPool::globalInstance()->start([context = QPointer(context), bus, tell] {
        const QDBusConnection reached = bus();
        QMetaObject::invokeMethod(
            qApp,
            [context, reached, tell] {
                if (context)
                    tell(reached);
            },
            Qt::QueuedConnection);
    });
}

NoNewSessionBus::NoNewSessionBus() : m_holds(!isSessionBusAnnounced())
{
    if (m_holds)
        qputenv(address, nowhere);
}

void NoNewSessionBus::end()
{
    if (std::exchange(m_holds, false))
        qunsetenv(address);
}

} // namespace yaodian::ui
