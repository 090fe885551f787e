#include "notes/notes.h"
#include "notes/skeleton.h"
#include "pdf/pagetext.h"

#include <cmath>

namespace yaodian::notes {

namespace {

/// Where the words of a heading stand in the text of its page; of several places, the nearest to its height.
std::optional<int> placeOfHeading(const pdf::PageText &page, const Skeleton &text, const pdf::OutlineItem &heading)
{
    const QString wanted = skeletonOf(heading.title).text;
    std::optional<int> best;
    double bestAway = 0;
    for (qsizetype at = wanted.isEmpty() ? -1 : text.text.indexOf(wanted); at >= 0;
         at = text.text.indexOf(wanted, at + 1)) {
        const pdf::TextRange range = rangeOf(page.text, text.places[at], text.places[at + wanted.size() - 1]);
        const QList<Box> boxes = pdf::boxesOf(page, range);
        const double away = boxes.isEmpty() ? 1 : std::abs(boxes.first().top - heading.top);
        if (!best || away < bestAway) {
            best = int(range.from);
            bestAway = away;
        }
    }
    return best;
}

} // namespace

QString sectionAt(const QList<pdf::OutlineItem> &outline, const pdf::PageText &page, int pageNumber, int at)
{
    const QList<Box> boxes = at < 0 ? QList<Box>() : pdf::boxesOf(page, {at, at + 1});
    const Skeleton text = skeletonOf(page.text);
    const auto isBefore = [&](const pdf::OutlineItem &heading) {
        if (heading.page != pageNumber)
            return heading.page < pageNumber;
        if (const auto place = placeOfHeading(page, text, heading))
            return *place <= at;
        return !boxes.isEmpty() && heading.top <= boxes.first().top;
    };
    QString section;
    for (const pdf::OutlineItem &heading : outline) {
        if (heading.page >= 0 && isBefore(heading))
            section = heading.title.simplified();
    }
    return section;
}

} // namespace yaodian::notes
