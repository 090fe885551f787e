#include "library/tokenizer.h"

#include "base/text.h"

#include <QByteArray>
#include <QString>

#include <algorithm>

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

/// One character as UTF-8, without an allocation: texts are split by the million characters.
struct Utf8
{
    explicit Utf8(char32_t point = 0)
    {
        const auto put = [this](char32_t byte) { bytes[size++] = static_cast<char>(byte); };
        if (point < 0x80) {
            put(point);
        } else if (point < 0x800) {
            put(0xc0 | point >> 6);
            put(0x80 | (point & 0x3f));
        } else if (point < 0x10000) {
            put(0xe0 | point >> 12);
            put(0x80 | (point >> 6 & 0x3f));
            put(0x80 | (point & 0x3f));
        } else {
            put(0xf0 | point >> 18);
            put(0x80 | (point >> 12 & 0x3f));
            put(0x80 | (point >> 6 & 0x3f));
            put(0x80 | (point & 0x3f));
        }
    }
    char bytes[4] = {};
    int size = 0;
};

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
        const Utf8 letter(point);
        m_word.append(letter.bytes, letter.size);
        m_wordEnd = end;
    }

    void cjk(char32_t point, int begin, int end)
    {
        endWord();
        const Utf8 next(point);
        if (m_inRun)
            giveCjk(next, end);
        m_inRun = true;
        m_last = next;
        m_lastBegin = begin;
        m_lastEnd = end;
    }

    /// The character before, now that what follows it is known.
    void giveCjk(const Utf8 &next, int pairEnd)
    {
        char pair[8];
        std::copy_n(m_last.bytes, m_last.size, pair);
        std::copy_n(next.bytes, next.size, pair + m_last.size);
        const QByteArrayView both(pair, m_last.size + next.size);
        if (m_use == TokenUse::Query) {
            give({both, m_lastBegin, pairEnd, false});
            return;
        }
        give({QByteArrayView(m_last.bytes, m_last.size), m_lastBegin, m_lastEnd, false});
        give({both, m_lastBegin, m_lastEnd, true});
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
        m_word.resize(0); // clear() would give its memory away
    }

    void endRun()
    {
        if (m_inRun)
            give({QByteArrayView(m_last.bytes, m_last.size), m_lastBegin, m_lastEnd, false});
        m_inRun = false;
    }

    void give(const Token &token) { m_going = m_going && m_give(token); }

    QByteArrayView m_text;
    TokenUse m_use;
    const std::function<bool(const Token &)> &m_give;
    bool m_going = true;
    QByteArray m_word;
    int m_wordBegin = 0;
    int m_wordEnd = 0;
    bool m_inRun = false; ///< m_last is waiting for what follows it
    Utf8 m_last;
    int m_lastBegin = 0;
    int m_lastEnd = 0;
};

} // namespace

void splitTokens(QByteArrayView text, TokenUse use, const std::function<bool(const Token &)> &give)
{
    Splitter(text, use, give).run();
}

} // namespace yaodian::library
