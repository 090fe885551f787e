#include "exporting/escape.h"
#include "exporting/values.h"
#include "exporting/view.h"

#include <QSet>

namespace yaodian::exporting {

namespace {

/// What a digest says where it has no 要点: its abstract in Chinese, else in English, else its prose.
QStringList proseOf(const digest::Entry &entry)
{
    for (const QString &text : {entry.abstractZh, entry.abstractEn, entry.body}) {
        if (const QStringList lines = paragraphs(text); !lines.isEmpty())
            return lines;
    }
    return {};
}

data digestData(const library::ListRow &row, const digest::Entry &entry, const QString &name, Regions &regions)
{
    QStringList points;
    for (const QString &point : entry.keyPoints)
        points << inlineText(point);
    points.removeAll(QString());
    const QStringList prose = points.isEmpty() ? proseOf(entry) : QStringList();
    Fields item(Scope::Digest);
    item.set("id", rawData(row.id.toString()));
    item.set("source", textData(row.sourceTitle.isEmpty() ? row.issueTitle : row.sourceTitle));
    item.set("issue", textData(row.issueTitle));
    item.set("date", rawData(dayOf(row.published)));
    item.set("points", listData(points));
    item.set("one_line", textData(entry.oneLine));
    item.set("prose", listData(prose));
    item.set("says_something", data(!points.isEmpty() || !prose.isEmpty() || !entry.oneLine.isEmpty()));
    item.set("region", regions.section(QStringLiteral("digest:") + name));
    return item;
}

data digestsData(const library::Library &library, library::PaperId paper, Regions &regions)
{
    ShortNames names;
    data list(data::type::list);
    const QList<library::ListRow> mentions = library.mentions(paper);
    for (const library::ListRow &row : mentions) {
        if (const auto content = library.content(row.id))
            append(list, digestData(row, *content, names.of(row.id.uuid()), regions));
    }
    return list;
}

/// Those that back none of the points.
QList<library::Highlight> looseHighlights(QList<library::Highlight> highlights, const QList<library::Point> &points)
{
    QSet<library::HighlightId> tied;
    for (const library::Point &point : points)
        tied.unite(QSet<library::HighlightId>(point.evidence.begin(), point.evidence.end()));
    highlights.removeIf([&](const library::Highlight &highlight) { return tied.contains(highlight.id); });
    return highlights;
}

} // namespace

data paperView(const Lookups &lookups, const library::Paper &paper, Regions &regions)
{
    const library::Library &library = lookups.library();
    const QList<library::Point> points = tellingPoints(library, paper.id); // all that have evidence are among them
    Fields view(Scope::Paper);
    addPaperNames(view, paper);
    view.set("digests", digestsData(library, paper.id, regions));
    const QList<library::Highlight> all = library.highlights(paper.id);
    view.set("points", pointsData(lookups, paper, points, all));
    const QString note = readersMarkdown(library.note(paper.id).text);
    const ValueKey key{ValueKey::What::Note, paper.id.uuid()};
    view.set("note", rawData(markedValue(key, note)));
    view.set("note_hanging", rawData(markedValue({key.what, key.id, 0, 2}, hanging(note, 2))));
    const QList<library::Highlight> loose = looseHighlights(all, points);
    if (lookups.wants("highlights"))
        view.set("highlights", highlightsData(lookups, paper, loose));
    if (lookups.wants("groups"))
        view.set("groups", groupedHighlightsData(lookups, paper, loose));
    for (const char *name : {"points", "note", "highlights"})
        view.set(std::string("region_") + name, regions.section(QString::fromLatin1(name)));
    return named("paper", std::move(view));
}

} // namespace yaodian::exporting
