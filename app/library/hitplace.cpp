#include "library/hitplace.h"

namespace yaodian::library {

namespace {

/// A text in which what stands between words is one blank, and where each of its characters stood.
struct Joined
{
    QString text;
    QList<qsizetype> at;

    explicit Joined(const QString &from)
    {
        text.reserve(from.size());
        at.reserve(from.size());
        for (qsizetype i = 0; i < from.size(); ++i) {
            const bool blank = from[i].isSpace() || from[i].unicode() < 0x20;
            if (blank && (text.isEmpty() || text.back() == QLatin1Char(' ')))
                continue;
            text += blank ? QLatin1Char(' ') : from[i];
            at += i;
        }
    }
};

struct Snippet
{
    QString before;
    QString words;
    QString after;

    explicit Snippet(QString text)
    {
        const QChar cut(0x2026); // where the text goes on
        if (text.startsWith(cut))
            text.remove(0, 1);
        if (text.endsWith(cut))
            text.chop(1);
        const qsizetype begin = text.indexOf(QChar(2));
        if (begin < 0)
            return;
        const qsizetype end = std::max(begin, text.indexOf(QChar(3), begin));
        before = text.left(begin);
        words = text.mid(begin + 1, end - begin - 1);
        after = text.mid(end + 1).remove(QChar(2)).remove(QChar(3));
    }
};

} // namespace

QString wordsOf(const Hit &hit)
{
    return Snippet(hit.snippet).words;
}

std::optional<Stretch> placeOf(const Hit &hit, const QString &text)
{
    const Snippet snippet(hit.snippet);
    const QString words = Joined(snippet.words).text;
    if (words.isEmpty())
        return std::nullopt;
    const Joined there(text);
    const QString around = Joined(snippet.before + snippet.words + snippet.after).text.trimmed();
    qsizetype at = there.text.indexOf(around);
    at = there.text.indexOf(words, at < 0 ? 0 : at + std::min(around.size(), Joined(snippet.before).text.size()));
    if (at < 0)
        return std::nullopt;
    const qsizetype from = there.at[at], last = there.at[at + words.size() - 1];
    return Stretch{from, last + 1 - from};
}

} // namespace yaodian::library
