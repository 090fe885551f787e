#include "pdf/joinedtext.h"

#include "base/text.h"

namespace yaodian::pdf {

bool isWide(QChar c)
{
    const ushort u = c.unicode();
    return isCjk(u) || c.isSurrogate() || (u >= 0x3000 && u <= 0x303f) || (u >= 0xff00 && u <= 0xffef);
}

namespace {

bool isHyphen(QChar c)
{
    return c == QLatin1Char('-') || c == QChar(0x2010) || c == QChar(0x00ad);
}

class Joiner
{
public:
    Joiner(const PageText &page, TextRange range, LineHyphens hyphens, bool fold)
        : m_text(page.text), m_range(range), m_hyphens(hyphens), m_fold(fold)
    {
    }

    JoinedText join()
    {
        for (int i = m_range.from; i < m_range.to;) {
            if (m_text[i].isSpace())
                i = space(i);
            else
                i = cluster(i);
        }
        return std::move(m_out);
    }

private:
    /// A letter with its marks, so that normalising it alone gives what normalising the whole gives.
    int cluster(int i)
    {
        int end = i + 1;
        while (end < m_range.to && (m_text[end].isLowSurrogate() || m_text[end].isMark()))
            ++end;
        const QStringView part = QStringView(m_text).mid(i, end - i);
        put(m_fold ? folded(part) : normalised(part), i);
        return end;
    }

    /// White space from `i` on: nothing, one blank, or a mended hyphen.
    int space(int i)
    {
        int end = i;
        bool ended = false;
        while (end < m_range.to && m_text[end].isSpace())
            ended |= m_text[end++] == QLatin1Char('\n');
        if (m_out.text.isEmpty() || end >= m_range.to)
            return end;
        const QChar before = m_text[i - 1];
        const QChar after = m_text[end];
        if (ended && isHyphen(before) && i - 2 >= m_range.from && m_text[i - 2].isLower() && after.isLower()) {
            const QChar last = m_out.text.isEmpty() ? QChar() : m_out.text.back();
            if (m_hyphens == LineHyphens::Mended && isHyphen(last)) {
                m_out.text.chop(1);
                m_out.from.removeLast();
            } else if (isHyphen(last)) {
                m_out.hyphens.append(int(m_out.text.size()) - 1);
            }
        } else if (!(ended && isWide(before) && isWide(after))) {
            put(QStringLiteral(" "), i);
        }
        return end;
    }

    void put(const QString &piece, int source)
    {
        m_out.text += piece;
        for (qsizetype k = 0; k < piece.size(); ++k)
            m_out.from.append(source);
    }

    const QString &m_text;
    TextRange m_range;
    LineHyphens m_hyphens;
    bool m_fold;
    JoinedText m_out;
};

} // namespace

JoinedText joined(const PageText &page, TextRange range, LineHyphens hyphens, bool fold)
{
    if (range.isEmpty())
        range = {0, int(page.text.size())};
    range.from = qBound(0, range.from, int(page.text.size()));
    range.to = qBound(range.from, range.to, int(page.text.size()));
    return Joiner(page, range, hyphens, fold).join();
}

} // namespace yaodian::pdf
