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

/// There while posts wait that could not be read.
const QString waitingKey = QStringLiteral("unread");

/// In the order in which they came, because lists show issues of the same moment in that order. False where a post
/// could not be read: the disk may give it back another time.
bool storeAgain(Store &store, Connection &writer, const QList<KeptPost> &posts)
{
    QHash<SourceId, Source> sources;
    for (const Source &source : readSources(writer, true))
        sources.insert(source.id, source);
    KeptParser parser(store);
    bool whole = true;
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
            whole = false;
        }
    }
    storeBatch();
    return whole;
}

void rememberUnread(Connection &writer, bool whole)
{
    if (whole == metaValue(writer, "cache", waitingKey).isEmpty())
        return;
    setMetaValue(writer, "cache", waitingKey, whole ? QString() : QStringLiteral("1"));
}

} // namespace

void rebuildCache(Store &store)
{
    store.write([&store](Connection &writer) {
        const bool complete = !metaValue(writer, "cache", QStringLiteral("complete")).isEmpty();
        if (complete && !store.endedUncleanly() && metaValue(writer, "cache", waitingKey).isEmpty())
            return;
        // The cache does not wait for the disk with each commit: a power cut can take the last ones of it, and nobody
        // asks again for what was brought in by hand.
        const QList<KeptPost> posts = complete ? readLostPosts(writer) : readKeptPosts(writer);
        if (complete && posts.isEmpty())
            return rememberUnread(writer, true);
        if (!posts.isEmpty()) {
            qCInfo(logLibrary, "making the cache again from %lld posts", qlonglong(posts.size()));
            rememberUnread(writer, storeAgain(store, writer, posts));
        }
        setMetaValue(writer, "cache", QStringLiteral("complete"), QStringLiteral("1"));
    });
}

} // namespace yaodian::library
