#include "library/listsearch.h"

#include "library/kinds.h"

namespace yaodian::library {

namespace {

/// Papers of which the reader wrote what the index is asked for.
const char *const WrittenOf = "e.paper IN (SELECT x.paper FROM main.notes_fts CROSS JOIN main.texts AS x"
                              " ON x.row = notes_fts.rowid WHERE notes_fts MATCH ?)";
const char *const SaidBy = "e.row IN (SELECT rowid FROM cache.entries_fts WHERE entries_fts MATCH ?)";

} // namespace

Condition listedEntries(Connection &connection, const QString &text, qint64 nowMs)
{
    const SearchQuery query = parseQuery(text, nowMs);
    Condition out;
    out.add("e.tour IN (0, 1)"); // the list itself says whether the tour is in it
    if (const Condition asked = askedOfEntries(query); !asked.sql.isEmpty())
        out.add(asked.sql, asked.texts);
    for (const SearchQuery::Term &term : query.terms) {
        // Each word for itself: one may stand in the digest and another in the note.
        const QString match = term.exclude ? quotedPhrase(term.text) : matchExpression({term});
        if (match.isEmpty())
            continue;
        const QByteArray found = QByteArray("(") + SaidBy + " OR " + WrittenOf + ')';
        out.add((term.exclude ? "NOT " : "") + found, QStringList{match, match});
    }
    for (const QString &kind : query.kinds) {
        const QStringList keys = kindsCalled(connection, kind);
        out.add("e.paper IN (SELECT h.paper FROM main.highlights AS h WHERE h.deleted IS NULL AND h.kind IN (?" +
                    QByteArray(", ?").repeated(keys.size() - 1) + "))",
                keys);
    }
    for (const QString &tag : query.tags)
        out.add("(e.paper IN (SELECT s.paper FROM main.state AS s WHERE s.deleted IS NULL AND " + holdsTag("s.tags") +
                    ") OR e.paper IN (SELECT h.paper FROM main.highlights AS h WHERE h.deleted IS NULL AND " +
                    holdsTag("h.tags") + "))",
                QStringList{tag, tag});
    return out;
}

} // namespace yaodian::library
