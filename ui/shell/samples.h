#pragma once

#include "base/clock.h"
#include "library/library.h"

namespace yaodian::ui {

inline constexpr int sampleDays = 44;

/// Fills a library for pictures: invented sources with six weeks of issues and of what asking them came to, in the
/// language of the moment. The sources of an earlier call go. The clock is led on through those weeks (`sampleDays` and
/// some minutes). Gives the sources; empty: the library refused.
[[nodiscard]] QList<library::Source> storeSamples(library::Library &library, FixedClock &clock);

} // namespace yaodian::ui
