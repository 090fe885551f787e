#include "ui/library/sidedata.h"

#include "digest/digest.h"
#include "ui/library/sourcetitle.h"

#include <QCoreApplication>
#include <QHash>
#include <QLocale>

#include <algorithm>

namespace yaodian::ui {

using namespace Qt::StringLiterals;
using library::ListQuery;
using View = ListQuery::View;

namespace {

struct ViewName
{
    View view;
    const char *word; ///< in the state file
    const char *text;
};

constexpr ViewName viewNames[] = {
    {View::Today, "today", QT_TRANSLATE_NOOP("views", "Today")},
    {View::Unread, "unread", QT_TRANSLATE_NOOP("views", "Unread")},
    {View::Later, "later", QT_TRANSLATE_NOOP("views", "Later")},
    {View::Starred, "starred", QT_TRANSLATE_NOOP("views", "Starred")},
    {View::Kept, "kept", QT_TRANSLATE_NOOP("views", "Kept")},
    {View::WithNotes, "notes", QT_TRANSLATE_NOOP("views", "With notes")},
    {View::NeedsCheck, "check", QT_TRANSLATE_NOOP("views", "To check")},
    {View::All, "all", QT_TRANSLATE_NOOP("views", "All")},
};

} // namespace

QString viewText(View view)
{
    for (const ViewName &name : viewNames)
        if (name.view == view)
            return QCoreApplication::translate("views", name.text);
    return {};
}

QString issueTitle(const library::IssueRow &issue)
{
    QStringList codes;
    for (const digest::LegendItem &item : digest::legendOf(issue.title))
        codes << item.code;
    return codes.isEmpty() ? issue.title.simplified() : codes.join(u' ');
}

QString issueText(const library::IssueRow &issue)
{
    // Without a date of its own the day it was imported says nothing: its title does.
    const QDateTime when =
        (issue.published.isValid() || !issue.title.isEmpty() ? issue.published : issue.firstSeen).toLocalTime();
    if (!when.isValid())
        return issueTitle(issue);
    return QLocale(QCoreApplication::translate("views", "en", "the locale of dates, such as zh_CN"))
        .toString(when, QCoreApplication::translate("views", "MM-dd ddd", "date of an issue in the sidebar"));
}

QStringList issueNames(const QList<library::IssueRow> &issues)
{
    QHash<QString, QList<qsizetype>> called;
    QStringList names;
    for (const library::IssueRow &issue : issues) {
        called[issueText(issue)] << names.size();
        names << issueText(issue);
    }
    for (const QList<qsizetype> &same : std::as_const(called)) {
        const auto isOfFirst = [&](qsizetype at) { return issues[at].source == issues[same.first()].source; };
        const bool areOfOne = std::all_of(same.cbegin(), same.cend(), isOfFirst);
        for (const qsizetype at : same.size() > 1 ? same : QList<qsizetype>()) {
            const library::IssueRow &issue = issues[at];
            names[at] += u" · "_s + (areOfOne ? issueTitle(issue) : sourceTitle(issue.source, issue.sourceTitle));
        }
    }
    return names;
}

namespace {

/// The library's categories with their counts in a place: those it has none of stay, so that no row of the sidebar
/// moves when one goes from issue to issue.
QList<library::CategoryCount> categoriesOf(const library::Library &library, ListPlace place, qint64 todayStartMs)
{
    place.category.reset();
    QList<library::CategoryCount> here = library.categories(queryOf(place, todayStartMs));
    QList<library::CategoryCount> all = library.categories(queryOf({}, todayStartMs));
    for (library::CategoryCount &known : all) {
        const auto it = std::find_if(here.begin(), here.end(),
                                     [&](const library::CategoryCount &c) { return c.code == known.code; });
        known.entries = it == here.end() ? 0 : it->entries;
        if (it != here.end())
            here.erase(it);
    }
    return all + here;
}

/// The tour, under its own name, so that one can come back to it.
std::optional<library::IssueRow> tourIssue(const library::Library &library, library::SourceId source)
{
    ListQuery query;
    query.source = source;
    query.withTour = true;
    const QList<library::ListRow> rows = library.rows(library.entryIds(query, 1));
    auto issue = rows.isEmpty() ? std::nullopt : library.issueRow(rows.first().issue);
    if (issue)
        issue->title = sourceTitle(issue->source, issue->sourceTitle);
    return issue;
}

QString quoted(const QString &word)
{
    return word.contains(u' ') || word.contains(u':') ? u'"' + word + u'"' : word;
}

void addSearches(SideData &data, const library::Library &library, qint64 todayStartMs)
{
    for (const library::SavedSearch &search : library.savedSearches()) {
        ListPlace place;
        place.search = search.query;
        data.searches << SideData::Search{search.name, search.query, library.count(queryOf(place, todayStartMs)),
                                          search.id};
    }
    for (const library::TagCount &tag : library.paperTags())
        data.tags << SideData::Search{tag.tag, u"tag:"_s + quoted(tag.tag), tag.papers};
    const bool isChinese = QCoreApplication::translate("views", "en", "the locale of dates, such as zh_CN") != u"en"_s;
    const QHash<QString, int> uses = library.kindUses();
    for (const library::Kind &kind : library.kinds()) {
        if (const int count = uses.value(kind.key); count > 0)
            data.kinds << SideData::Search{isChinese ? kind.nameZh : kind.nameEn, u"kind:"_s + quoted(kind.key), count};
    }
}

} // namespace

ListQuery queryOf(const ListPlace &place, qint64 todayStartMs)
{
    ListQuery query;
    const bool isView = !place.source && !place.issue && place.search.isEmpty();
    query.view = isView ? place.view : View::All;
    query.search = place.search;
    query.source = place.source;
    query.issue = place.issue;
    query.category = place.category;
    query.todayStartMs = todayStartMs;
    query.withTour = place.issue.has_value(); // the tour stands in the list of issues, and nowhere else
    const bool byCategory = isView && (place.view == View::Today || place.view == View::Unread);
    query.order = place.issue  ? ListQuery::Order::IssueOrder
                  : byCategory ? ListQuery::Order::ByCategory
                               : ListQuery::Order::NewestFirst;
    return query;
}

SideData gatherSide(const library::Library &library, const ListPlace &place, qint64 todayStartMs)
{
    SideData data;
    for (const ViewName &name : viewNames) {
        ListPlace view;
        view.view = name.view;
        const ListQuery query = queryOf(view, todayStartMs);
        data.views << SideData::ViewCount{name.view, library.count(query)};
    }
    data.categories = categoriesOf(library, place, todayStartMs);
    data.unreadHere = library.countUnread(queryOf(place, todayStartMs));
    data.unread = library.unreadBySource();
    const QHash<library::SourceId, library::SyncState> states = library.syncStates();
    std::optional<library::SourceId> tour;
    for (const library::Source &source : library.sources()) {
        if (source.kind == library::Source::Kind::Tour) {
            tour = source.id;
            continue;
        }
        data.sources << source;
        if (const auto state = states.constFind(source.id); state != states.cend() && state->failures > 0)
            data.troubles.insert(source.id, state->lastOutcome);
    }
    addSearches(data, library, todayStartMs);
    data.issues = library.issues(200);
    if (const auto row = tour ? tourIssue(library, *tour) : std::nullopt)
        data.issues << *row;
    return data;
}

QString placeToText(const ListPlace &place)
{
    QString text;
    if (!place.search.isEmpty())
        text = u"search:"_s + place.search;
    else if (place.issue)
        text = u"issue:"_s + place.issue->toString();
    else if (place.source)
        text = u"source:"_s + place.source->toString();
    else
        for (const ViewName &name : viewNames)
            if (name.view == place.view)
                text = u"view:"_s + QLatin1StringView(name.word);
    if (place.category)
        text += u"&category="_s + *place.category;
    return text;
}

ListPlace placeFromText(const QString &text)
{
    ListPlace place;
    const qsizetype at = text.lastIndexOf(u"&category="_s);
    const QString main = at < 0 ? text : text.left(at);
    if (at >= 0)
        place.category = text.mid(at + 10);
    if (main.startsWith(u"search:"))
        place.search = main.mid(7);
    else if (main.startsWith(u"issue:"))
        place.issue = library::IssueId::fromString(main.mid(6));
    else if (main.startsWith(u"source:"))
        place.source = library::SourceId::fromString(main.mid(7));
    for (const ViewName &name : viewNames)
        if (main == u"view:"_s + QLatin1StringView(name.word))
            place.view = name.view;
    return place;
}

} // namespace yaodian::ui
