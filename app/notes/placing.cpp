#include "base/text.h"
#include "notes/anchoring.h"
#include "notes/notes.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>

// Highlights on other documents of their papers.
namespace yaodian::notes {

namespace {

using library::Placement;

Error nothingProposed()
{
    return Error::world(
        QCoreApplication::translate("notes", "No place was found for this highlight: select its passage first."));
}

/// An area around what stands there of its text, as large as it was.
Box areaAround(const QList<Box> &lines, const Box &area)
{
    Box text;
    for (const Box &line : lines)
        text = text.united(line);
    const QPointF middle = text.centre();
    const auto stretch = [](double centre, double length) {
        const double from = std::clamp(centre - length / 2, 0.0, std::max(0.0, 1 - length));
        return std::pair(from, std::min(1.0, from + length));
    };
    const auto [left, right] = stretch(middle.x(), area.right - area.left);
    const auto [top, bottom] = stretch(middle.y(), area.bottom - area.top);
    return text.united({left, top, right, bottom});
}

/// All that is between the first and the last of several passages, as one.
void putPassages(Placement &placement, const QList<Passage> &passages, const library::Highlight &highlight)
{
    const bool isArea = highlight.style == library::Highlight::Style::Area;
    placement.spots.clear();
    QStringList quotes;
    for (const Passage &passage : passages) {
        placement.spots.append(
            {passage.page, isArea ? QList{areaAround(passage.boxes, highlight.boxes.value(0))} : passage.boxes});
        quotes << passage.quote;
    }
    placement.quote = normalised(quotes.join(QLatin1Char(' ')));
    placement.prefix = passages.isEmpty() ? QString() : passages.first().prefix;
    placement.suffix = passages.isEmpty() ? QString() : passages.last().suffix;
}

/// Nothing tells where it is in a document with other pages: as it stood, for the reader to look at.
Placement withoutWords(const library::Highlight &highlight, const QString &document, qsizetype pages)
{
    Placement placement;
    placement.highlight = highlight.id;
    placement.document = document;
    placement.state = Placement::State::Review;
    if (highlight.page < pages)
        placement.spots.append({highlight.page, highlight.boxes});
    return placement;
}

bool isSameText(const QString &a, const QString &b)
{
    return skeletonOf(a).text == skeletonOf(b).text;
}

} // namespace

QList<Placement> placementsIn(const QList<pdf::PageText> &pages, const QString &document,
                              const QList<library::Highlight> &highlights, const CancelToken &token)
{
    const Anchoring anchoring(pages);
    QList<Placement> out;
    for (const library::Highlight &highlight : highlights) {
        if (token.stop_requested())
            break;
        if (highlight.quote.isEmpty()) {
            out << withoutWords(highlight, document, pages.size());
            continue;
        }
        const Anchored found = anchoring.find({highlight.quote, highlight.prefix, highlight.suffix, highlight.page});
        Placement placement;
        placement.highlight = highlight.id;
        placement.document = document;
        placement.state = found.state;
        placement.score = found.score;
        QList<Passage> passages;
        for (const Anchored::Stretch &stretch : found.where)
            passages << passageOf(pages.at(stretch.page), stretch.range, stretch.page, document);
        putPassages(placement, passages, highlight);
        out << placement;
    }
    return out;
}

QList<library::Highlight> highlightsOn(const library::Library &library, library::PaperId paper, const QString &document)
{
    QHash<library::HighlightId, Placement> placements;
    for (const Placement &placement : library.placements(paper, document))
        placements.insert(placement.highlight, placement);
    QList<library::Highlight> out;
    const QList<library::Highlight> all = library.highlights(paper);
    for (const library::Highlight &highlight : all) {
        const Placement placement = placements.value(highlight.id);
        if (highlight.document == document) {
            out << highlight;
        } else if (placement.isPlaced() && placements.contains(highlight.id)) {
            library::Highlight placed = highlight;
            placed.document = document;
            placed.at = -1; // in the text of the other
            placed.quote = placement.quote;
            placed.prefix = placement.prefix;
            placed.suffix = placement.suffix;
            for (const Placement::Spot &spot : placement.spots) {
                placed.page = spot.page;
                placed.boxes = spot.boxes;
                out << placed;
            }
        }
    }
    library::sortInReadingOrder(out);
    return out;
}

Result<void> Notes::decide(const Placement &placement, const QString &label)
{
    const auto done = m_library.act(QStringLiteral("highlight.place"), label,
                                    [&](library::Acts &acts) { return acts.putPlacement(placement); });
    return done.ok() ? Result<void>() : Result<void>(done.error());
}

Result<void> Notes::confirmPlacement(library::HighlightId id, const QString &document)
{
    auto placement = m_library.placement(id, document);
    const auto highlight = m_library.highlight(id);
    if (!placement || !highlight || placement->spots.isEmpty())
        return nothingProposed();
    placement->state =
        isSameText(placement->quote, highlight->quote) ? Placement::State::Same : Placement::State::Changed;
    placement->decided = true;
    return decide(*placement, QCoreApplication::translate("notes", "Place of a highlight"));
}

Result<void> Notes::place(library::HighlightId id, const QString &document, const QList<Passage> &passages)
{
    const auto highlight = m_library.highlight(id);
    if (passages.isEmpty() || !highlight)
        return nothingProposed();
    Placement placement;
    placement.highlight = id;
    placement.document = document;
    placement.score = 1;
    placement.decided = true;
    putPassages(placement, passages, *highlight);
    placement.state =
        isSameText(placement.quote, highlight->quote) ? Placement::State::Same : Placement::State::Changed;
    return decide(placement, QCoreApplication::translate("notes", "Place of a highlight"));
}

Result<void> Notes::declareGone(library::HighlightId id, const QString &document)
{
    Placement placement;
    placement.highlight = id;
    placement.document = document;
    placement.decided = true;
    return decide(placement, QCoreApplication::translate("notes", "A highlight is gone"));
}

} // namespace yaodian::notes
