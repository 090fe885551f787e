#include "sync/storing.h"

#include "library/identity.h"

#include <QCoreApplication>

namespace yaodian::sync {

namespace {

void count(Kept &kept, const library::StoredIssue &stored)
{
    kept.issues.append(stored.id);
    switch (stored.outcome) {
    case library::Stored::New:
        ++kept.fresh;
        break;
    case library::Stored::Updated:
        ++kept.updated;
        break;
    case library::Stored::Unchanged:
        ++kept.unchanged;
        break;
    }
}

} // namespace

Kept keep(library::Library &library, const library::Source &source, const Post &post,
          const std::optional<library::SyncState> &state, const CancelToken &token)
{
    Kept kept;
    const auto issues = digest::parse(post.bytes, post.origin);
    if (!issues) {
        kept.failure = issues.error().message;
        kept.cancelled = issues.error().isCancelled();
        return kept;
    }
    const bool each = post.items.size() == issues->size();
    for (qsizetype at = issues->size() - 1; at >= 0; --at) {
        if (token.stop_requested()) {
            kept.cancelled = true;
            return kept;
        }
        const auto stored = library.storeIssue(source, issues->at(at), each ? post.items.at(at) : post.bytes,
                                               at == 0 ? state : std::nullopt);
        if (!stored) {
            kept.failure = stored.error().message;
            kept.ours = true;
            return kept;
        }
        count(kept, *stored);
    }
    return kept;
}

library::Source filesSource()
{
    library::Source source;
    source.kind = library::Source::Kind::Files;
    source.id = library::sourceIdFor(source.kind, {});
    source.title = QCoreApplication::translate("sync", "Files");
    return source;
}

void add(Outcome &outcome, const Kept &kept)
{
    outcome.fresh += kept.fresh;
    outcome.updated += kept.updated;
    outcome.unchanged += kept.unchanged;
    outcome.issues += kept.issues;
}

} // namespace yaodian::sync
