#include "ui/shell/scenes.h"

#include "sync/kinds.h"
#include "ui/reader/readerview.h"
#include "ui/shell/readers.h"

namespace yaodian::ui {

using namespace Qt::StringLiterals;

namespace {

// --- what is done ---------------------------------------------------------------------------------------------------

SceneStep command(const char *id, std::optional<int> count = std::nullopt)
{
    return {[id, count](Stage &stage) { stage.run(id, count); }};
}

SceneStep letters(const QString &typed)
{
    return {[typed](Stage &stage) { stage.type(typed); }};
}

SceneStep key(Qt::Key pressed)
{
    return {[pressed](Stage &stage) { stage.press(pressed); }};
}

/// The menu of what is at the cursor.
SceneStep menu()
{
    return {[](Stage &stage) { stage.run("menu.open"); }, [](Stage &stage) { return stage.menu() != nullptr; }};
}

/// The list is there, with an entry on its card.
SceneStep listed()
{
    return {[](Stage &stage) { stage.window().page().focusList(); },
            [](Stage &stage) { return stage.window().page().currentRow().has_value(); }};
}

library::EntryId firstEntry(const library::Library &library)
{
    library::ListQuery query;
    query.withTour = true;
    query.order = library::ListQuery::Order::IssueOrder;
    const auto issues = library.issues(1);
    if (!issues.isEmpty())
        query.issue = issues.first().id;
    const auto entries = library.entryIds(query);
    return entries.isEmpty() ? library::EntryId() : entries.first();
}

/// The newest issue of the filled shelf, or the tour.
SceneStep newestIssue()
{
    return {[](Stage &stage) {
                const library::Library &library = stage.services().library;
                const auto entry = library.entry(firstEntry(library));
                if (!entry)
                    return;
                ListPlace place;
                place.issue = entry->row.issue;
                stage.window().page().goTo(place, entry->row.id);
                stage.window().page().focusList();
            },
            [](Stage &stage) { return stage.window().page().place().issue.has_value(); }};
}

/// The list of the first source.
SceneStep firstSource()
{
    return {[](Stage &stage) {
                ListPlace place;
                for (const library::Source &source : stage.services().library.sources())
                    if (source.isAsked() && !place.source)
                        place.source = source.id;
                stage.window().page().goTo(place);
                stage.window().page().focusList();
            },
            [](Stage &stage) { return stage.window().page().currentRow().has_value(); }};
}

SceneStep place(library::ListQuery::View view)
{
    return {[view](Stage &stage) {
        ListPlace place;
        place.view = view;
        stage.window().page().goTo(place);
        stage.window().page().focusList();
    }};
}

/// The first paper of the newest issue, in the reader.
SceneStep reading()
{
    return {[](Stage &stage) {
                if (const auto entry = stage.services().library.entry(firstEntry(stage.services().library)))
                    stage.window().openPaper(entry->row.paper);
            },
            [](Stage &stage) { return stage.window().isReading() && stage.window().reader()->isSettled(); }};
}

/// The same at its beginning, wherever it was left.
QList<SceneStep> readingThen(const QList<SceneStep> &steps)
{
    return QList<SceneStep>{reading(), command("reader.first")} + steps;
}

/// What the add panel could have found.
sync::Finding inventedFinding()
{
    sync::Finding finding;
    finding.source.title = u"每日论文推介"_s;
    finding.source.url = u"https://blog.example/category/papers/feed/"_s;
    finding.what = sync::kindName(finding.source.kind);
    finding.issues = 10;
    finding.papers = 96;
    finding.titles = {u"LG – 机器学习 CV – 计算机视觉 CL – 计算与语言 (11.27)"_s,
                      u"LG – 机器学习 CV – 计算机视觉 RO – 机器人 (11.26)"_s,
                      u"CL – 计算与语言 AS – 音频与语音 (11.25)"_s, u"Ten papers of the week, and one to argue about"_s,
                      u"LG – 机器学习 AI – 人工智能 (11.23)"_s};
    return finding;
}

// --- the rows -------------------------------------------------------------------------------------------------------

QList<Scene> emptyStates()
{
    using enum Shelf;
    using View = library::ListQuery::View;
    const QString nowhere = u"zzqq nowhere"_s;
    return {
        {"first-start", Tour, {newestIssue()}},
        {"empty-library", Bare, {}},
        {"empty-today", Tour, {place(View::Today)}},
        {"empty-unread", Tour, {place(View::Unread)}},
        {"empty-later", Tour, {place(View::Later)}},
        {"empty-starred", Tour, {place(View::Starred)}},
        {"empty-kept", Tour, {place(View::Kept)}},
        {"empty-notes", Tour, {place(View::WithNotes)}},
        {"empty-filter", Filled, {newestIssue(), command("find.here"), letters(nowhere)}},
        {"empty-find", Filled, {listed(), command("find.everything"), letters(nowhere)}},
        {"empty-palette", Filled, {listed(), command("app.palette"), letters(nowhere)}},
        {"empty-highlights", Tour, {newestIssue(), command("highlights.open")}},
        {"empty-history", Tour, {newestIssue(), command("history.open")}},
        {"empty-activity", Tour, {newestIssue(), command("activity.open")}},
        {"empty-servers", Tour, {newestIssue(), command("servers.open")}},
        {"empty-triage", Bare, {command("triage.start")}},
        {"empty-reader-search", Filled, readingThen({command("reader.find"), letters(nowhere)})},
    };
}

QList<Scene> libraryScenes()
{
    using enum Shelf;
    using View = library::ListQuery::View;
    return {
        {"library", Filled, {listed()}},
        {"library-issue", Filled, {newestIssue()}},
        {"library-all", Filled, {place(View::All)}},
        {"library-filter", Filled, {newestIssue(), command("find.here"), letters(u"passages"_s)}},
        {"library-post", Filled, {newestIssue(), command("list.post")}},
        {"library-sidebar", Filled, {newestIssue(), command("pane.previous")}},
        {"library-selection", Filled, {newestIssue(), command("list.selectAll")}},
        {"library-menu", Filled, {newestIssue(), menu()}},
        {"sidebar-menu", Filled, {firstSource(), command("pane.previous"), menu()}},
        {"point", Filled, {newestIssue(), command("list.point"), letters(u"a point of my own"_s)}},
        {"tags", Filled, {newestIssue(), command("list.tags"), letters(u"re"_s)}},
        {"find", Filled, {listed(), command("find.everything"), letters(u"evidence"_s)}},
        {"palette", Filled, {listed(), command("app.palette")}},
        {"keys-list", Filled, {newestIssue(), command("help.keys")}},
        {"add", Filled, {listed(), command("source.add")}},
        {"add-finding", Filled, {listed(), {[](Stage &stage) {
                                     const sync::Finding finding = inventedFinding();
                                     stage.window().addPanel().start();
                                     stage.window().addPanel().type(finding.source.url);
                                     stage.window().addPanel().show(finding);
                                 }}}},
        {"notice", Filled, {newestIssue(), command("search.keep")}},
        {"notice-trouble", Filled, {listed(), {[](Stage &stage) {
                                        stage.window().notice().sayTrouble(
                                            MainWindow::tr("There is nothing here to read."));
                                    }}}},
    };
}

QList<Scene> pageScenes()
{
    using enum Shelf;
    const auto there = [](Stage &stage) { return stage.window().activity().currentSource().has_value(); };
    return {
        {"triage", Filled, {newestIssue(), command("triage.start")}},
        {"triage-end", Filled, {newestIssue(), command("triage.start"), {[](Stage &stage) {
                                    for (int i = 0; i < 20; ++i)
                                        stage.run("triage.pass");
                                }}}},
        {"history", Filled, {newestIssue(), command("history.open")}},
        {"session-summary", Filled, {newestIssue(), command("history.open"), key(Qt::Key_Return)}},
        {"settings", Filled, {listed(), command("app.settings")}},
        {"settings-find",
         Filled,
         {listed(), command("app.settings"), command("settings.filter"), letters(u"Markdown"_s)}},
        {"settings-field", Filled, {listed(), command("app.settings"), command("settings.last"), key(Qt::Key_Return)}},
        {"handbook", Filled, {listed(), command("help.handbook")}},
        {"handbook-search",
         Filled,
         {listed(), command("help.handbook"), command("handbook.find"), letters(u"Markdown"_s)}},
        {"handbook-keys", Filled, {listed(), command("help.handbook"), command("handbook.last")}},
        {"change-keys", Filled, {listed(), command("keys.open")}},
        {"change-keys-record", Filled, {listed(), command("keys.open"), command("keys.next"), command("keys.record")}},
        {"templates", Filled, {newestIssue(), command("export.templates")}},
        {"templates-variables", Filled, {newestIssue(), command("export.templates"), command("templates.variables")}},
        {"templates-own",
         Filled,
         {newestIssue(), command("export.templates"), command("templates.last"), command("templates.edit")}},
        {"kinds", Filled, {listed(), command("kinds.open")}},
        {"kinds-edit", Filled, {listed(), command("kinds.open"), command("kinds.edit")}},
        {"highlights", Filled, {newestIssue(), command("highlights.open")}},
        {"highlights-comment", Filled, {newestIssue(), command("highlights.open"), command("highlights.comment")}},
        {"activity",
         Filled,
         {listed(),
          {[](Stage &stage) { stage.run("activity.open"); }, there},
          {[](Stage &stage) { stage.window().activity().goToRow(1); }, there}}}, // the one with gaps
        {"source", Filled, {listed(), {[](Stage &stage) { stage.run("activity.open"); }, there}, {[](Stage &stage) {
                                stage.window().showSource(*stage.window().activity().currentSource());
                            }}}},
    };
}

QList<Scene> dialogs()
{
    using enum Shelf;
    const auto asked = [](Stage &stage) { return stage.dialog() != nullptr; };
    const auto ask = [asked](const char *id) { return SceneStep{[id](Stage &stage) { stage.run(id); }, asked}; };
    return {
        {"ask-link", Filled,
         readingThen({{[](Stage &stage) {
                           Q_EMIT stage.window().reader()->externalLink(QUrl(u"https://example.org/a/paper"_s));
                       },
                       asked}})},
        {"ask-remove",
         Filled,
         {listed(),
          {[](Stage &stage) { stage.run("activity.open"); },
           [](Stage &stage) { return stage.window().activity().currentSource().has_value(); }},
          ask("activity.remove")}},
        {"ask-name",
         Filled,
         {newestIssue(), command("export.templates"), command("templates.last"), ask("templates.rename")}},
        {"ask-password",
         Filled,
         {newestIssue(),
          command("list.last"),
          command("list.open"),
          {[](Stage &) {},
           [](Stage &stage) {
               const auto fields = stage.window().findChildren<QWidget *>(u"comment"_s);
               return std::any_of(fields.cbegin(), fields.cend(),
                                  [](const QWidget *field) { return field->isVisible(); });
           }}}},
    };
}

QList<Scene> readerScenes()
{
    using enum Shelf;
    const auto with = [](const char *id) { return readingThen({command(id)}); };
    const auto dark = [](Stage &stage) { stage.run("reader.dark"); };
    return {
        {"reader", Filled, readingThen({})},
        {"reader-keys", Filled, with("help.keys")},
        {"reader-thumbnails", Filled, with("reader.thumbnails")},
        {"reader-search", Filled, readingThen({command("reader.find"), letters(u"passage"_s)})},
        {"reader-search-all", Filled, readingThen({command("reader.findAll"), letters(u"passage"_s)})},
        {"reader-selection", Filled, readingThen({command("reader.select"), letters(u"wwww"_s)})},
        {"reader-highlight", Filled, with("reader.nextHighlight")},
        {"reader-menu", Filled, readingThen({menu()})},
        {"reader-menu-selection", Filled, readingThen({command("reader.select"), letters(u"wwww"_s), menu()})},
        {"reader-menu-highlight", Filled, readingThen({command("reader.nextHighlight"), menu()})},
        {"reader-comment", Filled, readingThen({command("reader.nextHighlight"), command("reader.comment")})},
        {"reader-notice", Filled, with("reader.hints")}, // there are no links
        {"reader-annotations", Filled, with("reader.annotations")},
        {"reader-attachments", Filled, with("reader.attachments")},
        {"reader-history", Filled, with("reader.history")},
        {"reader-review", Filled, with("reader.review")},
        {"reader-points", Filled, readingThen({command("reader.points"), command("points.edit")})},
        {"reader-preview", Filled, with("reader.preview"), [](Stage &stage) { stage.run("reader.preview"); }},
        {"reader-versions", Filled, with("reader.versions")},
        {"reader-split", Filled, with("split.toggle")},
        {"reader-session",
         Filled,
         {newestIssue(),
          {[](Stage &stage) { stage.run("session.start"); },
           [](Stage &stage) { return stage.window().isReading() && stage.window().reader()->isSettled(); }}}},
        {"reader-dark-pages", Filled, {reading(), command("reader.first"), {dark}}, dark},
    };
}

} // namespace

const QList<Scene> &sceneTable()
{
    static const QList<Scene> table = emptyStates() + libraryScenes() + pageScenes() + dialogs() + readerScenes();
    return table;
}

} // namespace yaodian::ui
