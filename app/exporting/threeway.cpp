#include "exporting/threeway.h"

#include <QHash>

#include <algorithm>
#include <vector>

namespace yaodian::exporting {

namespace {

/// Up to this many comparisons the longest common order is found; beyond, items that stand once lead the way.
constexpr qint64 MostCells = 4'000'000;

using Pairs = QList<std::pair<int, int>>;

/// A stretch of both lists.
struct Window
{
    int a = 0, aEnd = 0, b = 0, bEnd = 0;
};

class Comparing
{
public:
    Comparing(const QStringList &a, const QStringList &b) : m_a(a), m_b(b) {}

    Pairs run()
    {
        compare({0, int(m_a.size()), 0, int(m_b.size())});
        return m_pairs;
    }

private:
    void compare(Window w)
    {
        while (w.a < w.aEnd && w.b < w.bEnd && m_a[w.a] == m_b[w.b])
            m_pairs.append({w.a++, w.b++});
        int same = 0; // at the end
        while (w.a < w.aEnd && w.b < w.bEnd && m_a[w.aEnd - 1] == m_b[w.bEnd - 1]) {
            --w.aEnd;
            --w.bEnd;
            ++same;
        }
        if (w.a < w.aEnd && w.b < w.bEnd) {
            if (qint64(w.aEnd - w.a) * (w.bEnd - w.b) <= MostCells)
                compareAll(w);
            else
                compareByUnique(w);
        }
        for (int i = 0; i < same; ++i)
            m_pairs.append({w.aEnd + i, w.bEnd + i});
    }

    void compareAll(const Window &w)
    {
        const int rows = w.aEnd - w.a, columns = w.bEnd - w.b;
        std::vector<int> common(size_t(rows + 1) * size_t(columns + 1));
        const auto at = [&](int i, int j) -> int & { return common[size_t(i) * size_t(columns + 1) + size_t(j)]; };
        for (int i = rows - 1; i >= 0; --i)
            for (int j = columns - 1; j >= 0; --j)
                at(i, j) = m_a[w.a + i] == m_b[w.b + j] ? at(i + 1, j + 1) + 1 : std::max(at(i + 1, j), at(i, j + 1));
        for (int i = 0, j = 0; i < rows && j < columns;) {
            if (m_a[w.a + i] == m_b[w.b + j]) {
                m_pairs.append({w.a + i++, w.b + j++});
            } else if (at(i + 1, j) >= at(i, j + 1)) {
                ++i;
            } else {
                ++j;
            }
        }
    }

    /// What stands once in each, in a rising order; between two of them the stretches are compared anew.
    void compareByUnique(const Window &w)
    {
        QHash<QString, int> inA, inB; // place; -1: more than one
        for (int i = w.a; i < w.aEnd; ++i)
            inA.insert(m_a[i], inA.contains(m_a[i]) ? -1 : i);
        for (int j = w.b; j < w.bEnd; ++j)
            inB.insert(m_b[j], inB.contains(m_b[j]) ? -1 : j);
        Pairs unique;
        for (int i = w.a; i < w.aEnd; ++i)
            if (inA.value(m_a[i]) == i && inB.value(m_a[i], -1) >= 0)
                unique.append({i, inB.value(m_a[i])});
        const Pairs rising = longestRising(unique);
        Window rest = w;
        for (const auto &[i, j] : rising) {
            if (i < rest.a || j < rest.b)
                continue; // taken already, as the beginning of a stretch
            compare({rest.a, i, rest.b, j});
            m_pairs.append({i, j});
            rest.a = i + 1;
            rest.b = j + 1;
        }
        if (!rising.isEmpty())
            compare(rest);
    }

    static Pairs longestRising(const Pairs &pairs)
    {
        std::vector<int> tails, before(size_t(pairs.size()), -1);
        for (int i = 0; i < int(pairs.size()); ++i) {
            const auto place = std::lower_bound(tails.begin(), tails.end(), pairs[i].second,
                                                [&](int tail, int value) { return pairs[tail].second < value; });
            if (place != tails.begin())
                before[size_t(i)] = *std::prev(place);
            if (place == tails.end())
                tails.push_back(i);
            else
                *place = i;
        }
        Pairs out;
        for (int i = tails.empty() ? -1 : tails.back(); i >= 0; i = before[size_t(i)])
            out.prepend(pairs[i]);
        return out;
    }

    const QStringList &m_a;
    const QStringList &m_b;
    Pairs m_pairs;
};

} // namespace

QList<std::pair<int, int>> commonItems(const QStringList &a, const QStringList &b)
{
    return Comparing(a, b).run();
}

ThreeWay threeWay(const QString &base, const QString &mine, const QString &theirs)
{
    if (mine == base || mine == theirs)
        return {theirs, false};
    if (theirs == base)
        return {mine, false};
    const auto lines = [](const QString &text) { return text.split(QLatin1Char('\n')); };
    const QStringList b = lines(base), m = lines(mine), t = lines(theirs);
    QHash<int, int> inMine, inTheirs; // of a line of the base
    for (const auto &[at, other] : commonItems(b, m))
        inMine.insert(at, other);
    for (const auto &[at, other] : commonItems(b, t))
        inTheirs.insert(at, other);
    ThreeWay out;
    QStringList merged;
    int bAt = 0, mAt = 0, tAt = 0;
    const auto settle = [&](int bEnd, int mEnd, int tEnd) { // what lies before a line that all three have
        const QStringList was = b.mid(bAt, bEnd - bAt), my = m.mid(mAt, mEnd - mAt), their = t.mid(tAt, tEnd - tAt);
        if (my == was || my == their) {
            merged << their;
        } else if (their == was) {
            merged << my;
        } else {
            merged << my << their;
            out.hasConflict = true;
        }
    };
    for (int at = 0; at < int(b.size()); ++at) {
        const int my = inMine.value(at, -1), their = inTheirs.value(at, -1);
        if (my < 0 || their < 0)
            continue;
        settle(at, my, their);
        merged << b[at];
        bAt = at + 1;
        mAt = my + 1;
        tAt = their + 1;
    }
    settle(int(b.size()), int(m.size()), int(t.size()));
    out.text = merged.join(QLatin1Char('\n'));
    return out;
}

QStringList tokensOf(const QString &text)
{
    QStringList tokens;
    const auto isWord = [](QChar c) { return (c.isLetterOrNumber() && c.unicode() < 0x2e80) || c.isSurrogate(); };
    for (qsizetype at = 0; at < text.size();) {
        qsizetype end = at + 1;
        if (isWord(text[at]))
            while (end < text.size() && isWord(text[end]))
                ++end;
        tokens << text.mid(at, end - at);
        at = end;
    }
    return tokens;
}

} // namespace yaodian::exporting
