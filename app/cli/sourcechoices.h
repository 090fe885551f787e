#pragma once

#include "base/result.h"
#include "library/sourcevalues.h"

namespace yaodian::cli {

/// Applies one "key=value" to a source: title, category, interval (minutes, 0: the program's own), max-age (honour or
/// ignore), mirror, proxy, language, header.NAME. An empty value takes a choice back. One clear sentence for what is
/// none.
[[nodiscard]] Result<void> choose(library::Source &source, const QString &keyAndValue);

} // namespace yaodian::cli
