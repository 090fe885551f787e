#pragma once

#include "base/clock.h"
#include "library/connection.h"
#include "library/folder.h"
#include "library/library.h"

namespace yaodian::library {

/// Whether the notes are there and whole; a StoreFailure with why not. Reads everything once.
void requireSoundNotes(const Folder &folder);

/// The newest sound copy in backups/ of what the library was: an automatic backup, or a copy from before a schema step.
/// (Not what a restore put aside: that was given up by the reader.)
[[nodiscard]] std::optional<Library::AutomaticBackup> newestSoundBackup(const Folder &folder);

/// Acts of the reader that came after a backup was made, taken out of the damaged notes as far as they can be read,
/// into `notes`: the backup as it is made ready to take their place. All or none, where a StoreFailure says that the
/// disk did not let them be written.
struct LaterActs
{
    int taken = 0;
    int lost = 0; ///< could be read, but not be done in the library as it is now
};
LaterActs takeLaterActs(Connection &notes, const Folder &folder, const QString &damaged, const Clock &clock,
                        IdSource &ids);

} // namespace yaodian::library
