#pragma once

#include "library/library.h"

#include <QJsonObject>

namespace yaodian::tests {

/// What a library tells its reader, as JSON: sources, issues, papers with all that hangs on them, sessions, the
/// journal, and what a search finds. Compiles against every version of the library there was; what a version does not
/// have is not in it.
[[nodiscard]] QJsonObject said(library::Library &library);

} // namespace yaodian::tests
