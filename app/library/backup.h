#pragma once

#include "base/cancel.h"
#include "library/connection.h"
#include "library/folder.h"

namespace yaodian::library {

/// A backup is one SQLite file: notes.sqlite as it was at one moment, with the table kept_posts(sha256, bytes) that
/// holds every post as it lies in posts/, kept_images(sha256, bytes) and kept_files(name, bytes) where there are any.
/// It is made beside `file`, checked, and put in its place in one step.
void writeBackup(Connection &reader, const Folder &folder, const QString &file, const CancelToken &token = {});
/// What can still be kept of a library with a damaged post: all but the posts.
void writeBackupWithoutPosts(Connection &reader, const Folder &folder, const QString &file,
                             const CancelToken &token = {});
/// Without what lies in the library's folder under the name of its content: posts and pictures.
void writeNotesOnly(Connection &reader, const Folder &folder, const QString &file, const CancelToken &token);

/// How the copy of notes that could not be opened is called.
inline const QString damagedNotes = QStringLiteral("notes-damaged");
/// And the copy of what a restore replaces.
inline const QString beforeRestore = QStringLiteral("before-restore");

/// The checked copy before a schema step: backups/notes-v<version>-<time>.sqlite, without the posts.
void copyBeforeStep(Connection &writer, const Folder &folder, int version, qint64 nowMs);

/// What a crash left of copies that this program makes in backups/. For who has the lock.
void removeDraftCopies(const Folder &folder);

/// A name that is free: backups/<what>-<time>.sqlite. Makes the folder.
[[nodiscard]] QString nameInBackups(const Folder &folder, const QString &what, qint64 nowMs);

} // namespace yaodian::library
