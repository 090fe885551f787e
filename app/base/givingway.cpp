#include "base/givingway.h"

#include <QtGlobal>

#ifdef Q_OS_LINUX
#include <sched.h>
#endif

namespace yaodian {

#ifdef Q_OS_LINUX

void giveWay()
{
    const sched_param none{};
    if (::sched_getscheduler(0) == SCHED_OTHER)
        ::sched_setscheduler(0, SCHED_BATCH, &none);
}

void standBack()
{
    const sched_param none{};
    ::sched_setscheduler(0, SCHED_IDLE, &none);
}

#else

void giveWay() {}
void standBack() {}

#endif

} // namespace yaodian
