#include "base/ids.h"

#include <QRandomGenerator>

namespace yaodian {

QUuid nameBasedUuid(QStringView kind, QStringView key)
{
    // A random UUID, fixed for ever: every id in every library hangs on it.
    static const QUuid root(0x6d1b0c52, 0x3f0a, 0x4c7e, 0x9b, 0x1d, 0x59, 0x61, 0x6f, 0x64, 0x69, 0x61);
    return QUuid::createUuidV5(root, kind.toString() + QLatin1Char(':') + key.toString());
}

QUuid IdSource::next()
{
    const std::lock_guard guard(m_mutex);
    const qint64 now = m_clock.nowMs();
    if (now > m_lastMs) {
        m_lastMs = now;
        m_counter = QRandomGenerator::system()->generate() & 0x07ff; // leaves room to count up within 12 bits
    } else if (++m_counter > 0x0fff) {
        m_counter = 0;
        ++m_lastMs; // borrowed from the future: order matters more than the last millisecond
    }
    const quint64 tail = QRandomGenerator::system()->generate64();
    const auto ms = static_cast<quint64>(m_lastMs);
    const auto byte = [tail](int shift) { return static_cast<uchar>(tail >> shift); };
    return QUuid(static_cast<uint>(ms >> 16), static_cast<ushort>(ms), static_cast<ushort>(0x7000 | m_counter),
                 static_cast<uchar>(0x80 | (byte(56) & 0x3f)), byte(48), byte(40), byte(32), byte(24), byte(16),
                 byte(8), byte(0));
}

} // namespace yaodian
