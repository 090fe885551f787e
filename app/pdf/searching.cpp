#include "pdf/searching.h"

#include "base/text.h"
#include "pdf/joinedtext.h"
#include "pdf/pagetext.h"
#include "pdf/say.h"

#include <algorithm>

namespace yaodian::pdf {

namespace {

constexpr int longestPattern = 1000;
/// Of one page: an expression that matches every letter is no search.
constexpr int mostHits = 2000;
/// The text on either side of a page's end that a hit may run over.
constexpr int aroundTheBreak = 600;
/// A regular expression sees so much at a time: what it tries grows faster than the text.
constexpr int longestPiece = 4000;
/// How many ways may be tried from one place before it is given up: far more than what people write needs.
constexpr auto limits = QLatin1String("(*LIMIT_MATCH=20000)");

/// A letter of a word that is parted from the next one by blanks.
bool joinsWords(QChar c)
{
    return (c.isLetterOrNumber() || c.isMark() || c == u'_' || c.isSurrogate()) && !isWide(c);
}

bool isWordEnd(const QString &text, qsizetype at)
{
    return at <= 0 || at >= text.size() || !joinsWords(text[at - 1]) || !joinsWords(text[at]);
}

/// The paragraphs of a page, and of those without end as much as is looked at in one go.
QList<TextRange> piecesOf(const QString &text)
{
    QList<TextRange> out;
    int from = 0;
    while (from < text.size()) {
        qsizetype to = text.indexOf(QLatin1String("\n\n"), from);
        if (to < 0)
            to = text.size();
        if (to - from > longestPiece) {
            const qsizetype blank = text.lastIndexOf(u' ', from + longestPiece);
            to = blank > from ? blank : from + longestPiece;
        }
        if (to > from)
            out.append({from, int(to)});
        from = int(to) + (to < text.size() && text[to].isSpace() ? 1 : 0);
    }
    return out;
}

TextRange sourceOf(const PageText &page, const JoinedText &text, TextRange in)
{
    int to = text.from[in.to - 1] + 1;
    while (to < page.text.size() && (page.text[to].isLowSurrogate() || page.text[to].isMark()))
        ++to;
    return {text.from[in.from], to};
}

bool holdsAny(const QList<int> &places, TextRange range)
{
    return std::any_of(places.begin(), places.end(), [&](int at) { return at >= range.from && at < range.to; });
}

bool meetsAny(const QList<TextRange> &ranges, TextRange range)
{
    return std::any_of(ranges.begin(), ranges.end(),
                       [&](const TextRange &each) { return each.from < range.to && range.from < each.to; });
}

/// The last (first) stretch of running text on a page: where a sentence goes on over the page's end.
TextRange bodyAt(const PageText &page, bool end)
{
    TextRange body = page.blocks.isEmpty() ? TextRange{0, int(page.text.size())} : TextRange{};
    for (const TextBlock &block : page.blocks) {
        if (block.kind != BlockKind::Body)
            continue;
        body = block.range;
        if (!end)
            break;
    }
    if (end)
        body.from = qMax(body.from, body.to - aroundTheBreak);
    else
        body.to = qMin(body.to, body.from + aroundTheBreak);
    return body;
}

} // namespace

Result<Matcher> Matcher::of(const SearchQuery &query)
{
    Matcher matcher;
    matcher.m_query = query;
    if (!query.isRegex) {
        matcher.m_wanted = query.matchCase ? normalised(query.text) : folded(query.text);
        return matcher;
    }
    if (query.text.size() > longestPattern)
        return Error::world(Say::tr("This regular expression is too long."));
    matcher.m_wanted = query.text;
    auto options = QRegularExpression::UseUnicodePropertiesOption | QRegularExpression::DontCaptureOption;
    if (!query.matchCase)
        options |= QRegularExpression::CaseInsensitiveOption;
    const QRegularExpression bare(query.text, options);
    if (!bare.isValid())
        return Error::world(Say::tr("This is no regular expression: %1 (at character %2).")
                                .arg(bare.errorString())
                                .arg(bare.patternErrorOffset() + 1));
    matcher.m_expression = QRegularExpression(limits + query.text, options);
    return matcher;
}

/// In one joined text; what the expression cannot decide within its bounds is an Error.
Result<QList<TextRange>> Matcher::places(const QString &text) const
{
    QList<TextRange> out;
    const auto add = [&](qsizetype from, qsizetype to) {
        if (to > from && (!m_query.wholeWords || (isWordEnd(text, from) && isWordEnd(text, to))))
            out.append({int(from), int(to)});
    };
    if (!m_query.isRegex) {
        for (qsizetype at = text.indexOf(m_wanted); at >= 0; at = text.indexOf(m_wanted, at + m_wanted.size()))
            add(at, at + m_wanted.size());
        return out;
    }
    qsizetype at = 0;
    while (at <= text.size() && out.size() < mostHits) {
        const QRegularExpressionMatch match = m_expression.match(text, at);
        if (!match.isValid())
            return Error::world(Say::tr("This regular expression takes too long; a simpler one may do."));
        if (!match.hasMatch())
            break;
        add(match.capturedStart(), match.capturedEnd());
        at = qMax(match.capturedEnd(), match.capturedStart() + 1);
    }
    return out;
}

/// A second time with the hyphens at line ends kept, for words that have one of their own: only hits over such a hyphen
/// are new then.
Result<void> Matcher::passOver(const PageText &page, bool kept, QList<TextRange> &found, const Stop &stop) const
{
    const QList<TextRange> first = found;
    const QList<TextRange> pieces = m_query.isRegex ? piecesOf(page.text) : QList{TextRange{0, int(page.text.size())}};
    for (const TextRange &piece : pieces) {
        if (stop && stop())
            return Error::cancelled();
        const bool fold = !m_query.isRegex && !m_query.matchCase;
        const JoinedText text = joined(page, piece, kept ? LineHyphens::Kept : LineHyphens::Mended, fold);
        if (kept && text.hyphens.isEmpty())
            continue;
        const auto hits = places(text.text);
        if (!hits)
            return hits.error();
        for (const TextRange &hit : *hits) {
            const TextRange range = sourceOf(page, text, hit);
            if (found.size() < mostHits && (!kept || (holdsAny(text.hyphens, hit) && !meetsAny(first, range))))
                found.append(range);
        }
    }
    return {};
}

Result<QList<TextRange>> Matcher::in(const PageText &page, const Stop &stop) const
{
    QList<TextRange> found;
    if (m_wanted.isEmpty() || page.isEmpty())
        return found;
    for (const bool kept : {false, true}) {
        if (const auto passed = passOver(page, kept, found, stop); !passed)
            return passed.error();
    }
    std::sort(found.begin(), found.end(), [](const TextRange &a, const TextRange &b) { return a.from < b.from; });
    return found;
}

namespace {

constexpr int contextSize = 48;

/// What a blank at `at` reads as: nothing where it is none, or the end of a line within a script without blanks.
QString blankAt(const PageText &page, int at)
{
    const QString &text = page.text;
    if (at < 0 || at >= text.size() || !text[at].isSpace())
        return {};
    const bool within = at > 0 && at + 1 < text.size() && isWide(text[at - 1]) && isWide(text[at + 1]);
    return within && text[at] == lineEnd ? QString() : QStringLiteral(" ");
}

QString wordsBefore(const PageText &page, TextRange range)
{
    const QString words = contextBefore(page, range, contextSize);
    return words.isEmpty() ? words : words + blankAt(page, range.from - 1);
}

QString wordsAfter(const PageText &page, TextRange range)
{
    const QString words = contextAfter(page, range, contextSize);
    return words.isEmpty() ? words : blankAt(page, range.to) + words;
}

} // namespace

Result<QList<SearchHit>> Matcher::hits(int number, const PageText &page, const PageText *next, const Stop &stop) const
{
    const auto found = in(page, stop);
    if (!found)
        return found.error();
    QList<SearchHit> hits;
    for (const TextRange &range : *found)
        hits.append({number, range, boxesOf(page, range), wordsBefore(page, range), quoteOf(page, range),
                     wordsAfter(page, range)});
    if (!next)
        return hits;
    const TextRange end = bodyAt(page, true);
    const TextRange start = bodyAt(*next, false);
    if (end.isEmpty() || start.isEmpty())
        return hits;
    PageText over;
    over.text = page.text.mid(end.from, end.to - end.from);
    const int brk = int(over.text.size());
    over.text += lineEnd + next->text.mid(start.from, start.to - start.from);
    over.boxes.resize(over.text.size());
    const auto across = in(over, stop);
    if (!across)
        return across.error();
    for (const TextRange &range : *across) {
        if (range.from >= brk || range.to <= brk + 1)
            continue;
        const TextRange here{end.from + range.from, end.to};
        const TextRange there{start.from, start.from + range.to - brk - 1};
        hits.append({number, here, boxesOf(page, here), wordsBefore(page, here), quoteOf(over, range),
                     wordsAfter(*next, there), true});
    }
    return hits;
}

QList<TextRange> find(const PageText &page, const QString &needle)
{
    const auto matcher = Matcher::of({needle});
    return matcher ? matcher->in(page).valueOr({}) : QList<TextRange>{};
}

} // namespace yaodian::pdf
