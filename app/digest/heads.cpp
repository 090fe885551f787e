#include "digest/heads.h"

#include "digest/categories.h"
#include "digest/headmarks.h"
#include "digest/legend.h"
#include "digest/people.h"
#include "digest/scan.h"

namespace yaodian::digest {

namespace {

constexpr qsizetype longestHead = 400;

/// Codes of "[CL]" or "[CL, LG]" at `at`; empty where what the bracket holds is no code. `at` moves behind it.
QStringList tagAt(QStringView text, qsizetype &at, const QList<LegendItem> &legend)
{
    if (at >= text.size() || !(opensBracket(text[at])))
        return {};
    qsizetype close = at + 1;
    while (close < text.size() && close - at < 40 && !closesBracket(text[close]))
        ++close;
    if (close >= text.size() || !closesBracket(text[close]))
        return {};
    QStringList codes;
    const QStringView inside = text.mid(at + 1, close - at - 1);
    qsizetype from = 0;
    for (qsizetype i = 0; i <= inside.size(); ++i) {
        const bool ends = i == inside.size() || inside[i].isSpace() || inside[i] == u'/' || inside[i] == u',' ||
                          inside[i] == u'，' || inside[i] == u'、' || inside[i] == u'&' || inside[i] == u'|';
        if (!ends)
            continue;
        const QStringView code = inside.mid(from, i - from);
        from = i + 1;
        if (code.isEmpty())
            continue;
        if (!isCategory(code, legend))
            return {};
        codes.append(code.toString());
    }
    if (!codes.isEmpty())
        at = close + 1;
    return codes;
}

/// Behind a number a tag needs no square brackets: "(CV) Title", "CV | Title", "cs.CL: Title". The code must be a
/// known one. Where the title begins; `at` where there is no tag.
qsizetype looseTag(QStringView text, qsizetype at, QStringList &codes)
{
    const bool round = at < text.size() && (text[at] == u'(' || text[at] == u'（');
    const qsizetype from = round ? at + 1 : at;
    qsizetype to = from;
    while (to < text.size() && to - from < 10 &&
           ((text[to].unicode() < 128 && text[to].isLetter()) || text[to] == u'.' || text[to] == u'-'))
        ++to;
    const QStringView code = text.mid(from, to - from);
    if (code.size() < 2 || !isKnownCode(code))
        return at;
    qsizetype end = skipBlanks(text, to);
    if (end >= text.size())
        return at;
    const bool closed = round ? text[end] == u')' || text[end] == u'）'
                              : text[end] == u'|' || text[end] == u'｜' || text[end] == u'·' || text[end] == u'•';
    if (!closed)
        return at;
    codes.append(code.toString());
    return skipBlanks(text, end + 1);
}

/// "《Title》A Name, B Name [Place] (2023) https://…": what follows the title on its line.
void takeBookTitle(Head &head)
{
    const qsizetype close = head.title.indexOf(u'》');
    if (!head.title.startsWith(u'《') || close < 4)
        return;
    head.rest = head.title.mid(close + 1).trimmed();
    head.title = head.title.mid(1, close - 1).trimmed();
}

/// "Title. A Name, B Name. https://…": the line ends in the paper's address.
void takeTrailingLink(Head &head)
{
    QString &text = head.rest.isEmpty() ? head.title : head.rest;
    const qsizetype at = findUrl(text);
    if (at < 0 || at + urlLength(text, at) < text.size())
        return;
    head.link = text.mid(at);
    text = text.left(at).trimmed();
    while (text.endsWith(u'.') || text.endsWith(u'|') || text.endsWith(u','))
        text = text.chopped(1).trimmed();
    const qsizetype stop = head.rest.isEmpty() ? head.title.indexOf(QLatin1String(". ")) : -1;
    if (stop < 4)
        return;
    if (const auto people = authorLine(QStringView(head.title).mid(stop + 2)); people && people->authors.size() > 1) {
        head.rest = head.title.mid(stop + 2);
        head.title = head.title.left(stop);
    }
}

/// Past blanks and the stars and number signs of Markdown.
qsizetype skipDress(QStringView text, qsizetype at)
{
    while (at < text.size() && (text[at].isSpace() || text[at] == u'*' ||
                                (text[at] == u'#' && (at + 1 >= text.size() || !isDigit(text[at + 1])))))
        ++at;
    return at;
}

/// "01 [LG] Title": a number that only a blank parts from the tag. Where the tag begins; `at` where there is none.
qsizetype takeBareNumber(QStringView text, qsizetype at, Head &head)
{
    qsizetype to = at;
    int number = 0;
    while (to < text.size() && isDigit(text[to]) && to - at < 3)
        number = number * 10 + (text[to++].unicode() & 0xF);
    const qsizetype tag = skipBlanks(text, to);
    if (number == 0 || tag == to || tag >= text.size() || !opensBracket(text[tag]))
        return at;
    head.number = number;
    return tag;
}

QString cleanTitle(QStringView title)
{
    title = title.trimmed();
    while (title.endsWith(u"**"))
        title = title.chopped(2).trimmed();
    return title.toString();
}

/// The paper a title links to: an anchor inside the page or a picture is none.
QString titleLink(const Block &block)
{
    for (const BlockLink &link : block.links)
        if (link.target.startsWith(QLatin1String("http")))
            return link.target;
    return {};
}

} // namespace

qsizetype tagsEnd(QStringView text, qsizetype at, const QList<LegendItem> &legend, QStringList &codes)
{
    for (QStringList tag = tagAt(text, at, legend); !tag.isEmpty(); tag = tagAt(text, at, legend)) {
        codes += tag;
        at = skipDress(text, at);
    }
    return at;
}

qsizetype chineseTitleBegin(QStringView text, qsizetype han, QStringView title)
{
    qsizetype begin = han;
    while (begin > 0 && text[begin - 1].isSpace())
        --begin;
    if (begin == 0 || !isColon(text[begin - 1]))
        return han;
    qsizetype colon = 0;
    while (colon < title.size() && !isColon(title[colon]))
        ++colon;
    const QStringView name = title.left(colon);
    const qsizetype repeated = begin - 1 - name.size();
    if (colon > 0 && colon < title.size() && repeated > 0 && text.mid(repeated, name.size()) == name)
        return repeated;
    while (begin > 0 && !text[begin - 1].isSpace())
        --begin;
    return begin;
}

std::optional<Head> taggedHead(const Block &block, const QList<LegendItem> &legend)
{
    const QStringView text(block.text);
    if (block.kind == Block::Kind::Image || text.size() > longestHead)
        return {};
    Head head;
    qsizetype at = skipDress(text, takeMark(block, skipDress(text, 0), head));
    if (!head.number)
        at = takeBareNumber(text, at, head);
    at = tagsEnd(text, at, legend, head.categories);
    if (head.categories.isEmpty() && head.number)
        at = looseTag(text, at, head.categories);
    if (head.categories.isEmpty())
        return {};
    if (at < text.size() && isColon(text[at]))
        at = skipDress(text, at + 1);
    if (!head.number) {
        const ListMark inner = listMark(text.mid(at)); // "[CL] 1、Title"
        if (inner.number > 0) {
            head.number = inner.number;
            at += inner.length;
        }
    }
    head.title = cleanTitle(text.mid(at));
    if (head.title.size() < 2 || head.title.startsWith(QLatin1String("http")) || head.title.startsWith(u'(') ||
        head.title.startsWith(u'（'))
        return {};
    head.link = titleLink(block);
    takeBookTitle(head);
    takeTrailingLink(head);
    partLanguages(head);
    return head;
}

std::optional<Head> numberedHead(const Block &block)
{
    const QStringView text(block.text);
    if (block.kind == Block::Kind::Image || text.size() > longestHead)
        return {};
    Head head;
    qsizetype at = skipDress(text, 0);
    const ListMark mark = headMark(text.mid(at));
    if (mark.number > 0)
        head.number = mark.number;
    else if (block.number > 0)
        head.number = block.number;
    else
        return {};
    head.title = cleanTitle(text.mid(at + mark.length));
    if (head.title.size() < 4 || findUrl(head.title) == 0)
        return {};
    head.link = titleLink(block);
    if (Head whole = head; head.title.startsWith(u'《')) {
        takeBookTitle(whole);
        takeTrailingLink(whole);
        if (authorLine(whole.rest)) // "《Title》A Name, B Name [Place]"
            head = whole;
    }
    tidyTitle(head);
    return head;
}

} // namespace yaodian::digest
