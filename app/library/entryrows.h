#pragma once

#include "library/connection.h"
#include "library/statement.h"
#include "library/values.h"

#include <QHash>

// The rows of the table `entries`, as values.
namespace yaodian::library {

/// What an entry's row holds beside the post's words.
struct EntryPlace
{
    EntryId id;
    qint64 issueRow = 0;
    SourceId source;
    PaperId paper;
    qint64 position = 0;
    qint64 sort = 0;
    bool tour = false;
    qint64 firstSeen = 0;
    friend bool operator==(const EntryPlace &, const EntryPlace &) = default;
};

/// The columns contentFrom() reads, in its order.
[[nodiscard]] QByteArray contentColumns();
[[nodiscard]] digest::Entry contentFrom(const Statement &statement, int firstColumn);

/// An entry as it lies in the cache.
struct StoredEntry
{
    EntryPlace place;
    digest::Entry content;
};
/// Those of one issue; `paper` is the one each was found to be when it was stored.
[[nodiscard]] QHash<EntryId, StoredEntry> storedEntries(Connection &connection, qint64 issueRow);

void insertEntry(Connection &connection, const EntryPlace &place, const digest::Entry &entry);
/// In place: its row, and with it all that refers to it, stays.
void updateEntry(Connection &connection, const EntryPlace &place, const digest::Entry &entry);
void removeEntry(Connection &connection, EntryId id);

} // namespace yaodian::library
