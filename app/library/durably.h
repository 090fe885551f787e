#pragma once

#include <QString>

namespace yaodian::library {

/// Makes a folder and those above it that are missing, and waits until their names are on the disk: what is synced in a
/// folder whose name is not there is lost with it. False, with errno: it cannot be made.
bool makeFolderDurably(const QString &path);
/// The same; throws StoreFailure.
void requireFolder(const QString &path);

/// Copies a file of any size by way of `<to>.part`: its bytes and its name are on the disk when it returns. False, with
/// errno: there is no `to`, and no part of it.
bool copyDurably(const QString &from, const QString &to);

} // namespace yaodian::library
