#pragma once

#include "exporting/regions.h"
#include "library/library.h"

// Pictures beside the files of an export: each file has those that it shows in images/ of its own folder, under the
// first digits of their names in the store. So a link to one is the same wherever the file is moved to.
namespace yaodian::exporting {

/// "images/0123456789abcdef.png", as a link in a file.
[[nodiscard]] QString imageFile(const QString &sha256);
/// The reader's words with links to pictures of the store as they stand in a file, …
[[nodiscard]] QString withFileLinks(QString markdown);
/// … and back, for those that the store has.
[[nodiscard]] QString withStoreLinks(const library::Library &library, QString markdown);
[[nodiscard]] bool showsImages(const Parts &parts);
/// Puts the pictures that `parts` show beside `file`; what lies there already with the same bytes is left alone.
/// `conflicts` gets a sentence for each that the store has not any more.
Result<void> writeImages(const library::Library &library, const Parts &parts, const QString &file,
                         QStringList &conflicts);

} // namespace yaodian::exporting
