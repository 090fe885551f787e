#include "ui/commands/tables.h"

namespace yaodian::ui::tables {

using namespace Qt::StringLiterals;

QList<Command> settings()
{
    const Place p = Place::Settings;
    const char *const move = QT_TRANSLATE_NOOP("commands", "Move");
    return {
        {"settings.next",
         QT_TRANSLATE_NOOP("commands", "Next section; on a setting: the next one"),
         {u"j"_s, u"Down"_s},
         p,
         true,
         true,
         move},
        {"settings.previous",
         QT_TRANSLATE_NOOP("commands", "Previous section; on a setting: the one before"),
         {u"k"_s, u"Up"_s},
         p,
         true,
         true,
         move},
        {"settings.open",
         QT_TRANSLATE_NOOP("commands", "To the settings of the section; on a setting: change it"),
         {u"Enter"_s},
         p,
         false,
         true,
         QT_TRANSLATE_NOOP("commands", "To the settings")},
        {"settings.filter",
         QT_TRANSLATE_NOOP("commands", "Find a setting"),
         {u"/"_s},
         p,
         false,
         true,
         QT_TRANSLATE_NOOP("commands", "Find")},
        {"settings.nextSection", QT_TRANSLATE_NOOP("commands", "Next section"), {u"}"_s, u"J"_s}, p},
        {"settings.previousSection", QT_TRANSLATE_NOOP("commands", "Previous section"), {u"{"_s, u"K"_s}, p},
        {"settings.first", QT_TRANSLATE_NOOP("commands", "First section"), {u"g g"_s, u"Home"_s}, p},
        {"settings.last", QT_TRANSLATE_NOOP("commands", "Last section"), {u"G"_s, u"End"_s}, p},
        {"settings.pageDown", QT_TRANSLATE_NOOP("commands", "A page down"), {u"Ctrl+D"_s, u"PgDown"_s}, p},
        {"settings.pageUp", QT_TRANSLATE_NOOP("commands", "A page up"), {u"Ctrl+U"_s, u"PgUp"_s}, p},
    };
}

} // namespace yaodian::ui::tables
