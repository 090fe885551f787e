#include "notes/skeleton.h"

namespace yaodian::notes {

namespace {

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

} // namespace

void Skeleton::add(QStringView original, qsizetype from, qsizetype to)
{
    text.reserve(text.size() + to - from);
    places.reserve(places.size() + to - from);
    for (qsizetype i = from; i < to;) {
        const QChar first = original[i];
        if (first.unicode() < 0x80) { // most of most papers: folding it the long way takes a hundred times as long
            const QChar shape = withPlainQuotes(first.toLower());
            if (!isPassedOver(shape)) {
                text += shape;
                places << int(i);
            }
            ++i;
            continue;
        }
        const bool pair = first.isHighSurrogate() && i + 1 < original.size() && original[i + 1].isLowSurrogate();
        const qsizetype length = pair ? 2 : 1;
        // Fold before and after: some capitals decompose, some ligatures fold.
        const QString plain =
            original.mid(i, length).toString().toCaseFolded().normalized(QString::NormalizationForm_KD).toCaseFolded();
        for (const QChar c : plain) {
            const QChar shape = withPlainQuotes(c);
            if (isPassedOver(shape))
                continue;
            text += shape;
            places << int(i);
        }
        i += length;
    }
}

Skeleton skeletonOf(const QString &text)
{
    Skeleton skeleton;
    skeleton.add(text, 0, text.size());
    return skeleton;
}

pdf::TextRange rangeOf(const QString &text, int first, int last)
{
    return {first, last + (text[last].isHighSurrogate() ? 2 : 1)};
}

bool splitsWord(const QString &text, qsizetype at)
{
    const auto isLatin = [](QChar c) { return c.isLetterOrNumber() && c.unicode() < 0x2e80; };
    return at > 0 && at < text.size() && isLatin(text[at - 1]) && isLatin(text[at]);
}

} // namespace yaodian::notes
