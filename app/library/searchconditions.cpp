#include "library/searchconditions.h"

#include "library/marks.h"

namespace yaodian::library {

namespace {

QString likeHolding(QString words)
{
    for (const char *sign : {"\\", "%", "_"})
        words.replace(QLatin1String(sign), QLatin1Char('\\') + QLatin1String(sign));
    return QLatin1Char('%') + words + QLatin1Char('%');
}

} // namespace

void addTitles(Condition &condition, const SearchQuery &query, const QByteArray &column)
{
    // The query was made plain: its colons are half as wide.
    for (const QString &words : query.papers)
        condition.add(column + " IN (SELECT id FROM main.papers WHERE deleted IS NULL AND"
                               " replace(title || char(10) || title_zh, char(0xff1a), ':') LIKE ? ESCAPE '\\')",
                      likeHolding(words));
}

QByteArray holdsTag(const QByteArray &column)
{
    return "instr(char(31) || lower(" + column + ") || char(31), char(31) || lower(?) || char(31)) > 0";
}

Condition rowCondition(const SearchQuery &query, const QByteArray &row)
{
    Condition out;
    for (const QString &code : query.categories)
        out.add("EXISTS (SELECT 1 FROM cache.entry_categories AS c WHERE c.code = ? AND c.entry = " + row + ')', code);
    return out;
}

bool asksMoreThanRows(const SearchQuery &query)
{
    return query.sinceMs || query.hasNotes || !query.sources.isEmpty() || !query.papers.isEmpty() ||
           !query.tags.isEmpty() || !query.authors.isEmpty();
}

Condition entryCondition(const SearchQuery &query, Categories categories)
{
    Condition out;
    out.add("e.tour = 0");
    if (const Condition asked = askedOfEntries(query, categories); !asked.sql.isEmpty())
        out.add(asked.sql, asked.texts);
    return out;
}

Condition askedOfEntries(const SearchQuery &query, Categories categories)
{
    Condition out;
    for (const QString &code : query.categories)
        out.add(categories == Categories::Listed
                    ? "e.row IN (SELECT entry FROM cache.entry_categories WHERE code = ?)"
                    : "EXISTS (SELECT 1 FROM cache.entry_categories AS c WHERE c.code = ? AND c.entry = e.row)",
                code);
    for (const QString &author : query.authors)
        out.add("e.row IN (SELECT rowid FROM cache.entries_fts WHERE entries_fts MATCH ?)",
                QStringLiteral("authors : ") + quotedPhrase(author));
    for (const QString &source : query.sources) {
        out.add("e.source IN (SELECT id FROM main.sources WHERE title || ' ' || url || ' ' || lower(hex(id)) LIKE ? "
                "ESCAPE '\\')",
                likeHolding(source));
    }
    if (query.sinceMs)
        out.add("e.sort >= CAST(? AS INTEGER)", QString::number(*query.sinceMs));
    addTitles(out, query, "e.paper");
    if (query.hasNotes)
        out.add("e.paper IN (" + papersWithNotesSql() + ')');
    return out;
}

bool asksEntries(const SearchQuery &query)
{
    return !query.categories.isEmpty() || !query.authors.isEmpty() || !query.sources.isEmpty() || query.sinceMs ||
           query.hasNotes;
}

QString entryMatch(SearchQuery &query)
{
    QString words = matchExpression(query.terms);
    QStringList authors;
    for (const QString &author : std::exchange(query.authors, {}))
        authors += QStringLiteral("authors : ") + quotedPhrase(author);
    QString unwanted;
    if (words.isEmpty() && !authors.isEmpty()) { // words that are not wanted need others to be taken from
        for (const SearchQuery::Term &term : std::exchange(query.terms, {}))
            unwanted += QStringLiteral(" NOT ") + quotedPhrase(term.text);
    } else if (!words.isEmpty()) {
        authors.prepend(QLatin1Char('(') + words + QLatin1Char(')'));
    }
    const QString all = authors.join(QStringLiteral(" AND "));
    return unwanted.isEmpty() ? all : QLatin1Char('(') + all + QLatin1Char(')') + unwanted;
}

Condition askedOfPapers(const SearchQuery &query, const QByteArray &column)
{
    Condition out;
    addTitles(out, query, column);
    if (asksEntries(query)) {
        const Condition entries = entryCondition(query);
        out.add(column + " IN (SELECT e.paper FROM cache.entries AS e WHERE " + entries.sql + ')', entries.texts);
    }
    return out;
}

} // namespace yaodian::library
