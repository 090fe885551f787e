#pragma once

#include "library/query.h"
#include "library/statement.h"

// What a query asks, as SQL.
namespace yaodian::library {

/// A condition and what it binds, in order.
struct Condition
{
    QByteArray sql;
    QStringList texts;

    void add(const QByteArray &part, const QString &text = {})
    {
        add(part, part.contains('?') ? QStringList{text} : QStringList());
    }
    void add(const QByteArray &part, const QStringList &bound)
    {
        sql += (sql.isEmpty() ? "" : " AND ") + part;
        texts += bound;
    }
    void bindTo(Statement &statement) const
    {
        for (const QString &text : texts)
            statement.put(text);
    }
};

/// Whether a column of tags (joinList) holds the one that is bound.
[[nodiscard]] QByteArray holdsTag(const QByteArray &column);
/// What the query asks of the titles of the papers in `column`.
void addTitles(Condition &condition, const SearchQuery &query, const QByteArray &column);
/// How a category is asked for: by the list of its entries, which is made once, or entry by entry, where few are asked.
enum class Categories { Listed, Probed };
/// What the query asks of "cache.entries AS e", but for its words, kinds and tags.
[[nodiscard]] Condition entryCondition(const SearchQuery &query, Categories categories = Categories::Listed);
/// The same of entries that may be the tour's.
[[nodiscard]] Condition askedOfEntries(const SearchQuery &query, Categories categories = Categories::Listed);
/// The part of it that is known from an entry's row alone, given as an expression; that it is not of the tour is not.
[[nodiscard]] Condition rowCondition(const SearchQuery &query, const QByteArray &row);
/// Whether there is another part.
[[nodiscard]] bool asksMoreThanRows(const SearchQuery &query);
[[nodiscard]] bool asksEntries(const SearchQuery &query); ///< whether that is more than a title
/// The words of the query, and of its authors, for the index of the entries. What it says of authors is taken out of
/// the query.
[[nodiscard]] QString entryMatch(SearchQuery &query);
/// What the query asks of a column of papers: their titles, and by any of their entries the rest. Empty where it asks
/// nothing of papers.
[[nodiscard]] Condition askedOfPapers(const SearchQuery &query, const QByteArray &column);

} // namespace yaodian::library
