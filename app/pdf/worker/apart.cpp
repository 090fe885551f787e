#include "pdf/worker/sandbox.h"

#include <array>

#include <linux/capability.h>
#include <sched.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace yaodian::pdf::worker {

bool goApart(QString &failure)
{
    if (::unshare(CLONE_NEWUSER | CLONE_NEWNET | CLONE_NEWIPC | CLONE_NEWUTS) != 0)
        return false;
    // Whoever makes a namespace has every power in it; drawing needs none.
    __user_cap_header_struct who{_LINUX_CAPABILITY_VERSION_3, 0};
    std::array<__user_cap_data_struct, _LINUX_CAPABILITY_U32S_3> none{};
    if (::syscall(SYS_capset, &who, none.data()) == 0)
        return true;
    failure = QStringLiteral("capset");
    return false;
}

} // namespace yaodian::pdf::worker
