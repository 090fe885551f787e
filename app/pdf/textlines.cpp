#include "pdf/textlines.h"

#include "base/text.h"

#include <algorithm>

namespace yaodian::pdf {

namespace {

double ordinaryHeight(const PageText &page, TextRange range)
{
    QList<double> heights;
    for (int i = range.from; i < range.to; ++i) {
        if (!page.boxes[i].isEmpty())
            heights.append(page.boxes[i].bottom - page.boxes[i].top);
    }
    if (heights.isEmpty())
        return 0;
    const auto middle = heights.begin() + heights.size() / 2;
    std::nth_element(heights.begin(), middle, heights.end());
    return *middle;
}

/// The words stand as far apart as cells do.
bool hasWideGap(const PageText &page, TextRange range)
{
    const Box *before = nullptr;
    for (int i = range.from; i < range.to; ++i) {
        const Box &box = page.boxes[i];
        if (box.isEmpty() || page.text[i].isSpace())
            continue;
        // Widths and heights are shares of different lengths: a page is about 1.35 times as high as wide.
        if (before && box.left - before->right > 1.9 * (box.bottom - box.top))
            return true;
        before = &box;
    }
    return false;
}

} // namespace

Box boxAround(const PageText &page, TextRange range)
{
    Box box;
    for (int i = qMax(0, range.from); i < range.to && i < page.boxes.size(); ++i)
        box = box.united(page.boxes[i]);
    return box;
}

QList<TextLine> textLinesOf(const PageText &page)
{
    QList<TextLine> out;
    int block = -1;
    int from = 0;
    while (from < page.text.size()) {
        qsizetype to = page.text.indexOf(lineEnd, from);
        if (to < 0)
            to = page.text.size();
        if (to > from) {
            TextLine line;
            line.range = {from, int(to)};
            const int before = block;
            while (block + 1 < page.blocks.size() && page.blocks[block + 1].range.from <= from)
                ++block;
            line.block = block;
            line.startsBlock = out.isEmpty() || block != before || (from >= 2 && page.text[from - 2] == lineEnd);
            line.box = boxAround(page, line.range);
            line.height = ordinaryHeight(page, line.range);
            line.text = normalised(QStringView(page.text).mid(from, to - from));
            out.append(std::move(line));
        }
        from = int(to) + 1;
    }
    return out;
}

bool isProse(const PageText &page, const TextBlock &block)
{
    int lines = 0;
    int gaps = 0;
    int letters = 0;
    int from = block.range.from;
    while (from < block.range.to) {
        const qsizetype end = page.text.indexOf(lineEnd, from);
        const int to = end < 0 ? block.range.to : qMin(int(end), block.range.to);
        ++lines;
        gaps += hasWideGap(page, {from, to}) ? 1 : 0;
        for (int i = from; i < to; ++i)
            letters += page.text[i].unicode() > 0x2fff ? 2 : page.text[i].isLetter() ? 1 : 0;
        from = to + 1;
    }
    return lines > 0 && letters >= (lines == 1 ? 45 : 24 * lines) && gaps * 3 <= lines;
}

} // namespace yaodian::pdf
