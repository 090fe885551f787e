#include "pdf/pagetext.h"

#include "base/text.h"

#include <QStringList>

#include <algorithm>
#include <limits>

namespace yaodian::pdf {

namespace {

enum class Class { Blank, Word, Cjk, Mark };

Class classOf(const QString &text, int i)
{
    const QChar c = text[i];
    if (c.isSpace())
        return Class::Blank;
    if (c.isLowSurrogate() && i > 0)
        return classOf(text, i - 1);
    const char32_t point =
        c.isHighSurrogate() && i + 1 < text.size() ? QChar::surrogateToUcs4(c, text[i + 1]) : c.unicode();
    if (isCjk(point))
        return Class::Cjk;
    if (QChar::isLetterOrNumber(point) || QChar::isMark(point) || point == U'_')
        return Class::Word;
    const bool between =
        i > 0 && i + 1 < text.size() && text[i - 1].isLetterOrNumber() && text[i + 1].isLetterOrNumber();
    // "state-of-the-art", "don't" and "3.14" are one word each.
    return between && QStringLiteral("-'’.‐").contains(c) ? Class::Word : Class::Mark;
}

/// A word broken at a line end: the place where it goes on, or -1.
int continuation(const QString &text, int end)
{
    const auto isHyphen = [](QChar c) { return c == QLatin1Char('-') || c == QChar(0x2010) || c == QChar(0x00ad); };
    if (end < 1 || end + 2 >= text.size() || !isHyphen(text[end]) || !text[end - 1].isLower())
        return -1;
    int next = end + 1;
    while (next < text.size() && text[next] == lineEnd)
        ++next;
    return next > end + 1 && next < text.size() && text[next].isLower() ? next : -1;
}

int wordEnd(const QString &text, int i)
{
    const Class kind = classOf(text, i);
    const int size = int(text.size());
    while (i < size && classOf(text, i) == kind)
        ++i;
    if (kind == Class::Word && i < size) {
        if (const int next = continuation(text, i); next >= 0)
            return wordEnd(text, next);
    }
    return i;
}

int wordStart(const QString &text, int i)
{
    const Class kind = classOf(text, i);
    while (i > 0 && classOf(text, i - 1) == kind)
        --i;
    int before = i;
    while (before > 0 && text[before - 1] == lineEnd)
        --before;
    if (kind == Class::Word && before < i && before >= 2 && continuation(text, before - 1) == i)
        return wordStart(text, before - 2);
    return i;
}

bool endsSentence(const QString &text, int i)
{
    static const QStringList shortened{QStringLiteral("al"),   QStringLiteral("e.g"),  QStringLiteral("i.e"),
                                       QStringLiteral("Fig"),  QStringLiteral("Figs"), QStringLiteral("Eq"),
                                       QStringLiteral("Eqs"),  QStringLiteral("Sec"),  QStringLiteral("Tab"),
                                       QStringLiteral("vs"),   QStringLiteral("cf"),   QStringLiteral("resp"),
                                       QStringLiteral("Dr"),   QStringLiteral("etc"),  QStringLiteral("No"),
                                       QStringLiteral("Prof"), QStringLiteral("Ref"),  QStringLiteral("approx")};
    const QChar c = text[i];
    if (QStringLiteral("。！？；").contains(c))
        return true;
    if (!QStringLiteral(".!?").contains(c))
        return false;
    if (c != QLatin1Char('.'))
        return true;
    int from = i;
    while (from > 0 && !text[from - 1].isSpace() && text[from - 1] != QLatin1Char('('))
        --from;
    const QString word = text.mid(from, i - from);
    const bool initial = word.size() == 1 && word[0].isUpper();
    return !initial && !shortened.contains(word);
}

/// The starts of all sentences. A blank line ends one too.
QList<int> sentenceStarts(const QString &text)
{
    QList<int> starts;
    bool fresh = true;
    for (int i = 0; i < text.size(); ++i) {
        if (text[i].isSpace()) {
            fresh = fresh || (text[i] == lineEnd && i > 0 && text[i - 1] == lineEnd);
            continue;
        }
        if (fresh) {
            starts.append(i);
            fresh = false;
        }
        if (!endsSentence(text, i))
            continue;
        int after = i + 1;
        while (after < text.size() && QStringLiteral(")]”’\"'」』）").contains(text[after]))
            ++after;
        const bool wide = text[i].unicode() > 0x2fff;
        if (after >= text.size() || wide || text[after].isSpace()) {
            fresh = true;
            i = after - 1;
        }
    }
    return starts;
}

QList<int> paragraphStarts(const QString &text)
{
    QList<int> starts;
    for (int i = 0; i < text.size(); ++i) {
        if (text[i] != lineEnd && (i == 0 || (i >= 2 && text[i - 1] == lineEnd && text[i - 2] == lineEnd)))
            starts.append(i);
    }
    return starts;
}

int nextOf(const QList<int> &starts, int index, int otherwise)
{
    const auto found = std::upper_bound(starts.begin(), starts.end(), index);
    return found == starts.end() ? otherwise : *found;
}

int previousOf(const QList<int> &starts, int index)
{
    const auto found = std::lower_bound(starts.begin(), starts.end(), index);
    return found == starts.begin() ? 0 : *(found - 1);
}

int nextWord(const QString &text, int i)
{
    int at = wordEnd(text, i);
    while (at < text.size() && text[at].isSpace())
        ++at;
    return at < text.size() ? at : i;
}

int previousWord(const QString &text, int i)
{
    int at = i - 1;
    while (at > 0 && text[at].isSpace())
        --at;
    return at < 0 ? 0 : wordStart(text, at);
}

/// The letter of `line` that is nearest to the place of `index`: right above or below it, on turned pages too.
int nearestIn(const PageText &page, TextRange line, int index)
{
    const QPointF here = page.boxes[index].centre();
    int best = line.from;
    double nearest = std::numeric_limits<double>::max();
    for (int i = line.from; i < line.to; ++i) {
        if (page.boxes[i].isEmpty())
            continue;
        const QPointF d = page.boxes[i].centre() - here;
        if (const double far = d.x() * d.x() + d.y() * d.y(); far < nearest) {
            nearest = far;
            best = i;
        }
    }
    return best;
}

int movedLine(const PageText &page, int index, int step)
{
    const TextRange line = lineAt(page, index);
    int at = step > 0 ? line.to : line.from - 1;
    while (at >= 0 && at < page.text.size() && page.text[at] == lineEnd)
        at += step;
    return at < 0 || at >= page.text.size() ? index : nearestIn(page, lineAt(page, at), index);
}

int movedChar(const QString &text, int index, int step)
{
    int at = index + step;
    while (at > 0 && at < text.size() && (text[at].isSpace() || text[at].isLowSurrogate()))
        at += step;
    return at < 0 || at >= text.size() ? index : at;
}

} // namespace

TextRange wordAt(const PageText &page, int index)
{
    if (index < 0 || index >= page.text.size() || page.text[index].isSpace())
        return {qMax(0, index), qMax(0, index)};
    const int from = wordStart(page.text, index);
    return {from, wordEnd(page.text, from)};
}

int moved(const PageText &page, int index, Motion motion)
{
    if (page.isEmpty())
        return -1;
    const QString &text = page.text;
    const int last = int(text.size()) - 1;
    index = qBound(0, index, last);
    switch (motion) {
    case Motion::NextWord:
        return nextWord(text, index);
    case Motion::PreviousWord:
        return previousWord(text, index);
    case Motion::NextSentence:
        return nextOf(sentenceStarts(text), index, last);
    case Motion::PreviousSentence:
        return previousOf(sentenceStarts(text), index);
    case Motion::NextParagraph:
        return nextOf(paragraphStarts(text), index, last);
    case Motion::PreviousParagraph:
        return previousOf(paragraphStarts(text), index);
    case Motion::NextLine:
        return movedLine(page, index, 1);
    case Motion::PreviousLine:
        return movedLine(page, index, -1);
    case Motion::NextChar:
        return movedChar(text, index, 1);
    case Motion::PreviousChar:
        return movedChar(text, index, -1);
    }
    return index;
}

} // namespace yaodian::pdf
