#include "base/text.h"
#include "notes/notes.h"
#include "pdf/pagetext.h"

namespace yaodian::notes {

namespace {

/// The stretches of a page's text whose characters lie in an area; what is not printed belongs to what is around it.
QList<pdf::TextRange> rangesIn(const pdf::PageText &page, const Box &area)
{
    QList<pdf::TextRange> out;
    bool inside = false;
    for (int i = 0; i < page.boxes.size(); ++i) {
        const Box &box = page.boxes[i];
        if (box.isEmpty())
            continue;
        const QPointF at = box.centre();
        const bool here = area.contains(at.x(), at.y());
        if (here && inside)
            out.last().to = i + 1;
        else if (here)
            out.append({i, i + 1});
        inside = here;
    }
    return out;
}

} // namespace

Passage areaOf(const pdf::PageText &page, const Box &area, int pageNumber, const QString &document)
{
    constexpr int around = 32;
    Passage passage{document, pageNumber, {area}, {}, {}, {}, library::Highlight::Style::Area};
    const QList<pdf::TextRange> ranges = rangesIn(page, area);
    QStringList quotes;
    for (const pdf::TextRange &range : ranges)
        quotes << pdf::quoteOf(page, range);
    passage.quote = normalised(quotes.join(QLatin1Char(' ')));
    if (passage.quote.isEmpty())
        return passage;
    passage.at = ranges.first().from;
    passage.prefix = normalised(pdf::contextBefore(page, ranges.first(), around));
    passage.suffix = normalised(pdf::contextAfter(page, ranges.last(), around));
    return passage;
}

} // namespace yaodian::notes
