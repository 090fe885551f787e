#pragma once

namespace yaodian::ui {

/// True where the desktop announces a session bus. Where none is, libdbus would start one of its own for whoever asks.
[[nodiscard]] bool isSessionBusAnnounced();

/// While it lives, nobody in this program starts a session bus where none is announced: Qt asks for one as soon as a
/// list is made, for screen readers, and would wait for it. A connection that was refused stays refused; programs
/// started later find the environment as it was.
class NoNewSessionBus
{
public:
    NoNewSessionBus();
    ~NoNewSessionBus();
    NoNewSessionBus(const NoNewSessionBus &) = delete;
    NoNewSessionBus &operator=(const NoNewSessionBus &) = delete;

private:
    const bool m_closed;
};

} // namespace yaodian::ui
