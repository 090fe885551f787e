#pragma once

#include "library/issues.h"
#include "library/store.h"

#include <QHash>

namespace yaodian::library {

/// Notes down where a post's bytes lie and how they came.
void rememberPost(Connection &connection, const Prepared &post);

[[nodiscard]] QList<KeptPost> readKeptPosts(Connection &connection); ///< oldest first
/// Those of which the cache has no issue: the machine went down before it was there for good.
[[nodiscard]] QList<KeptPost> readLostPosts(Connection &connection);
/// The posts of issues that an older version of the parser read: newest first.
[[nodiscard]] QList<KeptPost> readPostsToParse(Connection &connection, int most);
[[nodiscard]] int countPostsToParse(Connection &connection);
void wantParsed(Connection &connection, std::optional<SourceId> source);
/// Whatever came of it: an issue that still has this post is read.
void setParsed(Connection &connection, const KeptPost &post);

/// Parses kept posts. Issues that share a post, as those of a listing do, cost one parse where they follow each other.
class KeptParser
{
public:
    explicit KeptParser(const Store &store) : m_store(store) {}

    /// The issue as it was stored, under the ids it has; nullopt where it is not found in its post any more. Throws
    /// StoreFailure where the post cannot be read. `source` outlives what is given back.
    std::optional<Prepared> prepare(const Source &source, const KeptPost &kept);

private:
    void parse(const KeptPost &kept);

    const Store &m_store;
    QString m_sha;
    QByteArray m_bytes;
    QList<digest::Issue> m_issues;
};

} // namespace yaodian::library
