#include "ui/shell/app.h"

#include "ui/reader/firstview.h"
#include "ui/shell/window.h"

#include <QApplication>
#include <QDir>
#include <QFontMetrics>
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

std::unique_ptr<Theme> makeTheme(QApplication &app, const QString &library, const QString &theme)
{
    Appearance look = appearanceOf(Settings(library));
    if (!theme.isEmpty())
        look.theme = theme;
    auto made = std::make_unique<Theme>(app);
    made->set(look);
    QFontMetrics(made->font()).horizontalAdvance(placeText(Place::List)); // loads what the window writes with
    return made;
}

int runWindow(QApplication &app, const cli::Start &start, Theme &theme, NoNewSessionBus &noNewBus)
{
    theme.set(appearanceOf(start.services.settings));
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
