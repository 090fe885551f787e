#include "base/politely.h"

#ifdef Q_OS_LINUX
#include <sched.h>
#endif

namespace yaodian {

#ifdef Q_OS_LINUX
Politely::Politely()
{
    const sched_param none{};
    // Back from there needs no right, which it would after a nice().
    m_changed = ::sched_getscheduler(0) == SCHED_OTHER && ::sched_setscheduler(0, SCHED_IDLE, &none) == 0;
}

Politely::~Politely()
{
    const sched_param none{};
    if (m_changed)
        ::sched_setscheduler(0, SCHED_OTHER, &none);
}
#else
Politely::Politely() = default;
Politely::~Politely() = default;
#endif

} // namespace yaodian
