#pragma once

#include "digest/digest.h"

namespace yaodian::digest {

/// RSS 2.0, RSS 1.0 and Atom: an issue per item with its guid, link and date; its content read like any post. A feed
/// whose items are papers themselves (arXiv's) is one issue, each item an entry. A feed without items gives no issue;
/// nullopt where the text is no feed at all.
[[nodiscard]] std::optional<QList<Issue>> readFeed(const QString &text, const Origin &origin);

} // namespace yaodian::digest
