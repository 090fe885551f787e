#pragma once

#include "pdf/protocol/annotations.h"

#include <optional>

namespace Poppler {
class Document;
}

namespace yaodian::pdf::worker {

/// Puts annotations into the document and gives what a file that begins with its bytes goes on with. nullopt where
/// poppler does not write it so.
[[nodiscard]] std::optional<QByteArray> tailWith(Poppler::Document &document, QByteArrayView file,
                                                 const QList<protocol::AddedRow> &added);

} // namespace yaodian::pdf::worker
