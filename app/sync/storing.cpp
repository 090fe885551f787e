#include "sync/storing.h"

#include <QCoreApplication>

namespace yaodian::sync {

namespace {

// A transaction as large as this costs little more than one of a single issue, and one that waits for the writer does
// not notice it.
constexpr qsizetype postsTogether = 50;
constexpr qint64 bytesTogether = 8LL * 1024 * 1024;

} // namespace

void count(Kept &kept, const library::StoredIssue &stored)
{
    kept.issues.append(stored.id);
    switch (stored.outcome) {
    case library::Stored::New:
        ++kept.fresh;
        kept.arrived.append(stored.id);
        break;
    case library::Stored::Updated:
        ++kept.updated;
        break;
    case library::Stored::Unchanged:
        ++kept.unchanged;
        break;
    }
}

void markOld(QList<library::Post> &posts, int days, const QDateTime &now, bool sparesNewest)
{
    const auto dated = [](const library::Post &a, const library::Post &b) {
        return a.issue.published < b.issue.published;
    };
    const auto newest = sparesNewest ? std::max_element(posts.begin(), posts.end(), dated) : posts.end();
    for (auto post = posts.begin(); days > 0 && post != posts.end(); ++post) {
        const QDateTime &published = post->issue.published;
        post->isOld = post != newest && published.isValid() && published < now.addDays(-days);
    }
}

Keeper::Keeper(library::Library &library, library::Source source, CancelToken token)
    : m_library(library), m_source(std::move(source)), m_token(std::move(token))
{
}

Result<Posts> postsOf(const Material &material)
{
    const auto issues = digest::parse(material.bytes, material.origin);
    if (!issues)
        return issues.error();
    Posts out;
    // Feeds list the newest first; ids and arrival follow the order of reading, so the last one is stored first.
    // A listing of one paper has one item and is one issue, but the issue is the listing.
    const bool each = material.items.size() == issues->size() &&
                      std::none_of(issues->cbegin(), issues->cend(), [](const auto &one) { return one.isListing(); });
    for (qsizetype at = issues->size() - 1; at >= 0; --at) {
        // An item's bytes were cut out of the feed: in its encoding, and with its addresses to be resolved as the
        // feed's.
        digest::Origin origin = material.origin;
        if (each)
            origin.fileName.clear();
        out.posts.append({issues->at(at), each ? material.items.at(at) : material.bytes, origin});
    }
    const bool listing = issues->size() == 1 && issues->first().isListing();
    out.count = listing ? issues->first().entries.size() : issues->size();
    return out;
}

Result<qsizetype> Keeper::take(const Material &material)
{
    const auto read = postsOf(material);
    if (!read)
        return read.error();
    for (const library::Post &post : read->posts) {
        if (m_posts.size() >= postsTogether || (!m_posts.isEmpty() && m_bytes + post.bytes.size() > bytesTogether))
            store(std::nullopt);
        if (m_token.stop_requested() || m_kept.broken) {
            m_kept.cancelled = !m_kept.broken;
            break;
        }
        m_posts.append(post);
        m_bytes += post.bytes.size();
    }
    return read->count;
}

void Keeper::finish(const std::optional<library::SyncState> &state)
{
    if (m_token.stop_requested())
        m_kept.cancelled = true;
    if (!m_kept.cancelled && !m_kept.broken && (state || !m_posts.isEmpty()))
        store(state);
}

void Keeper::store(const std::optional<library::SyncState> &state)
{
    const auto posts = std::exchange(m_posts, {});
    m_bytes = 0;
    const auto stored = m_library.storeIssues(m_source, posts, state);
    if (!stored) {
        m_kept.failed.append(stored.error().message);
        m_kept.broken = true;
        return;
    }
    for (const library::StoredIssue &one : *stored)
        count(m_kept, one);
}

void add(Outcome &outcome, const Kept &kept)
{
    outcome.fresh += kept.fresh;
    outcome.updated += kept.updated;
    outcome.unchanged += kept.unchanged;
    outcome.failed += kept.failed;
    outcome.issues += kept.issues;
    outcome.arrived += kept.arrived;
}

} // namespace yaodian::sync
