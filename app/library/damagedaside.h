#pragma once

#include "library/folder.h"

namespace yaodian::library {

/// Keeps the bytes of damaged notes, with their logs, as backups/notes-damaged-<time>.sqlite, all on the disk when it
/// returns; gives back its path. What lies in the library is left as it is. Where a rescue was cut short after that,
/// what it kept is taken up again: it is the log's only place when that has gone from beside the notes. A StoreFailure
/// where it cannot be kept.
[[nodiscard]] QString keepDamaged(const Folder &folder, qint64 nowMs);

/// The log of notes that are gone: by itself it tells little, and little is more than nothing.
void keepLogOfGone(const Folder &folder, qint64 nowMs);

} // namespace yaodian::library
