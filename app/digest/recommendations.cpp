#include "digest/frame.h"
#include "digest/headmarks.h"
#include "digest/legend.h"
#include "digest/paperlinks.h"
#include "digest/people.h"
#include "digest/scan.h"
#include "digest/segments.h"

#include <algorithm>

namespace yaodian::digest {

namespace {

/// The next line that is no picture; end where there is none.
qsizetype nextText(const QList<Block> &blocks, qsizetype at)
{
    do
        ++at;
    while (at < blocks.size() && blocks[at].kind == Block::Kind::Image);
    return at;
}

/// Authors stand right below this line, or one Chinese title or link further.
bool authorsFollow(const QList<Block> &blocks, qsizetype at)
{
    bool link = false;
    for (int tries = 0; tries < 2; ++tries) {
        at = nextText(blocks, at);
        if (at < blocks.size() && !link && !lineUrl(blocks[at]).isEmpty()) {
            link = true;
            at = nextText(blocks, at);
        }
        if (at >= blocks.size())
            return false;
        const QStringView whole(blocks[at].text);
        const QStringView text = whole.mid(opensWithPictogram(whole) ? skipDecoration(whole) : 0);
        const auto label = labelOf(text);
        if (label && label->label == Label::Authors)
            return true;
        const bool itself = blocks[at].isItem() && blocks[at].startsParagraph; // an item, no further line of one
        if (!blocks[at].isHeading() && !itself && authorLine(text))
            return true;
        if (text.size() > 80 || !isChinese(text))
            return false;
    }
    return false;
}

/// A heading without a number is a head where authors follow and it is no sentence.
std::optional<Head> headingHead(const Block &block)
{
    if (!block.isHeading() || block.text.size() < 6 || block.text.size() > 300 || !isLatin(block.text))
        return {};
    Head head;
    const ListMark mark = headMark(block.text); // "1.1 Title"
    head.title = block.text.mid(mark.number == 0 ? mark.length : 0);
    tidyTitle(head);
    for (const BlockLink &link : block.links)
        if (link.target.startsWith(QLatin1String("http")))
            head.link = link.target;
    return head;
}

/// "1、中文标题" with the English title below it and the authors of several below that.
void readEnglishBelow(const QList<Block> &blocks, qsizetype at, Head &head)
{
    const qsizetype title = nextText(blocks, at);
    const qsizetype people = nextText(blocks, qMin(title, blocks.size() - 1));
    if (people >= blocks.size() || !isChinese(head.title) || !head.titleZh.isEmpty())
        return;
    const QString &english = blocks[title].text;
    if (hasHan(english) || english.contains(u',') || labelOf(english) || findUrl(english) >= 0 ||
        english.size() > 250 || !blocks[people].text.contains(u',') || !authorLine(blocks[people].text))
        return;
    head.titleZh = std::exchange(head.title, english);
}

/// Lines with the heads marked that have authors below; empty where there are none.
QList<Line> linesWithAuthors(const QList<Block> &blocks)
{
    QList<QPair<qsizetype, Head>> heads;
    for (qsizetype i = 0; i < blocks.size(); ++i) {
        if (!heads.isEmpty() && opensReferences(blocks[i].text))
            break;
        auto head = numberedHead(blocks[i]);
        if (!head)
            head = headingHead(blocks[i]);
        if (head && (authorsFollow(blocks, i) || (!head->rest.isEmpty() && authorLine(head->rest)))) {
            readEnglishBelow(blocks, i, *head);
            heads.append({i, *head});
        }
    }
    QList<Line> lines;
    if (heads.isEmpty())
        return lines;
    lines.reserve(blocks.size());
    for (const Block &block : blocks)
        lines.append({block, std::nullopt, false});
    for (auto &[at, head] : heads)
        lines[at].head = std::move(head);
    return lines;
}

/// Numbered English lines that continue the count are heads too, though no authors follow.
void markFurtherHeads(QList<Line> &lines)
{
    int expected = 0;
    for (Line &line : lines) {
        if (line.head) {
            expected = line.head->number.value_or(0) + 1;
            continue;
        }
        line.alsoFromHere = expected > 0 && opensClosingList(line.block);
        if (expected < 2)
            continue;
        if (auto head = numberedHead(line.block);
            head && head->number == expected && isLatin(head->title) && !head->title.endsWith(u'.')) {
            line.head = std::move(head);
            ++expected;
        }
    }
}

/// In the closing list the titles may stand without number and tag: an English line behind a link, authors below it.
void markAlsoHeads(QList<Line> &lines, const QList<Block> &blocks)
{
    bool also = false;
    bool mayBegin = false;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        Line &line = lines[i];
        const Block &block = line.block;
        also = also || line.alsoFromHere;
        if (block.kind == Block::Kind::Image || !also)
            continue;
        const qsizetype next = nextText(blocks, i);
        const bool linked = next < blocks.size() && !lineUrl(blocks[next]).isEmpty();
        const bool title = (mayBegin || linked) && !line.head && !line.alsoFromHere && block.text.size() >= 6 &&
                           block.text.size() <= 250 && isLatin(block.text) && !block.text.endsWith(u'.') &&
                           findUrl(block.text) < 0 && !labelOf(block.text) && authorsFollow(blocks, i);
        if (title) {
            line.head = Head();
            line.head->title = block.text;
        }
        mayBegin = line.alsoFromHere || !lineUrl(block).isEmpty() || (mayBegin && !legendOf(block.text).isEmpty());
    }
}

/// A post that labels its key points is a digest, though its heads carry no tags.
bool hasFields(const QList<Line> &lines)
{
    return std::any_of(lines.begin(), lines.end(), [](const Line &line) {
        const QStringView text(line.block.text);
        const auto label = labelOf(text.mid(opensWithPictogram(text) ? skipDecoration(text) : 0));
        return label && (label->label == Label::Points || label->label == Label::OneLine);
    });
}

} // namespace

Issue readRecommendations(const Document &document)
{
    QList<Line> lines = linesWithAuthors(document.blocks);
    markFurtherHeads(lines);
    markAlsoHeads(lines, document.blocks);
    const auto heads =
        std::count_if(lines.begin(), lines.end(), [](const Line &line) { return line.head.has_value(); });
    const auto whole = std::count_if(lines.begin(), lines.end(),
                                     [](const Line &line) { return line.head && !line.head->rest.isEmpty(); });
    const bool fields = heads > 0 && (hasFields(lines) || whole * 2 > heads);
    if (heads == 0 || (heads == 1 && !fields))
        return {};
    dropContents(lines);
    return fields ? readSegments(document, lines, Filler::Manner::Fields, QStringLiteral("daily"))
                  : readSegments(document, lines, Filler::Manner::Prose, QStringLiteral("recommendations"));
}

} // namespace yaodian::digest
