#include "ui/shell/app.h"

#include "ui/reader/firstview.h"
#include "ui/shell/window.h"

#include <QApplication>
#include <QDir>
#include <QIcon>
#include <QTimer>

namespace yaodian::ui {

using namespace Qt::StringLiterals;

std::shared_ptr<pdf::Ahead> startAhead(const QString &library, const QStringList &arguments)
{
    const QString named = arguments.value(0);
    if (!QDir::isAbsolutePath(named) || !papers::Papers::checkFile(named))
        return pdf::startWorker();
    Settings settings(library);
    return pdf::openAhead(named, expectedView(settings, named));
}

int runWindow(QApplication &app, const cli::Start &start, NoNewSessionBus &noNewBus)
{
    Settings &settings = start.services.settings;
    Theme theme(app);
    theme.set(appearanceOf(settings));
    Commands commands;
    AskPerson ask;
    MainWindow window(start.services, theme, commands, ask);
    if (start.server)
        QObject::connect(start.server, &cli::Server::activated, &window, &MainWindow::activate);
    window.start(start.arguments, start.problem, start.ahead);
    window.show();
    noNewBus.end();
    // After the first page, which would wait for it.
    QTimer::singleShot(200, &app, [] { QGuiApplication::setWindowIcon(QIcon(u":/icons/org.yaodian.Yaodian.svg"_s)); });
    return QApplication::exec();
}

} // namespace yaodian::ui
