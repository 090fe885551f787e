#include "library/issues.h"

#include "base/files.h"
#include "digest/digest.h"
#include "library/codec.h"
#include "library/entryrows.h"
#include "library/identity.h"
#include "library/marks.h"

#include <QHash>

#include <algorithm>

namespace yaodian::library {

namespace {

/// Behind all entries of the post: where entries stand that the post dropped and the reader had marked.
constexpr qint64 droppedPosition = 1'000'000;

struct StoredRow
{
    qint64 row = 0;
    qint64 firstSeen = 0;
    QString digest;
    QString head;
};

std::optional<StoredRow> storedRow(Connection &connection, IssueId id)
{
    Statement statement(connection, "SELECT row, first_seen, digest, head FROM cache.issues WHERE id = ?1");
    if (!statement.bind(id).step())
        return std::nullopt;
    return StoredRow{statement.integer(0), statement.integer(1), statement.text(2), statement.text(3)};
}

QString headOf(const digest::Issue &issue)
{
    return QString::fromUtf8(issueHeadToJson(issue));
}

/// A post that is parsed again may have the same words and another report. Of an item that was cut out of a feed the
/// encoding is the feed's, which the item alone does not tell.
bool isSame(const StoredRow &stored, const Prepared &prepared)
{
    if (stored.digest != prepared.digest || !prepared.again)
        return stored.digest == prepared.digest;
    digest::Issue before;
    issueHeadFromJson(stored.head.toUtf8(), before);
    before.report.encoding = prepared.issue.report.encoding;
    return headOf(before) == headOf(prepared.issue);
}

bool sharesEntries(Connection &connection, qint64 issueRow, const QList<EntryId> &ids)
{
    bool any = false;
    Statement statement(connection, "SELECT id FROM cache.entries WHERE issue = ?1");
    statement.bind(issueRow);
    while (statement.step()) {
        any = true;
        if (ids.contains(statement.id<EntryId>(0)))
            return true;
    }
    return !any || ids.isEmpty();
}

void setId(Prepared &prepared, const QString &key)
{
    prepared.id = issueIdFor(prepared.source->id, key);
    prepared.entries = entryIdsFor(prepared.id, prepared.issue.entries, prepared.identifiers);
}

/// For a post that only shares its title with another one.
void setOwnId(Prepared &prepared)
{
    setId(prepared, issueKey(prepared.issue) + QLatin1Char('|') + prepared.digest);
}

bool needsCheck(const digest::Issue &issue)
{
    return !issue.report.doubts.isEmpty();
}

/// Never later than when it was seen: a post dated into the future would lead every list for years.
qint64 sortOf(const digest::Issue &issue, qint64 firstSeen)
{
    return issue.published.isValid() ? qMin(issue.published.toMSecsSinceEpoch(), firstSeen) : firstSeen;
}

qint64 upsertIssue(Connection &connection, const Prepared &prepared, qint64 firstSeen)
{
    const digest::Issue &issue = prepared.issue;
    Statement upsert(connection,
                     "INSERT INTO cache.issues(id, source, title, published, first_seen, sort, tour, needs_check, post,"
                     " digest, head, parser) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12) ON "
                     "CONFLICT(id) DO UPDATE SET"
                     " title = excluded.title, published = excluded.published, sort = excluded.sort,"
                     " needs_check = excluded.needs_check, post = excluded.post, digest = excluded.digest,"
                     " head = excluded.head, parser = excluded.parser RETURNING row");
    upsert.bind(prepared.id, prepared.source->id, issue.title, issue.published, firstSeen, sortOf(issue, firstSeen),
                prepared.source->kind == Source::Kind::Tour, needsCheck(issue), prepared.postSha, prepared.digest,
                headOf(issue), digest::parserVersion);
    const qint64 row = upsert.step() ? upsert.integer(0) : 0;
    upsert.run();
    return row;
}

void putLegend(Connection &connection, const digest::Issue &issue, qint64 sort, bool tour)
{
    for (const digest::LegendItem &item : issue.legend) {
        Statement upsert(connection, "INSERT INTO cache.legends(code, name, sort) VALUES (?1, ?2, ?3)"
                                     " ON CONFLICT(code) DO UPDATE SET name = excluded.name, sort = excluded.sort"
                                     " WHERE excluded.sort >= sort");
        upsert.bind(facet(item.code), item.name, tour ? qint64(0) : sort).run();
    }
}

/// Entries that the post has no more go, unless the reader's marks hang on them. A listing shows what is on at the
/// moment: one that comes shorter takes nothing back.
void dropEntries(Connection &connection, const QHash<EntryId, StoredEntry> &left, const Prepared &prepared)
{
    for (const StoredEntry &entry : left) {
        const bool replaced = prepared.replaced.contains(entry.place.id);
        const bool kept = !replaced && (prepared.issue.isListing() || hasMarks(connection, entry.place.paper));
        if (!kept) {
            removeEntry(connection, entry.place.id);
            continue;
        }
        Statement(connection, "UPDATE cache.entries SET position = ?2 WHERE id = ?1 AND position < ?2")
            .bind(entry.place.id, droppedPosition)
            .run();
    }
}

} // namespace

Prepared prepareIssue(const Source &source, const Post &post, qint64 seenMs)
{
    Prepared prepared;
    prepared.source = &source;
    prepared.issue = post.issue;
    prepared.origin = post.origin;
    prepared.isOld = post.isOld;
    for (digest::Entry &entry : prepared.issue.entries) {
        if (entry.categories.isEmpty() && !source.category.isEmpty())
            entry.categories += source.category;
    }
    prepared.seenMs = seenMs;
    prepared.post = post.bytes;
    prepared.postSha = sha256Hex(post.bytes);
    prepared.digest = issueDigest(prepared.issue);
    for (const digest::Entry &entry : std::as_const(prepared.issue.entries))
        prepared.identifiers += digest::identify(entry);
    setId(prepared, issueKey(post.issue));
    return prepared;
}

void compareIssue(Connection &connection, Prepared &prepared)
{
    auto stored = storedRow(connection, prepared.id);
    if (stored && stored->digest != prepared.digest && !prepared.again && isWeakIssueKey(prepared.issue) &&
        !sharesEntries(connection, stored->row, prepared.entries)) {
        setOwnId(prepared);
        stored = storedRow(connection, prepared.id);
    }
    prepared.outcome = !stored ? Stored::New : isSame(*stored, prepared) ? Stored::Unchanged : Stored::Updated;
}

void setApart(QList<Prepared> &posts, qsizetype index)
{
    Prepared &post = posts[index];
    if (!isWeakIssueKey(post.issue) || post.entries.isEmpty())
        return;
    const bool taken = std::any_of(posts.cbegin(), posts.cbegin() + index, [&post](const Prepared &earlier) {
        const auto &theirs = earlier.entries;
        return earlier.id == post.id && earlier.digest != post.digest && !theirs.isEmpty() &&
               std::none_of(theirs.begin(), theirs.end(), [&post](EntryId id) { return post.entries.contains(id); });
    });
    if (taken)
        setOwnId(post);
}

StoredIssue writeIssue(Connection &connection, const Prepared &prepared)
{
    StoredIssue out{prepared.id, prepared.outcome, 0, 0, prepared.entries};
    if (prepared.outcome == Stored::Unchanged)
        return out;
    const auto stored = storedRow(connection, prepared.id);
    if (stored) // the same post may come twice in one batch
        out.outcome = isSame(*stored, prepared) ? Stored::Unchanged : Stored::Updated;
    if (out.outcome == Stored::Unchanged)
        return out;
    const qint64 firstSeen = stored ? stored->firstSeen : prepared.seenMs;
    const qint64 sort = sortOf(prepared.issue, firstSeen);
    const bool tour = prepared.source->kind == Source::Kind::Tour;
    const qint64 row = upsertIssue(connection, prepared, firstSeen);
    putLegend(connection, prepared.issue, sort, tour);
    auto left = stored ? storedEntries(connection, row) : QHash<EntryId, StoredEntry>();
    for (qsizetype i = 0; i < prepared.entries.size(); ++i) {
        const digest::Entry &entry = prepared.issue.entries[i];
        EntryPlace place{prepared.entries[i], row, prepared.source->id, prepared.papers[i], i, sort, tour,
                         prepared.seenMs};
        const auto before = left.constFind(place.id);
        if (before == left.constEnd()) {
            insertEntry(connection, place, entry);
            ++out.newEntries;
            continue;
        }
        place.firstSeen = before->place.firstSeen;
        if (resolvePaper(connection, before->place.paper) == place.paper)
            place.paper = before->place.paper; // merged since: what it was found to be at first stays known
        const bool sameWords = entryToText(before->content) == entryToText(entry);
        if (!sameWords || before->place != place)
            updateEntry(connection, place, entry);
        out.updatedEntries += sameWords ? 0 : 1;
        left.erase(before);
    }
    dropEntries(connection, left, prepared);
    return out;
}

} // namespace yaodian::library
