#pragma once

#include "library/connection.h"
#include "library/folder.h"

namespace yaodian::library {

/// Takes into `notes`, a backup that is made ready, what came after it and is no act of the reader: sources, posts
/// whose bytes lie in posts/, papers with their identifiers, PDFs; each as far as the damaged notes tell. How many
/// posts. All or none, where a StoreFailure says that the disk did not let them be written.
int takeLaterRows(Connection &notes, const Folder &folder, const QString &damaged);

/// Papers that something of the reader's belongs to, and of which nothing could be read: without a title, until a post
/// brings it again.
void makeMissingPapers(Connection &notes, const QString &stamp, qint64 nowMs);

} // namespace yaodian::library
