#include "ui/commands/tables.h"

namespace yaodian::ui::tables {

using namespace Qt::StringLiterals;

QList<Command> triage()
{
    const Place p = Place::Triage;
    const char *const verdicts = QT_TRANSLATE_NOOP("commands", "Read Keep Drop");
    const char *const move = QT_TRANSLATE_NOOP("commands", "Pass Back");
    return {
        {"triage.read",
         QT_TRANSLATE_NOOP("commands", "Verdict: read closely"),
         {u"1"_s},
         p,
         false,
         true,
         verdicts,
         true},
        {"triage.keep", QT_TRANSLATE_NOOP("commands", "Verdict: keep"), {u"2"_s}, p, false, true, verdicts, true},
        {"triage.drop", QT_TRANSLATE_NOOP("commands", "Verdict: drop"), {u"3"_s}, p, false, true, verdicts, true},
        {"triage.pass",
         QT_TRANSLATE_NOOP("commands", "Pass the paper"),
         {u"j"_s, u"Right"_s, u"Down"_s},
         p,
         false,
         true,
         move},
        {"triage.back",
         QT_TRANSLATE_NOOP("commands", "The paper before"),
         {u"k"_s, u"Left"_s, u"Up"_s, u"Backspace"_s},
         p,
         false,
         true,
         move},
        {"triage.page",
         QT_TRANSLATE_NOOP("commands", "Page the card"),
         {u"Space"_s, u"PgDown"_s},
         p,
         false,
         true,
         QT_TRANSLATE_NOOP("commands", "Page")},
        {"triage.pageBack", QT_TRANSLATE_NOOP("commands", "Page the card back"), {u"Shift+Space"_s, u"PgUp"_s}, p},
        {"triage.star",
         QT_TRANSLATE_NOOP("commands", "Star"),
         {u"s"_s},
         p,
         false,
         true,
         QT_TRANSLATE_NOOP("commands", "Star")},
        {"triage.later",
         QT_TRANSLATE_NOOP("commands", "Later"),
         {u"l"_s},
         p,
         false,
         true,
         QT_TRANSLATE_NOOP("commands", "Later")},
        {"triage.undo",
         QT_TRANSLATE_NOOP("commands", "Take the last step back"),
         {u"u"_s, u"Ctrl+Z"_s},
         p,
         false,
         true,
         QT_TRANSLATE_NOOP("commands", "Undo")},
        {"triage.redo", QT_TRANSLATE_NOOP("commands", "Do the step again"), {u"U"_s, u"Ctrl+Shift+Z"_s}, p},
        {"triage.session", QT_TRANSLATE_NOOP("commands", "Read what was chosen"), {u"S"_s}, p},
        {"triage.open",
         QT_TRANSLATE_NOOP("commands", "Open the PDF"),
         {u"Enter"_s},
         p,
         false,
         true,
         QT_TRANSLATE_NOOP("commands", "Open")},
    };
}

QList<Command> history()
{
    const Place p = Place::History;
    const char *const move = QT_TRANSLATE_NOOP("commands", "Move");
    const char *const day = QT_TRANSLATE_NOOP("commands", "Day");
    return {
        {"history.next", QT_TRANSLATE_NOOP("commands", "Next session"), {u"j"_s, u"Down"_s}, p, false, true, move},
        {"history.previous",
         QT_TRANSLATE_NOOP("commands", "Previous session"),
         {u"k"_s, u"Up"_s},
         p,
         false,
         true,
         move},
        {"history.look",
         QT_TRANSLATE_NOOP("commands", "The summary of the session"),
         {u"Enter"_s},
         p,
         false,
         true,
         QT_TRANSLATE_NOOP("commands", "Summary")},
        {"history.dayBefore",
         QT_TRANSLATE_NOOP("commands", "The day before on which was read"),
         {u"h"_s, u"Left"_s},
         p,
         false,
         true,
         day},
        {"history.dayAfter",
         QT_TRANSLATE_NOOP("commands", "The day after on which was read"),
         {u"l"_s, u"Right"_s},
         p,
         false,
         true,
         day},
        {"history.first", QT_TRANSLATE_NOOP("commands", "First session"), {u"g g"_s, u"Home"_s}, p},
        {"history.last", QT_TRANSLATE_NOOP("commands", "Last session"), {u"G"_s, u"End"_s}, p},
    };
}

} // namespace yaodian::ui::tables
