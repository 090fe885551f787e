#include "exporting/linepairs.h"

#include "exporting/threeway.h"

#include <QSet>

#include <algorithm>

namespace yaodian::exporting {

namespace {

QList<qsizetype> startsOf(const QStringList &tokens)
{
    QList<qsizetype> starts{0};
    for (const QString &token : tokens)
        starts << starts.last() + token.size();
    return starts;
}

} // namespace

Lines::Lines(const QString &of) : text(of), lines(of.split(QLatin1Char('\n')))
{
    qsizetype at = 0;
    for (const QString &line : lines) {
        starts << at;
        at += line.size() + 1;
    }
}

int Lines::lineAt(qsizetype place) const
{
    return int(std::upper_bound(starts.cbegin(), starts.cend(), place) - starts.cbegin()) - 1;
}

LinePairs::LinePairs(const Lines &base, const Lines &text) : m_base(base), m_text(text), m_other(base.lines.size(), -1)
{
    int fromBase = 0, fromText = 0;
    const auto same = commonItems(base.lines, text.lines);
    for (const auto &[i, j] : same) {
        pairUp(fromBase, i, fromText, j);
        m_other[i] = j;
        fromBase = i + 1;
        fromText = j + 1;
    }
    pairUp(fromBase, int(base.lines.size()), fromText, int(text.lines.size()));
}

void LinePairs::pairUp(int from, int to, int textFrom, int textTo)
{
    const int rows = to - from, columns = textTo - textFrom;
    if (rows <= 0 || columns <= 0 || rows > MostLines || columns > MostLines)
        return;
    QList<QStringList> a, b;
    QHash<QString, int> inBase, inText; // how many lines have a word
    for (int i = 0; i < rows; ++i)
        a << counted(m_base.lines[from + i], inBase);
    for (int j = 0; j < columns; ++j)
        b << counted(m_text.lines[textFrom + j], inText);
    qint64 wordsOfA = 0, wordsOfB = 0;
    for (const QStringList &words : std::as_const(a))
        wordsOfA += words.size();
    for (const QStringList &words : std::as_const(b))
        wordsOfB += words.size();
    if (wordsOfA * wordsOfB > MostCells)
        return; // none of them is known again: what was edited there stays as it is
    QList<QList<int>> best(rows + 1, QList<int>(columns + 1, 0)), like(rows, QList<int>(columns, 0));
    for (int i = rows - 1; i >= 0; --i) {
        for (int j = columns - 1; j >= 0; --j) {
            like[i][j] = likeness(a[i], b[j], inBase, inText);
            best[i][j] =
                std::max({best[i + 1][j], best[i][j + 1], like[i][j] > 0 ? best[i + 1][j + 1] + like[i][j] : 0});
        }
    }
    for (int i = 0, j = 0; i < rows && j < columns;) {
        if (like[i][j] > 0 && best[i][j] == best[i + 1][j + 1] + like[i][j])
            m_other[from + i++] = textFrom + j++;
        else if (best[i][j] == best[i + 1][j])
            ++i;
        else
            ++j;
    }
}

QStringList LinePairs::counted(const QString &line, QHash<QString, int> &count)
{
    QStringList tokens = tokensOf(line);
    tokens.removeIf([](const QString &token) { return token.trimmed().isEmpty(); });
    const QSet<QString> once(tokens.cbegin(), tokens.cend());
    for (const QString &token : once)
        ++count[token];
    return tokens;
}

int LinePairs::likeness(const QStringList &a, const QStringList &b, const QHash<QString, int> &inBase,
                        const QHash<QString, int> &inText)
{
    const auto common = commonItems(a, b);
    int weight = 0;
    for (const auto &[i, j] : common)
        weight += inBase.value(a[i]) == 1 && inText.value(a[i]) == 1 ? 10 : 1;
    const bool isHalf = 2 * common.size() >= std::max(a.size(), b.size()) && !common.isEmpty();
    return weight >= 10 || isHalf ? weight : 0;
}

PlaceInLine::PlaceInLine(const QString &base, const QString &text) : m_base(tokensOf(base)), m_text(tokensOf(text))
{
    m_other.fill(-1, m_base.size());
    for (const auto &[i, j] : commonItems(m_base, m_text))
        m_other[i] = j;
    m_starts = startsOf(m_base);
    m_startsInText = startsOf(m_text);
}

qsizetype PlaceInLine::find(qsizetype place, int step) const
{
    const auto found = std::lower_bound(m_starts.cbegin(), m_starts.cend(), place);
    if (found == m_starts.cend() || *found != place)
        return -1; // within a word
    const int start = int(found - m_starts.cbegin());
    int at = step < 0 ? start - 1 : start;
    int blanks = 0;
    while (at >= 0 && at < m_base.size() && m_base[at].trimmed().isEmpty()) {
        at += step;
        ++blanks;
    }
    const bool isEnd = at < 0 || at >= m_base.size();
    int other = isEnd ? (step < 0 ? -1 : int(m_text.size())) : m_other[at];
    if (!isEnd && other < 0)
        return -1;
    for (int i = 0, mine = at; i < blanks; ++i) { // back towards the place
        other -= step;
        mine -= step;
        if (other < 0 || other >= m_text.size() || m_text[other] != m_base[mine])
            return -1;
    }
    return m_startsInText[step < 0 ? other + 1 : other];
}

} // namespace yaodian::exporting
