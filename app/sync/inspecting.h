#pragma once

#include "sync/sync.h"

namespace yaodian::sync {

/// Whether an answer is what a source of that kind sends, and what it would bring. `source.title` is filled from the
/// answer where it is empty; a failure's sentence says what came instead. Blocks: parses.
[[nodiscard]] Result<Finding> inspectAnswer(library::Source source, const net::Response &response);

/// What an answer to an address nobody knows is: a feed, a list, or a document with papers; a failure for a web page
/// (which namedBy() and inspectPage() are for) and for what holds nothing.
[[nodiscard]] Result<Finding> recognise(const net::Response &response, const QUrl &asked);

/// A web page that names no feed: a digest itself, or a list of posts.
[[nodiscard]] Result<Finding> inspectPage(const net::Response &response, const QUrl &asked);

/// True for an answer that a browser shows as a page.
[[nodiscard]] bool isPage(const net::Response &response);

} // namespace yaodian::sync
