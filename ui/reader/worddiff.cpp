#include "ui/reader/worddiff.h"

#include <QStringList>

#include <algorithm>
#include <vector>

namespace yaodian::ui {

namespace {

/// Passages are shorter; of longer texts the rest is taken for new.
constexpr qsizetype MostWords = 600;

bool standsAlone(QChar c)
{
    return c.unicode() >= 0x2e80 && !c.isSurrogate();
}

QStringList wordsOf(const QString &text)
{
    QStringList words;
    for (qsizetype at = 0; at < text.size();) {
        qsizetype end = at + 1;
        if (!standsAlone(text[at]))
            while (end < text.size() && !text[end - 1].isSpace() && !standsAlone(text[end]))
                ++end;
        while (end < text.size() && text[end].isSpace())
            ++end;
        words << text.mid(at, end - at);
        at = end;
    }
    return words;
}

void add(QList<DiffPiece> &pieces, const QString &text, bool isOnlyHere)
{
    if (!pieces.isEmpty() && pieces.last().isOnlyHere == isOnlyHere)
        pieces.last().text += text;
    else
        pieces.append({text, isOnlyHere});
}

} // namespace

WordDiff wordDiff(const QString &before, const QString &after)
{
    QStringList a = wordsOf(before), b = wordsOf(after);
    const auto isOne = [](const QString &x, const QString &y) { return x.trimmed() == y.trimmed(); };
    // What both begin and end with is no matter of the table.
    qsizetype begin = 0, end = 0;
    const qsizetype least = std::min(a.size(), b.size());
    while (begin < least && isOne(a[begin], b[begin]))
        ++begin;
    while (end < least - begin && isOne(a[a.size() - 1 - end], b[b.size() - 1 - end]))
        ++end;
    const QStringList headA = a.mid(0, begin), headB = b.mid(0, begin);
    const QStringList tailA = a.mid(a.size() - end), tailB = b.mid(b.size() - end);
    a = a.mid(begin, a.size() - begin - end);
    b = b.mid(begin, b.size() - begin - end);
    const qsizetype rows = std::min(a.size(), MostWords), columns = std::min(b.size(), MostWords);
    const auto isSame = [&](qsizetype i, qsizetype j) { return isOne(a[i], b[j]); };
    // How many words the rests of both have in common, from the end on.
    std::vector<int> common(size_t((rows + 1) * (columns + 1)));
    const auto at = [&](qsizetype i, qsizetype j) -> int & { return common[size_t(i * (columns + 1) + j)]; };
    for (qsizetype i = rows - 1; i >= 0; --i)
        for (qsizetype j = columns - 1; j >= 0; --j)
            at(i, j) = isSame(i, j) ? at(i + 1, j + 1) + 1 : std::max(at(i + 1, j), at(i, j + 1));
    WordDiff diff;
    for (qsizetype n = 0; n < begin; ++n) {
        add(diff.before, headA[n], false);
        add(diff.after, headB[n], false);
    }
    qsizetype i = 0, j = 0;
    while (i < rows && j < columns) {
        if (isSame(i, j)) {
            add(diff.before, a[i++], false);
            add(diff.after, b[j++], false);
        } else if (at(i + 1, j) >= at(i, j + 1)) {
            add(diff.before, a[i++], true);
        } else {
            add(diff.after, b[j++], true);
        }
    }
    while (i < a.size())
        add(diff.before, a[i++], true);
    while (j < b.size())
        add(diff.after, b[j++], true);
    for (qsizetype n = 0; n < end; ++n) {
        add(diff.before, tailA[n], false);
        add(diff.after, tailB[n], false);
    }
    return diff;
}

} // namespace yaodian::ui
