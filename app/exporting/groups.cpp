#include "exporting/marked.h"
#include "exporting/view.h"

namespace yaodian::exporting {

namespace {

struct Group
{
    QString title;
    QList<library::Highlight> highlights;
};

QList<Group> byKind(const Lookups &lookups, const QList<library::Highlight> &highlights)
{
    QStringList keys;
    for (const library::Kind &kind : lookups.kinds())
        keys << kind.key;
    QHash<QString, QList<library::Highlight>> some;
    for (const library::Highlight &highlight : highlights) {
        some[highlight.kind] << highlight;
        if (!keys.contains(highlight.kind)) // a kind that is not there any more
            keys << highlight.kind;
    }
    QList<Group> groups;
    for (const QString &key : std::as_const(keys)) {
        if (some.contains(key))
            groups.append({writtenName(lookups.kind(key)), some.value(key)});
    }
    return groups;
}

QList<Group> bySection(const QList<library::Highlight> &highlights)
{
    Group unknown; // first: behind a heading it would seem to stand under that one
    QList<Group> groups;
    for (const library::Highlight &highlight : highlights) {
        if (highlight.section.isEmpty()) {
            unknown.highlights << highlight;
            continue;
        }
        if (groups.isEmpty() || groups.last().title != highlight.section)
            groups.append({highlight.section, {}});
        groups.last().highlights << highlight;
    }
    if (!unknown.highlights.isEmpty())
        groups.prepend(unknown);
    return groups;
}

QList<Group> groupsOf(const Lookups &lookups, const QList<library::Highlight> &highlights)
{
    switch (lookups.groups()) {
    case Template::Groups::Kind:
        return byKind(lookups, highlights);
    case Template::Groups::Section:
        return bySection(highlights);
    case Template::Groups::None:
        break;
    }
    return {{{}, highlights}};
}

} // namespace

data groupedHighlightsData(const Lookups &lookups, const library::Paper &paper,
                           const QList<library::Highlight> &highlights)
{
    if (highlights.isEmpty())
        return data(false);
    data list(data::type::list);
    bool isFirst = true;
    const QList<Group> groups = groupsOf(lookups, highlights);
    for (const Group &group : groups) {
        Fields item(Scope::Group);
        item.set("title", textData(group.title));
        item.set("first", data(isFirst));
        item.set("highlights", highlightsData(lookups, paper, group.highlights));
        append(list, std::move(item));
        isFirst = false;
    }
    return list;
}

} // namespace yaodian::exporting
