#pragma once

#include "digest/feedelements.h"

#include <optional>

namespace yaodian::digest {

/// Reads one item of RSS, Atom or CDF whose start tag was just read; its links are relative to `base`. Nothing where
/// the item is empty.
[[nodiscard]] std::optional<FeedItem> readFeedItem(FeedElements &elements, const XmlToken &start, const QString &base);

} // namespace yaodian::digest
