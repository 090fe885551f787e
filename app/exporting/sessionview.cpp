#include "exporting/view.h"

#include "notes/tally.h"

namespace yaodian::exporting {

namespace {

data papersData(const Lookups &lookups, const library::Session &session, Regions &regions)
{
    const library::Library &library = lookups.library();
    ShortNames names;
    data list(data::type::list);
    int number = 0;
    for (const library::PaperId &id : session.queue) {
        const auto paper = library.paper(id);
        if (!paper)
            continue;
        Fields item(Scope::SessionPaper);
        addPaperNames(item, *paper);
        item.set("number", numberData(++number));
        item.set("passed", data(session.done.contains(id)));
        item.set("points", pointsData(lookups, *paper, tellingPoints(library, paper->id)));
        item.set("region", regions.section(QStringLiteral("paper:") + names.of(id.uuid())));
        append(list, std::move(item));
    }
    return list;
}

QString minuteOf(const QDateTime &time)
{
    return time.isValid() ? time.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm")) : QString();
}

} // namespace

QString sessionTitle(const library::Session &session)
{
    return QStringLiteral("阅读 ") + minuteOf(session.started);
}

data sessionView(const Lookups &lookups, const library::Session &session, Regions &regions)
{
    const notes::Tally tally = notes::tallyOf(lookups.library(), session);
    Fields view(Scope::Session);
    view.set("id", rawData(session.id.toString()));
    view.set("title", textData(sessionTitle(session)));
    view.set("title_yaml", yamlData(sessionTitle(session)));
    view.set("started", rawData(minuteOf(session.started)));
    view.set("started_yaml", yamlData(minuteOf(session.started)));
    view.set("ended", rawData(minuteOf(session.ended)));
    view.set("ended_yaml", session.ended.isValid() ? yamlData(minuteOf(session.ended)) : data("null"));
    // An open session has no length yet: what is written must not change with the time of writing.
    const std::optional<qint64> minutes = notes::minutesOf(session);
    view.set("minutes", minutes ? numberData(*minutes) : data(false));
    view.set("minutes_yaml", minutes ? numberData(*minutes) : data("null"));
    const std::pair<const char *, int> counts[] = {{"count", tally.papers},  {"read", tally.read},
                                                   {"keep", tally.keep},     {"drop", tally.drop},
                                                   {"points", tally.points}, {"highlights", tally.highlights}};
    for (const auto &[name, number] : counts)
        view.set(std::string(name) + "_number", numberData(number));
    view.set("papers", papersData(lookups, session, regions));
    view.set("region_summary", regions.section(QStringLiteral("summary")));
    return named("session", std::move(view));
}

} // namespace yaodian::exporting
