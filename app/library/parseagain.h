#pragma once

#include "library/library.h"
#include "library/store.h"

namespace yaodian::library {

/// See Library::parseAgain(). Throws StoreFailure.
ParsedAgain parseAgain(Store &store, int most, const CancelToken &token);

} // namespace yaodian::library
