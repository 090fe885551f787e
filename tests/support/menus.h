#pragma once

#include <QAction>
#include <QApplication>
#include <QMenu>
#include <QTest>
#include <QWindow>

// Menus as a person opens and uses them.
namespace yaodian::tests {

/// The right button, the way it comes from the desktop: what is pressed hears of the press first.
inline void rightClick(QWidget *widget, const QPoint &at)
{
    QWidget *window = widget->window();
    const QPoint inWindow = widget->mapTo(window, at);
    QTest::mousePress(window->windowHandle(), Qt::RightButton, Qt::NoModifier, inWindow);
    QTest::mouseRelease(window->windowHandle(), Qt::RightButton, Qt::NoModifier, inWindow);
}

/// The Menu key, as the platform passes it on.
inline void menuKey()
{
    QWidget *focus = QApplication::focusWidget();
    QContextMenuEvent event(QContextMenuEvent::Keyboard, focus->rect().center(),
                            focus->mapToGlobal(focus->rect().center()));
    QCoreApplication::sendEvent(focus, &event);
}

inline QMenu *shownMenu()
{
    return qobject_cast<QMenu *>(QApplication::activePopupWidget());
}

/// The row of a command; nullptr: there is none.
inline QAction *rowOf(const QMenu *menu, const QString &id)
{
    const QList<QAction *> rows = menu->actions();
    const auto at =
        std::find_if(rows.cbegin(), rows.cend(), [&id](const QAction *row) { return row->objectName() == id; });
    return at == rows.cend() ? nullptr : *at;
}

/// Clicks the row of a command in the shown menu; false where there is none.
inline bool choose(const QString &id)
{
    QMenu *menu = shownMenu();
    QAction *row = menu ? rowOf(menu, id) : nullptr;
    if (!row)
        return false;
    QTest::mouseClick(menu, Qt::LeftButton, Qt::NoModifier, menu->actionGeometry(row).center());
    QCoreApplication::processEvents();
    return true;
}

} // namespace yaodian::tests
