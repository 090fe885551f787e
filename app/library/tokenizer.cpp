#include "library/tokenizer.h"

#include "base/text.h"

#include <QString>

namespace yaodian::library {

namespace {

/// One code point of the text and the bytes it stands on.
struct Point
{
    char32_t value = 0; ///< 0: no character, it separates words
    int begin = 0;
    int end = 0;
};

Point readPoint(QByteArrayView text, int at)
{
    const auto byte = [&](int i) { return i < text.size() ? static_cast<uchar>(text[i]) : 0U; };
    const uint first = byte(at);
    if (first < 0x80)
        return {first, at, at + 1};
    const int length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc2 ? 2 : 1;
    char32_t value = length == 1 ? 0 : first & (0x7fU >> length);
    for (int i = 1; i < length; ++i) {
        if ((byte(at + i) & 0xc0) != 0x80)
            return {0, at, at + 1};
        value = value << 6 | (byte(at + i) & 0x3f);
    }
    return {value > 0x10ffff || QChar::isSurrogate(value) ? 0 : value, at, at + length};
}

bool isMark(char32_t p)
{
    const auto category = QChar::category(p);
    return category == QChar::Mark_NonSpacing || category == QChar::Mark_SpacingCombining ||
           category == QChar::Mark_Enclosing;
}

bool isInvisible(char32_t p)
{
    return p == 0xad || (p >= 0x200b && p <= 0x200f) || p == 0x2060 || p == 0xfeff;
}

/// A letter with its marks in the form that is indexed: base's folded(), and what is not CJK without its diacritics.
QList<uint> foldedPoints(const QList<uint> &cluster)
{
    const QString text =
        folded(QString::fromUcs4(reinterpret_cast<const char32_t *>(cluster.constData()), cluster.size()));
    QList<uint> out;
    for (const uint point : text.toUcs4()) {
        if (isCjk(point)) {
            out += point;
            continue;
        }
        const char32_t one = point;
        for (const uint part : QString::fromUcs4(&one, 1).normalized(QString::NormalizationForm_D).toUcs4()) {
            if (!isMark(part))
                out += part;
        }
    }
    return out;
}

class Splitter
{
public:
    Splitter(QByteArrayView text, TokenUse use, const std::function<bool(const Token &)> &give)
        : m_text(text), m_use(use), m_give(give)
    {
    }

    void run()
    {
        int at = 0;
        while (at < m_text.size() && m_going) {
            const Point point = readPoint(m_text, at);
            at = point.end;
            if (point.value < 0x80)
                ascii(point);
            else if (point.value >= 0x4e00 && point.value <= 0x9fff)
                cjk(point.value, point.begin, point.end); // no form of theirs changes under NFKC: the common case
            else if (!isInvisible(point.value))
                at = cluster(point);
        }
        endWord();
        endRun();
    }

private:
    void ascii(const Point &point)
    {
        const auto c = static_cast<char>(point.value);
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
            letter(point.value, point.begin, point.end);
        else if (c >= 'A' && c <= 'Z')
            letter(point.value + 32, point.begin, point.end);
        else
            separate();
    }

    int cluster(const Point &first)
    {
        QList<uint> points{first.value};
        int end = first.end;
        while (end < m_text.size() && static_cast<uchar>(m_text[end]) >= 0x80) {
            const Point next = readPoint(m_text, end);
            const bool kanaMark = next.value == 0xff9e || next.value == 0xff9f; // letters to Unicode, marks to readers
            if (!next.value || !(isMark(next.value) || kanaMark))
                break;
            points += next.value;
            end = next.end;
        }
        bool any = false;
        for (const uint point : foldedPoints(points)) {
            any = true;
            if (isCjk(point))
                cjk(point, first.begin, end);
            else if (QChar::isLetterOrNumber(point))
                letter(point, first.begin, end);
            else
                separate();
        }
        if (!any && !isMark(first.value))
            separate();
        return end;
    }

    void letter(char32_t point, int begin, int end)
    {
        endRun();
        if (m_word.isEmpty())
            m_wordBegin = begin;
        m_word += point < 0x80 ? QByteArray(1, static_cast<char>(point)) : QString::fromUcs4(&point, 1).toUtf8();
        m_wordEnd = end;
    }

    void cjk(char32_t point, int begin, int end)
    {
        endWord();
        const QByteArray term = QString::fromUcs4(&point, 1).toUtf8();
        if (!m_last.isEmpty())
            giveCjk(m_last + term, end);
        m_last = term;
        m_lastBegin = begin;
        m_lastEnd = end;
    }

    /// The character before, now that what follows it is known.
    void giveCjk(const QByteArray &pair, int pairEnd)
    {
        if (m_use == TokenUse::Query) {
            give({pair, m_lastBegin, pairEnd, false});
            return;
        }
        give({m_last, m_lastBegin, m_lastEnd, false});
        give({pair, m_lastBegin, m_lastEnd, true});
    }

    void separate()
    {
        endWord();
        endRun();
    }

    void endWord()
    {
        if (!m_word.isEmpty())
            give({m_word, m_wordBegin, m_wordEnd, false});
        m_word.clear();
    }

    void endRun()
    {
        if (!m_last.isEmpty())
            give({m_last, m_lastBegin, m_lastEnd, false});
        m_last.clear();
    }

    void give(const Token &token) { m_going = m_going && m_give(token); }

    QByteArrayView m_text;
    TokenUse m_use;
    const std::function<bool(const Token &)> &m_give;
    bool m_going = true;
    QByteArray m_word;
    int m_wordBegin = 0;
    int m_wordEnd = 0;
    QByteArray m_last;
    int m_lastBegin = 0;
    int m_lastEnd = 0;
};

} // namespace

void splitTokens(QByteArrayView text, TokenUse use, const std::function<bool(const Token &)> &give)
{
    Splitter(text, use, give).run();
}

} // namespace yaodian::library
