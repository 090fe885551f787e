#pragma once

#include "digest/digest.h"
#include "digest/feeditems.h"

namespace yaodian::digest {

/// RSS and Atom: an issue per item with its guid, link and date; its content read like any post. A feed whose items are
/// papers themselves (arXiv's) is one issue, each item an entry. A feed without items gives no issue. Fails where a
/// server answers with an error in the shape of a feed; nullopt where the text is no feed at all.
[[nodiscard]] std::optional<Result<QList<Issue>>> readFeed(const QString &text, const Origin &origin);

/// The issues of a feed, of whatever format it was.
[[nodiscard]] Result<QList<Issue>> issuesOf(const Feed &feed, const Origin &origin);

} // namespace yaodian::digest
