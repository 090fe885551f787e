#pragma once

#include "library/library.h"
#include "library/store.h"

namespace yaodian::library {

// Backups that are made without being asked for. Those in the library's own folder hold the notes, keys and templates:
// posts and pictures lie beside them, under names that are their content, and are written once. Those in a folder of
// the reader's choice, mostly on another disk, hold everything, as `yaodian backup` does.

/// Newest first. `elsewhere`: the folder of the reader's choice; empty: the library's own.
[[nodiscard]] QList<Library::AutomaticBackup> automaticBackups(const Folder &folder, const QString &elsewhere = {});

/// Makes the next one, where the notes have changed since the last and that is an hour old (elsewhere: a day). The new
/// one is opened and checked as for a restore before older ones are thinned out (worthKeeping). Gives back its file;
/// empty: none is due. StoreFailure: the folder cannot be written, or there is little room on its disk.
/// Also empty where `token` asked for an end, or another one of the series is being made.
QString backUpIfDue(const Store &store, const QString &elsewhere, const CancelToken &token);

} // namespace yaodian::library
