#include "ui/base/portal.h"

#include "ui/base/sessionbus.h"

#include <QDBusAbstractInterface>
#include <QDBusConnection>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>

namespace yaodian::ui {

using namespace Qt::StringLiterals;

namespace {

const auto appearance = QStringLiteral("org.freedesktop.appearance");
const auto colourScheme = QStringLiteral("color-scheme");

/// The part of org.freedesktop.portal.Settings that we use, declared so that its signal can be connected by pointer.
class PortalSettings final : public QDBusAbstractInterface
{
    Q_OBJECT

public:
    explicit PortalSettings(QObject *parent)
        : QDBusAbstractInterface(u"org.freedesktop.portal.Desktop"_s, u"/org/freedesktop/portal/desktop"_s,
                                 "org.freedesktop.portal.Settings", QDBusConnection::sessionBus(), parent)
    {
        setTimeout(3000);
    }

Q_SIGNALS:
    void SettingChanged(const QString &space, const QString &key, const QDBusVariant &value);
};

/// `Read` wraps its answer twice, the signal once.
Portal::Scheme schemeOf(QVariant value)
{
    while (value.metaType() == QMetaType::fromType<QDBusVariant>())
        value = value.value<QDBusVariant>().variant();
    switch (value.toUInt()) {
    case 1:
        return Portal::Scheme::Dark;
    case 2:
        return Portal::Scheme::Light;
    default:
        return Portal::Scheme::NoPreference;
    }
}

} // namespace

Portal::Portal(QObject *parent) : QObject(parent) {}

void Portal::ask()
{
    if (!isSessionBusAnnounced())
        return;
    reachBus(this, &QDBusConnection::sessionBus, [this](const QDBusConnection &reached) {
        if (reached.isConnected())
            listen();
    });
}

void Portal::listen()
{
    auto *settings = new PortalSettings(this);
    connect(settings, &PortalSettings::SettingChanged, this,
            [this](const QString &space, const QString &key, const QDBusVariant &value) {
                if (space == appearance && key == colourScheme)
                    Q_EMIT schemeKnown(schemeOf(value.variant()));
            });
    auto *watcher = new QDBusPendingCallWatcher(settings->asyncCall(u"Read"_s, appearance, colourScheme), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher *call) {
        const QDBusPendingReply<QDBusVariant> reply = *call;
        if (!reply.isError())
            Q_EMIT schemeKnown(schemeOf(reply.value().variant()));
        call->deleteLater();
    });
}

} // namespace yaodian::ui

#include "portal.moc"
