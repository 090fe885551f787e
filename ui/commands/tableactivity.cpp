#include "ui/commands/tables.h"

namespace yaodian::ui::tables {

using namespace Qt::StringLiterals;

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

} // namespace yaodian::ui::tables
