#include "notes/notes.h"
#include "notes/skeleton.h"

namespace yaodian::notes {

namespace {

int equalAtEnd(QStringView a, QStringView b)
{
    int n = 0;
    while (n < a.size() && n < b.size() && a[a.size() - 1 - n] == b[b.size() - 1 - n])
        ++n;
    return n;
}

int equalAtStart(QStringView a, QStringView b)
{
    int n = 0;
    while (n < a.size() && n < b.size() && a[n] == b[n])
        ++n;
    return n;
}

} // namespace

std::optional<pdf::TextRange> findQuote(const pdf::PageText &page, const QString &quote, const QString &prefix,
                                        const QString &suffix)
{
    const QString wanted = skeletonOf(quote).text;
    if (wanted.isEmpty())
        return std::nullopt;
    const Skeleton all = skeletonOf(page.text);
    const QString before = skeletonOf(prefix).text;
    const QString after = skeletonOf(suffix).text;
    std::optional<pdf::TextRange> best;
    int bestScore = -1;
    for (qsizetype at = all.text.indexOf(wanted); at >= 0; at = all.text.indexOf(wanted, at + 1)) {
        const pdf::TextRange range = rangeOf(page.text, all.places[at], all.places[at + wanted.size() - 1]);
        const QStringView text(all.text);
        int score = 2 * (equalAtEnd(text.left(at), before) + equalAtStart(text.mid(at + wanted.size()), after));
        score += splitsWord(page.text, range.from) || splitsWord(page.text, range.to) ? 0 : 1; // "art" is not "part"
        if (score > bestScore) {
            best = range;
            bestScore = score;
        }
    }
    return best;
}

} // namespace yaodian::notes
