#pragma once

#include "pdf/protocol/extras.h"

#include <QStringList>

namespace Poppler {
class Document;
}

namespace yaodian::pdf::worker {

/// The files within the PDF, and what it asks for by itself. Nothing is opened or run.
[[nodiscard]] protocol::ExtrasReply extrasOf(const Poppler::Document &document, QByteArrayView file);

} // namespace yaodian::pdf::worker
