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

} // namespace

Issue readDaily(const Document &document)
{
    const QList<LegendItem> legend = findLegend(document.blocks);
    const QList<Block> blocks = withoutScrapedLines(document.blocks, legend);
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
