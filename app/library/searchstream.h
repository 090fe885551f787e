#pragma once

#include "library/searchconditions.h"
#include "library/values.h"

namespace yaodian::library {

/// An index of the search and what its rows are joined with.
struct Searched
{
    QByteArray index;   ///< "cache.entries_fts"
    QByteArray weights; ///< ", 10, 5": of its columns
    /// Tables that conditions ask, with the row of the index: "JOIN … ON … = entries_fts.rowid". Empty where they ask
    /// none: to look a row up costs more than to find it.
    QByteArray from = {};
    qint64 first = 0; ///< what came before this row is not wanted
    /// Where rows have dates: statements for all rows, the newest first, and for the date of one. Else the rows that
    /// came last are the newest.
    QByteArray newest = {};
    QByteArray dateOf = {};
};

/// Rows of an index that match and fulfil the condition, in the order that is asked for; at most `most`.
///
/// The index is walked from its end: what came last is met first, and nothing is ranked that is not looked at. Of words
/// that very many rows hold, Best ranks the last thousands that came; Newest takes those of the newest hundreds, and
/// where these are too few, the last hundreds that came, by their dates.
[[nodiscard]] QList<qint64> matchingRows(Connection &connection, const Searched &searched, const QString &match,
                                         const Condition &condition, SearchOrder order, int most);

} // namespace yaodian::library
