#include "digest/headmarks.h"

#include "digest/categories.h"
#include "digest/legend.h"

namespace yaodian::digest {

namespace {

constexpr int longestNumber = 3;

/// The digits at `at`, which moves behind them; -1 where there are none or too many.
int digitsAt(QStringView text, qsizetype &at)
{
    int number = 0;
    const qsizetype from = at;
    while (at < text.size() && isDigit(text[at]) && at - from <= longestNumber)
        number = number * 10 + (text[at++].unicode() & 0xF);
    return at > from && at - from <= longestNumber ? number : -1;
}

/// "【1】" "[01]" "［1］"
ListMark bracketMark(QStringView text)
{
    qsizetype at = skipBlanks(text, 1);
    const int number = digitsAt(text, at);
    at = skipBlanks(text, at);
    if (number <= 0 || at >= text.size() || !closesBracket(text[at]))
        return {};
    ++at;
    while (at < text.size() && (text[at].isSpace() || isColon(text[at]) || text[at] == u'、' || text[at] == u'.'))
        ++at;
    return {number, at};
}

/// The word that some posts print before the number of a paper; its length, 0 where there is none.
qsizetype numberWord(QStringView text)
{
    for (const QStringView word :
         {QStringView(u"论文"), QStringView(u"論文"), QStringView(u"Paper"), QStringView(u"No."), QStringView(u"No "),
          QStringView(u"#"), QStringView(u"第"), QStringView(u"TOP")})
        if (mayBeginAlike(text, word) && text.startsWith(word, Qt::CaseInsensitive))
            return word.size();
    return 0;
}

/// "论文 1：" "Paper #1 -" "第1篇："
ListMark wordMark(QStringView text)
{
    qsizetype at = numberWord(text);
    if (at == 0)
        return {};
    const bool counted = text[0] == u'第';
    at = skipBlanks(text, at);
    if (at < text.size() && text[at] == u'#')
        ++at;
    const int number = digitsAt(text, at);
    if (number <= 0)
        return {};
    if (counted && (at >= text.size() || text[at++] != u'篇'))
        return {};
    at = skipBlanks(text, at);
    if (at >= text.size())
        return {};
    const QChar sign = text[at];
    const bool bare = text[0] == u'#' && text[at - 1].isSpace(); // "#1 Title"
    if (!bare && !isColon(sign) && !isDash(sign) && sign != u'.' && sign != u'、' && sign != u'｜')
        return {};
    return {number, skipBlanks(text, bare ? at : at + 1)};
}

/// "1.1 " "2.3.1 ": the number of a section, which counts no papers.
ListMark sectionMark(QStringView text)
{
    qsizetype at = 0;
    int parts = 0;
    while (digitsAt(text, at) >= 0 && ++parts < 5 && at < text.size() && text[at] == u'.')
        ++at;
    return parts > 1 && at < text.size() && text[at].isSpace() ? ListMark{0, skipBlanks(text, at)} : ListMark{};
}

/// "1/ " "3/10 " "01 | ": a number that a stroke ends.
ListMark strokeMark(QStringView text)
{
    qsizetype at = 0;
    const int number = digitsAt(text, at);
    if (number <= 0 || at >= text.size())
        return {};
    if (text[at] == u'/') {
        digitsAt(text, ++at);
        return at < text.size() && text[at].isSpace() ? ListMark{number, skipBlanks(text, at)} : ListMark{};
    }
    at = skipBlanks(text, at);
    if (at >= text.size() || (text[at] != u'|' && text[at] != u'｜'))
        return {};
    return {number, skipBlanks(text, at + 1)};
}

qsizetype latinWords(QStringView text)
{
    qsizetype words = 0;
    bool inWord = false;
    for (const QChar c : text) {
        const bool letter = c.isLetter() && c.unicode() < 0x250;
        words += letter && !inWord ? 1 : 0;
        inWord = letter || (inWord && !c.isSpace());
    }
    return words;
}

/// One part is the English title, the other one the Chinese: which is which is seen by their scripts.
bool areBothLanguages(QStringView english, QStringView chinese)
{
    return latinWords(english) >= 2 && !hasHan(english) && isChinese(chinese) && chinese.size() >= 4;
}

bool setLanguages(Head &head, QStringView first, QStringView second)
{
    first = first.trimmed();
    second = second.trimmed();
    const bool straight = areBothLanguages(first, second);
    if (!straight && !areBothLanguages(second, first))
        return false;
    const QString english = (straight ? first : second).toString();
    head.titleZh = (straight ? second : first).toString();
    head.title = english;
    return true;
}

/// "English（中文）": where its last bracket opens; -1.
qsizetype lastBracket(QStringView title)
{
    if (title.isEmpty() || (title.back() != u')' && title.back() != u'）'))
        return -1;
    int depth = 0;
    for (qsizetype at = title.size() - 1; at >= 0; --at) {
        depth += title[at] == u')' || title[at] == u'）' ? 1 : title[at] == u'(' || title[at] == u'（' ? -1 : 0;
        if (depth == 0)
            return at;
    }
    return -1;
}

} // namespace

ListMark headMark(QStringView text)
{
    if (text.isEmpty())
        return {};
    if (const ListMark mark = listMark(text); mark.number > 0)
        return mark;
    if (opensBracket(text[0]))
        return bracketMark(text);
    if (!isDigit(text[0]))
        return wordMark(text);
    const ListMark section = sectionMark(text);
    return section.length > 0 ? section : strokeMark(text);
}

qsizetype takeMark(const Block &block, qsizetype at, Head &head)
{
    const QStringView text = QStringView(block.text).mid(at);
    const ListMark bullet = listMark(text);
    const ListMark mark = bullet.length > 0 ? bullet : headMark(text);
    if (mark.number > 0)
        head.number = mark.number;
    else if (block.number > 0)
        head.number = block.number;
    return at + mark.length;
}

/// "Title in English 中文标题", "Name: a title Name：中文标题": both on one line, a blank between them.
static void partAtBlank(Head &head)
{
    const QString whole = head.title;
    const QStringView title(whole);
    qsizetype han = 0;
    while (han < title.size() && !isHan(title[han]))
        ++han;
    if (han == 0 || han >= title.size())
        return;
    const qsizetype begin = chineseTitleBegin(title, han, title.left(han));
    const QStringView english = title.left(begin);
    if (english.isEmpty() || !english.back().isSpace() || isColon(english.trimmed().back()) ||
        english.trimmed().size() < 12)
        return;
    setLanguages(head, english, title.mid(begin));
}

void partLanguages(Head &head)
{
    if (!head.titleZh.isEmpty() || !hasHan(head.title))
        return;
    const QString whole = head.title;
    const QStringView title(whole);
    if (const qsizetype open = lastBracket(title); open > 0 && open < title.size() - 2)
        if (setLanguages(head, title.left(open), title.mid(open + 1).chopped(1)))
            return;
    for (const QStringView sign : {QStringView(u" | "), QStringView(u"｜"), QStringView(u"|"), QStringView(u" / "),
                                   QStringView(u" — "), QStringView(u"——"), QStringView(u" – "), QStringView(u" - ")})
        if (const qsizetype at = title.indexOf(sign); at > 0 && title.indexOf(sign, at + sign.size()) < 0)
            if (setLanguages(head, title.left(at), title.mid(at + sign.size())))
                return;
    partAtBlank(head);
}

void tidyTitle(Head &head)
{
    takeTrailingTag(head);
    const QStringView title = QStringView(head.title).trimmed();
    for (const QStringView marks :
         {QStringView(u"“”"), QStringView(u"《》"), QStringView(u"「」"), QStringView(u"\"\"")})
        if (title.size() > 4 && title.front() == marks[0] && title.indexOf(marks[1], 1) == title.size() - 1) {
            head.title = title.mid(1).chopped(1).trimmed().toString();
            break;
        }
    partLanguages(head);
}

void takeTrailingTag(Head &head)
{
    const QStringView title = QStringView(head.title).trimmed();
    if (title.size() < 8)
        return;
    const QChar last = title.back();
    if (!closesBracket(last) && last != u')' && last != u'）')
        return;
    qsizetype open = title.size() - 2;
    while (open > 0 && title.size() - open < 24 && !opensBracket(title[open]) && title[open] != u'(' &&
           title[open] != u'（')
        --open;
    if (open < 4 || title.size() - open >= 24)
        return;
    const QStringView inside = title.mid(open + 1).chopped(1).trimmed();
    const QStringList codes = categoriesIn(inside);
    if (codes.isEmpty() || codes.join(u' ').size() + 2 * codes.size() < inside.size() || !isKnownCode(codes.first()))
        return;
    if (last == u')' && !codes.first().contains(u'.'))
        return; // "Vision Transformers (CV)": an abbreviation of the title's own
    if (head.categories.isEmpty())
        head.categories = codes;
    head.title = title.left(open).trimmed().toString();
}

} // namespace yaodian::digest
