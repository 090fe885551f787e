#pragma once

#include <QDBusConnection>
#include <QObject>

#include <functional>

namespace yaodian::ui {

class NotificationService;

/// The desktop's notifications (org.freedesktop.Notifications). The session bus is asked in the background, when there
/// is something to show; where none is announced, or nobody shows notifications, nothing happens.
class Notifications final : public QObject
{
    Q_OBJECT

public:
    using Bus = std::function<QDBusConnection()>; ///< called on another thread: to connect takes its time
    explicit Notifications(Bus bus = &QDBusConnection::sessionBus, QObject *parent = nullptr);

    /// Shows a notification in place of the one before. A click on it is chosen(). Plain text.
    void show(const QString &title, const QString &text);
    /// Finds out whether somebody shows them, or would be started to: known() is the answer.
    void ask();

Q_SIGNALS:
    void known(bool areShown);
    void chosen();

private:
    void withService(std::function<void(NotificationService &)> work);
    void connected(const QDBusConnection &bus);
    void send(NotificationService &service, const QString &title, const QString &text);

    Bus m_bus;
    NotificationService *m_service = nullptr; ///< once the bus was reached
    bool m_isAsked = false;
    QList<std::function<void(NotificationService &)>> m_waiting;
    uint m_shown = 0;
};

} // namespace yaodian::ui
