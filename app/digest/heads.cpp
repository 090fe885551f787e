#include "digest/heads.h"

#include "digest/legend.h"
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

/// Past blanks and the stars and number signs of Markdown.
qsizetype skipDress(QStringView text, qsizetype at)
{
    while (at < text.size() && (text[at].isSpace() || text[at] == u'*' || text[at] == u'#'))
        ++at;
    return at;
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
    qsizetype at = skipDress(text, 0);
    if (block.number > 0)
        head.number = block.number;
    const ListMark mark = listMark(text.mid(at));
    at += mark.length;
    if (mark.number > 0)
        head.number = mark.number;
    at = skipDress(text, at);
    at = tagsEnd(text, at, legend, head.categories);
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
    return head;
}

std::optional<Head> numberedHead(const Block &block)
{
    const QStringView text(block.text);
    if (block.kind == Block::Kind::Image || text.size() > longestHead)
        return {};
    Head head;
    qsizetype at = skipDress(text, 0);
    const ListMark mark = listMark(text.mid(at));
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
    return head;
}

} // namespace yaodian::digest
