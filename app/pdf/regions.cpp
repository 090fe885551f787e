#include "pdf/regions.h"

#include "pdf/kinds.h"
#include "pdf/textlines.h"

#include <algorithm>

namespace yaodian::pdf {

namespace {

constexpr double leastRegion = 0.045; ///< of the page: lower than this is no figure
constexpr double edgeOfPage = 0.03;

struct Column
{
    double left = 0;
    double right = 1;
};

/// Whether large words head a section, and are not labels of the drawing that they stand in: they have a number or a
/// name that sections have, or begin where lines of the text do.
bool headsText(const PageText &page, const TextBlock &heading)
{
    constexpr double nearby = 0.012; // of the page's width
    if (headingMarkOf(page.text.mid(heading.range.from, heading.range.to - heading.range.from).simplified()))
        return true;
    return std::any_of(page.blocks.cbegin(), page.blocks.cend(), [&](const TextBlock &block) {
        return block.kind == BlockKind::Body && qAbs(block.box.left - heading.box.left) < nearby &&
               isProse(page, block);
    });
}

/// What a figure ends at.
bool isBarrier(const PageText &page, const TextBlock &block)
{
    if (block.kind == BlockKind::Body)
        return isProse(page, block);
    return block.kind == BlockKind::Heading ? headsText(page, block) : block.kind != BlockKind::Margin;
}

/// The columns that the caption stands in: as wide as the text above and below it.
Column columnOf(const PageText &page, const QList<bool> &barrier, int caption)
{
    const Box &own = page.blocks[caption].box;
    const double middle = (own.left + own.right) / 2;
    Box text;    // of this column
    Box content; // of the whole page
    bool beside = false;
    for (int i = 0; i < page.blocks.size(); ++i) {
        const Box &box = page.blocks[i].box;
        content = content.united(page.blocks[i].kind == BlockKind::Margin ? Box{} : box);
        if (!barrier[i] || i == caption || page.blocks[i].kind == BlockKind::Header ||
            page.blocks[i].kind == BlockKind::Footer)
            continue;
        const double width = box.right - box.left;
        if (width > 0.2 && box.left <= middle && box.right >= middle && width < 0.6)
            text = text.united(box);
        beside |= width > 0.2 && (box.left > own.right || box.right < own.left) && box.top < own.bottom + 0.02 &&
                  box.bottom > own.top - 0.02;
    }
    const bool fits = !text.isEmpty() && own.left > text.left - 0.02 && own.right < text.right + 0.02;
    const bool central = qAbs(middle - (content.left + content.right) / 2) < 0.03;
    if (fits && (beside || !central))
        return {qMin(text.left, own.left), qMax(text.right, own.right)};
    if (!beside)
        return {content.left, content.right};
    return {own.left - 0.02, own.right + 0.02};
}

} // namespace

Box regionOf(const PageText &page, int caption, bool isTable)
{
    QList<bool> barrier;
    for (const TextBlock &block : page.blocks)
        barrier.append(isBarrier(page, block));
    const Box own = page.blocks[caption].box;
    const Column column = columnOf(page, barrier, caption);
    double above = edgeOfPage;
    double below = 1 - edgeOfPage;
    for (int i = 0; i < page.blocks.size(); ++i) {
        const Box &box = page.blocks[i].box;
        const double shared = qMin(box.right, column.right) - qMax(box.left, column.left);
        if (!barrier[i] || i == caption || shared < 0.02)
            continue;
        if (box.bottom <= own.top + 0.004)
            above = qMax(above, box.bottom);
        else if (box.top >= own.bottom - 0.004)
            below = qMin(below, box.top);
    }
    const double over = own.top - above;
    const double under = below - own.bottom;
    const bool down = isTable ? under > leastRegion : over <= leastRegion && under > leastRegion;
    Box out{column.left, down ? own.top : above, column.right, down ? below : own.bottom};
    if (out.bottom - out.top < own.bottom - own.top)
        out = out.united(own);
    constexpr double pad = 0.004;
    return {qMax(0.0, out.left - pad), qMax(0.0, out.top - (down ? pad : 0)), qMin(1.0, out.right + pad),
            qMin(1.0, out.bottom + (down ? 0 : pad))};
}

} // namespace yaodian::pdf
