#include "ui/shell/app.h"

#include "ui/shell/window.h"

#include <QApplication>
#include <QIcon>

namespace yaodian::ui {

using namespace Qt::StringLiterals;

int runWindow(QApplication &app, const cli::Start &start)
{
    QGuiApplication::setWindowIcon(QIcon(u":/icons/org.yaodian.Yaodian.svg"_s));
    Settings &settings = start.services.settings;
    Theme theme(app);
    theme.set(settings.text("theme"), settings.value("fontSize").toInt());
    Commands commands;
    AskPerson ask;
    MainWindow window(start.services, theme, commands, ask);
    if (start.server)
        QObject::connect(start.server, &cli::Server::activated, &window, &MainWindow::activate);
    window.start(start.arguments, start.problem, start.worker);
    window.show();
    return QApplication::exec();
}

} // namespace yaodian::ui
