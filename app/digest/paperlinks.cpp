#include "digest/paperlinks.h"

#include "digest/digest.h"
#include "digest/scan.h"

#include <algorithm>

namespace yaodian::digest {

const BlockLink *linkToPaper(const Block &block)
{
    const auto found = std::find_if(block.links.begin(), block.links.end(), [](const BlockLink &link) {
        return link.target.startsWith(QLatin1String("http")) && namesPaper(link.target);
    });
    return found == block.links.end() ? nullptr : &*found;
}

namespace {

QStringView withoutFrame(QStringView text)
{
    text = text.trimmed();
    while (!text.isEmpty() && !text.front().isLetterOrNumber() && !text.front().isSurrogate())
        text = text.mid(1);
    while (!text.isEmpty() && !text.back().isLetterOrNumber() && !text.back().isSurrogate())
        text.chop(1);
    return text;
}

constexpr QStringView linkWords[] = {
    u"paper",    u"pdf",        u"arxiv", u"link", u"url",      u"abs",      u"abstract", u"read more", u"html",
    u"doi",      u"openreview", u"here",  u"论文", u"论文链接", u"论文地址", u"链接",     u"地址",      u"原文",
    u"原文链接", u"下载",       u"查看",  u"详情", u"全文",     u"papers",   u"view",     u"download",  u"preprint"};

constexpr QStringView otherWords[] = {u"code",  u"github",  u"project", u"project page", u"tweet",   u"demo",
                                      u"video", u"repo",    u"blog",    u"page",         u"website", u"homepage",
                                      u"data",  u"dataset", u"slides",  u"代码",         u"项目",    u"主页",
                                      u"视频",  u"kimi",    u"model",   u"poster"};

template <class Words> bool isOneOf(QStringView text, const Words &words)
{
    return std::any_of(std::begin(words), std::end(words), [text](QStringView word) {
        return text.size() == word.size() && mayBeginAlike(text, word) && text.compare(word, Qt::CaseInsensitive) == 0;
    });
}

/// "Read the paper", "View PDF": up to four words, of which the first asks and the last is what is linked.
bool asksToRead(QStringView text)
{
    static constexpr QStringView asking[] = {u"read", u"view", u"full", u"see", u"get", u"open", u"link", u"download"};
    static constexpr QStringView things[] = {u"paper", u"pdf", u"arxiv", u"preprint", u"abstract", u"article", u"text"};
    const qsizetype first = text.indexOf(u' ');
    return first > 0 && text.size() < 24 && text.count(u' ') < 4 && isOneOf(text.left(first), asking) &&
           isOneOf(text.mid(text.lastIndexOf(u' ') + 1), things);
}

} // namespace

bool isLinkWord(QStringView text)
{
    text = withoutFrame(text);
    if (text.size() < 2 || isOneOf(text, linkWords) || isOneOf(text, otherWords) || findUrl(text) == 0)
        return true;
    if (asksToRead(text))
        return true;
    if (text.startsWith(u"arxiv", Qt::CaseInsensitive) && text.size() < 24)
        return true;
    // "2302.03084v2": an identifier without its name
    return std::none_of(text.begin(), text.end(), [](QChar c) { return c.isLetter() && c != u'v'; });
}

QString paperAmong(const Block &block)
{
    QString byWord;
    for (const BlockLink &link : block.links) {
        if (!link.target.startsWith(QLatin1String("http")))
            continue;
        if (namesPaper(link.target))
            return link.target;
        const QStringView text = withoutFrame(QStringView(block.text).mid(link.begin, link.length));
        if (byWord.isEmpty() && isOneOf(text, linkWords))
            byWord = link.target;
    }
    return byWord;
}

bool isLinkedTitle(const Block &block)
{
    if (block.links.isEmpty())
        return false;
    const BlockLink &first = block.links.first();
    if (block.links.size() == 1 && first.length >= block.text.size())
        return !lineUrl(block).isEmpty();
    constexpr qsizetype longestRest = 40;
    const QStringView text(block.text);
    return first.begin == 0 && namesPaper(first.target) && !isLinkWord(text.left(first.length)) &&
           text.size() - first.length < longestRest && block.links.size() > 1 &&
           std::all_of(block.links.begin() + 1, block.links.end(),
                       [&](const BlockLink &link) { return isLinkWord(text.mid(link.begin, link.length)); });
}

bool opensWithPictogram(QStringView text)
{
    const qsizetype at = skipDecoration(text);
    const QStringView front = text.left(at);
    return std::any_of(front.begin(), front.end(), [](QChar c) {
        return c.isHighSurrogate() || (c.unicode() >= 0x2600 && c.unicode() <= 0x27BF) || c == u'⭐' || c == u'⏰';
    });
}

static bool opensWithOneOf(QStringView text, std::initializer_list<QStringView> signs)
{
    return std::any_of(signs.begin(), signs.end(), [text](QStringView sign) { return text.startsWith(sign); });
}

bool showsPeople(QStringView text)
{
    return opensWithOneOf(text, {u"\U0001F464", u"\U0001F465", u"\U0001F468", u"\U0001F469", u"\U0001F9D1"});
}

bool showsHouse(QStringView text) // or a student's hat
{
    return opensWithOneOf(text, {u"\U0001F3DB", u"\U0001F3EB", u"\U0001F3E2", u"\U0001F393"});
}

Block withoutFront(const Block &block, qsizetype from)
{
    Block bare = block;
    bare.text = block.text.mid(from);
    bare.lead = qMax<qsizetype>(0, block.lead - from);
    for (BlockLink &link : bare.links)
        link.begin = qMax<qsizetype>(0, link.begin - from);
    return bare;
}

bool isRuler(QStringView text)
{
    return std::none_of(text.begin(), text.end(), [](QChar c) {
        return !c.isSpace() && c != u'-' && c != u'=' && c != u'*' && c != u'_' && c != u'~' && c != u'#' &&
               c != u'+' && c != u'\\' && c != u'─' && c != u'━' && c != u'—';
    });
}

qsizetype skipDecoration(QStringView text, qsizetype at)
{
    while (at < text.size()) {
        const QChar c = text[at];
        if (c == u'#' && at + 1 < text.size() && isDigit(text[at + 1]))
            break; // "#1 Title": a number
        if (c.isSpace() || c == u'*' || c == u'#' || c == u'_' || c == u'`' || c.unicode() == 0xFE0F ||
            c.unicode() == 0x200D || (c.unicode() >= 0x2580 && c.unicode() <= 0x27BF) || c == u'⭐' || c == u'⏰') {
            ++at;
            continue;
        }
        if (!c.isHighSurrogate() || at + 1 >= text.size())
            break;
        const char32_t pictogram = QChar::surrogateToUcs4(c, text[at + 1]);
        if (pictogram < 0x1F000 || pictogram > 0x1FAFF)
            break;
        at += 2;
    }
    return at;
}

} // namespace yaodian::digest
