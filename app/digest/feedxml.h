#pragma once

#include "digest/feeditems.h"

namespace yaodian::digest {

/// RSS 0.9x, 1.0 and 2.0, Atom 0.3 and 1.0, CDF → items, with what feeds get wrong repaired (see XmlTokens). Relative
/// links are resolved against xml:base and `base`, the address the feed came from. `isFeed` is false where it is none.
[[nodiscard]] Feed readFeedXml(const QString &text, const QString &base = {});

} // namespace yaodian::digest
