#pragma once

#include "library/library.h"

#include <QByteArray>

namespace yaodian::exporting {

/// One page of HTML that needs nothing besides it: what was read in a session, what the reader thought of it, and the
/// passages that back it. In the language of the interface.
[[nodiscard]] QByteArray reportOf(const library::Library &library, const library::Session &session);

} // namespace yaodian::exporting
