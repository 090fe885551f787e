#pragma once

#include "library/library.h"
#include "ui/library/textwriter.h"

namespace yaodian::ui {

/// An issue as a whole, with the ids of its entries in their order.
struct PostData
{
    library::IssueRow row;
    digest::Issue issue;
    QList<library::EntryId> entries;
    library::EntryId current; ///< the entry that the list stands on
};

/// nullopt: the issue is gone.
[[nodiscard]] std::optional<PostData> gatherPost(const library::Library &library, library::IssueId issue,
                                                 library::EntryId current);

/// Writes an issue as its post reads: title, summary, introduction, the entries in order with all their fields, what
/// it refers to, and in grey what could not be understood.
class PostDocument final : public TextWriter
{
public:
    PostDocument(QTextDocument &document, const Theme &theme, double width) : TextWriter(document, theme, width) {}

    /// Returns the positions of the heads of the entries.
    QList<int> write(const PostData &data);

private:
    void head(const PostData &data);
    void doubts(const digest::Issue &issue);
    /// Returns the position of its head.
    int entry(const digest::Entry &entry, library::EntryId id);
    void people(const digest::Entry &entry);
    void tail(const digest::Issue &issue);
};

} // namespace yaodian::ui
