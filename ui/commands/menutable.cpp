#include "ui/commands/menus.h"

namespace yaodian::ui {

QList<Place> placesWithMenu()
{
    return {Place::List,      Place::Sidebar,    Place::Card,   Place::Reader,    Place::Selection,
            Place::Highlight, Place::Highlights, Place::Points, Place::Everywhere};
}

QList<MenuGroup> menuOf(Place place)
{
    using enum MenuRow::Choices;
    switch (place) {
    case Place::List:
        return {{{"list.open"}, {"list.openTab"}, {"list.browser"}, {"session.start"}, {"list.merge"}},
                {{"list.verdict.read"}, {"list.verdict.keep"}, {"list.verdict.drop"}},
                {{"list.star"}, {"list.later"}, {"list.read"}, {"list.tags"}},
                {{"list.copy"}}};
    case Place::Sidebar:
        return {{{"triage.start"}, {"session.start"}, {"export.list"}},
                {{"side.settings"}, {"sync.now"}, {"source.add"}},
                {{"side.rename"}, {"side.remove"}}};
    case Place::Card:
        return {{{"card.copy"}, {"card.copyLink"}},
                {{"list.open"}, {"list.browser"}, {"list.post"}},
                {{"list.verdict.read"}, {"list.verdict.keep"}, {"list.verdict.drop"}},
                {{"list.star"}, {"list.point"}, {"list.tags"}}};
    case Place::Selection:
        return {{{"select.copy"}},
                {{"select.highlight", Here}},
                {{"select.comment"}, {"select.point"}, {"select.evidence"}}};
    case Place::Highlight:
        return {{{"reader.comment"}, {"reader.tags"}, {"reader.evidence"}, {"highlight.copy"}},
                {{"highlight.kind"}, {"highlight.underline"}, {"reader.resize"}},
                {{"reader.history"}, {"reader.removeHighlight"}}};
    case Place::Reader:
        return {{{"reader.peek"}, {"reader.follow"}},
                {{"history.back"}, {"reader.find"}, {"reader.outline"}, {"reader.thumbnails"}},
                {{"reader.fitWidth"}, {"reader.fitPage"}, {"reader.dark"}},
                {{"reader.area"}, {"reader.point"}, {"reader.note"}}};
    case Place::Highlights:
        return {{{"highlights.go"}, {"highlights.copy"}},
                {{"highlights.comment"}, {"highlights.tags"}, {"highlights.kind"}},
                {{"highlights.remove"}}};
    case Place::Points:
        return {{{"points.edit"}, {"points.adopt"}, {"points.evidence"}},
                {{"points.new"}, {"points.up"}, {"points.down"}},
                {{"points.remove"}}};
    case Place::Everywhere:
        return {{{"tab.close"}, {"tab.reopen"}}};
    default:
        return {};
    }
}

} // namespace yaodian::ui
