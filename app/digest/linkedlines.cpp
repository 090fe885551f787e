#include "digest/headmarks.h"
#include "digest/paperlinks.h"
#include "digest/people.h"
#include "digest/segments.h"

namespace yaodian::digest {

namespace {

constexpr qsizetype farthestTitle = 4; // lines above its link

/// The address that a line is, with no other words.
QString bareAddress(const Block &block)
{
    const auto label = labelOf(QStringView(block.text).mid(skipDecoration(block.text)));
    return label && label->label != Label::Link ? QString() : lineUrl(block);
}

/// The line as a title, with what is printed before it; nullopt where it is none.
std::optional<Head> titleLine(const Block &block)
{
    const QStringView text(block.text);
    if (block.kind == Block::Kind::Image || text.size() < 4 || text.size() > 300)
        return {};
    Head head;
    const QStringView title = text.mid(skipDecoration(text, takeMark(block, skipDecoration(text), head))).trimmed();
    if (title.size() < 4 || !isLatin(title) || title.endsWith(u'.') || isColon(title.back()) || findUrl(title) >= 0 ||
        labelOf(title) || isLinkWord(title) || !(title.contains(u' ') || head.number))
        return {};
    head.title = title.toString();
    tidyTitle(head);
    return head;
}

/// Names of several people: one name alone may be a title ("Segment Anything").
bool namesPeople(QStringView text)
{
    return (text.contains(u',') || text.contains(u" and ") || text.contains(u'、')) && authorLine(text);
}

/// The title above the link in line `at`: right above it, or above the authors and the Chinese title; -1.
qsizetype titleAbove(const QList<Block> &blocks, qsizetype at, qsizetype after)
{
    bool far = false;
    for (qsizetype i = at - 1; i > after && i >= at - farthestTitle; --i) {
        const QStringView text(blocks[i].text);
        if (blocks[i].kind == Block::Kind::Image || namesPeople(text) || showsPeople(text) || showsHouse(text) ||
            labelOf(text.mid(skipDecoration(text))))
            continue;
        if (!far && titleLine(blocks[i]))
            return i;
        // Above what is said of the paper only bold type tells the title.
        if (blocks[i].lead == text.size() && titleLine(blocks[i]))
            return i;
        // … or a bullet with people below it.
        if (listMark(text).length > 0 && i + 1 < at && namesPeople(blocks[i + 1].text) && titleLine(blocks[i]))
            return i;
        far = far || !isChinese(text) || text.size() > 120;
    }
    return -1;
}

} // namespace

Issue readLinkedLines(const Document &document)
{
    const QList<Block> &blocks = document.blocks;
    QList<qsizetype> heads;
    qsizetype addresses = 0;
    qsizetype last = -1;
    int count = 0;
    for (qsizetype i = 0; i < blocks.size(); ++i) {
        const QString address = bareAddress(blocks[i]);
        if (address.isEmpty())
            continue;
        const bool paper = namesPaper(address);
        addresses += paper ? 1 : 0;
        const qsizetype title = titleAbove(blocks, i, last);
        last = i;
        if (title < 0)
            continue;
        const int number = titleLine(blocks[title])->number.value_or(0);
        if (!paper && number != count + 1) // an address that says nothing stands for a paper where titles are counted
            continue;
        count = number;
        heads.append(title);
    }
    if (heads.size() < 2 || heads.size() * 2 < addresses)
        return {};
    QList<Line> lines;
    lines.reserve(blocks.size());
    for (const Block &block : blocks)
        lines.append({block, std::nullopt, false});
    for (const qsizetype at : heads) {
        auto head = titleLine(blocks[at]);
        const ListMark mark = at > 0 ? headMark(blocks[at - 1].text) : ListMark();
        QString above = at > 0 ? blocks[at - 1].text.mid(mark.length) : QString();
        if (!above.isEmpty() && opensBracket(above.front()) && closesBracket(above.back()))
            above = above.mid(1).chopped(1);
        const bool chinese = mark.number > 0 && above.size() <= 60 && isChinese(above) && !above.contains(u'。');
        if (chinese && !head->number && head->titleZh.isEmpty()) { // "1、中文标题", the English one below it
            head->number = mark.number;
            head->titleZh = above;
        }
        lines[chinese ? at - 1 : at].head = std::move(head);
    }
    return readSegments(document, lines, Filler::Manner::List, QStringLiteral("list"));
}

} // namespace yaodian::digest
