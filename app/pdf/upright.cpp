#include "pdf/upright.h"

namespace yaodian::pdf {

int uprightTurn(const PageText &page, int rotation)
{
    int along = 0;
    int down = 0;
    int up = 0;
    for (qsizetype i = 1; i < page.text.size(); ++i) {
        const Box &before = page.boxes[i - 1];
        const Box &here = page.boxes[i];
        if (before.isEmpty() || here.isEmpty()) // a blank, or the end of a line
            continue;
        const QPointF step = here.centre() - before.centre();
        (qAbs(step.x()) >= qAbs(step.y()) ? along : step.y() > 0 ? down : up) += 1;
    }
    if (along >= down + up) // leftwards may be the script's own way
        return rotation == 180 ? 180 : 0;
    return up > down ? 90 : 270;
}

PageText turned(PageText page, int degrees)
{
    if (degrees == 0)
        return page;
    for (Box &box : page.boxes)
        box = box.isEmpty() ? box : box.turned(degrees);
    for (TextBlock &block : page.blocks)
        block.box = block.box.turned(degrees);
    return page;
}

} // namespace yaodian::pdf
