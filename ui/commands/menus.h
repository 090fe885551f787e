#pragma once

#include "ui/commands/commands.h"

#include <QColor>
#include <QList>
#include <QPoint>

#include <functional>

class QMenu;

namespace yaodian::ui {

/// A row of a menu: a command. One that asks for a letter or digit stands there once for each choice there is.
struct MenuRow
{
    enum class Choices {
        Below, ///< in a menu of their own
        Here   ///< row by row
    };
    const char *id;
    Choices choices = Choices::Below;
};
using MenuGroup = QList<MenuRow>;

/// What one wants of a place with the mouse: few rows, groups from the nearest to the gravest. The commands are those
/// of the place and of what its keys fall back to. Everywhere: of a tab. No groups: the place has no menu.
[[nodiscard]] QList<MenuGroup> menuOf(Place place);
[[nodiscard]] QList<Place> placesWithMenu();

/// What the letter or digit of a command can be.
struct MenuChoice
{
    int count; ///< what the command is given: the code point of the letter, or the digit
    QString text;
    QColor colour = {}; ///< a dot of it stands before the text
};

/// What a menu is opened on, as it is now.
struct MenuSubject
{
    Place place = Place::Everywhere;
    /// Whether a command does something there; those that do not are left out. Not given: all do.
    std::function<bool(const QString &id)> fits = {};
    /// Of a command that asks for a letter or digit; it is left out where there are none.
    std::function<QList<MenuChoice>(const QString &id)> choices = {};
    QPoint cursor = {};                ///< where it opens for the keyboard, as the widget (its viewport) counts
    std::function<void()> closed = {}; ///< after what was chosen has been done, or nothing was
};

/// The menu of a subject: texts and keys as they are now. It goes when it is closed. nullptr: nothing can be done.
[[nodiscard]] QMenu *makeMenu(Commands &commands, const MenuSubject &subject, QWidget *parent);

} // namespace yaodian::ui
