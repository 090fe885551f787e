#pragma once

#include "base/clock.h"
#include "cli/services.h"

namespace yaodian::ui {

inline constexpr int sampleDays = 44;

/// Fills an empty library for pictures: invented sources with six weeks of issues, of what asking them came to and of
/// what was read, in the language of the moment. The clock is led on through those weeks (`sampleDays` and some
/// minutes). False: the library refused.
[[nodiscard]] bool storeSamples(cli::Services &services, FixedClock &clock);

/// Today's issue of the first of those sources, as digests are, and what a reader made of its papers: a PDF with
/// highlights, points and their evidence, a note, tags, verdicts, searches. False: the library refused.
[[nodiscard]] bool storeReadersWork(cli::Services &services, FixedClock &clock);

} // namespace yaodian::ui
