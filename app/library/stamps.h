#pragma once

#include "base/clock.h"
#include "library/connection.h"

namespace yaodian::library {

/// The hybrid logical clock: stamps that sort as text in the order of events, on one machine even when its clock is
/// set back. Form: 12 hex digits of milliseconds, 4 of a counter, '-', 8 of the device id (ties between machines).
/// Used with the writer's connection only.
class Stamps
{
public:
    explicit Stamps(const Clock &clock) : m_clock(clock) {}
    /// Reads device id and newest stamp of the file, and makes the device id of a new one.
    void load(Connection &connection, const QString &newDevice);
    [[nodiscard]] QString device() const { return m_device; }
    [[nodiscard]] QString next();
    /// Writes the newest stamp down; within the transaction that used it.
    void save(Connection &connection);

private:
    const Clock &m_clock;
    QString m_device;
    qint64 m_ms = 0;
    int m_counter = 0;
    bool m_changed = false;
};

} // namespace yaodian::library
