#pragma once

#include "digest/digest.h"

namespace yaodian::digest {

enum class Form { Text, Html, Markdown, Feed, Json };

/// What a decoded document is: its own signs decide, the ending of its name and its media type only where it has none.
[[nodiscard]] Form formOf(const QString &text, const Origin &origin);

} // namespace yaodian::digest
