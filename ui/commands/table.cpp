#include "ui/commands/commands.h"

#include <QCoreApplication>

namespace yaodian::ui {

using namespace Qt::StringLiterals;

namespace {

#define SAYS(text) QT_TRANSLATE_NOOP("commands", text)

QList<Command> everywhere()
{
    const Place p = Place::Everywhere;
    return {
        {"help.keys", SAYS("Keys of this place"), {u"?"_s, u"F1"_s}, p, false, true, SAYS("Keys")},
        {"app.palette", SAYS("Find any command"), {u":"_s, u"Ctrl+Shift+P"_s}, p},
        {"find.here", SAYS("Filter the list"), {u"/"_s}, p},
        {"find.everything", SAYS("Search everything"), {u"Ctrl+F"_s}, p},
        {"act.undo", SAYS("Undo"), {u"u"_s, u"Ctrl+Z"_s}, p},
        {"act.redo", SAYS("Redo"), {u"U"_s, u"Ctrl+Shift+Z"_s}, p},
        {"pane.next", SAYS("Next pane"), {u"Tab"_s}, p},
        {"pane.previous", SAYS("Previous pane"), {u"Shift+Tab"_s}, p},
        {"tab.go", SAYS("Go to tab 1…9"), {u"Ctrl+#"_s}, p},
        {"go.back", SAYS("Back"), {u"Esc"_s}, p},
        {"history.back", SAYS("Back in the history"), {u"Ctrl+O"_s, u"Alt+Left"_s}, p},
        {"history.forward", SAYS("Forward in the history"), {u"Ctrl+I"_s, u"Alt+Right"_s}, p},
        {"session.start", SAYS("Start a reading session"), {u"S"_s}, p},
        {"export.markdown", SAYS("Export Markdown"), {u"E"_s}, p},
        {"sync.now", SAYS("Sync now"), {u"R"_s, u"F5"_s}, p},
        {"source.add", SAYS("Add a source"), {u"a"_s}, p},
        {"import.files", SAYS("Import files"), {u"A"_s}, p},
        {"import.paste", SAYS("Import the text of the clipboard"), {u"Ctrl+V"_s}, p},
        {"theme.toggle", SAYS("Light or dark"), {u"F8"_s}, p},
        {"language.toggle", SAYS("中文 / English"), {u"F7"_s}, p},
        {"window.fullScreen", SAYS("Full screen"), {u"F11"_s}, p},
        {"app.quit", SAYS("Quit"), {u"Ctrl+Q"_s}, p},
    };
}

QList<Command> list()
{
    const Place p = Place::List;
    return {
        {"list.next", SAYS("Next entry"), {u"j"_s, u"Down"_s}, p, false, true, SAYS("Move")},
        {"list.previous", SAYS("Previous entry"), {u"k"_s, u"Up"_s}, p, false, true, SAYS("Move")},
        {"list.open", SAYS("Open the PDF"), {u"Enter"_s}, p, false, true, SAYS("Open")},
        {"list.verdict.read", SAYS("Verdict: read closely"), {u"1"_s}, p, false, true, SAYS("Read Keep Drop")},
        {"list.verdict.keep", SAYS("Verdict: keep"), {u"2"_s}, p, false, true, SAYS("Read Keep Drop")},
        {"list.verdict.drop", SAYS("Verdict: drop"), {u"3"_s}, p, false, true, SAYS("Read Keep Drop")},
        {"list.read", SAYS("Read / unread"), {u"x"_s}, p, false, true, SAYS("Read")},
        {"list.star", SAYS("Star"), {u"s"_s}, p, false, true, SAYS("Star")},
        {"list.later", SAYS("Later"), {u"l"_s}, p},
        {"list.point", SAYS("New point"), {u"p"_s}, p, false, true, SAYS("Point")},
        {"list.first", SAYS("First entry"), {u"g g"_s, u"Home"_s}, p},
        {"list.last", SAYS("Last entry"), {u"G"_s, u"End"_s}, p},
        {"list.pageDown", SAYS("A page down"), {u"Ctrl+D"_s, u"PgDown"_s}, p},
        {"list.pageUp", SAYS("A page up"), {u"Ctrl+U"_s, u"PgUp"_s}, p},
        {"list.nextGroup", SAYS("Next group"), {u"}"_s}, p},
        {"list.previousGroup", SAYS("Previous group"), {u"{"_s}, p},
        {"list.extendDown", SAYS("Extend the selection down"), {u"J"_s, u"Shift+Down"_s}, p},
        {"list.extendUp", SAYS("Extend the selection up"), {u"K"_s, u"Shift+Up"_s}, p},
        {"list.selectAll", SAYS("Select all"), {u"Ctrl+A"_s}, p},
        {"list.order", SAYS("By category / in the issue's order"), {u"o"_s}, p},
        {"list.browser", SAYS("Open in the browser"), {u"g x"_s}, p},
        {"list.copy", SAYS("Copy title and link"), {u"y"_s, u"Ctrl+C"_s}, p},
        {"card.page", SAYS("Page the card"), {u"Space"_s}, p},
        {"card.pageBack", SAYS("Page the card back"), {u"Shift+Space"_s}, p},
    };
}

QList<Command> sidebarAndCard()
{
    return {
        {"side.next", SAYS("Next row"), {u"j"_s, u"Down"_s}, Place::Sidebar, false, true, SAYS("Move")},
        {"side.previous", SAYS("Previous row"), {u"k"_s, u"Up"_s}, Place::Sidebar, false, true, SAYS("Move")},
        {"side.open",
         SAYS("Go to the list"),
         {u"Enter"_s, u"Right"_s},
         Place::Sidebar,
         false,
         true,
         SAYS("To the list")},
        {"side.first", SAYS("First row"), {u"g g"_s, u"Home"_s}, Place::Sidebar},
        {"side.last", SAYS("Last row"), {u"G"_s, u"End"_s}, Place::Sidebar},
        {"side.remove", SAYS("Remove the source"), {u"d d"_s, u"Del"_s}, Place::Sidebar},
        {"card.down", SAYS("Scroll down"), {u"j"_s, u"Down"_s}, Place::Card, false, true, SAYS("Scroll")},
        {"card.up", SAYS("Scroll up"), {u"k"_s, u"Up"_s}, Place::Card, false, true, SAYS("Scroll")},
        {"card.top", SAYS("Top of the card"), {u"g g"_s, u"Home"_s}, Place::Card},
        {"card.bottom", SAYS("End of the card"), {u"G"_s, u"End"_s}, Place::Card},
        {"card.copy", SAYS("Copy the selected text"), {u"y"_s, u"Ctrl+C"_s}, Place::Card, false, true, SAYS("Copy")},
    };
}

QList<Command> readerMoves()
{
    const Place p = Place::Reader;
    return {
        {"reader.left", SAYS("Scroll left"), {u"h"_s, u"Left"_s}, p},
        {"reader.down", SAYS("Scroll down"), {u"j"_s, u"Down"_s}, p, true},
        {"reader.up", SAYS("Scroll up"), {u"k"_s, u"Up"_s}, p, true},
        {"reader.right", SAYS("Scroll right"), {u"l"_s, u"Right"_s}, p},
        {"reader.halfDown", SAYS("Half a screen down"), {u"Space"_s, u"Ctrl+D"_s}, p},
        {"reader.halfUp", SAYS("Half a screen up"), {u"Shift+Space"_s, u"Ctrl+U"_s}, p},
        {"reader.pageDown", SAYS("Next page"), {u"J"_s, u"PgDown"_s}, p, true},
        {"reader.pageUp", SAYS("Previous page"), {u"K"_s, u"PgUp"_s}, p, true},
        {"reader.first", SAYS("First page"), {u"g g"_s, u"Home"_s}, p, true},
        {"reader.last", SAYS("Last page, or page n"), {u"G"_s, u"End"_s}, p, true},
        {"reader.outline", SAYS("Outline"), {u"t"_s}, p, false, true, SAYS("Outline")},
        {"reader.hints", SAYS("Follow a link by letters"), {u"f"_s}, p},
        {"reader.peek", SAYS("Peek at the reference or figure"), {u"i"_s}, p, false, true, SAYS("Peek")},
        {"reader.follow", SAYS("Go to the reference"), {u"g d"_s}, p},
        {"reader.figure", SAYS("Go to the figure"), {u"g f"_s}, p},
        {"reader.find", SAYS("Search in this document"), {u"/"_s}, p, false, true, SAYS("Search")},
        {"reader.nextHit", SAYS("Next hit"), {u"n"_s}, p, true},
        {"reader.previousHit", SAYS("Previous hit"), {u"N"_s}, p, true},
        {"reader.mark", SAYS("Set mark a…z"), {u"m @"_s}, p},
        {"reader.jump", SAYS("Jump to mark a…z"), {u"' @"_s}, p},
        {"reader.zoomIn", SAYS("Larger"), {u"+"_s, u"="_s, u"Ctrl++"_s, u"Ctrl+="_s}, p},
        {"reader.zoomOut", SAYS("Smaller"), {u"-"_s, u"Ctrl+-"_s}, p},
        {"reader.fitWidth", SAYS("Fit the width"), {u"w"_s, u"Ctrl+0"_s}, p},
        {"reader.fitPage", SAYS("Fit the page"), {u"W"_s}, p},
        {"reader.rotate", SAYS("Rotate"), {u"r"_s}, p},
        {"reader.dark", SAYS("Dark pages"), {u"D"_s}, p},
        {"reader.ruler", SAYS("Ruler"), {u"L"_s}, p},
        {"reader.close", SAYS("Close the document"), {u"q"_s}, p},
    };
}

QList<Command> readerMarks()
{
    const Place p = Place::Reader;
    return {
        {"reader.select", SAYS("Select by key"), {u"v"_s}, p, false, true, SAYS("Select")},
        {"reader.nextHighlight", SAYS("Next highlight"), {u"] h"_s}, p, true},
        {"reader.previousHighlight", SAYS("Previous highlight"), {u"[ h"_s}, p, true},
        {"reader.comment", SAYS("Comment on the highlight"), {u"c"_s}, p},
        {"reader.removeHighlight", SAYS("Remove the highlight"), {u"d h"_s}, p},
        {"reader.evidence", SAYS("The highlight is evidence for point 1…9"), {u"e #"_s}, p},
        {"reader.point", SAYS("New point"), {u"p"_s}, p, false, true, SAYS("Point")},
        {"reader.note", SAYS("Write the note"), {u"o"_s}, p, false, true, SAYS("Note")},
        {"reader.browser", SAYS("Open in the browser"), {u"g x"_s}, p},
        {"reader.star", SAYS("Star"), {u"s"_s}, p},
        {"reader.verdict.read", SAYS("Verdict: read closely"), {u"Z 1"_s}, p, false, true, SAYS("Read Keep Drop")},
        {"reader.verdict.keep", SAYS("Verdict: keep"), {u"Z 2"_s}, p, false, true, SAYS("Read Keep Drop")},
        {"reader.verdict.drop", SAYS("Verdict: drop"), {u"Z 3"_s}, p, false, true, SAYS("Read Keep Drop")},
        {"session.next", SAYS("Next paper of the session"), {u"Z n"_s}, p},
        {"session.end", SAYS("End the session"), {u"Z e"_s}, p},
    };
}

QList<Command> selection()
{
    const Place p = Place::Selection;
    return {
        {"select.nextWord", SAYS("Next word"), {u"w"_s}, p, true, true, SAYS("Words")},
        {"select.previousWord", SAYS("Previous word"), {u"b"_s}, p, true, true, SAYS("Words")},
        {"select.nextSentence", SAYS("Next sentence"), {u")"_s}, p, false, true, SAYS("Sentences")},
        {"select.previousSentence", SAYS("Previous sentence"), {u"("_s}, p, false, true, SAYS("Sentences")},
        {"select.nextParagraph", SAYS("Next paragraph"), {u"}"_s}, p},
        {"select.previousParagraph", SAYS("Previous paragraph"), {u"{"_s}, p},
        {"select.nextLine", SAYS("Next line"), {u"j"_s, u"Down"_s}, p},
        {"select.previousLine", SAYS("Previous line"), {u"k"_s, u"Up"_s}, p},
        {"select.nextChar", SAYS("Next character"), {u"l"_s, u"Right"_s}, p},
        {"select.previousChar", SAYS("Previous character"), {u"H"_s, u"Left"_s}, p},
        {"select.otherEnd", SAYS("Other end of the selection"), {u"o"_s}, p, false, true, SAYS("Other end")},
        {"select.highlight", SAYS("Highlight in the kind of a letter"), {u"h @"_s}, p, false, true, SAYS("Highlight")},
        {"select.highlightNumber", SAYS("Highlight in kind 1…9"), {u"#"_s}, p},
        {"select.evidence", SAYS("Highlight as evidence for point 1…9"), {u"e #"_s}, p, false, true, SAYS("Evidence")},
        {"select.comment", SAYS("Highlight and comment"), {u"c"_s}, p},
        {"select.point", SAYS("New point with this as evidence"), {u"p"_s}, p},
        {"select.copy", SAYS("Copy the passage"), {u"y"_s, u"Ctrl+C"_s}, p, false, true, SAYS("Copy")},
        {"select.cancel", SAYS("Give up the selection"), {u"Esc"_s, u"v"_s}, p},
    };
}

#undef SAYS

} // namespace

const QList<Command> &commandTable()
{
    static const QList<Command> table =
        everywhere() + list() + sidebarAndCard() + readerMoves() + readerMarks() + selection();
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
