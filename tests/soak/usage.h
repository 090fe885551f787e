#pragma once

#include <QtGlobal>

namespace yaodian::soak {

/// What this process and all that it started hold now.
struct Usage
{
    qint64 ownBytes = 0;  ///< private and shared memory in use by this process (PSS: what is shared counts in part)
    qint64 treeBytes = 0; ///< with its workers
    int descriptors = 0;  ///< open in this process
    int threads = 0;      ///< of this process
    int processes = 0;    ///< that it started
};

[[nodiscard]] Usage usageNow();

} // namespace yaodian::soak
