#pragma once

#include "digest/feeditems.h"
#include "digest/values.h"

namespace yaodian::digest {

/// The item stands for one paper: its link names one, or its feed says so.
[[nodiscard]] bool isPaper(const FeedItem &item);

/// A feed whose items are papers themselves → one issue, each item an entry. One issue a day, whatever the feed's own
/// address, so that tomorrow's is another one.
[[nodiscard]] Issue listingOf(const Feed &feed);

} // namespace yaodian::digest
