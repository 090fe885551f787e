#pragma once

#include "base/result.h"
#include "pdf/values.h"

#include <QRegularExpression>

#include <functional>

namespace yaodian::pdf {

/// Asked between steps of long work; true ends it with Error::cancelled().
using Stop = std::function<bool()>;

/// What is searched for, read once for all pages. Line ends and the hyphens before them are passed over.
class Matcher
{
public:
    /// One sentence for what is no regular expression. An empty query finds nothing.
    static Result<Matcher> of(const SearchQuery &query);

    /// In the order of the page. An Error where a regular expression tries too many ways.
    [[nodiscard]] Result<QList<TextRange>> in(const PageText &page, const Stop &stop = {}) const;
    /// The same with the words around, and what begins in the text of this page and ends on the next one.
    [[nodiscard]] Result<QList<SearchHit>> hits(int number, const PageText &page, const PageText *next,
                                                const Stop &stop = {}) const;

private:
    Result<void> passOver(const PageText &page, bool kept, QList<TextRange> &found, const Stop &stop) const;
    Result<QList<TextRange>> places(const QString &text) const;

    SearchQuery m_query;
    QString m_wanted; ///< as the text of the page is compared
    QRegularExpression m_expression;
};

} // namespace yaodian::pdf
