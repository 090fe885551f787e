#include "library/keptposts.h"

#include "library/identity.h"
#include "library/posts.h"
#include "library/statement.h"

namespace yaodian::library {

namespace {

/// What keptFrom() reads of main.posts as p.
const QByteArray keptColumns = QByteArrayLiteral("p.issue, p.source, p.sha256, p.title, p.guid, p.link, p.published,"
                                                 " p.stored, p.file_name, p.media_type, p.base");
const QByteArray postsToParse = QByteArrayLiteral(" FROM cache.issues AS i JOIN main.posts AS p"
                                                  " ON p.issue = i.id AND p.sha256 = i.post WHERE i.parser < ?1");

KeptPost keptFrom(const Statement &statement)
{
    return {statement.id<IssueId>(0),
            statement.id<SourceId>(1),
            statement.text(2),
            statement.text(3),
            statement.text(4),
            statement.text(5),
            statement.time(6),
            statement.time(7),
            {statement.text(8), statement.text(9), statement.text(10)}};
}

bool isKnown(const digest::Origin &origin)
{
    return !origin.fileName.isEmpty() || !origin.mediaType.isEmpty() || !origin.link.isEmpty();
}

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

} // namespace

void rememberPost(Connection &connection, const Prepared &post)
{
    Statement insert(connection, "INSERT INTO posts(issue, sha256, source, title, guid, link, published, stored,"
                                 " file_name, media_type, base) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)"
                                 " ON CONFLICT(issue, sha256) DO NOTHING");
    const digest::Issue &issue = post.issue;
    insert.bind(post.id, post.postSha, post.source->id, issue.title, issue.guid, issue.link, issue.published,
                post.seenMs, post.origin.fileName, post.origin.mediaType, post.origin.link);
    insert.run();
}

QList<KeptPost> readKeptPosts(Connection &connection)
{
    QList<KeptPost> out;
    Statement statement(connection, "SELECT " + keptColumns + " FROM main.posts AS p ORDER BY p.stored, p.issue");
    while (statement.step())
        out += keptFrom(statement);
    return out;
}

QList<KeptPost> readLostPosts(Connection &connection)
{
    QList<KeptPost> out;
    Statement statement(connection, "SELECT " + keptColumns +
                                        " FROM main.posts AS p WHERE p.issue NOT IN (SELECT id FROM cache.issues)"
                                        " ORDER BY p.stored, p.issue");
    while (statement.step())
        out += keptFrom(statement);
    return out;
}

QList<KeptPost> readPostsToParse(Connection &connection, int most)
{
    QList<KeptPost> out;
    Statement statement(connection,
                        "SELECT " + keptColumns + postsToParse + " ORDER BY i.sort DESC, i.post, i.row LIMIT ?2");
    statement.bind(digest::parserVersion, most);
    while (statement.step())
        out += keptFrom(statement);
    return out;
}

int countPostsToParse(Connection &connection)
{
    Statement statement(connection, "SELECT count(*)" + postsToParse);
    return statement.bind(digest::parserVersion).step() ? int(statement.integer(0)) : 0;
}

void wantParsed(Connection &connection, std::optional<SourceId> source)
{
    if (source)
        Statement(connection, "UPDATE cache.issues SET parser = 0 WHERE source = ?1").bind(*source).run();
    else
        Statement(connection, "UPDATE cache.issues SET parser = 0").run();
}

void setParsed(Connection &connection, const KeptPost &post)
{
    Statement(connection, "UPDATE cache.issues SET parser = ?3 WHERE id = ?1 AND post = ?2")
        .bind(post.issue, post.sha256, digest::parserVersion)
        .run();
}

void KeptParser::parse(const KeptPost &kept)
{
    if (kept.sha256 == m_sha)
        return;
    m_sha.clear();
    m_bytes = readPost(m_store.folder(), kept.sha256);
    // Posts of older libraries do not say how they came; the address of the post itself is the next best.
    const auto issues = digest::parse(m_bytes, isKnown(kept.origin) ? kept.origin : digest::Origin{{}, {}, kept.link});
    m_issues = issues ? *issues : QList<digest::Issue>();
    m_sha = kept.sha256;
}

std::optional<Prepared> KeptParser::prepare(const Source &source, const KeptPost &kept)
{
    parse(kept);
    const auto issue = pick(m_issues, kept);
    if (!issue)
        return std::nullopt;
    Prepared prepared = prepareIssue(source, {*issue, m_bytes, kept.origin}, kept.stored.toMSecsSinceEpoch());
    if (prepared.id != kept.issue) {
        prepared.id = kept.issue; // what hangs on entries and points is found again under the ids of then
        prepared.entries = entryIdsFor(prepared.id, prepared.issue.entries, prepared.identifiers);
    }
    return prepared;
}

} // namespace yaodian::library
