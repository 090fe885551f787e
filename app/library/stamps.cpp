#include "library/stamps.h"

#include "library/meta.h"

namespace yaodian::library {

void Stamps::load(Connection &connection, const QString &newDevice)
{
    m_device = metaValue(connection, "main", QStringLiteral("device"));
    if (m_device.isEmpty()) {
        m_device = newDevice;
        setMetaValue(connection, "main", QStringLiteral("device"), m_device);
    }
    const QString newest = metaValue(connection, "main", QStringLiteral("hlc"));
    m_ms = newest.left(12).toLongLong(nullptr, 16);
    m_counter = newest.mid(12, 4).toInt(nullptr, 16);
}

QString Stamps::next()
{
    const qint64 now = m_clock.nowMs();
    if (now > m_ms) {
        m_ms = now;
        m_counter = 0;
    } else if (++m_counter > 0xffff) {
        m_counter = 0;
        ++m_ms;
    }
    m_changed = true;
    return QStringLiteral("%1%2-%3")
        .arg(m_ms, 12, 16, QLatin1Char('0'))
        .arg(m_counter, 4, 16, QLatin1Char('0'))
        .arg(m_device.right(8));
}

void Stamps::save(Connection &connection)
{
    if (!m_changed)
        return;
    m_changed = false;
    setMetaValue(connection, "main", QStringLiteral("hlc"),
                 QStringLiteral("%1%2").arg(m_ms, 12, 16, QLatin1Char('0')).arg(m_counter, 4, 16, QLatin1Char('0')));
}

} // namespace yaodian::library
