#include "ui/commands/tables.h"

namespace yaodian::ui::tables {

using namespace Qt::StringLiterals;

QList<Command> handbook()
{
    const Place p = Place::Handbook;
    const char *const move = QT_TRANSLATE_NOOP("commands", "Move");
    return {
        {"handbook.next",
         QT_TRANSLATE_NOOP("commands", "Next chapter; in the text: scroll down"),
         {u"j"_s, u"Down"_s},
         p,
         true,
         true,
         move},
        {"handbook.previous",
         QT_TRANSLATE_NOOP("commands", "Previous chapter; in the text: scroll up"),
         {u"k"_s, u"Up"_s},
         p,
         true,
         true,
         move},
        {"handbook.open",
         QT_TRANSLATE_NOOP("commands", "Into the text; in the text: follow the link"),
         {u"Enter"_s},
         p,
         false,
         true,
         QT_TRANSLATE_NOOP("commands", "To the text")},
        {"handbook.pageDown",
         QT_TRANSLATE_NOOP("commands", "Page the text"),
         {u"Space"_s, u"Ctrl+D"_s, u"PgDown"_s},
         p,
         false,
         true,
         QT_TRANSLATE_NOOP("commands", "Page")},
        {"handbook.pageUp",
         QT_TRANSLATE_NOOP("commands", "Page the text back"),
         {u"Shift+Space"_s, u"Ctrl+U"_s, u"PgUp"_s},
         p},
        {"handbook.nextChapter", QT_TRANSLATE_NOOP("commands", "Next chapter"), {u"J"_s, u"]"_s}, p},
        {"handbook.previousChapter", QT_TRANSLATE_NOOP("commands", "Previous chapter"), {u"K"_s, u"["_s}, p},
        {"handbook.first",
         QT_TRANSLATE_NOOP("commands", "First chapter, or the beginning of the text"),
         {u"g g"_s, u"Home"_s},
         p},
        {"handbook.last", QT_TRANSLATE_NOOP("commands", "Last chapter, or the end of the text"), {u"G"_s, u"End"_s}, p},
        {"handbook.nextLink",
         QT_TRANSLATE_NOOP("commands", "Next link"),
         {u"f"_s},
         p,
         false,
         true,
         QT_TRANSLATE_NOOP("commands", "Links")},
        {"handbook.previousLink", QT_TRANSLATE_NOOP("commands", "Previous link"), {u"F"_s}, p},
        {"handbook.find",
         QT_TRANSLATE_NOOP("commands", "Search the handbook"),
         {u"/"_s},
         p,
         false,
         true,
         QT_TRANSLATE_NOOP("commands", "Find")},
        {"handbook.nextHit", QT_TRANSLATE_NOOP("commands", "Next hit"), {u"n"_s}, p},
        {"handbook.previousHit", QT_TRANSLATE_NOOP("commands", "Previous hit"), {u"N"_s}, p},
    };
}

} // namespace yaodian::ui::tables
