#include "ui/shell/tray.h"

#include <QCloseEvent>
#include <QGuiApplication>
#include <QIcon>
#include <QWidget>

namespace yaodian::ui {

using namespace Qt::StringLiterals;

Tray::Tray(const Settings &settings, QWidget *window) : QObject(window), m_settings(settings), m_window(window)
{
    qApp->installEventFilter(this);
    connect(&settings, &Settings::changed, this, [this](const QString &key) {
        if (key == "tray"_L1)
            settle();
        else if (key == "language"_L1)
            say();
    });
}

void Tray::settle()
{
    const bool wants = m_settings.flag("tray") && m_isThere();
    if (wants == bool(m_icon))
        return;
    if (!wants)
        return m_icon.reset();
    m_icon = std::make_unique<QSystemTrayIcon>(QIcon(u":/icons/org.yaodian.Yaodian.svg"_s));
    m_menu = std::make_unique<QMenu>();
    m_icon->setContextMenu(m_menu.get());
    connect(m_icon.get(), &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
        if (reason != QSystemTrayIcon::Context)
            Q_EMIT wanted();
    });
    say();
    m_icon->show();
}

void Tray::say()
{
    if (!m_icon)
        return;
    m_menu->clear();
    connect(m_menu->addAction(tr("Show the window")), &QAction::triggered, this, &Tray::wanted);
    connect(m_menu->addAction(tr("Quit")), &QAction::triggered, this, &Tray::quitWanted);
    const QString name = u"要点"_s;
    m_icon->setToolTip(m_unread > 0 ? name + u" · "_s + tr("%n unread", nullptr, m_unread) : name);
}

void Tray::setUnread(int entries)
{
    m_unread = entries;
    say();
}

QString Tray::text() const
{
    return m_icon ? m_icon->toolTip() : QString();
}

/// The program is told to end (a signal, the session): a window that goes into the tray would keep it.
bool Tray::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == qApp && event->type() == QEvent::Quit) {
        m_quits = true;
        QMetaObject::invokeMethod(
            this, [this] { m_quits = false; }, Qt::QueuedConnection); // where it was refused
    }
    return QObject::eventFilter(watched, event);
}

bool Tray::takes(QCloseEvent *event)
{
    settle(); // a window may be closed before anybody asked
    // When the desktop ends the session, a window that stays would be in its way.
    if (!m_icon || m_quits || !m_isThere() || qApp->isSavingSession())
        return false;
    event->ignore();
    m_window->hide();
    return true;
}

} // namespace yaodian::ui
