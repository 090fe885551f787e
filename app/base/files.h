#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace yaodian {

/// Bytes free to this user on the disk of `path`, which need not be there yet; nullopt: the system does not say. Asked
/// of the file system itself: a list of mounts has no entry for a root that was changed into.
[[nodiscard]] std::optional<qint64> freeBytes(const QString &path);

/// Present, a file and not larger than `largest` bytes; the Error's sentence says which it is not.
Result<void> checkFile(const QString &path, qint64 largest);
/// The whole file, if it is a readable ordinary file of at most `largest` bytes; else one clear sentence.
Result<QByteArray> readFile(const QString &path, qint64 largest);

/// Replaces `path` by `bytes` in one step: a temporary file in the same folder, fsync, rename, fsync of the folder.
/// Never writes into the old file; on failure the old file is as it was.
Result<void> writeFileAtomically(const QString &path, const QByteArray &bytes);

/// Waits until the names of a folder are on the disk, where the system can say so.
void syncFolder(const QString &path);

/// Moves `from` to `path` on the same disk in one step, its bytes on the disk before: fsync, rename, fsync of the
/// folder. Replaces what was there. On failure both are as they were.
Result<void> moveFileDurably(const QString &from, const QString &path);

/// Lower-case hexadecimal sha256, 64 characters.
[[nodiscard]] QString sha256Hex(QByteArrayView bytes);
/// The same of a file of any size, read in pieces.
Result<QString> sha256OfFile(const QString &path);

/// A name that is safe on every file system: letters, digits and CJK of `title`, joined by '-', at most 80 bytes of
/// UTF-8 cut between code points, no leading dot, no reserved name; "untitled" where nothing is left.
[[nodiscard]] QString slug(const QString &title);

} // namespace yaodian
