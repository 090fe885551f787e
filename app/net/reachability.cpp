#include "net/reachability.h"

#include <QNetworkInformation>
#include <QNetworkInterface>

namespace yaodian::net {

namespace {

constexpr int doubtMs = 2000;

/// Interfaces that are none of NetworkManager's business are no network to it, and yet they carry one.
bool hasAddress()
{
    const auto interfaces = QNetworkInterface::allInterfaces();
    for (const QNetworkInterface &one : interfaces) {
        const auto flags = one.flags();
        if (flags.testFlag(QNetworkInterface::IsLoopBack) || !flags.testFlag(QNetworkInterface::IsRunning))
            continue;
        const auto entries = one.addressEntries();
        if (std::any_of(entries.cbegin(), entries.cend(),
                        [](const QNetworkAddressEntry &entry) { return !entry.ip().isLinkLocal(); }))
            return true;
    }
    return false;
}

} // namespace

Reachability::Reachability(QObject *parent) : QObject(parent), m_doubt(this)
{
    m_doubt.setSingleShot(true);
    m_doubt.setInterval(doubtMs);
    connect(&m_doubt, &QTimer::timeout, this, [this] { tell(hasAddress()); });
}

void Reachability::listen()
{
    using System = QNetworkInformation;
    if (m_listening || !System::loadBackendByFeatures(System::Feature::Reachability))
        return;
    m_listening = true;
    const auto hear = [this](System::Reachability now) {
        // A local network or a log-in page is a network: sources may lie in it.
        if (now == System::Reachability::Disconnected)
            m_doubt.start();
        else
            tell(true);
    };
    connect(System::instance(), &System::reachabilityChanged, this, hear);
    hear(System::instance()->reachability());
}

void Reachability::tell(bool online)
{
    m_doubt.stop();
    if (std::exchange(m_online, online) != online)
        Q_EMIT changed(online);
}

} // namespace yaodian::net
