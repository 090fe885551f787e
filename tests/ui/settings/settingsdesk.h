#pragma once

#include "ui/base/theme.h"
#include "ui/settings/settingspage.h"

#include <QApplication>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace yaodian::ui {

/// The page over a library folder of its own.
struct SettingsDesk
{
    SettingsDesk()
    {
        page.resize(1000, 650);
        page.show();
        page.activateWindow(); // focus moves only in an active window
        if (!QTest::qWaitForWindowActive(&page))
            qFatal("the page does not become active");
        page.start();
    }
    template <class T> T *field(const char *name) { return page.findChild<T *>(QLatin1StringView(name)); }
    QString written() const
    {
        QFile file(folder.filePath(QStringLiteral("settings.ini")));
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    }

    QTemporaryDir folder;
    Settings settings{folder.path()};
    Commands commands;
    Theme theme{*qApp};
    SettingsPage page{settings, commands, theme};
};

} // namespace yaodian::ui
