#include "ui/base/sessionbus.h"

#include <QFileInfo>
#include <QString>

namespace yaodian::ui {

namespace {
constexpr auto address = "DBUS_SESSION_BUS_ADDRESS";
}

bool isSessionBusAnnounced()
{
    if (qEnvironmentVariableIsSet(address))
        return true;
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    return !runtime.isEmpty() && QFileInfo::exists(runtime + QStringLiteral("/bus"));
}

NoNewSessionBus::NoNewSessionBus() : m_closed(!isSessionBusAnnounced())
{
    if (m_closed)
        qputenv(address, "disabled:"); // an address that libdbus refuses at once
}

NoNewSessionBus::~NoNewSessionBus()
{
    if (m_closed)
        qunsetenv(address);
}

} // namespace yaodian::ui
