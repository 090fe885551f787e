#pragma once

#include "pdf/textlines.h"

#include <QHash>

namespace yaodian::pdf {

/// Digits and signs that stand higher than the line they belong to and are smaller: marks of footnotes, numbers of a
/// bibliography, exponents.
struct RaisedMark
{
    TextRange range;
    int line = 0;           ///< of the lines they were looked for in
    QString marks;          ///< normalised, without blanks: "1", "3–5,7", "∗"
    bool isCircled = false; ///< as marks of footnotes are
};

/// Of the text, its captions and headings.
[[nodiscard]] QList<RaisedMark> raisedMarksOf(const PageText &page, const QList<TextLine> &lines);
/// The footnotes of a page by their marks: where they stand.
[[nodiscard]] QHash<QString, TextRange> footnotesOf(const PageText &page, const QList<TextLine> &lines);
/// Numbers that may be those of a bibliography: a list of them, behind a word or the end of a sentence, and no exponent
/// of a formula, nor the mark of an author's place of work on the first page.
class CitedNumbers
{
public:
    CitedNumbers(const PageText &page, const QList<TextLine> &lines, bool isFirstPage);
    /// "3–5,7" spelt out; empty: no such numbers.
    [[nodiscard]] QStringList of(const RaisedMark &mark) const;

private:
    [[nodiscard]] bool isExponent(const RaisedMark &mark) const;
    [[nodiscard]] bool isAmongAuthors(const RaisedMark &mark) const;

    const PageText &m_page;
    const QList<TextLine> &m_lines;
    bool m_isFirst;
    int m_frontEnd = 0; ///< where title, authors and their places end
};

} // namespace yaodian::pdf
