#pragma once

#include "digest/values.h"

#include <QJsonObject>

namespace yaodian::digest {

/// One object of a list of papers → an entry; nullopt where it has no title or nothing that says it is a paper (an id
/// of arXiv, a DOI, a link to a paper, an abstract with authors). Knows the names that Hugging Face,
/// daily-arXiv-ai-enhanced, Semantic Scholar, bioRxiv and OpenAlex give the fields.
[[nodiscard]] std::optional<Entry> entryFromJson(const QJsonObject &object);

/// The day a paper was put on its list; invalid where the object does not say.
[[nodiscard]] QDateTime listedOn(const QJsonObject &object);

} // namespace yaodian::digest
