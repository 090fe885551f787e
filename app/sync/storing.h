#pragma once

#include "base/cancel.h"
#include "digest/digest.h"
#include "library/library.h"
#include "sync/sync.h"

namespace yaodian::sync {

/// Bytes that are to be stored, and what is known of them.
struct Material
{
    QByteArray bytes;
    digest::Origin origin;
    QList<QByteArray> items; ///< of a feed: each item alone; empty: `bytes` is the post of every issue
};

/// What was stored, and what kept the rest away.
struct Kept
{
    int fresh = 0;
    int updated = 0;
    int unchanged = 0;
    QList<library::IssueId> issues;
    QList<library::IssueId> arrived; ///< of these, the new ones
    QStringList failed;              ///< sentences; what was stored before them stays
    bool broken = false;             ///< the library itself refused (disk full, read-only): going on is pointless
    bool cancelled = false;
};

/// The posts of a document, in the order in which they are to be stored.
struct Posts
{
    QList<library::Post> posts;
    qsizetype count = 0; ///< posts (of a listing: papers) that could be read
};
/// An Error's sentence is the document's own.
[[nodiscard]] Result<Posts> postsOf(const Material &material);

/// What the first answer of a new source brings and is dated more than `days` days ago is no news, but for its newest
/// post; 0 days: all of it is. What has no date counts as new. `sparesNewest`: false where newer posts came before or
/// come after these, in another answer.
void markOld(QList<library::Post> &posts, int days, const QDateTime &now, bool sparesNewest);

/// Counts what was stored.
void count(Kept &kept, const library::StoredIssue &stored);

/// Parses documents and stores their issues, some fifty in one transaction. Blocks: for worker threads.
class Keeper
{
public:
    Keeper(library::Library &library, library::Source source, CancelToken token);

    /// Parses; stores what has gathered as soon as it is enough. Gives how many posts (of a listing: papers) could be
    /// read; an Error's sentence is the document's own.
    Result<qsizetype> take(const Material &material);
    /// Stores the rest; `state` goes into the transaction of the last issue.
    void finish(const std::optional<library::SyncState> &state = std::nullopt);

    [[nodiscard]] Kept &kept() { return m_kept; }

private:
    void store(const std::optional<library::SyncState> &state);

    library::Library &m_library;
    library::Source m_source;
    CancelToken m_token;
    QList<library::Post> m_posts;
    qint64 m_bytes = 0;
    Kept m_kept;
};

void add(Outcome &outcome, const Kept &kept);

} // namespace yaodian::sync
