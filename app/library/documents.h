#pragma once

#include "library/store.h"
#include "library/values.h"

namespace yaodian::library {

[[nodiscard]] QList<Document> readDocuments(Connection &connection, const Folder &folder, PaperId paper);
[[nodiscard]] std::optional<Document> readDocument(Connection &connection, const Folder &folder, const QString &sha256);
[[nodiscard]] int countDocuments(Connection &connection, const QDateTime &since, const QString &originLike);
/// Files the bytes first, then ties them to the paper: a crash between leaves a file that nobody names, no more.
Document keepDocument(Store &store, PaperId paper, const QByteArray &bytes, const QString &version,
                      const QString &origin);
/// The same for bytes that lie in the file `file` on the same disk, which is moved into the store.
Document takeDocument(Store &store, PaperId paper, const QString &file, const QString &version, const QString &origin);

} // namespace yaodian::library
