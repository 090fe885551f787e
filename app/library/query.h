#pragma once

#include <QDate>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace yaodian::library {

/// What a person typed into the search box: words, "phrases", -not, cat: by: source: kind: tag: paper: since:
/// has:notes.
struct SearchQuery
{
    struct Term
    {
        QString text;
        bool phrase = false;
        bool exclude = false;
        friend bool operator==(const Term &, const Term &) = default;
    };
    QList<Term> terms;
    QStringList categories; ///< facets; all of them
    QStringList authors;
    QStringList papers;  ///< words that their titles hold
    QStringList sources; ///< parts of a source's title, or its id
    QStringList kinds;
    QStringList tags; ///< of highlights or papers
    std::optional<qint64> sinceMs;
    bool hasNotes = false;

    [[nodiscard]] bool isEmpty() const;
};

/// Full-width colons, quotes and minus signs count as plain ones. An unknown key, or a time that is none, is a word.
[[nodiscard]] SearchQuery parseQuery(const QString &text, qint64 nowMs);

/// Words of letters match what begins with them ("transformer" finds "transformers"); Chinese words and numbers do not.
[[nodiscard]] bool isOpenEnded(const SearchQuery::Term &term);
/// The terms as an FTS5 expression; empty where no word to look for is left.
[[nodiscard]] QString matchExpression(const QList<SearchQuery::Term> &terms);
/// A phrase as FTS5 writes it; empty where it holds no token.
[[nodiscard]] QString quotedPhrase(const QString &text);

} // namespace yaodian::library
