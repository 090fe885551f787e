#include "digest/scan.h"

#include "digest/digest.h"
#include "digest/paperlinks.h"

namespace yaodian::digest {

bool hasHan(QStringView text)
{
    for (const QChar c : text)
        if (isHan(c))
            return true;
    return false;
}

qsizetype skipBlanks(QStringView text, qsizetype at)
{
    while (at < text.size() && text[at].isSpace())
        ++at;
    return at;
}

namespace {

struct Letters
{
    qsizetype han = 0;
    qsizetype latin = 0;
};

Letters countLetters(QStringView text)
{
    Letters letters;
    for (const QChar c : text) {
        const char16_t u = c.unicode();
        if (isHan(c))
            ++letters.han;
        else if (((u | 0x20) >= u'a' && (u | 0x20) <= u'z') || (u >= 0xC0 && u < 0x250 && u != 0xD7 && u != 0xF7))
            ++letters.latin;
    }
    return letters;
}

} // namespace

bool isChinese(QStringView text)
{
    const Letters letters = countLetters(text);
    return letters.han >= 2 && letters.han * 8 >= letters.latin;
}

bool isLatin(QStringView text)
{
    const Letters letters = countLetters(text);
    return letters.latin >= 2 && letters.han * 8 < letters.latin;
}

namespace {

/// Reads at most four digits of either width.
int readNumber(QStringView text, qsizetype &at)
{
    int number = 0;
    const qsizetype from = at;
    while (at < text.size() && isDigit(text[at]) && at - from < 5)
        number = number * 10 + (text[at++].unicode() & 0xF);
    return at > from && at - from < 5 ? number : -1;
}

bool endsNumber(QStringView text, qsizetype at)
{
    const QChar c = text[at];
    if (c == u'、' || c == u'）' || c == u')' || c == u'．' || c == u'。')
        return true;
    // "3.5 times" and "1.000" are numbers, not marks.
    return c == u'.' && at + 1 < text.size() && !isDigit(text[at + 1]);
}

/// "一" … "九十九" at `at`, which moves behind it; -1 where there is none.
int readChineseNumber(QStringView text, qsizetype &at)
{
    static constexpr QStringView digits = u"零一二三四五六七八九";
    int number = 0;
    const qsizetype from = at;
    for (; at < text.size() && at - from < 3; ++at) {
        if (text[at] == u'十')
            number = number == 0 ? 10 : number * 10;
        else if (const qsizetype digit = digits.indexOf(text[at]); digit > 0)
            number += int(digit);
        else
            break;
    }
    return at > from ? number : -1;
}

/// "一、" "（二）" "十二．": a sign must follow, as "一种" is a word.
ListMark chineseMark(QStringView text)
{
    const bool bracket = text[0] == u'(' || text[0] == u'（';
    qsizetype at = bracket ? 1 : 0;
    const int number = readChineseNumber(text, at);
    if (number <= 0 || at >= text.size())
        return {};
    const QChar sign = text[at];
    if (bracket ? sign != u')' && sign != u'）' : sign != u'、' && sign != u'．' && sign != u'.')
        return {};
    return {number, skipBlanks(text, at + 1)};
}

/// "1️⃣": a digit in a keycap.
ListMark keycapMark(QStringView text)
{
    qsizetype at = 1;
    if (at < text.size() && text[at].unicode() == 0xFE0F)
        ++at;
    if (at >= text.size() || text[at].unicode() != 0x20E3)
        return {};
    return {text[0].digitValue(), skipBlanks(text, at + 1)};
}

} // namespace

ListMark listMark(QStringView text)
{
    if (text.isEmpty())
        return {};
    qsizetype at = 0;
    const QChar first = text[0];
    if (isDigit(first) && text.size() > 1 && (text[1].unicode() == 0xFE0F || text[1].unicode() == 0x20E3))
        return keycapMark(text);
    if (isHan(first) || (text.size() > 2 && isHan(text[1]) && (first == u'(' || first == u'（')))
        return chineseMark(text);
    if (first.unicode() >= 0x2460 && first.unicode() <= 0x2473) // ① … ⑳
        return {first.unicode() - 0x2460 + 1, skipBlanks(text, 1)};
    if (first == u'•' || first == u'●' || first == u'·' || first == u'▪' || first == u'◆' || first == u'◇' ||
        first == u'○' || first == u'□' || first == u'►' || first == u'◦' || first == u'※' || first == u'■')
        return {0, skipBlanks(text, 1)};
    if (first == u'-' || first == u'*' || first == u'+' || first == u'–')
        return text.size() > 1 && text[1].isSpace() ? ListMark{0, skipBlanks(text, 1)} : ListMark{};
    const bool bracket = first == u'(' || first == u'（';
    at = bracket ? skipBlanks(text, 1) : 0;
    if (at >= text.size() || !isDigit(text[at]))
        return {};
    const int number = readNumber(text, at);
    at = skipBlanks(text, at);
    if (number < 0 || at >= text.size())
        return {};
    if (bracket ? text[at] != u')' && text[at] != u'）' : !endsNumber(text, at))
        return {};
    ++at;
    // "1)、" and "1.、" occur: the second mark belongs to the first.
    if (at < text.size() && (text[at] == u'、' || text[at] == u'.'))
        ++at;
    return {number, skipBlanks(text, at)};
}

namespace {

bool isUrlCharacter(QChar c)
{
    const char16_t u = c.unicode();
    if (u <= 0x20 || u >= 0x7F)
        return false;
    return u != u'<' && u != u'>' && u != u'"' && u != u'`' && u != u'{' && u != u'}' && u != u'|' && u != u'^' &&
           u != u'\\';
}

/// A legend's code ("LG" before " - 机器学习") at the end of an address belongs to the line's next text.
qsizetype withoutGluedCode(QStringView text, qsizetype from, qsizetype to)
{
    qsizetype after = skipBlanks(text, to);
    if (after == to || after >= text.size() || !isDash(text[after]))
        return to;
    after = skipBlanks(text, after + 1);
    if (after >= text.size() || !isHan(text[after]))
        return to;
    qsizetype at = to;
    while (at > from && to - at < 3 && text[at - 1] >= u'A' && text[at - 1] <= u'Z')
        --at;
    return to - at >= 2 ? to - 2 : to;
}

} // namespace

bool isShortened(QStringView url)
{
    return url.endsWith(u"...") || url.endsWith(u"…");
}

qsizetype urlLength(QStringView text, qsizetype from)
{
    const QStringView rest = text.mid(from, 8);
    const qsizetype scheme = rest.startsWith(u"https://", Qt::CaseInsensitive)  ? 8
                             : rest.startsWith(u"http://", Qt::CaseInsensitive) ? 7
                                                                                : 0;
    if (scheme == 0)
        return 0;
    qsizetype to = from + scheme;
    int open = 0;
    while (to < text.size() && isUrlCharacter(text[to])) {
        open += text[to] == u'(' ? 1 : text[to] == u')' ? -1 : 0;
        if (open < 0)
            break;
        ++to;
    }
    to = withoutGluedCode(text, from, to);
    if (isShortened(text.mid(from, to - from)))
        return to - from;
    while (to > from + scheme) {
        const QChar last = text[to - 1];
        if (last != u'.' && last != u',' && last != u';' && last != u':' && last != u'!' && last != u'\'' &&
            last != u']' && last != u'*' && last != u'[')
            break;
        --to;
    }
    return to > from + scheme ? to - from : 0;
}

qsizetype findUrl(QStringView text, qsizetype from)
{
    qsizetype colon = from;
    while ((colon = text.indexOf(u"://", colon)) >= 0) {
        for (const qsizetype back : {5, 4})
            if (colon - back >= from && urlLength(text, colon - back) > 0)
                return colon - back;
        colon += 3;
    }
    return -1;
}

namespace {

/// "2301.00001v2" or "10.1234/a.b" behind a link's label → its address; empty for other words.
QString addressOf(QStringView id)
{
    const auto found = identifierFromText(id.toString());
    if (found && found->scheme == Identifier::Scheme::Arxiv)
        return QStringLiteral("https://arxiv.org/abs/") + found->value + found->version;
    if (found && found->scheme == Identifier::Scheme::Doi)
        return QStringLiteral("https://doi.org/") + found->value;
    return {};
}

} // namespace

QString lineUrl(const Block &block)
{
    const QStringView text(block.text);
    const qsizetype bare = skipDecoration(text);
    const auto label = labelOf(text.mid(bare));
    if (label && label->label != Label::Link)
        return {};
    const qsizetype from = bare + (label ? label->textFrom : 0);
    // The whole (labelled) line is one link whose text may be anything: a title, "论文地址", a shortened address.
    if (block.links.size() == 1 && block.links[0].begin <= from &&
        block.links[0].target.startsWith(QLatin1String("http")) && block.links[0].length >= text.size() - from)
        return block.links[0].target;
    if (label) // "[PDF] [Code]": the label is the link
        for (const BlockLink &link : block.links)
            if (link.begin + link.length <= from && namesPaper(link.target))
                return link.target;
    if (label)
        for (const BlockLink &link : block.links)
            if (link.begin >= from && link.target.startsWith(QLatin1String("http")))
                return link.target;
    const qsizetype at = findUrl(text, from);
    if (at < 0) {
        const QStringView id = text.mid(from).trimmed();
        // "arXiv:2302.03084", "arXiv:2302.03084 [cs.CV]"
        const qsizetype blank = id.indexOf(u' ') < 0 ? id.size() : id.indexOf(u' ');
        const QStringView behind = id.mid(blank).trimmed();
        const bool whole =
            behind.isEmpty() || (behind.size() < 40 && opensBracket(behind.front()) && closesBracket(behind.back()));
        if (label && id.size() < 80)
            return addressOf(whole ? id.left(blank) : id);
        if (id.startsWith(u"arXiv:", Qt::CaseInsensitive) && blank < 40 && blank > 10 && whole)
            return QStringLiteral("https://arxiv.org/abs/") + id.mid(6, blank - 6).toString();
        return id.startsWith(u"arxiv.org/") && !id.contains(u' ') ? QStringLiteral("https://") + id.toString()
                                                                  : QString();
    }
    const qsizetype length = urlLength(text, at);
    if (isShortened(text.mid(at, length)))
        return {};
    if (text.mid(from, at - from).trimmed().size() > 1) // "(https://…" has one sign before it
        return {};
    const QStringView after = text.mid(at + length).trimmed();
    return after.size() <= 1 || (at + length < text.size() && hasHan(after) && after.size() < 200)
               ? text.mid(at, length).toString()
               : QString();
}

QString bookTitle(QStringView text, int &number)
{
    number = 0;
    qsizetype at = 0;
    const ListMark mark = listMark(text);
    if (mark.number > 0) {
        number = mark.number;
        at = mark.length;
    } else if (!text.isEmpty() && opensBracket(text[0])) {
        at = 1;
        const int found = readNumber(text, at);
        if (found < 0 || at >= text.size() || !closesBracket(text[at]))
            return {};
        number = found;
        at = skipBlanks(text, at + 1);
    }
    if (at >= text.size() || text[at] != u'《')
        return {};
    qsizetype close = text.lastIndexOf(u'》');
    if (close < 0)
        close = text.size();
    QStringView after = text.mid(close + 1).trimmed();
    while (after.startsWith(u'*'))
        after = after.mid(1);
    const bool round = !after.isEmpty() && (after.front() == u'(' || after.front() == u'（') &&
                       (after.back() == u')' || after.back() == u'）');
    if (round && isVenue(after.mid(1).chopped(1))) // "《Title》（ECCV 2018）"
        after = {};
    return after.isEmpty() ? text.mid(at + 1, close - at - 1).trimmed().toString() : QString();
}

bool isVenue(QStringView text)
{
    if (text.size() > 80 || text.size() < 6 || text.endsWith(u'.') || text.endsWith(u'。'))
        return false;
    for (qsizetype at = 0; at + 4 <= text.size(); ++at) {
        const QStringView year = text.mid(at, 4);
        if ((year.startsWith(u"20") || year.startsWith(u"19")) && isDigit(year[2]) && isDigit(year[3]))
            return isLatin(text);
    }
    return false;
}

bool opensClosingList(const Block &block)
{
    const QStringView text(block.text);
    if (text.size() > 40)
        return false;
    QStringView bare = text;
    while (!bare.isEmpty() &&
           (isColon(bare.back()) || bare.back().isSpace() || bare.back() == u'*' || closesBracket(bare.back())))
        bare.chop(1);
    while (!bare.isEmpty() &&
           (bare.front() == u'*' || bare.front() == u'#' || bare.front().isSpace() || opensBracket(bare.front())))
        bare = bare.mid(1);
    const bool more = bare.startsWith(u"另外") || bare.startsWith(u"其他") || bare.startsWith(u"其它") ||
                      bare.startsWith(u"更多") || bare.startsWith(u"还有") || bare.startsWith(u"此外");
    if (!more)
        return false;
    if (block.isHeading() && bare.size() <= 12)
        return true;
    return bare.contains(u"论文") || bare.contains(u"值得关注") || bare.contains(u"文章") || bare.contains(u"几篇");
}

} // namespace yaodian::digest
