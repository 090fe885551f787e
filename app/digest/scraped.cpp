#include "digest/scraped.h"

#include "digest/categories.h"
#include "digest/heads.h"
#include "digest/legend.h"
#include "digest/paperlinks.h"
#include "digest/people.h"
#include "digest/scan.h"

#include <algorithm>

namespace yaodian::digest {

namespace {

constexpr qsizetype shortestScraped = 400;

/// "LG – 机器学习" at `at`: where it ends; -1. Its parts go to `item`.
qsizetype pairEnd(QStringView text, qsizetype at, LegendItem &item)
{
    if (at + 5 > text.size() || !isCapital(text[at]) || !isCapital(text[at + 1]) || (at > 0 && isCapital(text[at - 1])))
        return -1;
    qsizetype to = at + 2;
    while (to < text.size() && (text[to].isSpace() || isDash(text[to])) && to - at < 8)
        ++to;
    if (!std::any_of(text.begin() + at + 2, text.begin() + to, isDash))
        return -1;
    const qsizetype name = to;
    while (to < text.size() && isHan(text[to]) && to - name < 12 && text.mid(to, 2) != u"转自" &&
           text.mid(to, 2) != u"摘要")
        ++to;
    if (to - name < 2)
        return -1;
    item = {text.mid(at, 2).toString(), text.mid(name, to - name).toString()};
    return to;
}

/// End of a run of at least two pairs at `at`; -1 where there is none.
qsizetype legendEnd(QStringView text, qsizetype at)
{
    LegendItem item;
    int pairs = 0;
    qsizetype end = -1;
    for (qsizetype to = pairEnd(text, at, item); to >= 0; to = pairEnd(text, at, item)) {
        ++pairs;
        end = to;
        at = to;
        while (at < text.size() && text[at].isSpace())
            ++at;
    }
    return pairs >= 2 ? end : -1;
}

/// A head's tags at `at` ("[CL] T", "[LG][cs.CV] T"), of codes that the legend or arXiv knows: where the title begins;
/// -1.
qsizetype titleAfterTags(QStringView text, qsizetype at, const QList<LegendItem> &legend)
{
    if (!opensBracket(text[at]) || at + 6 > text.size())
        return -1;
    QStringList codes;
    const qsizetype end = tagsEnd(text, at, legend, codes);
    const bool known = std::all_of(codes.begin(), codes.end(), [&](const QString &code) {
        return isKnownCode(code) ||
               std::any_of(legend.begin(), legend.end(), [&](const LegendItem &item) { return code == item.code; });
    });
    if (codes.isEmpty() || !known || end >= text.size())
        return -1;
    return text[end].isUpper() || isDigit(text[end]) ? end : -1;
}

/// Begin of the number printed before a tag, or the tag's own place.
qsizetype numberBefore(QStringView text, qsizetype tag)
{
    for (qsizetype from = qMax<qsizetype>(0, tag - 6); from < tag; ++from) {
        const ListMark mark = listMark(text.mid(from, tag - from + 1));
        if (mark.number > 0 && mark.length == tag - from && (from == 0 || !isDigit(text[from - 1])))
            return from;
    }
    return tag;
}

/// Where the label whose word stands at `word` begins, its opening bracket with it; -1: the word is part of a text.
qsizetype labelBegin(QStringView text, qsizetype word)
{
    const bool bracket = word > 0 && (opensBracket(text[word - 1]) || text[word - 1] == u'「');
    const qsizetype begin = bracket ? word - 1 : word;
    const auto label = labelOf(text.mid(begin, 24));
    if (!label || label->textFrom <= label->word.size() || label->label == Label::Aspect)
        return -1;
    const bool latin = text[word].unicode() < 128;
    const bool follows = begin == 0 || !(latin ? text[begin - 1].isLetterOrNumber() : isHan(text[begin - 1]));
    return follows || label->label == Label::Points || label->label == Label::OneLine ? begin : -1;
}

/// All three of 动机 / 方法 / 优势 stand in the text as labels.
bool hasAspects(QStringView text)
{
    return (text.contains(u"动机：") || text.contains(u"动机:")) &&
           (text.contains(u"方法：") || text.contains(u"方法:"));
}

/// Where the label of the link at `at` begins ("论文地址：https://…", "【论文】 https://…"); `at` where it has none.
qsizetype linkLabelBegin(QStringView text, qsizetype at)
{
    for (qsizetype from = qMax<qsizetype>(0, at - 16); from < at; ++from) {
        if (from > 0 && !text[from - 1].isSpace() && text[from - 1] != u'。' && text[from - 1] != u'.')
            continue;
        const auto label = labelOf(text.mid(skipDecoration(text, from), at - skipDecoration(text, from)));
        if (label && label->label == Label::Link && skipDecoration(text, from) + label->textFrom == at)
            return from;
        if (skipDecoration(text, from) == at)
            return from;
    }
    return at;
}

/// Places where a lost line break stood.
class Breaks
{
public:
    Breaks(QStringView text, const QList<LegendItem> &legend) : m_text(text), m_legend(legend) {}

    QList<qsizetype> find();

private:
    void atTags();
    void atVia();
    void atLabels();
    void atWords();
    void atLegends();
    void atLinks();
    void atChangesOfScript();

    QStringView m_text;
    const QList<LegendItem> &m_legend;
    QList<qsizetype> m_places;
};

void Breaks::atTags()
{
    for (qsizetype at = 0; at < m_text.size(); ++at) {
        const qsizetype title = titleAfterTags(m_text, at, m_legend);
        if (title < 0)
            continue;
        m_places.append(numberBefore(m_text, at));
        at = title;
    }
}

/// Labels that open a field wherever they stand, as long as their sign follows ("要点:" "【摘要】" "TL;DR:").
void Breaks::atLabels()
{
    for (const char16_t *word : {u"要点", u"一句话总结", u"摘要", u"作者", u"单位", u"tl;dr", u"key points", u"authors",
                                 u"abstract", u"核心要点", u"中文摘要", u"英文摘要"})
        for (qsizetype at = m_text.indexOf(QStringView(word), 0, Qt::CaseInsensitive); at >= 0;
             at = m_text.indexOf(QStringView(word), at + 1, Qt::CaseInsensitive))
            if (const qsizetype begin = labelBegin(m_text, at); begin >= 0)
                m_places.append(begin);
    if (!hasAspects(m_text))
        return;
    for (const char16_t *word : {u"动机：", u"方法：", u"优势：", u"动机:", u"方法:", u"优势:"})
        for (qsizetype at = m_text.indexOf(QStringView(word), 1); at >= 0;
             at = m_text.indexOf(QStringView(word), at + 1))
            if (m_text[at - 1].isSpace())
                m_places.append(at);
}

void Breaks::atWords()
{
    for (const char16_t *word : {u"另外几篇", u"其他值得关注", u"正文完", u"内容中包含的图片若涉及版权"})
        for (qsizetype at = m_text.indexOf(QStringView(word)); at >= 0; at = m_text.indexOf(QStringView(word), at + 1))
            m_places.append(at > 0 && opensBracket(m_text[at - 1]) ? at - 1 : at);
}

/// "转自…" before the first head; further on it is text.
void Breaks::atVia()
{
    const qsizetype first = m_places.isEmpty() ? 0 : m_places.first();
    if (const qsizetype at = m_text.left(first).indexOf(u"转自"); at >= 0)
        m_places.append(at);
}

void Breaks::atLegends()
{
    for (qsizetype at = 0; at < m_text.size(); ++at) {
        if (!isCapital(m_text[at]))
            continue;
        const qsizetype end = legendEnd(m_text, at);
        if (end < 0)
            continue;
        m_places.append(at);
        m_places.append(end);
        at = end - 1;
    }
}

/// A link stands alone if the post goes on with something new behind it; else it is part of a text.
void Breaks::atLinks()
{
    std::sort(m_places.begin(), m_places.end());
    QList<qsizetype> links; // no link's place lies behind a later one, so they need not be among the others meanwhile
    for (qsizetype at = findUrl(m_text); at >= 0;) {
        const qsizetype end = at + urlLength(m_text, at);
        qsizetype after = end;
        while (after < m_text.size() && m_text[after].isSpace())
            ++after;
        const qsizetype begin = linkLabelBegin(m_text, at);
        if (begin < at || after >= m_text.size() || std::binary_search(m_places.begin(), m_places.end(), after)) {
            links.append(begin);
            links.append(end);
        }
        at = findUrl(m_text, end);
    }
    m_places += links;
}

/// "…更快。 We introduce …": an English abstract follows a Chinese sentence.
void Breaks::atChangesOfScript()
{
    constexpr qsizetype glance = 40;
    for (qsizetype at = 1; at + glance < m_text.size(); ++at) {
        const QChar c = m_text[at];
        const bool ends =
            c == u'。' || c == u'！' || c == u'？' || ((c == u';' || c == u'；' || c == u'.') && isHan(m_text[at - 1]));
        if (!ends)
            continue;
        const QStringView after = m_text.mid(at + 1, glance);
        const QStringView bare = after.trimmed();
        if (!bare.isEmpty() && bare.front().isUpper() && !hasHan(after) && bare.count(u' ') >= 3)
            m_places.append(at + 1);
    }
}

QList<qsizetype> Breaks::find()
{
    atTags();
    atVia();
    atLabels();
    atWords();
    atLegends();
    atChangesOfScript();
    atLinks();
    m_places.append(0);
    m_places.append(m_text.size());
    std::sort(m_places.begin(), m_places.end());
    m_places.erase(std::unique(m_places.begin(), m_places.end()), m_places.end());
    return m_places;
}

void appendBlock(QList<Block> &blocks, QStringView text, int place)
{
    text = text.trimmed();
    if (text.isEmpty())
        return;
    Block block;
    block.text = text.toString();
    block.line = place;
    blocks.append(std::move(block));
}

/// Takes the front of a head's line apart: its title, its authors, and what follows are lines of their own.
class FrontCutter
{
public:
    FrontCutter(QList<Block> &blocks, QStringView line, qsizetype titleFrom, int place)
        : m_blocks(blocks), m_line(line), m_titleFrom(titleFrom), m_front(line.mid(titleFrom)), m_place(place)
    {
    }

    void cut();

private:
    bool cutAtAuthors(qsizetype end);
    bool cutAtChineseTitle(qsizetype end);
    void add(QStringView text) { appendBlock(m_blocks, text, m_place); }

    QList<Block> &m_blocks;
    QStringView m_line;
    qsizetype m_titleFrom;
    QStringView m_front;
    int m_place;
};

/// "Title A Name, B Name … [Place] …": the names end at `end`.
bool FrontCutter::cutAtAuthors(qsizetype end)
{
    // Something follows names; a line of a table of contents ends with its title.
    const bool follows = end < m_front.size();
    const bool certain = follows && (opensBracket(m_front[end]) || m_front[end] == u'(' || m_front[end] == u'（');
    const qsizetype authors = follows ? authorsInGlued(m_front.left(end), certain) : -1;
    if (authors < 0)
        return false;
    add(m_line.left(m_titleFrom + authors));
    if (certain) { // the reader of author lines knows brackets and years, and what stands behind them
        add(m_front.mid(authors));
        return true;
    }
    qsizetype to = end;
    while (to < m_front.size() && (m_front[to] == u'…' || m_front[to] == u'.'))
        ++to;
    add(m_front.mid(authors, to - authors));
    add(m_front.mid(to));
    return true;
}

/// "Title 中文标题 A Name, B Name [Place] …": the first ideograph stands at `end`.
bool FrontCutter::cutAtChineseTitle(qsizetype end)
{
    if (end >= m_front.size() || !isHan(m_front[end]))
        return false;
    const qsizetype title = chineseTitleBegin(m_front, end, m_front);
    qsizetype names = end; // behind the last ideograph before the bracket or the link
    for (qsizetype at = end; at < m_front.size() && at - end < 1500; ++at) {
        if (opensBracket(m_front[at]) || m_front.mid(at, 4) == u"http")
            break;
        names = isHan(m_front[at]) ? at + 1 : names;
    }
    if (title == 0 || !authorLine(m_front.mid(names).left(1500)))
        return false;
    add(m_line.left(m_titleFrom + title));
    add(m_front.mid(title, names - title));
    add(m_front.mid(names));
    return true;
}

void FrontCutter::cut()
{
    const qsizetype url = findUrl(m_front.left(700));
    const bool linkFirst = url > 0 && !hasHan(m_front.left(url)) && authorsInGlued(m_front.left(url)) < 0;
    if (linkFirst) { // "Title https://… A Name, B Name …"
        const qsizetype end = url + urlLength(m_front, url);
        add(m_line.left(m_titleFrom + url));
        add(m_front.mid(url, end - url));
        add(m_front.mid(end));
        return;
    }
    qsizetype end = namesEnd(m_front.left(1500));
    for (const QStringView year : {QStringView(u"(20"), QStringView(u"（20"), QStringView(u"(19")})
        if (const qsizetype at = m_front.left(end).indexOf(year); at > 0)
            end = at;
    for (qsizetype at = m_front.left(end).indexOf(u'('); at > 0; at = m_front.left(end).indexOf(u'(', at + 1))
        if (isRoundPlace(m_front.left(1500), at))
            end = at;
    for (qsizetype at = m_front.left(end).indexOf(u'（'); at > 0; at = m_front.left(end).indexOf(u'（', at + 1))
        if (isRoundPlace(m_front.left(1500), at))
            end = at;
    if (!cutAtAuthors(end) && !cutAtChineseTitle(end))
        add(m_line);
}

qsizetype tagCount(QStringView text, const QList<LegendItem> &legend)
{
    qsizetype tags = 0;
    for (qsizetype at = 0; at < text.size() && tags < 2; ++at)
        tags += titleAfterTags(text, at, legend) > 0 ? 1 : 0;
    return tags;
}

void appendCut(QList<Block> &blocks, const Block &block, const QList<LegendItem> &legend)
{
    const QStringView text(block.text);
    const QList<qsizetype> places = Breaks(text, legend).find();
    for (qsizetype i = 0; i + 1 < places.size(); ++i) {
        const QStringView line = text.mid(places[i], places[i + 1] - places[i]).trimmed();
        const qsizetype tag = listMark(line).length;
        if (const qsizetype title = tag < line.size() ? titleAfterTags(line, tag, legend) : -1; title > 0)
            FrontCutter(blocks, line, title, block.line).cut();
        else
            appendBlock(blocks, line, block.line);
    }
}

} // namespace

QList<LegendItem> legendInside(QStringView text)
{
    for (qsizetype at = 0; at < text.size(); ++at)
        if (isCapital(text[at]))
            if (const qsizetype end = legendEnd(text, at); end > 0)
                return legendOf(text.mid(at, end - at));
    return {};
}

QList<Block> withoutScrapedLines(const QList<Block> &blocks, const QList<LegendItem> &legend)
{
    QList<Block> out;
    bool some = false;
    for (qsizetype i = 0; i < blocks.size(); ++i) {
        const Block &block = blocks[i];
        const bool scraped = block.kind != Block::Kind::Image && block.text.size() >= shortestScraped &&
                             tagCount(block.text, legend) >= 2;
        if (scraped && !some)
            out = blocks.mid(0, i);
        some = some || scraped;
        if (scraped)
            appendCut(out, block, legend);
        else if (some)
            out.append(block);
    }
    return some ? out : blocks;
}

} // namespace yaodian::digest
