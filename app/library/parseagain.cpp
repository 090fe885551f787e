#include "library/parseagain.h"

#include "base/log.h"
#include "library/keptposts.h"
#include "library/sources.h"
#include "library/statement.h"
#include "library/storing.h"

namespace yaodian::library {

namespace {

/// More than this is not held at a time.
constexpr qint64 mostBytes = 8LL * 1024 * 1024;

/// Posts of one source, parsed, with what each was made of.
struct Batch
{
    Source source;
    QList<Prepared> posts;
};

/// The parsing itself, which needs no writer. Posts that cannot be parsed any more are in `done` alone.
QList<Batch> parseAll(const Store &store, const QList<KeptPost> &posts, const CancelToken &token, QList<KeptPost> &done)
{
    QList<Batch> batches;
    const QList<Source> sources = store.read([](Connection &reader) { return readSources(reader, true); });
    batches.reserve(sources.size()); // a Prepared points to its source
    for (const Source &source : sources)
        batches += Batch{source, {}};
    KeptParser parser(store);
    qint64 bytes = 0;
    for (const KeptPost &kept : posts) {
        if (token.stop_requested() || bytes > mostBytes)
            break;
        done += kept;
        const auto batch = std::find_if(batches.begin(), batches.end(),
                                        [&kept](const Batch &one) { return one.source.id == kept.source; });
        if (batch == batches.end())
            continue;
        try {
            auto prepared = parser.prepare(batch->source, kept);
            if (!prepared) {
                qCWarning(logLibrary, "post %s cannot be parsed any more", qUtf8Printable(kept.sha256));
                continue;
            }
            prepared->again = true;
            bytes += prepared->post.size();
            batch->posts += std::move(*prepared);
        } catch (const StoreFailure &failure) {
            qCWarning(logLibrary, "%s", qUtf8Printable(failure.error.message));
        }
    }
    return batches;
}

/// False where the issue got another post, or went, while this one was being parsed.
bool hasThisPost(Connection &connection, const Prepared &post)
{
    Statement statement(connection, "SELECT 1 FROM cache.issues WHERE id = ?1 AND post = ?2");
    return statement.bind(post.id, post.postSha).step();
}

int storeBatch(Store &store, Connection &writer, QList<Prepared> posts)
{
    posts.removeIf([&writer](const Prepared &post) { return !hasThisPost(writer, post); });
    if (posts.isEmpty())
        return 0;
    const auto stored = storePosts(store, writer, posts);
    return int(std::count_if(stored.cbegin(), stored.cend(),
                             [](const StoredIssue &one) { return one.outcome != Stored::Unchanged; }));
}

} // namespace

ParsedAgain parseAgain(Store &store, int most, const CancelToken &token)
{
    const QList<KeptPost> posts = store.read([most](Connection &reader) { return readPostsToParse(reader, most); });
    QList<KeptPost> done;
    const QList<Batch> batches = parseAll(store, posts, token, done);
    ParsedAgain result;
    result.issues = int(done.size());
    store.write([&](Connection &writer) {
        result.changed = 0; // a second try counts afresh
        for (const Batch &batch : batches)
            result.changed += storeBatch(store, writer, batch.posts);
        Transaction transaction(writer, Transaction::Kind::Write);
        for (const KeptPost &post : std::as_const(done))
            setParsed(writer, post);
        transaction.commit();
    });
    result.left = store.read([](Connection &reader) { return countPostsToParse(reader); });
    return result;
}

} // namespace yaodian::library
