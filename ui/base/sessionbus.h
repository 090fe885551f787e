#pragma once

#include <QDBusConnection>

#include <functional>

class QObject;

namespace yaodian::ui {

/// Connects to a bus on another thread, because that waits for its greeting, and tells what came of it on this one,
/// while `context` lives.
void reachBus(QObject *context, const std::function<QDBusConnection()> &bus,
              const std::function<void(const QDBusConnection &reached)> &tell);

/// True where the desktop announces a session bus. Where none is, libdbus would start one of its own for whoever asks.
[[nodiscard]] bool isSessionBusAnnounced();

/// Until end(), nobody in this program starts a session bus where none is announced: Qt asks for one as soon as a list
/// is made, for screen readers, and would wait for it. A connection that was refused stays refused; programs started
/// later find the environment as it was. To be made before there are threads, and after the last change of the
/// environment: then neither its coming nor its going moves what others read there.
class NoNewSessionBus
{
public:
    NoNewSessionBus();
    ~NoNewSessionBus() { end(); }
    NoNewSessionBus(const NoNewSessionBus &) = delete;
    NoNewSessionBus &operator=(const NoNewSessionBus &) = delete;
    void end();

private:
    bool m_holds;
};

} // namespace yaodian::ui
