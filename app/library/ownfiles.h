#pragma once

#include "library/connection.h"
#include "library/folder.h"

#include <QByteArray>
#include <QString>

// What else the reader made and no other file of the library has: the chosen keys, the templates of the Markdown.
// They are plain files, which the reader may edit; a backup takes them along as they are.
namespace yaodian::library {

/// Puts those of the folder into a backup, in the table kept_files(name, bytes). One that cannot be read is left out,
/// with a line in the log: it is no reason to have no backup of the rest.
void addOwnFiles(Connection &copy, const Folder &folder);

/// Whether a backup may bring a file of that name and these bytes into a library: "keys.txt",
/// "templates/NAME.mustache".
[[nodiscard]] bool isOwnFile(const QString &name, const QByteArray &bytes);

/// Puts a file out of a backup in its place. What stands there with other bytes is kept beside it, as NAME~, or NAME~2
/// and on where there is one.
void placeOwnFile(const Folder &folder, const QString &name, const QByteArray &bytes);

} // namespace yaodian::library
