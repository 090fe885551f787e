#include "pdf/raised.h"

#include "base/text.h"
#include "pdf/joinedtext.h"
#include "pdf/kinds.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace yaodian::pdf {

namespace {

constexpr double smallerThan = 0.84; ///< in letters of the line
constexpr double higherBy = 0.15;
constexpr int longestRun = 60; ///< "3–40"

QRegularExpression raisedPattern(const char *text)
{
    return QRegularExpression(QString::fromUtf8(text), QRegularExpression::UseUnicodePropertiesOption);
}

/// Some fonts have raised digits of their own.
bool isRaisedDigit(QChar c)
{
    return QStringLiteral("⁰¹²³⁴⁵⁶⁷⁸⁹").contains(c);
}

bool isCircledDigit(QChar c)
{
    return c >= QChar(0x2460) && c <= QChar(0x2473);
}

bool isMarkSign(QChar c)
{
    return c.isDigit() || isRaisedDigit(c) || isCircledDigit(c) || QStringLiteral("*∗⋆†‡§¶").contains(c);
}

/// The letters of a line as they stand beside each other.
class RaisedIn
{
public:
    RaisedIn(const PageText &page, const TextLine &line) : m_page(page), m_height(line.height), m_foot(line.box.bottom)
    {
        QList<double> feet; // not the line's box: a fraction or an index reaches lower
        for (int i = line.range.from; i < line.range.to; ++i) {
            const Box &box = page.boxes[i];
            if (!box.isEmpty() && box.bottom - box.top >= smallerThan * m_height)
                feet.append(box.bottom);
        }
        if (feet.isEmpty())
            return;
        const auto middle = feet.begin() + feet.size() / 2;
        std::nth_element(feet.begin(), middle, feet.end());
        m_foot = *middle;
    }

    [[nodiscard]] bool has(int at) const
    {
        const Box &box = m_page.boxes[at];
        return isRaisedDigit(m_page.text[at]) || (!box.isEmpty() && box.bottom - box.top < smallerThan * m_height &&
                                                  box.bottom < m_foot - higherBy * m_height);
    }

private:
    const PageText &m_page;
    double m_height;
    double m_foot;
};

/// "sin²", "5 cm³", "ds²": what has an exponent though it is written in letters.
bool hasExponents(const QString &word)
{
    static const QSet<QString> words{
        QStringLiteral("sin"), QStringLiteral("cos"), QStringLiteral("tan"), QStringLiteral("log"),
        QStringLiteral("ln"),  QStringLiteral("exp"), QStringLiteral("mm"),  QStringLiteral("cm"),
        QStringLiteral("dm"),  QStringLiteral("km"),  QStringLiteral("nm"),  QStringLiteral("sec"),
        QStringLiteral("dx"),  QStringLiteral("dy"),  QStringLiteral("dz"),  QStringLiteral("dt"),
        QStringLiteral("ds"),  QStringLiteral("dr"),  QStringLiteral("chi"), QStringLiteral("inch"),
        QStringLiteral("ft"),  QStringLiteral("hm"),  QStringLiteral("pJ"),  QStringLiteral("bit")};
    return words.contains(word);
}

/// What is in the parentheses that end there says something, as no term of a formula does.
bool areWordsBefore(const QString &text, int closing)
{
    static const QRegularExpression word = raisedPattern("\\p{L}{3}|\\p{Han}{2}|\\d{4}");
    qsizetype opening = -1;
    for (const QChar sign : QStringLiteral("(（[［"))
        opening = qMax(opening, text.lastIndexOf(sign, closing));
    return opening >= 0 && word.match(text.mid(opening, closing - opening)).hasMatch();
}

/// A circle of its own is drawn around the number, before or after it.
bool isCircled(const PageText &page, const TextLine &line, const TextRange &mark)
{
    const QPointF middle = boxAround(page, mark).centre();
    for (int i = line.range.from; i < line.range.to; ++i) {
        if (QStringLiteral("○◯❍⚪\u20dd").contains(page.text[i]) && page.boxes[i].contains(middle.x(), middle.y()))
            return true;
    }
    return isCircledDigit(page.text[mark.from]);
}

bool isOperator(QChar c)
{
    return c.category() == QChar::Symbol_Math || QStringLiteral("/*^·∙−").contains(c);
}

/// Names and hardly anything else: most words are capital, or they are short and no sentence ends.
bool areNames(const QString &text)
{
    static const QRegularExpression word = raisedPattern("\\p{Latin}{2,}");
    int words = 0;
    int capitals = 0;
    for (auto found = word.globalMatch(text); found.hasNext();) {
        const QString one = found.next().captured();
        if (one == QLatin1String("and"))
            continue;
        ++words;
        capitals += one[0].isUpper() ? 1 : 0;
    }
    const auto han = std::count_if(text.begin(), text.end(), [](QChar c) { return isCjk(c.unicode()); });
    const auto marks = std::count_if(text.begin(), text.end(), [](QChar c) { return c.isDigit(); });
    if (han > words)
        return han <= 5 * marks && !text.contains(QChar(0x3002));
    return words > 0 && capitals * 10 >= words * 7;
}

} // namespace

QList<RaisedMark> raisedMarksOf(const PageText &page, const QList<TextLine> &lines)
{
    static const QRegularExpression around = raisedPattern("\\s*([,;、–—‐−~-])\\s*");
    QList<RaisedMark> out;
    for (int n = 0; n < int(lines.size()); ++n) {
        const TextLine &line = lines[n];
        const BlockKind kind = line.block < 0 ? BlockKind::Body : page.blocks[line.block].kind;
        if (kind != BlockKind::Body && kind != BlockKind::Caption && kind != BlockKind::Heading)
            continue;
        const RaisedIn raised(page, line);
        for (int i = line.range.from + 1; i < line.range.to; ++i) {
            if (!isMarkSign(page.text[i]) || !raised.has(i) || raised.has(i - 1))
                continue;
            int to = i;
            int last = i; // the end of what is no comma: one behind the numbers is the sentence's
            for (; to < line.range.to && (raised.has(to) || page.text[to] == u' '); ++to) {
                if (page.text[to] != u' ' && !QStringLiteral(",;，；、.").contains(page.text[to]))
                    last = to + 1;
            }
            QString marks = normalised(QStringView(page.text).mid(i, last - i));
            out.append({{i, last}, n, marks.replace(around, QStringLiteral("\\1")), isCircled(page, line, {i, last})});
            i = to;
        }
    }
    return out;
}

QHash<QString, TextRange> footnotesOf(const PageText &page, const QList<TextLine> &lines)
{
    QHash<QString, TextRange> out;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const TextLine &line = lines[i];
        if (line.block < 0 || page.blocks[line.block].kind != BlockKind::Footnote)
            continue;
        const QString mark = footnoteMarkOf(line.text);
        if (mark.isEmpty() || out.contains(mark))
            continue;
        TextRange range = line.range;
        for (qsizetype k = i + 1; k < lines.size(); ++k) {
            const TextLine &next = lines[k];
            if (page.blocks[next.block].kind != BlockKind::Footnote || !footnoteMarkOf(next.text).isEmpty() ||
                next.box.top < line.box.top)
                break;
            range.to = next.range.to;
        }
        out.insert(mark, range);
    }
    return out;
}

CitedNumbers::CitedNumbers(const PageText &page, const QList<TextLine> &lines, bool isFirstPage)
    : m_page(page), m_lines(lines), m_isFirst(isFirstPage)
{
    static const QRegularExpression before =
        raisedPattern("^(?:abstract|summary|key\\s?words|index terms|摘\\s?要|关\\s?键\\s?[词字]|"
                      "(?:[1i][.、]?\\s+)?introduction|(?:[01一][.、]?\\s*)?(?:引\\s?言|前\\s?言))(?!\\p{Latin})");
    for (const TextLine &line : lines) { // the last one: names are told again beside an abstract in another language
        if (isFirstPage && before.match(line.text.toLower()).hasMatch())
            m_frontEnd = line.range.from;
    }
}

/// On the first page, before its text begins or in a line of names.
bool CitedNumbers::isAmongAuthors(const RaisedMark &mark) const
{
    if (!m_isFirst)
        return false;
    if (mark.range.from < m_frontEnd)
        return true;
    const TextLine &line = m_lines[mark.line];
    if (line.block < 0)
        return false;
    if (areNames(line.text))
        return true;
    const TextBlock &around = m_page.blocks[line.block];
    return around.kind == BlockKind::Heading ||
           areNames(m_page.text.mid(around.range.from, around.range.to - around.range.from));
}

bool CitedNumbers::isExponent(const RaisedMark &mark) const
{
    const QString &text = m_page.text;
    const TextLine &line = m_lines[mark.line];
    int at = mark.range.from - 1;
    const bool apart = text[at].isSpace();
    if (apart && at > line.range.from)
        --at;
    const QChar before = text[at];
    const QChar after = mark.range.to < line.range.to ? text[mark.range.to] : QChar(u' ');
    if (before.isDigit() || before.isSurrogate() || isOperator(before) || QStringLiteral("|‖}<").contains(before))
        return true;
    const QChar behind = after == u' ' && mark.range.to + 1 < line.range.to ? text[mark.range.to + 1] : after;
    // "¹³C" belongs to what follows it, "f²(x)" and "x² + y²" are formulas.
    if (isOperator(behind) || after == u'(' || (apart && after.isLetter() && !isWide(after)))
        return true;
    if (QStringLiteral(")）]］").contains(before))
        return !areWordsBefore(text, at);
    if (!before.isLetter() || isWide(before))
        return false;
    int from = at;
    while (from > line.range.from && text[from - 1].isLetter() && !isWide(text[from - 1]))
        --from;
    const QString word = text.mid(from, at + 1 - from);
    if (word.size() < 2 || (hasExponents(word) && mark.marks.size() == 1))
        return true;
    if (word.size() >= 3 || line.block < 0)
        return false;
    return !isProse(m_page, m_page.blocks[line.block]);
}

QStringList CitedNumbers::of(const RaisedMark &mark) const
{
    static const QRegularExpression list = raisedPattern("^[1-9]\\d{0,2}(?:[,;、–—‐−~-][1-9]\\d{0,2})*$");
    static const QRegularExpression parts = raisedPattern("(\\d{1,3})(?:[–—‐−~-](\\d{1,3}))?");
    if (mark.isCircled || !list.match(mark.marks).hasMatch() || isExponent(mark) || isAmongAuthors(mark))
        return {};
    QStringList out;
    for (auto matches = parts.globalMatch(mark.marks); matches.hasNext();) {
        const auto match = matches.next();
        const int first = match.captured(1).toInt();
        const int last = qBound(first, match.captured(2).toInt(), first + longestRun);
        for (int n = first; n <= last; ++n)
            out.append(QString::number(n));
    }
    return out;
}

} // namespace yaodian::pdf
