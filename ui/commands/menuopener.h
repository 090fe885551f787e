#pragma once

#include "ui/commands/menus.h"

#include <QObject>
#include <QPointer>

class QAbstractItemView;
class QContextMenuEvent;

namespace yaodian::ui {

/// Opens the menu of what is under the mouse in a widget (right button), or under its cursor (Menu key). Nothing waits
/// while it is open. It closes when the widget is hidden, and where a list's cursor moves from what it was opened on.
class MenuOpener final : public QObject
{
    Q_OBJECT

public:
    /// Makes what is under the mouse the current thing and says what it is; no position: the current one by key. In
    /// the coordinates of the widget, of one that scrolls of its viewport. nullopt: there is nothing.
    using Ask = std::function<std::optional<MenuSubject>(std::optional<QPoint> at)>;

    MenuOpener(Commands &commands, QWidget *widget, Ask ask);

    void close(); ///< what it was opened on is not there any more

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void open(const QContextMenuEvent &event);
    void closeWith(QAbstractItemView &view);
    void tellClosed();

    Commands &m_commands;
    QWidget *m_widget;
    QWidget *m_surface; ///< what positions are of
    Ask m_ask;
    QPointer<QMenu> m_menu;
    std::function<void()> m_closed; ///< of its subject
    int m_number = 0;               ///< of the menu
};

/// The same for the rows of a view: the one under the mouse becomes the current one, a selection of several stays where
/// it is one of them. `ask` says what the current row is.
void openMenusOfRows(Commands &commands, QAbstractItemView *view, std::function<std::optional<MenuSubject>()> ask);

} // namespace yaodian::ui
