#pragma once

#include "base/cancel.h"
#include "digest/digest.h"
#include "library/library.h"
#include "sync/sync.h"

namespace yaodian::sync {

/// Bytes that are to be stored, and what is known of them.
struct Post
{
    QByteArray bytes;
    digest::Origin origin;
    QList<QByteArray> items; ///< of a feed: each item alone; empty: `bytes` is the post of every issue
};

struct Kept
{
    int fresh = 0;
    int updated = 0;
    int unchanged = 0;
    QList<library::IssueId> issues;
    QString failure;   ///< a sentence; what was stored before it stays
    bool ours = false; ///< the failure is the library's (disk full, read-only), not the document's
    bool cancelled = false;
};

/// Parses and stores, each issue in its own transaction, the oldest first as feeds list them (the last of the document
/// first); `state`, where given, goes into the transaction of the last one. Blocks: for worker threads.
[[nodiscard]] Kept keep(library::Library &library, const library::Source &source, const Post &post,
                        const std::optional<library::SyncState> &state, const CancelToken &token);

/// The source to which everything belongs that was imported by hand.
[[nodiscard]] library::Source filesSource();

void add(Outcome &outcome, const Kept &kept);

} // namespace yaodian::sync
