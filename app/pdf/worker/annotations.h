#pragma once

#include "pdf/protocol/annotations.h"

namespace Poppler {
class Document;
class Page;
} // namespace Poppler

namespace yaodian::pdf::worker {

/// What readers wrote into the page: no links, no fields of forms, nothing hidden, and no windows of other annotations.
[[nodiscard]] protocol::AnnotationsReply annotationsOf(const Poppler::Page &page);
/// Puts annotations on the pages of the document as it is in memory. False where one of the pages is not there.
[[nodiscard]] bool addAnnotations(const Poppler::Document &document, const QList<protocol::AddedRow> &added);

} // namespace yaodian::pdf::worker
