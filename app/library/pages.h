#pragma once

#include "library/connection.h"
#include "library/folder.h"
#include "library/values.h"

// The text of PDF pages in the search, and how far reading them has come.
namespace yaodian::library {

[[nodiscard]] QList<DocumentToRead> readDocumentsToRead(Connection &connection, const Folder &folder, int most,
                                                        qint64 nowMs);
[[nodiscard]] PageReads readPageReads(Connection &connection);
[[nodiscard]] QStringList readUnreadReasons(Connection &connection, int most);
void writePageTexts(Connection &writer, const PageTexts &read);
/// A document that pages are known of and that nobody has any more; empty: none.
[[nodiscard]] QString documentGone(Connection &connection);
void forgetPages(Connection &writer, const QString &sha256);
void forgetPageReads(Connection &writer);

} // namespace yaodian::library
