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

void addTitles(Condition &condition, const SearchQuery &query, const QByteArray &column)
{
    // The query was made plain: its colons are half as wide.
    for (const QString &words : query.papers)
        condition.add(column + " IN (SELECT id FROM main.papers WHERE deleted IS NULL AND"
                               " replace(title || char(10) || title_zh, char(0xff1a), ':') LIKE ? ESCAPE '\\')",
                      likeHolding(words));
}

} // namespace

QByteArray holdsTag(const QByteArray &column)
{
    return "instr(char(31) || lower(" + column + ") || char(31), char(31) || lower(?) || char(31)) > 0";
}

Condition entryCondition(const SearchQuery &query)
{
    Condition out;
    out.add("e.tour = 0");
    for (const QString &code : query.categories)
        out.add("e.row IN (SELECT entry FROM cache.entry_categories WHERE code = ?)", code);
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

Condition askedOfPapers(const SearchQuery &query, const QByteArray &column)
{
    Condition out;
    addTitles(out, query, column);
    if (!query.categories.isEmpty() || !query.authors.isEmpty() || !query.sources.isEmpty() || query.sinceMs ||
        query.hasNotes) {
        const Condition entries = entryCondition(query);
        out.add(column + " IN (SELECT e.paper FROM cache.entries AS e WHERE " + entries.sql + ')', entries.texts);
    }
    return out;
}

} // namespace yaodian::library
