#pragma once

#include "library/issues.h"
#include "library/store.h"

namespace yaodian::library {

/// Stores posts: the bytes, then papers in the notes, then issues, entries and the `states` of sources in the cache.
/// A crash anywhere between leaves nothing that the next attempt does not bring to the same end.
QList<StoredIssue> storePosts(Store &store, Connection &writer, QList<Prepared> posts,
                              const QList<SyncRecord> &states = {});

/// Adds identifiers to a paper; the paper that stands for it afterwards.
PaperId learnIdentifiers(Store &store, Connection &writer, PaperId paper, const QList<digest::Identifier> &identifiers);

/// Merges papers that are one, each as a step of the journal.
void mergeFound(Store &store, Connection &writer, const PaperFound &found);

} // namespace yaodian::library
