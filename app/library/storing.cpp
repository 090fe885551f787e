#include "library/storing.h"

#include "library/earlier.h"
#include "library/journal.h"
#include "library/keptposts.h"
#include "library/marks.h"
#include "library/posts.h"
#include "library/sameissue.h"
#include "library/sources.h"
#include "library/statement.h"
#include "library/syncstates.h"

#include <QCoreApplication>

namespace yaodian::library {

namespace {

/// More posts than this are made durable by one call for the whole file system instead of one each.
constexpr int singleSyncs = 4;

void keepPosts(const Folder &folder, const QList<Prepared> &posts)
{
    QList<const Prepared *> fresh;
    for (const Prepared &post : posts) {
        if (post.outcome != Stored::Unchanged)
            fresh += &post;
    }
    const bool inOneCall = fresh.size() > singleSyncs;
    for (const Prepared *post : std::as_const(fresh))
        writePost(folder, post->postSha, post->post, !inOneCall);
    if (inOneCall)
        syncPosts(folder);
}

/// What stood in the place of an entry goes over to the paper that the entry is found to be now.
void succeed(Connection &writer, Prepared &post, qsizetype index, const StoredEntry &before, PaperFound &found,
             const QString &stamp)
{
    const PaperId old = resolvePaper(writer, before.place.paper);
    if (hasConflict(writer, old, identifiersOf(writer, found.paper)))
        return; // two works after all: what was marked stays with its own
    post.replaced += before.place.id;
    moveCopies(writer, before.place.id, post.entries[index], stamp);
    const bool goesAlong =
        isOnlyMention(writer, old, before.place.id) && (readState(writer, old).read || hasMarks(writer, old));
    if (old != found.paper && !found.merge.contains(old) && goesAlong)
        found.merge += old;
}

void findPapers(Store &store, Connection &writer, Prepared &post, const QString &stamp)
{
    post.papers.clear(); // a second try starts afresh
    post.replaced.clear();
    Earlier earlier(writer, post);
    for (qsizetype i = 0; i < post.entries.size(); ++i) {
        const digest::Entry &entry = post.issue.entries[i];
        const PaperSeen seen{post.identifiers[i], entry.title,
                             entry.titleZh,       entry.authors,
                             entry.categories,    QStringLiteral("entry:") + post.entries[i].toString(),
                             post.seenMs};
        PaperFound found = findOrMakePaper(writer, stamp, seen);
        if (const StoredEntry *before = earlier.same(post.entries[i]))
            correctPaper(writer, found.paper, before->content, entry, stamp);
        else if (const StoredEntry *other = earlier.takePredecessor(entry))
            succeed(writer, post, i, *other, found, stamp);
        mergeFound(store, writer, found);
        post.papers += found.paper;
    }
}

bool isMentioned(Connection &writer, PaperId paper)
{
    Statement statement(writer, "SELECT 1 FROM cache.entries WHERE paper = ?1 LIMIT 1");
    return statement.bind(paper).step();
}

/// It is no act of the reader's, and so no step of undo.
void readWhatIsOld(Store &store, Connection &writer, const QList<Prepared> &posts)
{
    QSet<PaperId> old;
    for (const Prepared &post : posts) {
        if (post.isOld && post.outcome == Stored::New)
            old += QSet<PaperId>(post.papers.cbegin(), post.papers.cend());
    }
    for (const Prepared &post : posts) {
        if (!post.isOld)
            old -= QSet<PaperId>(post.papers.cbegin(), post.papers.cend());
    }
    Recorder recorder(writer, store.stamps());
    for (const PaperId &paper : std::as_const(old)) {
        PaperState state = readState(writer, paper);
        if (isMentioned(writer, paper) || state != PaperState())
            continue;
        state.read = true;
        recorder.put(Rows::State, {{QStringLiteral("paper"), blobValue(paper.toBytes())}}, stateRow(state));
    }
}

void writeNotes(Store &store, Connection &writer, QList<Prepared> &posts)
{
    Transaction transaction(writer, Transaction::Kind::Write);
    const QString stamp = store.stamps().next();
    const Source *ensured = nullptr;
    for (Prepared &post : posts) {
        if (post.outcome == Stored::Unchanged)
            continue;
        if (post.source != ensured)
            ensureSource(writer, *post.source, stamp, store.clock().nowMs());
        ensured = post.source;
        rememberPost(writer, post);
        findPapers(store, writer, post, stamp);
    }
    // Two entries of these posts may have been found to be one paper after the first of them was noted down.
    for (Prepared &post : posts) {
        for (PaperId &paper : post.papers)
            paper = resolvePaper(writer, paper);
    }
    readWhatIsOld(store, writer, posts);
    store.stamps().save(writer);
    transaction.commit();
}

} // namespace

void mergeFound(Store &store, Connection &writer, const PaperFound &found)
{
    for (const PaperId &gone : found.merge) {
        Recorder recorder(writer, store.stamps());
        mergePapers(recorder, found.paper, gone);
        recordOperation(recorder, store.stamps(),
                        {store.ids().make<OperationTag>(),
                         QStringLiteral("paper.merge"),
                         QCoreApplication::translate("library", "merge two entries of the same paper"),
                         {},
                         store.clock().nowMs()});
    }
}

PaperId learnIdentifiers(Store &store, Connection &writer, PaperId asked, const QList<digest::Identifier> &identifiers)
{
    const PaperId paper = resolvePaper(writer, asked);
    PaperFound found{paper, papersSharing(writer, paper, identifiers)};
    mergeFound(store, writer, found);
    addIdentifiers(writer, paper, identifiers, store.stamps().next());
    followAliases(writer);
    return paper;
}

QList<StoredIssue> storePosts(Store &store, Connection &writer, QList<Prepared> posts, const QList<SyncRecord> &states)
{
    bool anything = false;
    for (qsizetype i = 0; i < posts.size(); ++i) {
        settleIdentity(writer, posts, i);
        setApart(posts, i);
        compareIssue(writer, posts[i]);
        anything |= posts[i].outcome != Stored::Unchanged;
        if (posts[i].outcome != Stored::Unchanged && posts[i].seenMs == 0)
            posts[i].seenMs = store.arrival(writer);
    }
    if (anything) {
        keepPosts(store.folder(), posts);
        writeNotes(store, writer, posts);
    }
    QList<StoredIssue> out;
    if (!anything && states.isEmpty()) {
        for (const Prepared &post : std::as_const(posts))
            out += {post.id, Stored::Unchanged, 0, 0, post.entries};
        return out;
    }
    Transaction transaction(writer, Transaction::Kind::Write);
    for (Prepared &post : posts)
        out += writeIssue(writer, post);
    followAliases(writer);
    for (const SyncRecord &one : states)
        writeSyncState(writer, one.source, one.state);
    transaction.commit();
    return out;
}

} // namespace yaodian::library
