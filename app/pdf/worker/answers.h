#pragma once

#include "pdf/protocol/messages.h"

#include <QVariant>

namespace Poppler {
class Document;
class Page;
} // namespace Poppler

// poppler's values as the protocol's, cut to the limits.
namespace yaodian::pdf::worker {

/// 0, 90, 180 or 270.
[[nodiscard]] int rotationOf(const Poppler::Page &page);
/// Cut to the page; links may be given with their corners swapped.
[[nodiscard]] Box boxOf(const QRectF &rect, double width, double height);
/// 0 x 0 where poppler has no such page.
[[nodiscard]] protocol::PageRow describe(const Poppler::Page *page);
[[nodiscard]] QList<protocol::PageRow> describePages(const Poppler::Document &document, int first, int count,
                                                     int milliseconds = -1);
using Interrupted = bool (*)(const QVariant &);
[[nodiscard]] protocol::WordsReply wordsOf(const Poppler::Page &page, Interrupted interrupted, const QVariant &closure);
[[nodiscard]] protocol::LinksReply linksOf(const Poppler::Page &page, int pageCount);
[[nodiscard]] protocol::OutlineReply outlineOf(const Poppler::Document &document);

} // namespace yaodian::pdf::worker
