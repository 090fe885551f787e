#include "notes/notes.h"

#include <algorithm>

namespace yaodian::notes {

namespace {

/// A text without what differs between a quote and the page it was taken from: case, width, ligatures, accents that
/// were composed in another way, blanks, line ends, hyphens, and the shape of quotation marks. `places` has the index
/// in the original of every character that is left.
struct Skeleton
{
    QString text;
    QList<int> places;
};

bool isPassedOver(QChar c)
{
    switch (c.unicode()) {
    case '-':
    case 0x00ad:
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2212:
        return true;
    default:
        break;
    }
    const QChar::Category category = c.category();
    return c.isSpace() || c.isMark() || category == QChar::Other_Control || category == QChar::Other_Format;
}

QChar withPlainQuotes(QChar c)
{
    const ushort u = c.unicode();
    if (u == 0x2018 || u == 0x2019 || u == 0x201b || u == '`' || u == 0x00b4)
        return QLatin1Char('\'');
    return u == 0x201c || u == 0x201d || u == 0x201f ? QChar(QLatin1Char('"')) : c;
}

Skeleton skeletonOf(const QString &text)
{
    Skeleton skeleton;
    skeleton.text.reserve(text.size());
    skeleton.places.reserve(text.size());
    for (qsizetype i = 0; i < text.size();) {
        const bool pair = text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
        const qsizetype length = pair ? 2 : 1;
        // Fold before and after: some capitals decompose, some ligatures fold.
        const QString plain =
            text.mid(i, length).toCaseFolded().normalized(QString::NormalizationForm_KD).toCaseFolded();
        for (const QChar c : plain) {
            const QChar shape = withPlainQuotes(c);
            if (isPassedOver(shape))
                continue;
            skeleton.text += shape;
            skeleton.places << int(i);
        }
        i += length;
    }
    return skeleton;
}

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

bool splitsWord(const QString &text, qsizetype at)
{
    const auto isLatin = [](QChar c) { return c.isLetterOrNumber() && c.unicode() < 0x2e80; };
    return at > 0 && at < text.size() && isLatin(text[at - 1]) && isLatin(text[at]);
}

pdf::TextRange rangeOf(const QString &text, const Skeleton &skeleton, qsizetype from, qsizetype length)
{
    const int first = skeleton.places[from];
    const int last = skeleton.places[from + length - 1];
    return {first, last + (text[last].isHighSurrogate() ? 2 : 1)};
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
        const pdf::TextRange range = rangeOf(page.text, all, at, wanted.size());
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
