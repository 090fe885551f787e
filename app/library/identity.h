#pragma once

#include "library/values.h"

namespace yaodian::library {

/// The id of a source: of its kind for Files and Tour, of its canonical address for a feed.
[[nodiscard]] SourceId sourceIdFor(Source::Kind kind, const QString &url);

/// What makes an issue the same one when it comes again: guid, else link, else title and date, else its text.
[[nodiscard]] QString issueKey(const digest::Issue &issue);
[[nodiscard]] IssueId issueIdFor(SourceId source, const QString &key);

/// True where the key is a title without a date, which two different posts can share.
[[nodiscard]] bool isWeakIssueKey(const digest::Issue &issue);

/// Ids of all entries of an issue in order, each made of its strongest identifier, else of its place and title; the
/// second entry about the same thing gets an id of its own.
[[nodiscard]] QList<EntryId> entryIdsFor(IssueId issue, const QList<digest::Entry> &entries,
                                         const QList<QList<digest::Identifier>> &identifiers);

/// The id of a digest's point.
[[nodiscard]] PointId pointIdFor(EntryId entry, const QString &text);

/// A category code as a facet: "cs.CL", "CL" and "cl" are one.
[[nodiscard]] QString facet(const QString &code);

/// sha256 over everything an issue says: equal digests, equal issues.
[[nodiscard]] QString issueDigest(const digest::Issue &issue);

} // namespace yaodian::library
