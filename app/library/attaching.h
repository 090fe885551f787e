#pragma once

#include "library/stamps.h"
#include "library/values.h"

namespace yaodian::library {

/// Gives a highlight the picture of the place it has in `of`, which is no act: also where the journal tells of it at
/// that place, so that undo and redo bring the picture with it. What stands elsewhere meanwhile, or has a picture, is
/// left as it is. Gives back the paper; nullopt: nothing changed.
std::optional<PaperId> attachImageTo(Connection &connection, Stamps &stamps, const Highlight &of,
                                     const QString &sha256);

} // namespace yaodian::library
