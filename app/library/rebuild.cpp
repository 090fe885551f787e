#include "library/rebuild.h"

#include "base/log.h"
#include "library/keptposts.h"
#include "library/meta.h"
#include "library/sources.h"
#include "library/statement.h"
#include "library/storing.h"

#include <QHash>

namespace yaodian::library {

namespace {

constexpr qsizetype together = 50;

/// In the order in which they came, because lists show issues of the same moment in that order.
void storeAgain(Store &store, Connection &writer, const QList<KeptPost> &posts)
{
    QHash<SourceId, Source> sources;
    for (const Source &source : readSources(writer, true))
        sources.insert(source.id, source);
    KeptParser parser(store);
    QList<Prepared> batch;
    const auto storeBatch = [&] {
        if (!batch.isEmpty())
            storePosts(store, writer, std::exchange(batch, {}));
    };
    for (const KeptPost &kept : posts) {
        const auto source = sources.constFind(kept.source);
        if (source == sources.constEnd())
            continue;
        if (batch.size() >= together || (!batch.isEmpty() && batch.first().source != &*source))
            storeBatch();
        try {
            if (auto prepared = parser.prepare(*source, kept))
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
