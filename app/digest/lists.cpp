#include "digest/categories.h"
#include "digest/paperlinks.h"
#include "digest/scan.h"
#include "digest/segments.h"

#include <algorithm>

namespace yaodian::digest {

namespace {

/// How the post marks its papers; a post is read by the way that most of its papers go.
enum class Shape { None, LinkedTitle, TitleAndLinks, LabelledTitle, Heading };

struct ListHead
{
    Shape shape = Shape::None;
    Head head;
    bool leadsToPaper = false; ///< its link names one
};

/// A title worth the name: no link's word, and either several words or one long one.
bool isTitle(QStringView text)
{
    text = text.trimmed();
    if (text.size() < 4 || text.size() > 400 || isLinkWord(text))
        return false;
    return text.contains(u' ') || hasHan(text) || text.size() >= 6;
}

/// "[2012.09897] Title" and "Title (arXiv:2012.09897)" → the title.
QString withoutIdentifier(QStringView title)
{
    if (title.startsWith(u'[')) {
        const qsizetype close = title.indexOf(u']');
        if (close > 0 && close < 24 && isLinkWord(title.mid(1, close - 1)))
            title = title.mid(close + 1);
    }
    if (const qsizetype mark = title.lastIndexOf(u"(arXiv:"); mark > 0)
        title = title.left(mark);
    return title.trimmed().toString();
}

/// What stands behind the title adds little: codes, marks, the names of links.
bool isShortRest(const Block &block, qsizetype from)
{
    const QStringView rest = QStringView(block.text).mid(from).trimmed();
    return rest.size() <= 48 || rest.size() * 3 < from;
}

qsizetype markLength(const Block &block, Head &head)
{
    const QStringView text(block.text);
    qsizetype at = skipDecoration(text);
    const ListMark mark = listMark(text.mid(at));
    if (mark.number > 0)
        head.number = mark.number;
    else if (block.number > 0)
        head.number = block.number;
    return qMin(text.size(), skipDecoration(text, at + mark.length));
}

/// "[Title](paper)", with a number before it and codes behind it; in an item also with text behind it.
ListHead linkedTitle(const Block &block)
{
    if (block.links.isEmpty())
        return {};
    ListHead found;
    const qsizetype from = markLength(block, found.head);
    const BlockLink &link = block.links.first();
    const QStringView text(block.text);
    if (link.begin > from + 1 || !link.target.startsWith(QLatin1String("http")))
        return {};
    const QStringView title = text.mid(link.begin, link.length);
    const bool listed = block.isHeading() || block.isItem() || found.head.number;
    if (!isTitle(title) || !(listed || isShortRest(block, link.begin + link.length)))
        return {};
    found.leadsToPaper = namesPaper(link.target);
    if (!found.leadsToPaper && !block.isHeading())
        return {};
    found.shape = Shape::LinkedTitle;
    found.head.title = withoutIdentifier(title);
    found.head.link = link.target;
    found.head.rest = text.mid(link.begin + link.length).trimmed().toString();
    found.head.categories = categoriesIn(QStringView(found.head.rest).left(80));
    return found;
}

/// "**Title**, venue [[paper](…)] [[code](…)]": the title is what stands before the links.
ListHead titleAndLinks(const Block &block)
{
    if (block.links.isEmpty() || !(block.isItem() || block.isHeading() || listMark(block.text).number > 0))
        return {};
    const BlockLink *paper = linkToPaper(block);
    if (!paper)
        return {};
    ListHead found;
    const qsizetype from = markLength(block, found.head);
    const QStringView text(block.text);
    qsizetype end = block.lead > from ? block.lead : block.links.first().begin;
    while (end > from && !text[end - 1].isLetterOrNumber() && text[end - 1] != u')' && text[end - 1] != u'?' &&
           text[end - 1] != u'!')
        --end;
    const QStringView title = text.mid(from, end - from);
    const bool links = std::all_of(block.links.begin(), block.links.end(), [&](const BlockLink &link) {
        return isLinkWord(text.mid(link.begin, link.length));
    });
    if (!links || !isTitle(title) || !isLatin(title) || labelOf(title))
        return {};
    found.shape = Shape::TitleAndLinks;
    found.leadsToPaper = true;
    found.head.title = title.toString();
    found.head.link = paper->target;
    return found;
}

/// A heading with its paper's link or its authors below it, before the next heading.
ListHead plainHeading(const QList<Block> &blocks, qsizetype at)
{
    const Block &block = blocks[at];
    if (!block.isHeading())
        return {};
    ListHead found;
    const qsizetype from = markLength(block, found.head);
    const QStringView title = QStringView(block.text).mid(from);
    if (!isTitle(title) || !isLatin(title))
        return {};
    bool authors = false;
    for (qsizetype i = at + 1; i < qMin(blocks.size(), at + 7) && !blocks[i].isHeading(); ++i) {
        const QStringView text(blocks[i].text);
        const auto label = labelOf(text.mid(skipDecoration(text)));
        authors = authors || (label && label->label == Label::Authors);
        if (!label || label->label != Label::Link || !(authors || linkToPaper(blocks[i])))
            continue;
        found.shape = Shape::Heading;
        found.head.title = title.trimmed().toString();
        return found;
    }
    return {};
}

/// "论文标题：Title", with or without a number, its link or its authors labelled below.
ListHead labelledTitle(const QList<Block> &blocks, qsizetype at)
{
    const Block &block = blocks[at];
    ListHead found;
    const qsizetype from = markLength(block, found.head);
    const QStringView text = QStringView(block.text).mid(from);
    const auto label = labelOf(text);
    if (!label || label->label != Label::Title || !isTitle(text.mid(label->textFrom)))
        return {};
    for (qsizetype i = at + 1; i < qMin(blocks.size(), at + 7); ++i) {
        const auto below = labelOf(QStringView(blocks[i].text).mid(skipDecoration(blocks[i].text)));
        if (below && below->label == Label::Title)
            return {};
        if (!below || below->label != Label::Link || lineUrl(blocks[i]).isEmpty())
            continue;
        found.shape = Shape::LabelledTitle;
        found.head.title = text.mid(label->textFrom).trimmed().toString();
        return found;
    }
    return {};
}

ListHead headAt(const QList<Block> &blocks, qsizetype at)
{
    const Block &block = blocks[at];
    if (block.kind == Block::Kind::Image || block.text.size() > 3000 || block.row > 0)
        return {};
    if (ListHead found = linkedTitle(block); found.shape != Shape::None)
        return found;
    if (ListHead found = titleAndLinks(block); found.shape != Shape::None)
        return found;
    if (ListHead found = labelledTitle(blocks, at); found.shape != Shape::None)
        return found;
    return plainHeading(blocks, at);
}

/// Headings that are links may lead anywhere; the post is a list of papers if half of them lead to one.
bool isListOfPapers(const QList<QPair<qsizetype, ListHead>> &heads)
{
    const auto papers = std::count_if(heads.begin(), heads.end(), [](const auto &head) {
        return head.second.shape == Shape::Heading || head.second.shape == Shape::LabelledTitle ||
               head.second.leadsToPaper;
    });
    return papers >= 2 && papers * 2 >= heads.size();
}

/// Headings that tell more of papers which the list names anyway ("in depth" before the list) are no papers of their
/// own.
void dropFewHeadings(QList<QPair<qsizetype, ListHead>> &heads)
{
    const auto isPlain = [](const auto &head) { return head.second.shape == Shape::Heading; };
    const auto plain = std::count_if(heads.begin(), heads.end(), isPlain);
    if (plain > 0 && plain * 4 < heads.size())
        heads.removeIf(isPlain);
}

/// Of a post that gives each paper a heading, mentions in text and items below it are no papers of their own.
void keepMainShape(const QList<Block> &blocks, QList<QPair<qsizetype, ListHead>> &heads)
{
    const auto headings =
        std::count_if(heads.begin(), heads.end(), [&](const auto &head) { return blocks[head.first].isHeading(); });
    if (headings < 2 || headings * 4 < heads.size())
        return;
    heads.removeIf([&](const auto &head) { return !blocks[head.first].isHeading(); });
}

} // namespace

Issue readList(const Document &document)
{
    QList<QPair<qsizetype, ListHead>> heads;
    for (qsizetype i = 0; i < document.blocks.size(); ++i)
        if (ListHead found = headAt(document.blocks, i); found.shape != Shape::None)
            heads.append({i, std::move(found)});
    dropFewHeadings(heads);
    keepMainShape(document.blocks, heads);
    if (heads.size() < 2 || !isListOfPapers(heads))
        return {};
    QList<Line> lines;
    lines.reserve(document.blocks.size());
    for (const Block &block : document.blocks)
        lines.append({block, std::nullopt, false});
    for (auto &[at, found] : heads)
        lines[at].head = std::move(found.head);
    return readSegments(document, lines, Filler::Manner::List, QStringLiteral("list"));
}

} // namespace yaodian::digest
