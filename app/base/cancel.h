#pragma once

#include <stop_token>

namespace yaodian {

/// Handed to slow work, which looks at `stop_requested()` between steps and answers with Error::cancelled().
using CancelToken = std::stop_token;
using CancelSource = std::stop_source;

} // namespace yaodian
