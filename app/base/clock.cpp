#include "base/clock.h"

namespace yaodian {

qint64 SystemClock::nowMs() const
{
    return QDateTime::currentMSecsSinceEpoch();
}

} // namespace yaodian
