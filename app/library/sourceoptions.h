#pragma once

#include "library/sourcevalues.h"

namespace yaodian::library {

/// What is stored of a person's choices: JSON with what differs from the defaults; empty where nothing does. Unknown
/// keys and broken texts read as no choice.
[[nodiscard]] QString optionsToText(const SourceOptions &options);
[[nodiscard]] SourceOptions optionsFromText(const QString &text);

} // namespace yaodian::library
