#pragma once

#include "library/store.h"

namespace yaodian::library {

/// Makes the cache again from the posts where it is new or was never finished; else does nothing. A post that cannot
/// be read any more is named in the log and passed over.
void rebuildCache(Store &store);

} // namespace yaodian::library
