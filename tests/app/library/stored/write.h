#pragma once

#include <QString>

namespace yaodian::tests {

/// Fills a new library below `folder`/library, and writes beside it what it says (said.json) and a backup of it
/// (backup.sqlite). `killed`: the process ends here as by kill -9, else the library is closed. The exit code.
int fillLibrary(const QString &folder, bool killed);

/// Has another process of this program (`--fill FOLDER [killed]`) fill a library, and stores it below `folder` as
/// v<notes>-<cache><ending>. The exit code.
int storeLibrary(const QString &folder, const QString &ending, bool killed);

/// Packs a file as it is stored, or back; false: it cannot be read or written.
[[nodiscard]] bool packFile(const QString &from, const QString &to);
[[nodiscard]] bool unpackFile(const QString &from, const QString &to);

} // namespace yaodian::tests
