#include "digest/categories.h"
#include "digest/filler.h"
#include "digest/paperlinks.h"
#include "digest/scan.h"

namespace yaodian::digest {

namespace {

/// The block without pictograms and marks before its text ("👥 Authors: …").
Block undecorated(const Block &block)
{
    const qsizetype from = skipDecoration(block.text);
    if (from == 0 || from >= block.text.size())
        return block;
    return withoutFront(block, from);
}

/// Headings inside an entry that say nothing of the paper.
bool isFrameLine(QStringView text)
{
    if (text.size() > 16)
        return false;
    for (const QStringView word : {QStringView(u"基本信息"), QStringView(u"Details"), QStringView(u"More"),
                                   QStringView(u"展开"), QStringView(u"详情"), QStringView(u"Show more")})
        if (text.compare(word, Qt::CaseInsensitive) == 0)
            return true;
    return skipDecoration(text) >= text.size();
}

/// Only the names of links, or only codes.
bool isOnlyLinks(const Block &block)
{
    qsizetype linked = 0;
    for (const BlockLink &link : block.links)
        linked += link.length;
    return !block.links.isEmpty() && linked * 2 > block.text.size();
}

} // namespace

/// What follows a title on its line: codes and links' names are nothing more, the rest is the writer's.
void Filler::takeListedRest(QStringView rest)
{
    qsizetype from = 0;
    while (from < rest.size() && !rest[from].isLetterOrNumber() && !opensBracket(rest[from]) && rest[from] != u'(' &&
           rest[from] != u'“' && rest[from] != u'《')
        ++from;
    rest = rest.mid(from).trimmed();
    if (rest.size() < 24 || (!m_entry.categories.isEmpty() && rest.size() < 48))
        return;
    m_entry.body = rest.toString();
}

void Filler::takeListed(const Block &printed)
{
    const Block block = undecorated(printed);
    if (isFrameLine(block.text))
        return;
    if (block.isHeading() && !labelOf(block.text)) {
        leave(block);
        return;
    }
    // The title's own link stands for the paper; others are only read where it has none.
    if (takeLink(block))
        return;
    if (takeLabel(block) || takePeople(block))
        return;
    if (isOnlyLinks(block)) {
        if (m_entry.url.isEmpty())
            m_entry.url = paperAmong(block);
        return;
    }
    takeListedText(block);
}

void Filler::takeListedText(const Block &block)
{
    const QStringView text(block.text);
    if (m_state == State::Points) {
        takePoint(block);
        return;
    }
    if (m_state != State::Meta) {
        takeText(block);
        return;
    }
    if (text.size() < 60 && !categoriesIn(text).isEmpty() && m_entry.categories.isEmpty()) {
        m_entry.categories = categoriesIn(text);
        return;
    }
    const bool title = m_entry.titleZh.isEmpty() && m_entry.body.isEmpty() && isChinese(text) && text.size() >= 6 &&
                       text.size() <= 60 && block.lead < text.size() && !text.contains(u'。') && !block.isItem();
    if (title)
        m_entry.titleZh = block.text;
    else
        takeProse(block);
}

} // namespace yaodian::digest
