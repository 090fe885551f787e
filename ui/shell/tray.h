#pragma once

#include "base/settings.h"

#include <QMenu>
#include <QSystemTrayIcon>

#include <functional>
#include <memory>

class QCloseEvent;
class QWidget;

namespace yaodian::ui {

/// The icon in the desktop's tray, where the reader wants it and there is a tray: closing the window then only hides
/// it, and how much is unread stands over the icon. A click brings the window back. Whether there is one, the desktop
/// is asked over its session bus: not before settle().
class Tray final : public QObject
{
    Q_OBJECT

public:
    Tray(const Settings &settings, QWidget *window);

    void settle();                                             ///< shows the icon or takes it away, as it is wanted
    [[nodiscard]] bool isThere() const { return m_isThere(); } ///< the desktop has a tray
    /// Who tells so, in place of Qt; from the next settle() on.
    void askThere(std::function<bool()> isThere) { m_isThere = std::move(isThere); }
    /// The window is being closed: true where it was hidden instead.
    bool takes(QCloseEvent *event);
    /// The next close is meant; false: it is not any more.
    void quitting(bool quits = true) { m_quits = quits; }
    void setUnread(int entries);
    [[nodiscard]] QString text() const; ///< over the icon; empty: there is none

Q_SIGNALS:
    void wanted(); ///< the window is to be shown again
    void quitWanted();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void say();

    const Settings &m_settings;
    std::function<bool()> m_isThere = &QSystemTrayIcon::isSystemTrayAvailable;
    QWidget *m_window;
    std::unique_ptr<QMenu> m_menu;
    std::unique_ptr<QSystemTrayIcon> m_icon; ///< before its menu goes
    int m_unread = 0;
    bool m_quits = false;
};

} // namespace yaodian::ui
