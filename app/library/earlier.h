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

    /// The entry as it was; null where it is new.
    [[nodiscard]] const StoredEntry *same(EntryId id) const;
    /// Of bytes that were parsed again: the entry that stood where the new one stands, under another id (its title or
    /// link was not found before). The two have the link or the printed number in common. Given once, then never again.
    [[nodiscard]] const StoredEntry *takePredecessor(const digest::Entry &now);

private:
    QHash<EntryId, StoredEntry> m_entries;
    QHash<QString, EntryId> m_byLink;   ///< of entries that are gone, where the same bytes were parsed again
    QHash<QString, EntryId> m_byNumber; ///< the same, by section and number
};

/// Where the paper has the words of `before`, it gets those of `now`.
void correctPaper(Connection &connection, PaperId paper, const digest::Entry &before, const digest::Entry &now,
                  const QString &stamp);
/// The reader's copies of an entry's points, and the word that it is of another paper, go to the entry that stands for
/// it.
void moveCopies(Connection &connection, EntryId from, EntryId to, const QString &stamp);
/// True where no other entry is about the paper.
[[nodiscard]] bool isOnlyMention(Connection &connection, PaperId paper, EntryId entry);

} // namespace yaodian::library
