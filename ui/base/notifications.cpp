#include "ui/base/notifications.h"

#include "ui/base/sessionbus.h"

#include <QDBusAbstractInterface>
#include <QDBusConnectionInterface>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QGuiApplication>

namespace yaodian::ui {

using namespace Qt::StringLiterals;

namespace {

const auto serviceName = QStringLiteral("org.freedesktop.Notifications");

} // namespace

/// What of the service we use, its signal declared so that it can be connected by pointer.
class NotificationService final : public QDBusAbstractInterface
{
    Q_OBJECT

public:
    NotificationService(const QDBusConnection &bus, QObject *parent)
        : QDBusAbstractInterface(serviceName, u"/org/freedesktop/Notifications"_s, "org.freedesktop.Notifications", bus,
                                 parent)
    {
        setTimeout(5000); // it may have to be started first
    }

Q_SIGNALS:
    void ActionInvoked(uint id, const QString &action);
};

Notifications::Notifications(Bus bus, QObject *parent) : QObject(parent), m_bus(std::move(bus)) {}

void Notifications::withService(std::function<void(NotificationService &)> work)
{
    if (m_service)
        return work(*m_service);
    m_waiting << std::move(work);
    if (std::exchange(m_isAsked, true))
        return;
    reachBus(this, m_bus, [this](const QDBusConnection &reached) { connected(reached); });
}

void Notifications::connected(const QDBusConnection &bus)
{
    m_isAsked = false;
    const auto waiting = std::exchange(m_waiting, {});
    if (!bus.isConnected())
        return Q_EMIT known(false);
    m_service = new NotificationService(bus, this);
    connect(m_service, &NotificationService::ActionInvoked, this, [this](uint id, const QString &action) {
        if (id == m_shown && action == "default"_L1)
            Q_EMIT chosen();
    });
    for (const auto &work : waiting)
        work(*m_service);
}

void Notifications::ask()
{
    if (!isSessionBusAnnounced())
        return Q_EMIT known(false);
    withService([this](NotificationService &service) {
        // What it can do, rather than who has the name: whoever would be started for it is somebody.
        auto *call = new QDBusPendingCallWatcher(service.asyncCall(u"GetCapabilities"_s), this);
        connect(call, &QDBusPendingCallWatcher::finished, this, [this, call] {
            call->deleteLater();
            Q_EMIT known(!call->isError());
        });
    });
}

void Notifications::show(const QString &title, const QString &text)
{
    if (!isSessionBusAnnounced())
        return;
    withService([this, title, text](NotificationService &service) {
        auto *call = new QDBusPendingCallWatcher(service.asyncCall(u"GetCapabilities"_s), this);
        connect(call, &QDBusPendingCallWatcher::finished, this, [this, call, title, text] {
            call->deleteLater();
            const QDBusPendingReply<QStringList> can = *call;
            if (!can.isError()) // else nobody is there to show it
                send(*m_service, title, can.value().contains(u"body-markup"_s) ? text.toHtmlEscaped() : text);
        });
    });
}

void Notifications::send(NotificationService &service, const QString &title, const QString &text)
{
    const QVariantMap hints{{u"desktop-entry"_s, QGuiApplication::desktopFileName()},
                            {u"category"_s, u"transfer.complete"_s}};
    auto *call =
        new QDBusPendingCallWatcher(service.asyncCall(u"Notify"_s, u"要点"_s, m_shown, u"org.yaodian.Yaodian"_s, title,
                                                      text, QStringList{u"default"_s, tr("Show")}, hints, -1),
                                    this);
    connect(call, &QDBusPendingCallWatcher::finished, this, [this, call] {
        call->deleteLater();
        const QDBusPendingReply<uint> shown = *call;
        if (!shown.isError())
            m_shown = shown.value();
    });
}

} // namespace yaodian::ui

#include "notifications.moc"
