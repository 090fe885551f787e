#pragma once

#include "library/library.h"

namespace yaodian::ui {

/// What the sidebar shows, gathered in one go off the main thread.
struct SideData
{
    struct ViewCount
    {
        library::ListQuery::View view;
        int count = 0;
    };
    QList<ViewCount> views;
    int unreadHere = 0; ///< entries of the place
    QList<library::CategoryCount> categories;
    QList<library::Source> sources;
    QHash<library::SourceId, int> unread;       ///< by source
    QHash<library::SourceId, QString> troubles; ///< last outcome of sources that failed
    QList<library::IssueRow> issues;
    struct Search
    {
        QString name;
        QString query;             ///< product.md's QUERY
        int count = 0;             ///< entries, or what its section counts
        library::SearchId id = {}; ///< of one that is kept
    };
    QList<Search> searches; ///< kept by the reader
    QList<Search> tags;     ///< of papers
    QList<Search> kinds;    ///< of highlights, those in use
};

/// The place a list stands for: a view, a source, an issue or a search, narrowed to a category where one is chosen.
struct ListPlace
{
    library::ListQuery::View view = library::ListQuery::View::Today;
    std::optional<library::SourceId> source;
    std::optional<library::IssueId> issue;
    std::optional<QString> category;
    QString search = {}; ///< product.md's QUERY
    friend bool operator==(const ListPlace &, const ListPlace &) = default;
};

/// The query of a place, in the order that suits it: issues and short views by category, long ones newest first.
[[nodiscard]] library::ListQuery queryOf(const ListPlace &place, qint64 todayStartMs);
[[nodiscard]] SideData gatherSide(const library::Library &library, const ListPlace &place, qint64 todayStartMs);
[[nodiscard]] QString viewText(library::ListQuery::View view);
/// The title of an issue for people; one that is only the post's legend is told by its codes ("LG CV CL").
[[nodiscard]] QString issueTitle(const library::IssueRow &issue);
/// "11-22 Sun": how an issue is called in the sidebar.
[[nodiscard]] QString issueText(const library::IssueRow &issue);
/// The same for each of a list. Those of one day say whose they are, or what they are called, too.
[[nodiscard]] QStringList issueNames(const QList<library::IssueRow> &issues);

/// A place as one line of state, and back: "view:unread", "issue:<id>", "search:<query>", with "&category=CL".
[[nodiscard]] QString placeToText(const ListPlace &place);
[[nodiscard]] ListPlace placeFromText(const QString &text);

} // namespace yaodian::ui
