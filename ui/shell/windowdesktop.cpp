#include "ui/shell/announcing.h"
#include "ui/shell/tray.h"
#include "ui/shell/window.h"

// What the desktop shows of the program beside its window: notifications, the icon in the tray.
namespace yaodian::ui {

void MainWindow::connectDesktop()
{
    m_announcing = new Announcing(
        m_services.library, m_services.settings, [this] { return isActiveWindow(); }, &QDBusConnection::sessionBus,
        this);
    m_tray = new Tray(m_services.settings, this);
    connect(&m_services.sync, &sync::Sync::refreshed, m_announcing, &Announcing::tell);
    connect(m_intake, &Intake::synced, m_announcing, &Announcing::tell);
    connect(m_announcing, &Announcing::chosen, this, [this] {
        activate({});
        showLibrary();
        m_page->goTo({});
        m_page->focusList();
    });
    connect(m_tray, &Tray::wanted, this, [this] { activate({}); });
    connect(m_tray, &Tray::quitWanted, this, &MainWindow::quit);
}

/// What the settings say of it, each time they are shown.
void MainWindow::remarkOnDesktop(SettingsPage &page)
{
    const auto remark = [this, &page] {
        m_announcing->notifications().ask();
        m_tray->settle(); // the desktop may have got one
        page.setRemark(QStringLiteral("tray"),
                       m_tray->isThere() ? QString()
                                         : tr("This desktop has no tray: closing the window ends the program."));
    };
    connect(&page, &SettingsPage::started, this, remark);
    connect(&m_services.settings, &Settings::changed, &page, [remark](const QString &key) {
        if (key == QLatin1String("language"))
            remark();
    });
    connect(&m_announcing->notifications(), &Notifications::known, &page, [&page](bool areShown) {
        page.setRemark(QStringLiteral("notify"),
                       areShown ? QString() : tr("Nothing on this desktop shows notifications: none will come."));
    });
}

} // namespace yaodian::ui
