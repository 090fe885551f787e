#pragma once

#include "sync/storing.h"

namespace yaodian::sync {

/// Reads, parses and stores files ("-": standard input) as issues of `source`, PDFs by `takePdf`. What fails
/// is named with its path, and the next file has its turn. Blocks: for worker threads.
[[nodiscard]] Kept keepFiles(library::Library &library, const QStringList &paths, const Sync::PdfTaker &takePdf,
                             const CancelToken &token, const library::Source &source = library::Library::filesSource());

/// The same for one document from memory; `name` is a hint.
[[nodiscard]] Kept keepDocument(library::Library &library, const QByteArray &bytes, const QString &name,
                                const library::Source &source, const CancelToken &token);

} // namespace yaodian::sync
