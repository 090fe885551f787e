#include "exporting/view.h"

#include <QSet>

namespace yaodian::exporting {

namespace {

/// What tells one list from another, in words that stay.
QString nameOf(const library::ListQuery &query)
{
    const auto id = [](const auto &of) { return of ? of->toString() : QString(); };
    return QStringLiteral("%1/%2/%3/%4")
        .arg(int(query.view))
        .arg(query.category ? QLatin1Char('=') + *query.category : QString(), id(query.source), id(query.issue));
}

data listedPapers(const Lookups &lookups, const Chosen &chosen)
{
    const library::Library &library = lookups.library();
    data list(data::type::list);
    bool isFirst = true;
    for (const library::PaperId &id : chosen.papers) {
        const auto paper = library.paper(id);
        if (!paper)
            continue;
        QString oneLine;
        const QList<library::ListRow> mentions = library.mentions(paper->id);
        for (const library::ListRow &row : mentions)
            oneLine = row.oneLine.isEmpty() ? oneLine : row.oneLine;
        const QList<library::Point> points = tellingPoints(library, paper->id);
        Fields item(Scope::ListedPaper);
        addPaperNames(item, *paper);
        item.set("first", data(isFirst));
        item.set("one_line", textData(oneLine));
        item.set("has_points", data(!points.isEmpty()));
        item.set("points", pointsData(lookups, *paper, points));
        append(list, std::move(item));
        isFirst = false;
    }
    if (isFirst)
        return data(false);
    return list;
}

} // namespace

Chosen chosenList(const library::Library &library, const library::ListQuery &query, const QString &title)
{
    Chosen chosen{{}, title, nameBasedUuid(u"list", nameOf(query)).toString(QUuid::WithoutBraces)};
    QSet<library::PaperId> seen;
    const QList<library::ListRow> rows = library.rows(library.entryIds(query));
    for (const library::ListRow &row : rows) {
        if (!seen.contains(row.paper))
            chosen.papers << row.paper;
        seen.insert(row.paper);
    }
    return chosen;
}

data listView(const Lookups &lookups, const Chosen &chosen, Regions &regions)
{
    Fields view(Scope::List);
    view.set("id", rawData(chosen.id));
    view.set("title", textData(chosen.title));
    view.set("title_yaml", yamlData(chosen.title));
    view.set("papers", listedPapers(lookups, chosen));
    view.set("region_papers", regions.section(QStringLiteral("papers")));
    return named("list", std::move(view));
}

} // namespace yaodian::exporting
