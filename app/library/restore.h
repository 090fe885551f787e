#pragma once

#include "base/clock.h"
#include "library/connection.h"
#include "library/folder.h"
#include "library/library.h"

#include <functional>

namespace yaodian::library {

/// What is done in the restored notes before they are in their place; `aside` as in Library::Restored.
using InRestored = std::function<void(Connection &notes, const QString &aside)>;

/// Puts the backup `file` in the place of the library below `folder`. A crash at any moment leaves the old library or
/// the new one; the cache is made again when the library is next opened for writing. Keys and templates of the backup
/// follow when the new notes are in their place. Failures are StoreFailures.
Library::Restored restoreBackup(const Folder &folder, const QString &file, const Clock &clock, IdSource &ids,
                                const InRestored &more = {});

} // namespace yaodian::library
