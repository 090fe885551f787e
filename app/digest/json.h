#pragma once

#include "base/result.h"
#include "digest/digest.h"

namespace yaodian::digest {

/// The text begins as JSON does, or as lines of it.
[[nodiscard]] bool looksLikeJson(QStringView text);

/// JSON Feed and WordPress' posts: an issue per item. Lists of papers (Hugging Face's daily papers, the lines of
/// daily-arXiv-ai-enhanced, Semantic Scholar, bioRxiv, any array of objects with a title and a paper's id): one issue,
/// each an entry. What is cut off or damaged gives the items that are whole, and a repair in the report. Fails where
/// the text is no JSON, or JSON without posts and papers.
[[nodiscard]] Result<QList<Issue>> readJson(const QString &text, const Origin &origin);

/// What a feed in JSON calls itself; empty where it does not say.
[[nodiscard]] QString jsonFeedTitle(const QString &text);

} // namespace yaodian::digest
