#include "library/sameissue.h"

#include "base/text.h"
#include "library/identity.h"
#include "library/statement.h"

#include <algorithm>

namespace yaodian::library {

namespace {

/// A post of the same source that was stored before.
struct Known
{
    IssueId issue;
    QString guid;
    QString link;
    QString title; ///< folded
};

QList<Known> readKnown(Connection &connection, const char *sql, const Prepared &post, const QString &value)
{
    QList<Known> out;
    Statement statement(connection, sql);
    statement.bind(post.source->id, value);
    while (statement.step())
        out += {statement.id<IssueId>(0), statement.text(1), statement.text(2), folded(statement.text(3))};
    return out;
}

QList<Known> withLink(Connection &connection, const Prepared &post)
{
    return readKnown(connection, "SELECT issue, guid, link, title FROM posts WHERE source = ?1 AND link = ?2", post,
                     post.issue.link);
}

QList<Known> withGuid(Connection &connection, const Prepared &post)
{
    return readKnown(connection, "SELECT issue, guid, link, title FROM posts WHERE source = ?1 AND guid = ?2", post,
                     post.issue.guid);
}

/// What tells posts with one guid apart.
QString markOf(const digest::Issue &issue)
{
    return issue.link.isEmpty() ? folded(issue.title) : issue.link;
}

QString markOf(const Known &known)
{
    return known.link.isEmpty() ? known.title : known.link;
}

bool sharesGuid(const QList<Prepared> &posts, const Prepared &post, const QList<Known> &known)
{
    const bool here = std::any_of(posts.cbegin(), posts.cend(), [&post](const Prepared &one) {
        return one.source->id == post.source->id && one.issue.guid == post.issue.guid &&
               markOf(one.issue) != markOf(post.issue);
    });
    const bool there = std::any_of(known.cbegin(), known.cend(),
                                   [&known](const Known &one) { return one.issue != known.first().issue; });
    return here || there;
}

void becomes(Prepared &post, IssueId id)
{
    if (post.id == id)
        return;
    post.id = id;
    post.entries = entryIdsFor(id, post.issue.entries, post.identifiers);
}

/// The issue under whose link and title this post came before, with a guid that no other post of the batch has.
const Known *underOtherGuid(const QList<Known> &linked, const QList<Prepared> &posts, const Prepared &post)
{
    const QString title = folded(post.issue.title);
    const auto found = std::find_if(linked.cbegin(), linked.cend(), [&](const Known &one) {
        return one.title == title && !title.isEmpty() && !one.guid.isEmpty() &&
               std::none_of(posts.cbegin(), posts.cend(), [&](const Prepared &other) {
                   return other.source->id == post.source->id && other.issue.guid == one.guid;
               });
    });
    return found == linked.cend() ? nullptr : &*found;
}

void settleGuid(Connection &connection, const QList<Prepared> &posts, Prepared &post)
{
    const QList<Known> same = withGuid(connection, post);
    const auto itself = std::find_if(same.cbegin(), same.cend(),
                                     [&post](const Known &one) { return markOf(one) == markOf(post.issue); });
    if (itself != same.cend())
        return becomes(post, itself->issue);
    if (sharesGuid(posts, post, same))
        return becomes(post, issueIdFor(post.source->id, issueKey(post.issue) + u'|' + markOf(post.issue)));
    if (!same.isEmpty() || post.issue.link.isEmpty())
        return;
    const QList<Known> linked = withLink(connection, post);
    if (const Known *before = underOtherGuid(linked, posts, post)) {
        post.issue.guid = before->guid;
        becomes(post, before->issue);
    }
}

/// Of fewer papers it may well be another day's: a small category where two were replaced.
constexpr qsizetype fewestToTell = 3;

bool holdsAll(Connection &connection, IssueId issue, const QList<EntryId> &entries)
{
    return std::all_of(entries.cbegin(), entries.cend(), [&](EntryId id) {
        Statement statement(connection, "SELECT 1 FROM cache.entries AS e JOIN cache.issues AS i ON i.row = e.issue"
                                        " WHERE e.id = ?1 AND i.id = ?2");
        return statement.bind(id, issue).step();
    });
}

/// "feed@2023-02-08" → "feed@"
QString withoutDay(const QString &guid)
{
    return guid.left(guid.lastIndexOf(u'@') + 1);
}

/// A server that is late with the new batch (arXiv's) may show the one before under the date of today. Which it is is
/// told by the papers, not by the date.
void settleListing(Connection &connection, Prepared &post)
{
    if (post.entries.size() < fewestToTell || holdsAll(connection, post.id, post.entries))
        return;
    Statement newest(connection, "SELECT i.id, p.guid FROM cache.issues AS i JOIN posts AS p ON p.issue = i.id"
                                 " WHERE i.source = ?1 AND i.id <> ?2 AND i.title = ?3 ORDER BY i.sort DESC, i.row DESC"
                                 " LIMIT 1");
    if (!newest.bind(post.source->id, post.id, post.issue.title).step())
        return;
    const auto before = newest.id<IssueId>(0);
    const QString guid = newest.text(1);
    const bool same = !withoutDay(guid).isEmpty() && withoutDay(guid) == withoutDay(post.issue.guid);
    if (!same || !holdsAll(connection, before, entryIdsFor(before, post.issue.entries, post.identifiers)))
        return;
    post.issue.guid = guid;
    becomes(post, before);
}

void keepDate(Connection &connection, Prepared &post)
{
    Statement statement(connection, "SELECT published FROM cache.issues WHERE id = ?1");
    if (statement.bind(post.id).step() && statement.time(0).isValid())
        post.issue.published = statement.time(0);
}

} // namespace

void settleIdentity(Connection &connection, QList<Prepared> &posts, qsizetype index)
{
    Prepared &post = posts[index];
    if (post.again)
        return;
    if (post.issue.isListing())
        settleListing(connection, post);
    else if (!post.issue.guid.isEmpty())
        settleGuid(connection, posts, post);
    keepDate(connection, post);
    post.digest = issueDigest(post.issue);
}

} // namespace yaodian::library
