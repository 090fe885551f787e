#include "ui/notes/kindchoices.h"

#include "ui/notes/kindname.h"

namespace yaodian::ui {

QList<MenuChoice> menuChoicesOf(const QList<library::Kind> &kinds)
{
    QList<MenuChoice> choices;
    for (const library::Kind &kind : kinds)
        if (!kind.letter.isEmpty())
            choices << MenuChoice{kind.letter.front().unicode(), kindName(kind), QColor::fromString(kind.colour)};
    return choices;
}

} // namespace yaodian::ui
