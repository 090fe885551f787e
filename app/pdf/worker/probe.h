#pragma once

namespace yaodian::pdf::worker {

/// `yaodian-pdf --probe WHAT`: locks itself in, tries WHAT, and exits 0 where it was refused, 1 where it was done, 2
/// where there is no such probe or no sandbox. What is refused by death ends by SIGSYS.
[[nodiscard]] int probe(const char *what, bool landlock);

} // namespace yaodian::pdf::worker
