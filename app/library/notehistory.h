#pragma once

#include "library/connection.h"
#include "library/values.h"

namespace yaodian::library {

/// The texts that a note had, newest first, read back from the journal; the first is what it says now.
[[nodiscard]] QList<NoteVersion> readNoteVersions(Connection &connection, PaperId paper, int most);

} // namespace yaodian::library
