#pragma once

#include "library/connection.h"
#include "library/values.h"

#include <functional>

namespace yaodian::library {

/// The texts that a note had, newest first, read back from the journal; the first is what it says now.
[[nodiscard]] QList<NoteVersion> readNoteVersions(Connection &connection, PaperId paper, int most);
/// Hears every text that the note had, or would have again after some steps of undo or redo, one at a time; until
/// `hear` gives back false.
void eachNoteText(Connection &connection, PaperId paper, const std::function<bool(const QString &text)> &hear);

} // namespace yaodian::library
