#pragma once

#include "library/library.h"
#include "library/papers.h"

namespace yaodian::library {

/// A post ready to be stored: keys and identifiers are worked out before the writer is taken.
struct Prepared
{
    const Source *source = nullptr;
    digest::Issue issue; ///< with the source's category where the post names none
    QByteArray post;
    digest::Origin origin;
    QString postSha;
    QString digest;
    IssueId id;
    QList<EntryId> entries;
    QList<QList<digest::Identifier>> identifiers;
    QList<PaperId> papers;   ///< by entry; filled within the notes' transaction
    QList<EntryId> replaced; ///< stored entries that others of this post stand for now; filled there too
    Stored outcome = Stored::New;
    qint64 seenMs = 0;  ///< when it came; 0: only now
    bool again = false; ///< the bytes that are stored already, parsed again
    bool isOld = false; ///< Post::isOld
};

[[nodiscard]] Prepared prepareIssue(const Source &source, const Post &post, qint64 seenMs = 0);
/// Compares with what is stored; moves an issue whose weak key stands for quite another post to a key of its own.
void compareIssue(Connection &connection, Prepared &prepared);
/// Two posts of one batch with the same title, no date and no entry in common are two issues: the later one, at
/// `index`, gets a key of its own, as it would if the earlier one were stored already.
void setApart(QList<Prepared> &posts, qsizetype index);
/// Writes issue, entries and legend into the cache, within its transaction.
StoredIssue writeIssue(Connection &connection, const Prepared &prepared);

[[nodiscard]] QList<IssueRow> readIssueRows(Connection &connection, int most);
[[nodiscard]] std::optional<IssueRow> readIssueRow(Connection &connection, IssueId id);
[[nodiscard]] std::optional<digest::Issue> readIssue(Connection &connection, IssueId id);

} // namespace yaodian::library
