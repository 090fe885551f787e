#include "exporting/escape.h"
#include "exporting/view.h"

#include <utility>

namespace yaodian::exporting {

namespace {

/// Entry's categories as the post prints them.
QString codes(const digest::Entry &entry)
{
    return entry.categories.isEmpty() ? QString()
                                      : QLatin1Char('[') + entry.categories.join(QLatin1Char(' ')) + QLatin1Char(']');
}

data entryData(const Lookups &lookups, const library::ListRow &row, const digest::Entry &entry, const QString &name,
               Regions &regions)
{
    const library::Library &library = lookups.library();
    const auto paper = library.paper(row.paper);
    Fields item(Scope::Entry);
    addPaperNames(item, paper.value_or(library::Paper{
                            row.paper, entry.title, entry.titleZh, entry.authors, entry.categories, {}, {}}));
    item.set("entry", rawData(row.id.toString()));
    item.set("number", entry.number ? numberData(*entry.number) : data(false));
    item.set("codes", textData(codes(entry)));
    item.set("title", textData(entry.title.isEmpty() ? entry.titleZh : entry.title));
    item.set("title_zh", textData(entry.title.isEmpty() ? QString() : entry.titleZh));
    item.set("authors", textData(entry.authors.join(QStringLiteral(", "))));
    item.set("et_al", data(entry.etAl));
    item.set("one_line", textData(entry.oneLine));
    QStringList said;
    for (const QString &point : entry.keyPoints)
        said << inlineText(point);
    said.removeAll(QString());
    item.set("said", listData(said));
    item.set("has_said", data(!said.isEmpty()));
    item.set("url", rawData(linkTarget(entry.url)));
    item.set("points", paper ? pointsData(lookups, *paper, tellingPoints(library, paper->id)) : data(false));
    item.set("region", regions.section(QStringLiteral("entry:") + name));
    return item;
}

/// Entries as the post groups them: its main part, then the closing list, then whatever follows.
data groupsData(const Lookups &lookups, library::IssueId issue, Regions &regions)
{
    const library::Library &library = lookups.library();
    library::ListQuery query;
    query.issue = issue;
    query.order = library::ListQuery::Order::IssueOrder;
    query.withTour = true;
    ShortNames names;
    data groups(data::type::list);
    data entries(data::type::list);
    std::optional<digest::Section> section;
    const auto close = [&] {
        if (!section)
            return;
        Fields group(Scope::IssueGroup);
        group.set("also", data(*section == digest::Section::Also));
        group.set("entries", std::exchange(entries, data(data::type::list)));
        append(groups, std::move(group));
    };
    const QList<library::ListRow> rows = library.rows(library.entryIds(query));
    for (const library::ListRow &row : rows) {
        const auto content = library.content(row.id);
        if (!content)
            continue;
        if (section != content->section)
            close();
        section = content->section;
        append(entries, entryData(lookups, row, *content, names.of(row.id.uuid()), regions));
    }
    close();
    return groups;
}

} // namespace

data issueView(const Lookups &lookups, const library::IssueRow &row, Regions &regions)
{
    const digest::Issue issue = lookups.library().issue(row.id).value_or(digest::Issue());
    const QString address = linkTarget(issue.link.isEmpty() ? issue.sourceUrl : issue.link);
    Fields view(Scope::Issue);
    view.set("id", rawData(row.id.toString()));
    view.set("title", textData(row.title));
    view.set("title_yaml", yamlData(row.title));
    view.set("source", textData(row.sourceTitle));
    view.set("source_yaml", yamlData(row.sourceTitle));
    view.set("date", rawData(dayOf(row.published)));
    view.set("date_yaml", yamlData(dayOf(row.published)));
    view.set("author", textData(issue.author));
    view.set("via", textData(issue.via));
    view.set("url", rawData(address));
    view.set("url_yaml", yamlData(address));
    view.set("summary", listData(paragraphs(issue.summary)));
    view.set("intro", listData(paragraphs(issue.intro)));
    view.set("text", issue.entries.isEmpty() ? listData(paragraphs(issue.text)) : data(false));
    view.set("groups", groupsData(lookups, row.id, regions));
    view.set("region_summary", regions.section(QStringLiteral("summary")));
    return named("issue", std::move(view));
}

} // namespace yaodian::exporting
