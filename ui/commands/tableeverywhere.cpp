#include "ui/commands/tables.h"

namespace yaodian::ui::tables {

using namespace Qt::StringLiterals;

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
        {"tab.next", QT_TRANSLATE_NOOP("commands", "Next tab"), {u"Ctrl+Tab"_s}, p},
        {"tab.previous", QT_TRANSLATE_NOOP("commands", "Previous tab"), {u"Ctrl+Shift+Tab"_s}, p},
        {"tab.close", QT_TRANSLATE_NOOP("commands", "Close the tab"), {u"Ctrl+W"_s}, p},
        {"tab.reopen", QT_TRANSLATE_NOOP("commands", "Open the closed tab again"), {u"Ctrl+Shift+T"_s}, p},
        {"go.back", QT_TRANSLATE_NOOP("commands", "Back"), {u"Esc"_s}, p},
        {"history.back", QT_TRANSLATE_NOOP("commands", "Back in the history"), {u"Ctrl+O"_s, u"Alt+Left"_s}, p},
        {"history.forward", QT_TRANSLATE_NOOP("commands", "Forward in the history"), {u"Ctrl+I"_s, u"Alt+Right"_s}, p},
        {"export.markdown", QT_TRANSLATE_NOOP("commands", "Export Markdown"), {u"E"_s}, p},
        {"export.list", QT_TRANSLATE_NOOP("commands", "Export this list (Markdown)"), {u"Alt+L"_s}, p},
        {"export.bibtex", QT_TRANSLATE_NOOP("commands", "Export references (BibTeX)"), {u"Alt+B"_s}, p},
        {"export.cslJson", QT_TRANSLATE_NOOP("commands", "Export references (CSL-JSON)"), {u"Alt+J"_s}, p},
        {"export.annotations", QT_TRANSLATE_NOOP("commands", "Export highlights (Web Annotations)"), {u"Alt+W"_s}, p},
        {"export.pdf", QT_TRANSLATE_NOOP("commands", "Export the PDF with highlights"), {u"Alt+P"_s}, p},
        {"export.anki", QT_TRANSLATE_NOOP("commands", "Export cards (Anki)"), {u"Alt+K"_s}, p},
        {"export.report", QT_TRANSLATE_NOOP("commands", "Export the report of the session (HTML)"), {u"Alt+H"_s}, p},
        {"export.templates", QT_TRANSLATE_NOOP("commands", "Templates of the Markdown"), {u"g m"_s}, p},
        {"sync.now", QT_TRANSLATE_NOOP("commands", "Sync now"), {u"R"_s, u"F5"_s}, p},
        {"activity.open", QT_TRANSLATE_NOOP("commands", "Sync activity"), {u"Y"_s, u"Shift+F5"_s}, p},
        {"highlights.open", QT_TRANSLATE_NOOP("commands", "All highlights"), {u"H"_s}, p},
        {"kinds.open", QT_TRANSLATE_NOOP("commands", "Kinds of highlights"), {u"g k"_s}, p},
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

} // namespace yaodian::ui::tables
