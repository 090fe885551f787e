#include "library/rebuild.h"

#include "base/log.h"
#include "digest/digest.h"
#include "library/identity.h"
#include "library/meta.h"
#include "library/posts.h"
#include "library/sources.h"
#include "library/statement.h"
#include "library/storing.h"

#include <QHash>

namespace yaodian::library {

namespace {

constexpr qsizetype together = 50;

/// The issue of a parsed post that was stored as `kept`: a feed's post holds several.
std::optional<digest::Issue> pick(const QList<digest::Issue> &issues, const KeptPost &kept)
{
    for (const digest::Issue &issue : issues) {
        if (issueIdFor(kept.source, issueKey(issue)) == kept.issue)
            return issue;
    }
    for (const digest::Issue &issue : issues) {
        const bool same = !kept.guid.isEmpty() ? issue.guid == kept.guid : issue.title == kept.title;
        if (!same && issues.size() > 1)
            continue;
        // The feed had told more of the post than its bytes do.
        digest::Issue whole = issue;
        whole.guid = kept.guid;
        whole.link = kept.link;
        whole.published = kept.published.isValid() ? kept.published : issue.published;
        return whole;
    }
    return std::nullopt;
}

std::optional<Prepared> prepareKept(const Store &store, const Source &source, const KeptPost &kept)
{
    const QByteArray bytes = readPost(store.folder(), kept.sha256);
    const auto issues = digest::parse(bytes, {{}, {}, kept.link});
    const auto issue = issues ? pick(*issues, kept) : std::nullopt;
    if (!issue)
        return std::nullopt;
    Prepared prepared = prepareIssue(source, *issue, bytes, kept.stored.toMSecsSinceEpoch());
    if (prepared.id != kept.issue) {
        prepared.id = kept.issue; // what hangs on entries and points is found again under the ids of then
        prepared.entries = entryIdsFor(prepared.id, prepared.issue.entries, prepared.identifiers);
    }
    return prepared;
}

/// In the order in which they came, because lists show issues of the same moment in that order.
void storeAgain(Store &store, Connection &writer, const QList<KeptPost> &posts)
{
    QHash<SourceId, Source> sources;
    for (const Source &source : readSources(writer, true))
        sources.insert(source.id, source);
    QList<Prepared> batch;
    const auto storeBatch = [&] {
        if (!batch.isEmpty())
            storePosts(store, writer, std::exchange(batch, {}), std::nullopt);
    };
    for (const KeptPost &kept : posts) {
        const auto source = sources.constFind(kept.source);
        if (source == sources.constEnd())
            continue;
        if (batch.size() >= together || (!batch.isEmpty() && batch.first().source != &*source))
            storeBatch();
        try {
            if (auto prepared = prepareKept(store, *source, kept))
                batch += *prepared;
            else
                qCWarning(logLibrary, "post %s cannot be read any more", qUtf8Printable(kept.sha256));
        } catch (const StoreFailure &failure) {
            qCWarning(logLibrary, "%s", qUtf8Printable(failure.error.message));
        }
    }
    storeBatch();
}

} // namespace

void rebuildCache(Store &store)
{
    store.write([&store](Connection &writer) {
        if (!metaValue(writer, "cache", QStringLiteral("complete")).isEmpty())
            return;
        const QList<KeptPost> posts = readKeptPosts(writer);
        if (!posts.isEmpty()) {
            qCInfo(logLibrary, "making the cache again from %lld posts", qlonglong(posts.size()));
            storeAgain(store, writer, posts);
        }
        setMetaValue(writer, "cache", QStringLiteral("complete"), QStringLiteral("1"));
    });
}

} // namespace yaodian::library
