#include "digest/categories.h"
#include "digest/digest.h"
#include "digest/headmarks.h"
#include "digest/paperlinks.h"
#include "digest/people.h"
#include "digest/scan.h"
#include "digest/segments.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace yaodian::digest {

namespace {

/// How the post marks its papers; a post is read by the way that most of its papers go.
enum class Shape { None, LinkedTitle, TitleAndLinks, LabelledTitle, PairedTitle, ListedId, Heading };

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
    if (const qsizetype mark = title.lastIndexOf(u"(arXiv:"); mark > 0) {
        title = title.left(mark).trimmed();
        if (title.endsWith(u'.'))
            title.chop(1);
    }
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
    const qsizetype at = qMin(text.size(), skipDecoration(text, takeMark(block, skipDecoration(text), head)));
    // "`CV` Title", "[CV] Title"
    const qsizetype end = tagsEnd(text, at, {}, head.categories);
    if (end > at)
        return qMin(text.size(), skipDecoration(text, end));
    qsizetype word = at;
    while (word < text.size() && word - at < 10 && text[word].unicode() < 128 &&
           (text[word].isLetter() || text[word] == u'.'))
        ++word;
    const bool apart = word < text.size() && word > at && (text[word].isSpace() || text[word] == u'`');
    if (!apart || block.links.isEmpty() || !isKnownCode(text.mid(at, word - at)) ||
        block.links.first().begin > skipDecoration(text, word) + 2)
        return at;
    head.categories = QStringList{text.mid(at, word - at).toString()};
    return qMin(text.size(), qMax(skipDecoration(text, word), block.links.first().begin));
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
    if (found.head.categories.isEmpty())
        found.head.categories = categoriesIn(QStringView(found.head.rest).left(80));
    if (const qsizetype mark = title.lastIndexOf(u"(arXiv:"); mark > 0 && found.head.categories.isEmpty())
        found.head.categories = categoriesIn(title.mid(mark)); // "Title. (arXiv:2012.09897v1 [cs.LG])"
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
    for (const QStringView sign : {QStringView(u" — "), QStringView(u" – ")}) { // "Title — A Name, B Name. [arXiv](…)"
        const qsizetype dash = text.left(end).lastIndexOf(sign);
        const QStringView people = dash > from ? text.mid(dash + sign.size(), end - dash - sign.size()) : QStringView();
        if (people.contains(u',') && authorLine(people))
            end = dash;
    }
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
    if (end < block.links.first().begin)
        found.head.rest = text.mid(end, block.links.first().begin - end).trimmed().toString();
    return found;
}

constexpr qsizetype farthestLinks = 20;

/// "Paper | Code": a line of links' names, one of them the paper's.
bool namesLinksOnly(const Block &block)
{
    if (block.text.size() > 120 || !linkToPaper(block))
        return false;
    qsizetype letters = 0;
    for (const BlockLink &link : block.links) {
        if (!isLinkWord(QStringView(block.text).mid(link.begin, link.length)))
            return false;
        letters += link.length + 3;
    }
    return letters >= block.text.size();
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
    for (qsizetype i = at + 1; i < qMin(blocks.size(), at + farthestLinks) && !blocks[i].isHeading(); ++i) {
        if (namesLinksOnly(blocks[i])) {
            found.shape = Shape::Heading;
            found.head.title = title.trimmed().toString();
            return found;
        }
        if (i >= at + 7)
            continue;
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

/// A link or authors, labelled, in the lines below, before the next title.
bool fieldsFollow(const QList<Block> &blocks, qsizetype at)
{
    for (qsizetype i = at + 1; i < qMin(blocks.size(), at + 7); ++i) {
        const auto below = labelOf(QStringView(blocks[i].text).mid(skipDecoration(blocks[i].text)));
        if (below && below->label == Label::Title)
            return false;
        if (below && (below->label == Label::Authors || (below->label == Label::Link && !lineUrl(blocks[i]).isEmpty())))
            return true;
    }
    return false;
}

/// "1、Title in English" with "标题：中文标题" below it, or the other way round.
ListHead pairedTitle(const QList<Block> &blocks, qsizetype at)
{
    const Block &block = blocks[at];
    if (at + 1 >= blocks.size() || block.text.size() > 300)
        return {};
    const QStringView below(blocks[at + 1].text);
    const qsizetype bare = skipDecoration(below);
    const auto label = labelOf(below.mid(bare));
    if (!label || (label->label != Label::Title && label->label != Label::TitleZh))
        return {};
    ListHead found;
    const qsizetype from = markLength(block, found.head);
    const QStringView own = QStringView(block.text).mid(from).trimmed();
    const QStringView other = below.mid(bare + label->textFrom).trimmed();
    if (!found.head.number && at > 0) { // "01" on a line of its own
        const QString &above = blocks[at - 1].text;
        if (above.size() <= 2 && above.toInt() > 0)
            found.head.number = above.toInt();
    }
    const bool title = found.head.number || block.isHeading() || (isLatin(own) && !own.endsWith(u'.'));
    if (!title || !isTitle(own) || labelOf(own) || !isTitle(other) || isChinese(own) == isChinese(other) ||
        !fieldsFollow(blocks, at + 1))
        return {};
    found.shape = Shape::PairedTitle;
    found.head.title = (isChinese(own) ? other : own).toString();
    found.head.titleZh = (isChinese(own) ? own : other).toString();
    return found;
}

/// "[1] arXiv:2302.03084 [pdf, html]" with "Title: …" below it: the lists of arXiv, as pages and as mail.
ListHead listedId(const QList<Block> &blocks, qsizetype at)
{
    const Block &block = blocks[at];
    const qsizetype id = block.text.indexOf(QLatin1String("arXiv:"), 0, Qt::CaseInsensitive);
    if (id < 0 || id > 12)
        return {};
    ListHead found;
    if (const ListMark mark = headMark(block.text); mark.number > 0)
        found.head.number = mark.number;
    else if (id > 0)
        return {};
    for (qsizetype i = at + 1; i < qMin(blocks.size(), at + 5); ++i) {
        const QStringView text(blocks[i].text);
        const auto label = labelOf(text);
        if (!label || label->label != Label::Title)
            continue;
        QStringView word = QStringView(block.text).mid(id);
        qsizetype end = 0;
        while (end < word.size() && !word[end].isSpace() && word[end] != u'[' && word[end] != u'(')
            ++end;
        const auto named = identifierFromText(word.left(end).toString());
        const BlockLink *link = linkToPaper(block);
        if (!named && !link)
            return {};
        found.head.link = named ? QStringLiteral("https://arxiv.org/abs/") + named->value : link->target;
        found.head.title = text.mid(label->textFrom).trimmed().toString();
        if (found.head.title.isEmpty() && i + 1 < blocks.size())
            found.head.title = blocks[i + 1].text;
        found.head.ofListing = true;
        found.leadsToPaper = true;
        found.shape = Shape::ListedId;
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
    if (at > 0 && pairedTitle(blocks, at - 1).shape != Shape::None)
        return {};
    for (qsizetype i = at + 1; i < qMin(blocks.size(), at + farthestLinks); ++i) {
        if (isRuler(blocks[i].text)) // the next one's
            break;
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
    if (ListHead found = listedId(blocks, at); found.shape != Shape::None)
        return found;
    if (ListHead found = pairedTitle(blocks, at); found.shape != Shape::None)
        return found;
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
               head.second.shape == Shape::PairedTitle || head.second.leadsToPaper;
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

/// Words under which several papers are linked ("Read the paper") are no title.
void dropRepeated(QList<QPair<qsizetype, ListHead>> &heads)
{
    QHash<QString, QSet<QString>> targets;
    for (const auto &head : heads)
        if (head.second.shape == Shape::LinkedTitle)
            targets[head.second.head.title.toLower()].insert(head.second.head.link);
    const auto namesLink = [](const QString &title) {
        const QStringList words = title.split(u' ', Qt::SkipEmptyParts);
        return words.size() <= 5 && std::any_of(words.begin(), words.end(), [](const QString &word) {
                   return word.size() > 1 && isLinkWord(word);
               });
    };
    heads.removeIf([&](const auto &head) {
        return head.second.shape == Shape::LinkedTitle && namesLink(head.second.head.title) &&
               targets.value(head.second.head.title.toLower()).size() > 1;
    });
}

/// A card at the end of an entry that links its paper under the title that stands above: the entry begins there.
void moveToTitles(const QList<Block> &blocks, QList<QPair<qsizetype, ListHead>> &heads)
{
    qsizetype after = -1;
    for (auto &[at, found] : heads) {
        const qsizetype here = at;
        if (found.shape == Shape::LinkedTitle && !blocks[at].isHeading())
            for (qsizetype i = at - 1; i > after && i > at - 16; --i) {
                Head above;
                const qsizetype from = markLength(blocks[i], above);
                if (QStringView(blocks[i].text).mid(from) != found.head.title)
                    continue;
                if (above.number)
                    found.head.number = above.number;
                at = i;
                break;
            }
        after = here;
    }
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
    dropRepeated(heads);
    moveToTitles(document.blocks, heads);
    dropFewHeadings(heads);
    keepMainShape(document.blocks, heads);
    if (heads.size() < 2 || !isListOfPapers(heads))
        return {};
    QList<Line> lines;
    lines.reserve(document.blocks.size());
    for (const Block &block : document.blocks)
        lines.append({block, std::nullopt, false});
    for (auto &[at, found] : heads) {
        tidyTitle(found.head);
        lines[at].head = std::move(found.head);
    }
    return readSegments(document, lines, Filler::Manner::List, QStringLiteral("list"));
}

} // namespace yaodian::digest
