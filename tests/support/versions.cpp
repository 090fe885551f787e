#include "tests/support/versions.h"

#include <QSet>

namespace yaodian::tests {

namespace {

constexpr int PageShift = 20;
constexpr int LineLength = 78;
constexpr int LinesOfAPage = 46;

bool isChinese(QChar c)
{
    return c.unicode() >= 0x2e80 && !c.isSurrogate();
}

bool endsSentence(const QString &text, qsizetype at)
{
    const QChar c = text[at];
    if (c == u'\u3002' || c == u'\uff01' || c == u'\uff1f' || c == u'\uff1b')
        return true;
    if (c != u'.' && c != u'!' && c != u'?')
        return c == u'\n' && at + 1 < text.size() && text[at + 1] == u'\n';
    return at + 1 < text.size() && text[at + 1].isSpace() && at > 2 && text[at - 2].isLetterOrNumber();
}

bool isBody(const pdf::PageText &page, int at)
{
    for (const pdf::TextBlock &block : page.blocks)
        if (at >= block.range.from && at < block.range.to)
            return block.kind == pdf::BlockKind::Body;
    return false;
}

/// [from, to) of each sentence of a page.
QList<pdf::TextRange> sentencesOf(const pdf::PageText &page)
{
    QList<pdf::TextRange> out;
    int from = 0;
    for (int at = 0; at < int(page.text.size()); ++at) {
        if (!endsSentence(page.text, at) && at + 1 < int(page.text.size()))
            continue;
        while (from < at && page.text[from].isSpace())
            ++from;
        if (at + 1 > from)
            out.append({from, at + 1});
        from = at + 1;
    }
    return out;
}

} // namespace

OtherVersion::OtherVersion(const QList<pdf::PageText> &pages, const Edits &edits, quint32 seed) : m_random(seed)
{
    read(pages);
    edit(edits);
    setAnew();
}

void OtherVersion::read(const QList<pdf::PageText> &pages)
{
    QSet<QString> words;
    for (int page = 0; page < int(pages.size()); ++page) {
        const QString &text = pages[page].text;
        for (const pdf::TextRange &range : sentencesOf(pages[page])) {
            Sentence sentence;
            for (int at = range.from; at < range.to; ++at) {
                // Lines are joined, hyphens at their ends mended.
                if (text[at] == u'-' && at + 1 < range.to && text[at + 1] == pdf::lineEnd)
                    continue;
                if (text[at] == pdf::lineEnd && at > range.from && text[at - 1] == u'-')
                    continue;
                const QChar c = text[at] == pdf::lineEnd ? QChar(u' ') : text[at];
                sentence.append({c, (page << PageShift) + at});
                if (isChinese(c) && c.isLetter())
                    m_chinese += c;
            }
            m_sentences << sentence;
        }
        for (const QString &word : text.split(u' ', Qt::SkipEmptyParts))
            if (word.size() < 14 && !word.contains(pdf::lineEnd))
                words << word;
    }
    m_words = QStringList(words.cbegin(), words.cend());
    m_words.sort(); // a set's order is by chance
}

QString OtherVersion::anyWord(bool chinese)
{
    if (chinese && m_chinese.size() > 2)
        return m_chinese.mid(m_random.bounded(int(m_chinese.size()) - 2), 2);
    return m_words.isEmpty() ? QStringLiteral("word") : m_words[m_random.bounded(int(m_words.size()))];
}

OtherVersion::Sentence OtherVersion::reworded(const Sentence &sentence, double share)
{
    Sentence out;
    for (qsizetype at = 0; at < sentence.size();) {
        qsizetype end = at + 1;
        if (isChinese(sentence[at].letter))
            end = std::min(sentence.size(), at + 2);
        else
            while (end < sentence.size() && !sentence[end].letter.isSpace() && !isChinese(sentence[end].letter))
                ++end;
        const bool isWord = !sentence[at].letter.isSpace();
        const double chance = isWord ? m_random.generateDouble() : 1;
        if (chance < share) {
            const int how = m_random.bounded(3);
            if (how != 0) // replaced, or one put in; else left out
                for (const QChar c : anyWord(isChinese(sentence[at].letter)))
                    out.append({c, sentence[at].origin});
            if (how == 2 && !isChinese(sentence[at].letter))
                out.append({u' ', -1});
            if (how != 2) {
                at = end;
                continue;
            }
        }
        out += sentence.mid(at, end - at);
        at = end;
    }
    return out;
}

void OtherVersion::edit(const Edits &edits)
{
    QList<Sentence> out;
    for (const Sentence &sentence : std::as_const(m_sentences)) {
        if (m_random.generateDouble() < edits.removed)
            continue;
        out << (m_random.generateDouble() < edits.changed ? reworded(sentence, edits.words) : sentence);
        if (m_random.generateDouble() < edits.inserted) {
            Sentence added;
            for (int word = 0, words = 6 + m_random.bounded(20); word < words; ++word)
                for (const QChar c : anyWord() + u' ')
                    added.append({c, -1});
            out << added;
        }
    }
    const auto moves = qsizetype(double(out.size()) * edits.moved / 5);
    for (qsizetype i = 0; i < moves && out.size() > 12; ++i) {
        const qsizetype from = m_random.bounded(int(out.size()) - 6);
        const QList<Sentence> taken = out.mid(from, 5);
        out.remove(from, 5);
        const qsizetype to = m_random.bounded(int(out.size()));
        out = out.mid(0, to) + taken + out.mid(to);
    }
    m_sentences = out;
}

void OtherVersion::setAnew()
{
    pdf::PageText page;
    QList<int> origins;
    const auto put = [&](QChar c, int origin) {
        page.text += c;
        origins << origin;
    };
    const auto putLine = [&](const QString &line, pdf::BlockKind kind) {
        const int from = int(page.text.size());
        for (const QChar c : line)
            put(c, -1);
        page.blocks.append({{from, int(page.text.size())}, kind, 0, {}});
        put(pdf::lineEnd, -1);
        put(pdf::lineEnd, -1);
    };
    int bodyFrom = 0, column = 0, lines = 0;
    const auto begin = [&] {
        putLine(QStringLiteral("Another version of the same text"), pdf::BlockKind::Header);
        bodyFrom = int(page.text.size());
        column = lines = 0;
    };
    const auto end = [&] {
        page.blocks.append({{bodyFrom, int(page.text.size())}, pdf::BlockKind::Body, 0, {}});
        put(pdf::lineEnd, -1);
        put(pdf::lineEnd, -1);
        putLine(QString::number(m_pages.size() + 1), pdf::BlockKind::Footer);
        page.boxes.resize(page.text.size(), Box{0.1, 0.1, 0.2, 0.2});
        m_pages << page;
        m_origins << origins;
        page = {};
        origins.clear();
        begin();
    };
    begin();
    for (const Sentence &sentence : std::as_const(m_sentences)) {
        for (const Letter &letter : sentence) {
            const bool isLong = column >= LineLength;
            const bool breaks = isLong && (letter.letter.isSpace() || isChinese(letter.letter));
            if (breaks && !isChinese(letter.letter)) {
                put(pdf::lineEnd, letter.origin);
            } else {
                put(letter.letter, letter.origin);
                if (!breaks && isLong && letter.letter.isLetter() && m_random.bounded(6) == 0) {
                    put(u'-', -1);
                    put(pdf::lineEnd, -1);
                    column = 0;
                    ++lines;
                } else if (breaks) {
                    put(pdf::lineEnd, -1);
                }
            }
            ++column;
            if (breaks) {
                column = 0;
                if (++lines >= LinesOfAPage)
                    end();
            }
        }
        put(u' ', -1);
    }
    end();
    for (int at = 0; at < int(m_pages.size()); ++at)
        for (int i = 0; i < int(m_origins[at].size()); ++i)
            if (m_origins[at][i] >= 0 && !m_pages[at].text[i].isSpace())
                m_known.append({m_origins[at][i], at, i});
    std::sort(m_known.begin(), m_known.end(), [](const Known &a, const Known &b) { return a.origin < b.origin; });
}

std::optional<double> OtherVersion::likeness(const Stretch &before, const QList<Stretch> &after) const
{
    const int first = (before.page << PageShift) + before.range.from;
    const int last = (before.page << PageShift) + before.range.to;
    const auto less = [](const Known &known, int origin) { return known.origin < origin; };
    const auto wanted = std::lower_bound(m_known.cbegin(), m_known.cend(), last, less) -
                        std::lower_bound(m_known.cbegin(), m_known.cend(), first, less);
    if (wanted == 0)
        return std::nullopt;
    qsizetype found = 0, both = 0;
    for (const Stretch &stretch : after) {
        for (int at = stretch.range.from; at < stretch.range.to; ++at) {
            if (m_pages[stretch.page].text[at].isSpace())
                continue;
            const int origin = m_origins[stretch.page][at];
            ++found;
            both += origin >= first && origin < last ? 1 : 0;
        }
    }
    return double(both) / double(wanted + found - both);
}

QList<OtherVersion::Stretch> passagesOf(const QList<pdf::PageText> &pages, int count, quint32 seed)
{
    QRandomGenerator random(seed);
    QList<OtherVersion::Stretch> all;
    for (int page = 0; page < int(pages.size()); ++page)
        for (const pdf::TextRange &range : sentencesOf(pages[page]))
            if (range.to - range.from >= 24 && range.to - range.from < 700 && isBody(pages[page], range.from))
                all.append({page, range});
    QList<OtherVersion::Stretch> out;
    while (out.size() < count && !all.isEmpty()) {
        OtherVersion::Stretch one = all.takeAt(random.bounded(int(all.size())));
        const QString &text = pages[one.page].text;
        const auto wordStart = [&text](int at) {
            while (at > 0 && !text[at - 1].isSpace() && !isChinese(text[at - 1]))
                --at;
            return at;
        };
        const int length = one.range.to - one.range.from;
        const double how = random.generateDouble();
        if (how < 0.05) { // a term
            one.range.from = std::max(one.range.from, wordStart(one.range.from + random.bounded(length - 12)));
            one.range.to = std::min(one.range.to, one.range.from + 12);
        } else if (how < 0.45) { // a part of a sentence
            one.range.from = std::max(one.range.from, wordStart(one.range.from + random.bounded(length / 3)));
            one.range.to = std::max(one.range.from + 12, wordStart(one.range.to - random.bounded(length / 3)));
        }
        out << one;
    }
    return out;
}

} // namespace yaodian::tests
