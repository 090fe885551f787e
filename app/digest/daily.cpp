#include "digest/legend.h"
#include "digest/runon.h"
#include "digest/scan.h"
#include "digest/segments.h"

namespace yaodian::digest {

Issue readDaily(const Document &document)
{
    const QList<LegendItem> legend = findLegend(document.blocks);
    QList<Line> lines;
    lines.reserve(document.blocks.size());
    bool some = false;
    for (const Block &block : document.blocks) {
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
    if (!some)
        return {};
    dropContents(lines);
    Issue issue = readSegments(document, lines, Filler::Manner::Fields, QStringLiteral("daily"));
    if (issue.legend.isEmpty())
        issue.legend = legend;
    return issue;
}

} // namespace yaodian::digest
