#include "digest/blockbuilder.h"

#include "digest/redirects.h"
#include "digest/scan.h"

namespace yaodian::digest {

namespace {

/// Of the characters behind U+3000 none is white space, and Chinese text is made of them.
bool isBlank(QChar c)
{
    const char16_t u = c.unicode();
    return u <= u' ' ? u == u' ' || (u >= 0x09 && u <= 0x0D) : u >= 0x85 && u <= 0x3000 && c.isSpace();
}

constexpr qsizetype shortestLead = 4; // "1) " before the opening is none itself

/// Of two blanks typed after a word; an indented line of the source is no such place.
bool isSecondBlank(QStringView text, qsizetype at)
{
    return at >= 2 && text[at] == u' ' && text[at - 1] == u' ' && !text[at - 2].isSpace();
}

} // namespace

void BlockBuilder::addCollapsed(QStringView text)
{
    const qsizetype had = m_text.size();
    m_text.resize(had + text.size());
    QChar *const begin = m_text.data();
    QChar *to = begin + had;
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (isInvisible(text[at]))
            continue;
        if (!isBlank(text[at]))
            *to++ = text[at];
        else if (to > begin && to[-1] != u' ')
            *to++ = u' ';
        else if (m_cell > 0 && m_lead == 0 && to - begin > shortestLead && isSecondBlank(text, at))
            m_lead = to - begin - 1; // "Title  text of the cell"
    }
    m_text.resize(to - begin);
}

void BlockBuilder::dress(Block &block)
{
    block.quote = m_quote;
    block.row = m_cell > 0 ? m_row : 0;
    block.cell = m_cell;
    block.lead = qMin(m_lead, block.text.size());
    if (m_inCaption) {
        block.kind = Block::Kind::Image;
        return;
    }
    if (m_heading > 0) {
        block.kind = Block::Kind::Heading;
        block.level = m_heading;
    } else if (!m_lists.isEmpty() && m_lists.back().inItem) {
        List &list = m_lists.back();
        block.kind = Block::Kind::Item;
        block.level = int(m_lists.size());
        if (!list.itemStarted) {
            block.number = list.ordered ? list.next : 0;
            block.sign = list.sign;
            block.startsParagraph = true;
        } else if (block.startsParagraph) {
            block.kind = Block::Kind::Paragraph; // a further paragraph of the item
        }
        list.itemStarted = true;
    }
}

void BlockBuilder::endLine(bool paragraph)
{
    if (m_linkBegin >= 0) { // a link across two lines stands in both
        const QString target = m_target;
        closeLink();
        m_target = target;
        m_linkBegin = 0;
    }
    while (!m_text.isEmpty() && m_text.back().isSpace())
        m_text.chop(1);
    if (!m_text.isEmpty() && m_document.blocks.size() < mostBlocks) {
        Block block;
        block.startsParagraph = m_startsParagraph;
        block.text = std::exchange(m_text, QString());
        block.links = std::exchange(m_links, {});
        dress(block);
        m_document.blocks.append(std::move(block));
        m_startsParagraph = false;
    }
    m_text.clear();
    m_links.clear();
    m_lead = 0;
    m_strongOpensLine = false;
    m_startsParagraph = m_startsParagraph || paragraph;
}

void BlockBuilder::addImage(const QString &alt)
{
    if (m_document.blocks.size() >= mostBlocks)
        return;
    // The image stands before the text that its line still collects: readers skip images, so the order does not matter.
    Block block;
    block.kind = Block::Kind::Image;
    block.text = alt.trimmed();
    block.quote = m_quote;
    block.row = m_cell > 0 ? m_row : 0;
    block.cell = m_cell;
    m_document.blocks.append(std::move(block));
}

void BlockBuilder::openLink(const QString &target)
{
    closeLink();
    m_target = withoutRedirect(target);
    m_linkBegin = m_text.size();
}

void BlockBuilder::closeLink()
{
    if (m_linkBegin < 0)
        return;
    if (m_text.size() > m_linkBegin && !m_target.isEmpty() && m_links.size() < mostLinks)
        m_links.append({m_target, m_linkBegin, m_text.size() - m_linkBegin});
    m_linkBegin = -1;
    m_target.clear();
}

void BlockBuilder::openCaption()
{
    endLine(true);
    m_inCaption = true;
}

void BlockBuilder::openHeading(int level)
{
    endLine(true);
    m_heading = level;
}

void BlockBuilder::closeHeading()
{
    endLine(true);
    m_heading = 0;
}

void BlockBuilder::openList(bool ordered, int first, QChar sign)
{
    endLine(true);
    if (m_lists.size() >= deepestNesting) {
        ++m_dropped;
        return;
    }
    m_lists.append({ordered, first - 1, sign, false, false});
}

void BlockBuilder::closeList()
{
    endLine(true);
    if (m_dropped > 0)
        --m_dropped;
    else if (!m_lists.isEmpty())
        m_lists.removeLast();
}

void BlockBuilder::openItem(int number)
{
    endLine(true);
    if (m_lists.isEmpty())
        m_lists.append({false, 0, u'.', false, false}); // an item without its list
    List &list = m_lists.back();
    list.next = number > 0 ? number : list.next + 1;
    list.inItem = true;
    list.itemStarted = false;
}

void BlockBuilder::closeItem()
{
    endLine(true);
    if (!m_lists.isEmpty())
        m_lists.back().inItem = false;
}

void BlockBuilder::openQuote()
{
    endLine(true);
    ++m_quote;
}

void BlockBuilder::closeQuote()
{
    endLine(true);
    m_quote = qMax(0, m_quote - 1);
}

void BlockBuilder::openRow()
{
    endLine(true);
    m_row = ++m_rows;
    m_cell = 0;
}

void BlockBuilder::closeRow()
{
    endLine(true);
    m_row = 0;
    m_cell = 0;
}

void BlockBuilder::openCell()
{
    endLine(true);
    if (m_row > 0)
        ++m_cell;
}

void BlockBuilder::openStrong()
{
    constexpr qsizetype longestMark = 16;
    m_strongOpensLine =
        m_lead == 0 &&
        (m_text.isEmpty() || (m_text.size() < longestMark && listMark(m_text + u' ').length >= m_text.size()));
}

void BlockBuilder::closeStrong()
{
    if (m_strongOpensLine)
        m_lead = m_text.size();
    m_strongOpensLine = false;
}

} // namespace yaodian::digest
