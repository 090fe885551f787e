#pragma once

#include "library/values.h"

namespace yaodian::ui {

/// A source's name as people read it. What the program itself is the source of (files, the tour) was stored with a
/// title in the language of that day, and is shown in the language of today; a feed without a title has its address.
[[nodiscard]] QString sourceTitle(library::SourceId id, const QString &stored, const QString &url = {});

} // namespace yaodian::ui
