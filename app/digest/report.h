#pragma once

#include "digest/values.h"

namespace yaodian::digest {

/// Fills the report's doubts: entries that lack what their siblings have, numbers that are missing, text that was
/// swallowed or went nowhere. A post that is no digest has none.
void examine(Issue &issue);

} // namespace yaodian::digest
