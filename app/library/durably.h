#pragma once

#include <QString>

namespace yaodian::library {

/// Makes a folder and those above it that are missing, and waits until their names are on the disk: what is synced in a
/// folder whose name is not there is lost with it. False, with errno: it cannot be made.
bool makeFolderDurably(const QString &path);
/// The same; throws StoreFailure.
void requireFolder(const QString &path);

} // namespace yaodian::library
