#pragma once

#include "pdf/protocol/extras.h"
#include "pdf/worker/answers.h"

class QImage;

namespace yaodian::pdf::worker {

/// Where something is printed on a page image, in 0..1 of it; empty where nothing is.
[[nodiscard]] Box inkOf(const QImage &page);
/// What a page has that is no text. Pictures are left out where drawing the page takes long.
[[nodiscard]] protocol::ArtReply artOf(Poppler::Document &document, const Poppler::Page &page, Interrupted interrupted,
                                       const QVariant &closure);

} // namespace yaodian::pdf::worker
