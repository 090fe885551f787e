#pragma once

#include "library/searchconditions.h"
#include "library/values.h"

namespace yaodian::library {

/// An index of the search and what its rows are joined with.
struct Searched
{
    QByteArray index;   ///< "cache.entries_fts"
    QByteArray weights; ///< ", 10, 5": of its columns
    QByteArray from; ///< tables that conditions ask, with the row of the index: "JOIN … ON … = entries_fts.rowid"
    QByteArray date; ///< an expression over them by which Newest sorts
    QByteArray newest = {}; ///< gives its rows by that date, the newest first; empty: those that came last are these
};

/// Rows of an index that match and fulfil the condition, in the order that is asked for; at most `most`.
///
/// The index is walked from its end: what came last is met first, and nothing is ranked that is not looked at. Of words
/// that very many rows hold, Best ranks the last thousands that came; Newest sorts some hundred of these, and what the
/// newest of all rows by their date add to them (old posts may come after new ones).
[[nodiscard]] QList<qint64> matchingRows(Connection &connection, const Searched &searched, const QString &match,
                                         const Condition &condition, SearchOrder order, int most);

} // namespace yaodian::library
