#pragma once

#include "library/issues.h"

namespace yaodian::library {

/// Settles which issue the post at `index` of a batch is, where the guid of its feed alone would say it wrongly:
/// - several posts share one guid: each has an issue of its own, told by its link (by its title where it has none);
/// - a post comes again under another guid, with the same link and title: it is the same issue, and keeps its guid;
/// - a post comes again with another date: the date of its first coming stays;
/// - a listing shows nothing but what stood in the one before: it is that one, whatever day it names.
/// Posts without a guid, and those that are parsed again, stay what they are.
void settleIdentity(Connection &connection, QList<Prepared> &posts, qsizetype index);

} // namespace yaodian::library
