#pragma once

#include "library/entryrows.h"
#include "library/issues.h"

namespace yaodian::library {

/// What a post's entries were before the post changed, or was read otherwise: so that what was known of their papers
/// from them alone is told anew, and nothing of the reader's is left behind.
class Earlier
{
public:
    /// Empty where the post is new or unchanged.
    Earlier(Connection &connection, const Prepared &post);

    /// The entry that stood where entry `index` stands now, under another id: the same bytes were read otherwise (a
    /// title or a link that was not found before), and the two have the link or the printed number in common. Gives
    /// each entry once.
    [[nodiscard]] const StoredEntry *predecessor(const Prepared &post, qsizetype index);
    [[nodiscard]] const StoredEntry *same(EntryId id) const;

private:
    QHash<EntryId, StoredEntry> m_entries;
};

/// Where the paper has the words of `before`, it gets those of `now`.
void correctPaper(Connection &connection, PaperId paper, const digest::Entry &before, const digest::Entry &now,
                  const QString &stamp);
/// The reader's copies of an entry's points become those of the entry that stands for it.
void moveCopies(Connection &connection, EntryId from, EntryId to, const QString &stamp);
/// True where the paper is known from this entry alone, and the reader has read or marked it.
[[nodiscard]] bool isOnlyMention(Connection &connection, PaperId paper, EntryId entry);

} // namespace yaodian::library
