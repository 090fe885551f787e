#include "ui/library/carddata.h"

namespace yaodian::ui {

namespace {

QList<NumberedPoint> pointsOf(const library::Library &library, const library::EntryDetail &detail,
                              const QHash<library::HighlightId, int> &pages)
{
    QList<NumberedPoint> shown;
    const QList<library::Point> all = library.points(detail.row.paper);
    for (qsizetype i = 0; i < all.size(); ++i) {
        if (all[i].entry && *all[i].entry != detail.row.id)
            continue;
        NumberedPoint point{int(i) + 1, all[i].text, all[i].digestText, all[i].isOwn(), all[i].id};
        for (const library::HighlightId id : all[i].evidence)
            point.evidence << NumberedPoint::Evidence{id, pages.value(id)};
        shown << point;
    }
    return shown;
}

} // namespace

std::optional<CardData> gatherCard(const library::Library &library, library::EntryId entry)
{
    std::optional<library::EntryDetail> detail = library.entry(entry);
    if (!detail)
        return std::nullopt;
    CardData data;
    data.detail = std::move(*detail);
    const library::PaperId paper = data.detail.row.paper;
    QHash<library::HighlightId, int> pages;
    for (const library::Highlight &h : library.highlights(paper))
        pages.insert(h.id, h.page);
    data.highlights = int(pages.size());
    data.points = pointsOf(library, data.detail, pages);
    data.note = library.note(paper).text;
    data.tags = library.state(paper).tags;
    for (const library::ListRow &row : library.mentions(paper))
        if (row.id != entry)
            data.others << row;
    return data;
}

} // namespace yaodian::ui
