#pragma once

#include <QtGlobal>

namespace yaodian::library {

/// How many reads of this process have failed and so read as nothing. Who makes something lasting of what was read
/// looks at it before and after: nothing is no answer then.
[[nodiscard]] quint64 failedReads();
void countFailedRead();

} // namespace yaodian::library
