#include "digest/headmarks.h"
#include "digest/legend.h"
#include "digest/runon.h"
#include "digest/scan.h"
#include "digest/scraped.h"
#include "digest/segments.h"

namespace yaodian::digest {

namespace {

/// Looked at before anything is copied: most pages that are no digest end here.
bool hasHead(const QList<Block> &blocks, const QList<LegendItem> &legend)
{
    QList<Line> ignored;
    for (const Block &block : blocks)
        if (taggedHead(block, legend) || appendRunOn(ignored, block, legend))
            return true;
    return false;
}

/// "1、[CL]" with nothing behind it: the title stands on the next line.
bool isTagAlone(const Block &block, const QList<LegendItem> &legend)
{
    constexpr qsizetype longestTag = 24;
    if (block.text.size() > longestTag || block.kind == Block::Kind::Image || !block.links.isEmpty())
        return false;
    Head head;
    const qsizetype at = takeMark(block, 0, head);
    return head.number && tagsEnd(block.text, at, legend, head.categories) >= block.text.size() &&
           !head.categories.isEmpty();
}

QList<Block> withJoinedTags(const QList<Block> &blocks, const QList<LegendItem> &legend)
{
    QList<Block> out;
    out.reserve(blocks.size());
    QString tag; // of the line before
    for (const Block &block : blocks) {
        const bool joins =
            !tag.isEmpty() && block.kind != Block::Kind::Image && isLatin(block.text) && !taggedHead(block, legend);
        if (joins)
            out.removeLast();
        out.append(block);
        if (joins) {
            out.last().text.prepend(tag);
            for (BlockLink &link : out.last().links)
                link.begin += tag.size();
        }
        tag = isTagAlone(block, legend) ? block.text + u' ' : QString();
    }
    return out;
}

/// The number in the cell before the title's.
std::optional<int> numberBefore(const Block &block, const QList<Line> &lines)
{
    if (block.row == 0 || block.cell < 2 || lines.isEmpty() || lines.last().block.row != block.row ||
        lines.last().block.text.size() > 3)
        return {};
    const int number = lines.last().block.text.toInt();
    return number > 0 ? std::optional<int>(number) : std::nullopt;
}

} // namespace

Issue readDaily(const Document &document)
{
    const QList<LegendItem> legend = findLegend(document.blocks);
    const QList<Block> blocks = withJoinedTags(withoutScrapedLines(document.blocks, legend), legend);
    if (!hasHead(blocks, legend))
        return {};
    QList<Line> lines;
    lines.reserve(blocks.size());
    bool some = false;
    for (const Block &block : blocks) {
        if (appendRunOn(lines, block, legend)) {
            some = true;
            continue;
        }
        Line line;
        line.block = block;
        line.head = taggedHead(block, legend);
        if (line.head && !line.head->number)
            line.head->number = numberBefore(block, lines);
        line.alsoFromHere = !line.head && some && opensClosingList(block);
        some = some || line.head.has_value();
        lines.append(std::move(line));
    }
    dropContents(lines);
    Issue issue = readSegments(document, lines, Filler::Manner::Fields, QStringLiteral("daily"));
    if (issue.legend.isEmpty())
        issue.legend = legend;
    return issue;
}

} // namespace yaodian::digest
