#include "ui/reader/rulerlines.h"

#include "pdf/pagetext.h"

#include <algorithm>
#include <limits>

namespace yaodian::ui {

namespace {

bool isRead(const pdf::PageText &text, int at)
{
    using pdf::BlockKind;
    const auto block = std::find_if(text.blocks.begin(), text.blocks.end(),
                                    [at](const pdf::TextBlock &b) { return at >= b.range.from && at < b.range.to; });
    return block == text.blocks.end() ||
           (block->kind != BlockKind::Header && block->kind != BlockKind::Footer && block->kind != BlockKind::Margin);
}

/// Scripts and marks of one printed line that the text has as lines of their own.
bool isSameLine(const Box &one, const Box &other)
{
    const double shared = std::min(one.bottom, other.bottom) - std::max(one.top, other.top);
    const double lower = std::min(one.bottom - one.top, other.bottom - other.top);
    return shared > 0.5 * lower && one.right > other.left - 0.02 && other.right > one.left - 0.02;
}

} // namespace

QList<Box> rulerLines(const pdf::PageText &text)
{
    QList<Box> lines;
    for (int at = 0; at < text.text.size();) {
        const pdf::TextRange paragraph = pdf::paragraphAt(text, at);
        QList<Box> own;
        Box all;
        for (const Box &line : isRead(text, paragraph.from) ? pdf::boxesOf(text, paragraph) : QList<Box>()) {
            all = all.united(line);
            if (!own.isEmpty() && isSameLine(own.last(), line))
                own.last() = own.last().united(line);
            else
                own << line;
        }
        for (Box &line : own)
            lines << Box{all.left, line.top, all.right, line.bottom};
        at = std::max(paragraph.to, at) + 1;
        while (at < text.text.size() && text.text.at(at) == pdf::lineEnd)
            ++at;
    }
    return lines;
}

int lineNear(const QList<Box> &lines, QPointF position)
{
    int best = -1;
    double nearest = std::numeric_limits<double>::max();
    for (int i = 0; i < lines.size(); ++i) {
        const Box &line = lines.at(i);
        const double dx = std::max({0.0, line.left - position.x(), position.x() - line.right});
        const double dy = std::max({0.0, line.top - position.y(), position.y() - line.bottom});
        if (const double far = dx + dy; far < nearest) {
            nearest = far;
            best = i;
        }
    }
    return best;
}

} // namespace yaodian::ui
