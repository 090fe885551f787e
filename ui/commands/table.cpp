#include "ui/commands/commands.h"

#include <QCoreApplication>

namespace yaodian::ui {

using namespace Qt::StringLiterals;

namespace {

QList<Command> everywhere()
{
    const Place p = Place::Everywhere;
    return {
        {"session.start",
         QT_TRANSLATE_NOOP("commands", "Start a reading session"),
         {u"S"_s},
         p,
         false,
         true,
         QT_TRANSLATE_NOOP("commands", "Start reading")},
        {"help.keys",
         QT_TRANSLATE_NOOP("commands", "Keys of this place"),
         {u"?"_s, u"F1"_s},
         p,
         false,
         true,
         QT_TRANSLATE_NOOP("commands", "Keys")},
        {"app.palette", QT_TRANSLATE_NOOP("commands", "Find any command"), {u":"_s, u"Ctrl+Shift+P"_s}, p},
        {"find.here", QT_TRANSLATE_NOOP("commands", "Filter the list"), {u"/"_s}, p},
        {"find.everything", QT_TRANSLATE_NOOP("commands", "Search everything"), {u"Ctrl+F"_s}, p},
        {"act.undo", QT_TRANSLATE_NOOP("commands", "Undo"), {u"u"_s, u"Ctrl+Z"_s}, p},
        {"act.redo", QT_TRANSLATE_NOOP("commands", "Redo"), {u"U"_s, u"Ctrl+Shift+Z"_s}, p},
        {"pane.next", QT_TRANSLATE_NOOP("commands", "Next pane"), {u"Tab"_s}, p},
        {"pane.previous", QT_TRANSLATE_NOOP("commands", "Previous pane"), {u"Shift+Tab"_s}, p},
        {"tab.go", QT_TRANSLATE_NOOP("commands", "Go to tab 1…9"), {u"Ctrl+#"_s}, p},
        {"go.back", QT_TRANSLATE_NOOP("commands", "Back"), {u"Esc"_s}, p},
        {"history.back", QT_TRANSLATE_NOOP("commands", "Back in the history"), {u"Ctrl+O"_s, u"Alt+Left"_s}, p},
        {"history.forward", QT_TRANSLATE_NOOP("commands", "Forward in the history"), {u"Ctrl+I"_s, u"Alt+Right"_s}, p},
        {"export.markdown", QT_TRANSLATE_NOOP("commands", "Export Markdown"), {u"E"_s}, p},
        {"sync.now", QT_TRANSLATE_NOOP("commands", "Sync now"), {u"R"_s, u"F5"_s}, p},
        {"activity.open", QT_TRANSLATE_NOOP("commands", "Sync activity"), {u"Y"_s, u"Shift+F5"_s}, p},
        {"source.add", QT_TRANSLATE_NOOP("commands", "Add a source"), {u"a"_s}, p},
        {"papers.facts",
         QT_TRANSLATE_NOOP("commands", "Ask arXiv for what is missing and for newer versions"),
         {u"Alt+F5"_s},
         p},
        {"sources.import", QT_TRANSLATE_NOOP("commands", "Import sources (OPML)"), {u"Ctrl+Shift+I"_s}, p},
        {"sources.export", QT_TRANSLATE_NOOP("commands", "Export sources (OPML)"), {u"Ctrl+Shift+E"_s}, p},
        {"import.files", QT_TRANSLATE_NOOP("commands", "Import files"), {u"A"_s}, p},
        {"import.paste", QT_TRANSLATE_NOOP("commands", "Import the clipboard"), {u"Ctrl+V"_s}, p},
        {"import.again", QT_TRANSLATE_NOOP("commands", "Parse the stored posts again"), {u"Ctrl+F5"_s}, p},
        {"theme.toggle", QT_TRANSLATE_NOOP("commands", "Light or dark"), {u"F8"_s}, p},
        {"language.toggle", QT_TRANSLATE_NOOP("commands", "中文 / English"), {u"F7"_s}, p},
        {"app.settings", QT_TRANSLATE_NOOP("commands", "Settings"), {u","_s, u"Ctrl+,"_s}, p},
        {"window.fullScreen", QT_TRANSLATE_NOOP("commands", "Full screen"), {u"F11"_s}, p},
        {"app.quit", QT_TRANSLATE_NOOP("commands", "Quit"), {u"Ctrl+Q"_s}, p},
    };
}

QList<Command> list()
{
    const Place p = Place::List;
    return {
        {"list.next",
         QT_TRANSLATE_NOOP("commands", "Next entry"),
         {u"j"_s, u"Down"_s},
         p,
         false,
         true,
         QT_TRANSLATE_NOOP("commands", "Move")},
        {"list.previous",
         QT_TRANSLATE_NOOP("commands", "Previous entry"),
         {u"k"_s, u"Up"_s},
         p,
         false,
         true,
         QT_TRANSLATE_NOOP("commands", "Move")},
        {"list.open",
         QT_TRANSLATE_NOOP("commands", "Open the PDF"),
         {u"Enter"_s},
         p,
         false,
         true,
         QT_TRANSLATE_NOOP("commands", "Open")},
        {"list.verdict.read",
         QT_TRANSLATE_NOOP("commands", "Verdict: read closely"),
         {u"1"_s},
         p,
         false,
         true,
         QT_TRANSLATE_NOOP("commands", "Read Keep Drop")},
        {"list.verdict.keep",
         QT_TRANSLATE_NOOP("commands", "Verdict: keep"),
         {u"2"_s},
         p,
         false,
         true,
         QT_TRANSLATE_NOOP("commands", "Read Keep Drop")},
        {"list.verdict.drop",
         QT_TRANSLATE_NOOP("commands", "Verdict: drop"),
         {u"3"_s},
         p,
         false,
         true,
         QT_TRANSLATE_NOOP("commands", "Read Keep Drop")},
        {"list.read",
         QT_TRANSLATE_NOOP("commands", "Read / unread"),
         {u"x"_s},
         p,
         false,
         true,
         QT_TRANSLATE_NOOP("commands", "Read")},
        {"list.star",
         QT_TRANSLATE_NOOP("commands", "Star"),
         {u"s"_s},
         p,
         false,
         true,
         QT_TRANSLATE_NOOP("commands", "Star")},
        {"list.later", QT_TRANSLATE_NOOP("commands", "Later"), {u"l"_s}, p},
        {"list.point",
         QT_TRANSLATE_NOOP("commands", "New point"),
         {u"p"_s},
         p,
         false,
         true,
         QT_TRANSLATE_NOOP("commands", "Point")},
        {"list.first", QT_TRANSLATE_NOOP("commands", "First entry"), {u"g g"_s, u"Home"_s}, p},
        {"list.last", QT_TRANSLATE_NOOP("commands", "Last entry"), {u"G"_s, u"End"_s}, p},
        {"list.pageDown", QT_TRANSLATE_NOOP("commands", "A page down"), {u"Ctrl+D"_s, u"PgDown"_s}, p},
        {"list.pageUp", QT_TRANSLATE_NOOP("commands", "A page up"), {u"Ctrl+U"_s, u"PgUp"_s}, p},
        {"list.nextGroup", QT_TRANSLATE_NOOP("commands", "Next group"), {u"}"_s}, p},
        {"list.previousGroup", QT_TRANSLATE_NOOP("commands", "Previous group"), {u"{"_s}, p},
        {"list.extendDown", QT_TRANSLATE_NOOP("commands", "Extend the selection down"), {u"J"_s, u"Shift+Down"_s}, p},
        {"list.extendUp", QT_TRANSLATE_NOOP("commands", "Extend the selection up"), {u"K"_s, u"Shift+Up"_s}, p},
        {"list.merge", QT_TRANSLATE_NOOP("commands", "The selected entries are one paper"), {u"m"_s}, p},
        {"list.apart", QT_TRANSLATE_NOOP("commands", "This entry is another paper"), {u"M"_s}, p},
        {"list.selectAll", QT_TRANSLATE_NOOP("commands", "Select all"), {u"Ctrl+A"_s}, p},
        {"list.order", QT_TRANSLATE_NOOP("commands", "By category / as in the issue"), {u"o"_s}, p},
        {"list.post", QT_TRANSLATE_NOOP("commands", "The whole post / the card"), {u"v"_s}, p},
        {"list.searchTitle", QT_TRANSLATE_NOOP("commands", "Search arXiv for the title"), {u"g t"_s}, p},
        {"list.newest", QT_TRANSLATE_NOOP("commands", "Fetch the newest version"), {u"g v"_s}, p},
        {"list.browser", QT_TRANSLATE_NOOP("commands", "Open in the browser"), {u"g x"_s}, p},
        {"list.copy", QT_TRANSLATE_NOOP("commands", "Copy title and link"), {u"y"_s, u"Ctrl+C"_s}, p},
        {"card.page", QT_TRANSLATE_NOOP("commands", "Page the card"), {u"Space"_s}, p},
        {"card.pageBack", QT_TRANSLATE_NOOP("commands", "Page the card back"), {u"Shift+Space"_s}, p},
    };
}

QList<Command> sidebarAndCard()
{
    return {
        {"side.next",
         QT_TRANSLATE_NOOP("commands", "Next row"),
         {u"j"_s, u"Down"_s},
         Place::Sidebar,
         false,
         true,
         QT_TRANSLATE_NOOP("commands", "Move")},
        {"side.previous",
         QT_TRANSLATE_NOOP("commands", "Previous row"),
         {u"k"_s, u"Up"_s},
         Place::Sidebar,
         false,
         true,
         QT_TRANSLATE_NOOP("commands", "Move")},
        {"side.open",
         QT_TRANSLATE_NOOP("commands", "Go to the list"),
         {u"Enter"_s, u"Right"_s},
         Place::Sidebar,
         false,
         true,
         QT_TRANSLATE_NOOP("commands", "To the list")},
        {"side.first", QT_TRANSLATE_NOOP("commands", "First row"), {u"g g"_s, u"Home"_s}, Place::Sidebar},
        {"side.last", QT_TRANSLATE_NOOP("commands", "Last row"), {u"G"_s, u"End"_s}, Place::Sidebar},
        {"side.settings", QT_TRANSLATE_NOOP("commands", "Settings of the source"), {u"o"_s}, Place::Sidebar},
        {"side.remove", QT_TRANSLATE_NOOP("commands", "Remove the source"), {u"d d"_s, u"Del"_s}, Place::Sidebar},
        {"card.down",
         QT_TRANSLATE_NOOP("commands", "Scroll down"),
         {u"j"_s, u"Down"_s},
         Place::Card,
         false,
         true,
         QT_TRANSLATE_NOOP("commands", "Scroll")},
        {"card.up",
         QT_TRANSLATE_NOOP("commands", "Scroll up"),
         {u"k"_s, u"Up"_s},
         Place::Card,
         false,
         true,
         QT_TRANSLATE_NOOP("commands", "Scroll")},
        {"card.top", QT_TRANSLATE_NOOP("commands", "Top of the card"), {u"g g"_s, u"Home"_s}, Place::Card},
        {"card.bottom", QT_TRANSLATE_NOOP("commands", "End of the card"), {u"G"_s, u"End"_s}, Place::Card},
        {"card.copy",
         QT_TRANSLATE_NOOP("commands", "Copy the selected text"),
         {u"y"_s, u"Ctrl+C"_s},
         Place::Card,
         false,
         true,
         QT_TRANSLATE_NOOP("commands", "Copy")},
    };
}

QList<Command> readerMoves()
{
    const Place p = Place::Reader;
    return {
        {"reader.left", QT_TRANSLATE_NOOP("commands", "Scroll left"), {u"h"_s, u"Left"_s}, p},
        {"reader.down", QT_TRANSLATE_NOOP("commands", "Scroll down"), {u"j"_s, u"Down"_s}, p, true},
        {"reader.up", QT_TRANSLATE_NOOP("commands", "Scroll up"), {u"k"_s, u"Up"_s}, p, true},
        {"reader.right", QT_TRANSLATE_NOOP("commands", "Scroll right"), {u"l"_s, u"Right"_s}, p},
        {"reader.halfDown", QT_TRANSLATE_NOOP("commands", "Half a screen down"), {u"Space"_s, u"Ctrl+D"_s}, p},
        {"reader.halfUp", QT_TRANSLATE_NOOP("commands", "Half a screen up"), {u"Shift+Space"_s, u"Ctrl+U"_s}, p},
        {"reader.pageDown", QT_TRANSLATE_NOOP("commands", "Next page"), {u"J"_s, u"PgDown"_s}, p, true},
        {"reader.pageUp", QT_TRANSLATE_NOOP("commands", "Previous page"), {u"K"_s, u"PgUp"_s}, p, true},
        {"reader.first", QT_TRANSLATE_NOOP("commands", "First page"), {u"g g"_s, u"Home"_s}, p, true},
        {"reader.last", QT_TRANSLATE_NOOP("commands", "Last page, or page n"), {u"G"_s, u"End"_s}, p, true},
        {"reader.outline",
         QT_TRANSLATE_NOOP("commands", "Outline"),
         {u"t"_s},
         p,
         false,
         true,
         QT_TRANSLATE_NOOP("commands", "Outline")},
        {"reader.hints", QT_TRANSLATE_NOOP("commands", "Follow a link by letters"), {u"f"_s}, p},
        {"reader.peek",
         QT_TRANSLATE_NOOP("commands", "Peek at the reference or figure"),
         {u"i"_s},
         p,
         false,
         true,
         QT_TRANSLATE_NOOP("commands", "Peek")},
        {"reader.follow", QT_TRANSLATE_NOOP("commands", "Go to the reference"), {u"g d"_s}, p},
        {"reader.figure", QT_TRANSLATE_NOOP("commands", "Go to the figure"), {u"g f"_s}, p},
        {"reader.find",
         QT_TRANSLATE_NOOP("commands", "Search in this document"),
         {u"/"_s},
         p,
         false,
         true,
         QT_TRANSLATE_NOOP("commands", "Search")},
        {"reader.nextHit", QT_TRANSLATE_NOOP("commands", "Next hit"), {u"n"_s}, p, true},
        {"reader.previousHit", QT_TRANSLATE_NOOP("commands", "Previous hit"), {u"N"_s}, p, true},
        {"reader.mark", QT_TRANSLATE_NOOP("commands", "Set mark a…z"), {u"m @"_s}, p},
        {"reader.jump", QT_TRANSLATE_NOOP("commands", "Jump to mark a…z"), {u"' @"_s}, p},
        {"reader.zoomIn", QT_TRANSLATE_NOOP("commands", "Larger"), {u"+"_s, u"="_s, u"Ctrl++"_s, u"Ctrl+="_s}, p},
        {"reader.zoomOut", QT_TRANSLATE_NOOP("commands", "Smaller"), {u"-"_s, u"Ctrl+-"_s}, p},
        {"reader.fitWidth", QT_TRANSLATE_NOOP("commands", "Fit the width"), {u"w"_s, u"Ctrl+0"_s}, p},
        {"reader.fitPage", QT_TRANSLATE_NOOP("commands", "Fit the page"), {u"W"_s}, p},
        {"reader.rotate", QT_TRANSLATE_NOOP("commands", "Rotate"), {u"r"_s}, p},
        {"reader.dark", QT_TRANSLATE_NOOP("commands", "Dark pages"), {u"D"_s}, p},
        {"reader.ruler", QT_TRANSLATE_NOOP("commands", "Ruler"), {u"L"_s}, p},
        {"reader.close", QT_TRANSLATE_NOOP("commands", "Close the document"), {u"q"_s}, p},
    };
}

QList<Command> readerMarks()
{
    const Place p = Place::Reader;
    return {
        {"reader.select",
         QT_TRANSLATE_NOOP("commands", "Select by key"),
         {u"v"_s},
         p,
         false,
         true,
         QT_TRANSLATE_NOOP("commands", "Select")},
        {"reader.nextHighlight", QT_TRANSLATE_NOOP("commands", "Next highlight"), {u"] h"_s}, p, true},
        {"reader.previousHighlight", QT_TRANSLATE_NOOP("commands", "Previous highlight"), {u"[ h"_s}, p, true},
        {"reader.comment", QT_TRANSLATE_NOOP("commands", "Comment on the highlight"), {u"c"_s}, p},
        {"reader.removeHighlight", QT_TRANSLATE_NOOP("commands", "Remove the highlight"), {u"d h"_s}, p},
        {"reader.evidence", QT_TRANSLATE_NOOP("commands", "The highlight is evidence for point 1…9"), {u"e #"_s}, p},
        {"reader.point",
         QT_TRANSLATE_NOOP("commands", "New point"),
         {u"p"_s},
         p,
         false,
         true,
         QT_TRANSLATE_NOOP("commands", "Point")},
        {"reader.note",
         QT_TRANSLATE_NOOP("commands", "Write the note"),
         {u"o"_s},
         p,
         false,
         true,
         QT_TRANSLATE_NOOP("commands", "Note")},
        {"reader.searchTitle", QT_TRANSLATE_NOOP("commands", "Search arXiv for the title"), {u"g t"_s}, p},
        {"reader.newest", QT_TRANSLATE_NOOP("commands", "Fetch the newest version"), {u"g v"_s}, p},
        {"reader.browser", QT_TRANSLATE_NOOP("commands", "Open in the browser"), {u"g x"_s}, p},
        {"reader.star", QT_TRANSLATE_NOOP("commands", "Star"), {u"s"_s}, p},
        {"reader.verdict.read",
         QT_TRANSLATE_NOOP("commands", "Verdict: read closely"),
         {u"Z 1"_s},
         p,
         false,
         true,
         QT_TRANSLATE_NOOP("commands", "Read Keep Drop")},
        {"reader.verdict.keep",
         QT_TRANSLATE_NOOP("commands", "Verdict: keep"),
         {u"Z 2"_s},
         p,
         false,
         true,
         QT_TRANSLATE_NOOP("commands", "Read Keep Drop")},
        {"reader.verdict.drop",
         QT_TRANSLATE_NOOP("commands", "Verdict: drop"),
         {u"Z 3"_s},
         p,
         false,
         true,
         QT_TRANSLATE_NOOP("commands", "Read Keep Drop")},
        {"session.next", QT_TRANSLATE_NOOP("commands", "Next paper of the session"), {u"Z n"_s}, p},
        {"session.end", QT_TRANSLATE_NOOP("commands", "End the session"), {u"Z e"_s}, p},
    };
}

QList<Command> selection()
{
    const Place p = Place::Selection;
    return {
        {"select.nextWord",
         QT_TRANSLATE_NOOP("commands", "Next word"),
         {u"w"_s},
         p,
         true,
         true,
         QT_TRANSLATE_NOOP("commands", "Words")},
        {"select.previousWord",
         QT_TRANSLATE_NOOP("commands", "Previous word"),
         {u"b"_s},
         p,
         true,
         true,
         QT_TRANSLATE_NOOP("commands", "Words")},
        {"select.nextSentence",
         QT_TRANSLATE_NOOP("commands", "Next sentence"),
         {u")"_s},
         p,
         false,
         true,
         QT_TRANSLATE_NOOP("commands", "Sentences")},
        {"select.previousSentence",
         QT_TRANSLATE_NOOP("commands", "Previous sentence"),
         {u"("_s},
         p,
         false,
         true,
         QT_TRANSLATE_NOOP("commands", "Sentences")},
        {"select.nextParagraph", QT_TRANSLATE_NOOP("commands", "Next paragraph"), {u"}"_s}, p},
        {"select.previousParagraph", QT_TRANSLATE_NOOP("commands", "Previous paragraph"), {u"{"_s}, p},
        {"select.nextLine", QT_TRANSLATE_NOOP("commands", "Next line"), {u"j"_s, u"Down"_s}, p},
        {"select.previousLine", QT_TRANSLATE_NOOP("commands", "Previous line"), {u"k"_s, u"Up"_s}, p},
        {"select.nextChar", QT_TRANSLATE_NOOP("commands", "Next character"), {u"l"_s, u"Right"_s}, p},
        {"select.previousChar", QT_TRANSLATE_NOOP("commands", "Previous character"), {u"H"_s, u"Left"_s}, p},
        {"select.otherEnd",
         QT_TRANSLATE_NOOP("commands", "Other end of the selection"),
         {u"o"_s},
         p,
         false,
         true,
         QT_TRANSLATE_NOOP("commands", "Other end")},
        {"select.highlight",
         QT_TRANSLATE_NOOP("commands", "Highlight in the kind of a letter"),
         {u"h @"_s},
         p,
         false,
         true,
         QT_TRANSLATE_NOOP("commands", "Highlight")},
        {"select.highlightNumber", QT_TRANSLATE_NOOP("commands", "Highlight in kind 1…9"), {u"#"_s}, p},
        {"select.evidence",
         QT_TRANSLATE_NOOP("commands", "Highlight as evidence for point 1…9"),
         {u"e #"_s},
         p,
         false,
         true,
         QT_TRANSLATE_NOOP("commands", "Evidence")},
        {"select.comment", QT_TRANSLATE_NOOP("commands", "Highlight and comment"), {u"c"_s}, p},
        {"select.point", QT_TRANSLATE_NOOP("commands", "New point with this as evidence"), {u"p"_s}, p},
        {"select.copy",
         QT_TRANSLATE_NOOP("commands", "Copy the passage"),
         {u"y"_s, u"Ctrl+C"_s},
         p,
         false,
         true,
         QT_TRANSLATE_NOOP("commands", "Copy")},
        {"select.cancel", QT_TRANSLATE_NOOP("commands", "Give up the selection"), {u"Esc"_s, u"v"_s}, p},
    };
}

QList<Command> activity()
{
    const Place p = Place::Activity;
    return {
        {"activity.next",
         QT_TRANSLATE_NOOP("commands", "Next source"),
         {u"j"_s, u"Down"_s},
         p,
         false,
         true,
         QT_TRANSLATE_NOOP("commands", "Move")},
        {"activity.previous",
         QT_TRANSLATE_NOOP("commands", "Previous source"),
         {u"k"_s, u"Up"_s},
         p,
         false,
         true,
         QT_TRANSLATE_NOOP("commands", "Move")},
        {"activity.first", QT_TRANSLATE_NOOP("commands", "First source"), {u"g g"_s, u"Home"_s}, p},
        {"activity.last", QT_TRANSLATE_NOOP("commands", "Last source"), {u"G"_s, u"End"_s}, p},
        {"activity.previousMonth",
         QT_TRANSLATE_NOOP("commands", "The month before"),
         {u"["_s, u"PgUp"_s},
         p,
         false,
         true,
         QT_TRANSLATE_NOOP("commands", "Month")},
        {"activity.nextMonth",
         QT_TRANSLATE_NOOP("commands", "The month after"),
         {u"]"_s, u"PgDown"_s},
         p,
         false,
         true,
         QT_TRANSLATE_NOOP("commands", "Month")},
        {"activity.previousDay", QT_TRANSLATE_NOOP("commands", "The day before"), {u"h"_s, u"Left"_s}, p},
        {"activity.nextDay", QT_TRANSLATE_NOOP("commands", "The day after"), {u"l"_s, u"Right"_s}, p},
        {"activity.ask",
         QT_TRANSLATE_NOOP("commands", "Ask the source now"),
         {u"r"_s},
         p,
         false,
         true,
         QT_TRANSLATE_NOOP("commands", "Ask now")},
        {"activity.older",
         QT_TRANSLATE_NOOP("commands", "Fetch a page of older issues"),
         {u"b"_s},
         p,
         false,
         true,
         QT_TRANSLATE_NOOP("commands", "Older")},
        {"activity.fill",
         QT_TRANSLATE_NOOP("commands", "Fetch the missing days"),
         {u"B"_s},
         p,
         false,
         true,
         QT_TRANSLATE_NOOP("commands", "Missing")},
        {"activity.settings",
         QT_TRANSLATE_NOOP("commands", "Settings of the source"),
         {u"o"_s, u"Enter"_s},
         p,
         false,
         true,
         QT_TRANSLATE_NOOP("commands", "Settings")},
    };
}

} // namespace

const QList<Command> &commandTable()
{
    static const QList<Command> table =
        everywhere() + list() + sidebarAndCard() + readerMoves() + readerMarks() + selection() + activity();
    return table;
}

const Command *commandById(const QString &id)
{
    for (const Command &command : commandTable())
        if (id == QLatin1StringView(command.id))
            return &command;
    return nullptr;
}

QString commandText(const Command &command)
{
    return QCoreApplication::translate("commands", command.text);
}

QString hintText(const Command &command)
{
    return QCoreApplication::translate("commands", command.hint ? command.hint : command.text);
}

QString placeText(Place place)
{
    switch (place) {
    case Place::Everywhere:
        return QCoreApplication::translate("commands", "Everywhere");
    case Place::List:
        return QCoreApplication::translate("commands", "List");
    case Place::Sidebar:
        return QCoreApplication::translate("commands", "Sidebar");
    case Place::Card:
        return QCoreApplication::translate("commands", "Card");
    case Place::Reader:
        return QCoreApplication::translate("commands", "Reader");
    case Place::Selection:
        return QCoreApplication::translate("commands", "Selection");
    case Place::Activity:
        return QCoreApplication::translate("commands", "Sync activity");
    }
    return {};
}

QList<Place> placeChain(Place place)
{
    switch (place) {
    case Place::Everywhere:
        return {Place::Everywhere};
    case Place::List:
    case Place::Sidebar:
    case Place::Reader:
    case Place::Activity:
        return {place, Place::Everywhere};
    case Place::Card:
        return {Place::Card, Place::List, Place::Everywhere};
    case Place::Selection:
        return {Place::Selection, Place::Reader, Place::Everywhere};
    }
    return {};
}

namespace {

QString keyText(const QString &key)
{
    if (key == u"@"_s)
        return u"a…z"_s;
    return key.endsWith(u'#') ? key.chopped(1) + u"1…9"_s : key;
}

} // namespace

QString keysText(const QString &keys)
{
    QString shown;
    for (const QString &key : keys.split(u' ', Qt::SkipEmptyParts)) {
        // Single characters are written together, as typed; names ("Ctrl+F") stand apart.
        if (!shown.isEmpty() && key.size() > 1)
            shown += u' ';
        shown += keyText(key);
    }
    return shown;
}

} // namespace yaodian::ui
