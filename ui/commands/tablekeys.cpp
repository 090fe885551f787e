#include "ui/commands/tables.h"

namespace yaodian::ui::tables {

using namespace Qt::StringLiterals;

QList<Command> keys()
{
    const Place p = Place::Keys;
    const char *const move = QT_TRANSLATE_NOOP("commands", "Move");
    return {
        {"keys.next", QT_TRANSLATE_NOOP("commands", "Next command"), {u"j"_s, u"Down"_s}, p, true, true, move},
        {"keys.previous", QT_TRANSLATE_NOOP("commands", "Previous command"), {u"k"_s, u"Up"_s}, p, true, true, move},
        {"keys.record",
         QT_TRANSLATE_NOOP("commands", "Press another key for the command"),
         {u"Enter"_s},
         p,
         false,
         true,
         QT_TRANSLATE_NOOP("commands", "Change")},
        {"keys.add",
         QT_TRANSLATE_NOOP("commands", "Press one more key for the command"),
         {u"a"_s},
         p,
         false,
         true,
         QT_TRANSLATE_NOOP("commands", "One more")},
        {"keys.clear",
         QT_TRANSLATE_NOOP("commands", "The command has no key"),
         {u"Backspace"_s, u"Del"_s},
         p,
         false,
         true,
         QT_TRANSLATE_NOOP("commands", "No key")},
        {"keys.reset",
         QT_TRANSLATE_NOOP("commands", "The command has its own keys again"),
         {u"r"_s},
         p,
         false,
         true,
         QT_TRANSLATE_NOOP("commands", "Reset")},
        {"keys.filter",
         QT_TRANSLATE_NOOP("commands", "Find a command by its name or its key"),
         {u"/"_s},
         p,
         false,
         true,
         QT_TRANSLATE_NOOP("commands", "Find")},
        {"keys.resetAll", QT_TRANSLATE_NOOP("commands", "All commands have their own keys again"), {u"R"_s}, p},
        {"keys.import", QT_TRANSLATE_NOOP("commands", "Import keys"), {u"i"_s}, p},
        {"keys.export", QT_TRANSLATE_NOOP("commands", "Export keys"), {u"e"_s}, p},
        {"keys.first", QT_TRANSLATE_NOOP("commands", "First command"), {u"g g"_s, u"Home"_s}, p},
        {"keys.last", QT_TRANSLATE_NOOP("commands", "Last command"), {u"G"_s, u"End"_s}, p},
        {"keys.pageDown", QT_TRANSLATE_NOOP("commands", "A page down"), {u"Ctrl+D"_s, u"PgDown"_s}, p},
        {"keys.pageUp", QT_TRANSLATE_NOOP("commands", "A page up"), {u"Ctrl+U"_s, u"PgUp"_s}, p},
        {"keys.nextPlace", QT_TRANSLATE_NOOP("commands", "Next place"), {u"}"_s}, p},
        {"keys.previousPlace", QT_TRANSLATE_NOOP("commands", "Previous place"), {u"{"_s}, p},
    };
}

} // namespace yaodian::ui::tables
