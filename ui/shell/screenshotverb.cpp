#include "cli/verb.h"
#include "ui/shell/app.h"
#include "ui/shell/scenes.h"
#include "ui/shell/screenshots.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QProcess>

#include <cstdio>

// `yaodian screenshots`: every scale in a process of its own, because Qt reads it once.
namespace yaodian::ui {

using namespace Qt::StringLiterals;

namespace {

struct ShotSay
{
    Q_DECLARE_TR_FUNCTIONS(screenshots)
};

/// A laptop's screen without the desktop's own bars. The sharper it is, the less room there is on it.
struct Screen
{
    QString scale;
    QSize size; ///< logical pixels
};

const QList<Screen> &screens()
{
    static const QList<Screen> all{{u"1"_s, {1366, 728}}, {u"1.5"_s, {1280, 680}}, {u"2"_s, {1120, 660}}};
    return all;
}

const Screen *screenOf(const QString &scale)
{
    const auto it = std::find_if(screens().cbegin(), screens().cend(),
                                 [&scale](const Screen &screen) { return screen.scale == scale; });
    return it == screens().cend() ? nullptr : &*it;
}

cli::Arguments sorted(const QStringList &typed)
{
    QString error;
    return cli::sortArguments(*cli::findVerb(u"screenshots"_s), typed, &error);
}

QString folderOf(const cli::Arguments &arguments)
{
    return arguments.words.value(0, u"out"_s);
}

QStringList sceneNames()
{
    QStringList names;
    for (const Scene &scene : sceneTable())
        names << QString::fromLatin1(scene.name);
    return names;
}

void print(FILE *to, const QString &line)
{
    std::fputs(qPrintable(line + u'\n'), to);
    std::fflush(to);
}

/// The same again for each scale. 1 where one of them found something.
int takeAllScales(const QStringList &typed, const cli::Globals &globals)
{
    int exit = 0;
    for (const Screen &screen : screens()) {
        QStringList arguments{u"screenshots"_s};
        arguments << typed << u"--scale"_s << screen.scale;
        if (!globals.language.isEmpty())
            arguments << u"--lang"_s << globals.language;
        if (!globals.theme.isEmpty())
            arguments << u"--theme"_s << globals.theme;
        QProcess process;
        process.setProcessChannelMode(QProcess::ForwardedChannels);
        process.start(QCoreApplication::applicationFilePath(), arguments);
        process.waitForFinished(-1);
        if (process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
            exit = 1;
    }
    return exit;
}

} // namespace

void prepareScreenshots(const QStringList &typed)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    if (const QString scale = sorted(typed).value("--scale"); screenOf(scale))
        qputenv("QT_SCALE_FACTOR", scale.toLatin1());
}

int takeScreenshots(QApplication &app, const cli::Globals &globals, const QStringList &typed)
{
    const cli::Arguments arguments = sorted(typed);
    const QString only = arguments.value("--only");
    const QStringList known = sceneNames();
    if (!only.isEmpty() && !known.contains(only)) {
        print(stderr, ShotSay::tr("There is no such scene; there are: %1").arg(known.join(u", "_s)));
        return cli::exitFailed;
    }
    if (!arguments.has("--scale"))
        return takeAllScales(typed, globals);
    const Screen *screen = screenOf(arguments.value("--scale"));
    if (!screen) {
        print(stderr, ShotSay::tr("The scale is 1, 1.5 or 2."));
        return cli::exitFailed;
    }
    const QString folder = folderOf(arguments);
    if (!QDir().mkpath(folder)) {
        print(stderr, QCoreApplication::translate("app", "The folder %1 cannot be made.").arg(folder));
        return cli::exitFailed;
    }
    const Walk walk{globals.language.isEmpty() ? QStringList{u"zh_CN"_s, u"en"_s} : QStringList{globals.language},
                    globals.theme.isEmpty() ? QStringList{u"light"_s, u"dark"_s} : QStringList{globals.theme},
                    screen->size,
                    only,
                    folder,
                    u"@%1x"_s.arg(screen->scale)};
    const Walked walked = walkScenes(app, globals, walk, [](const QString &scene) { print(stderr, scene); });
    for (const QString &sentence : walked.excused)
        print(stderr, ShotSay::tr("Excused, because it cannot be used now: %1").arg(sentence));
    for (const QString &sentence : walked.defects)
        print(stdout, sentence);
    print(stdout, ShotSay::tr("%1 pictures at %2 in %3, %4 defects.")
                      .arg(QString::number(walked.scenes), screen->scale + u'×', folder,
                           QString::number(walked.defects.size())));
    return walked.defects.isEmpty() ? cli::exitDone : cli::exitFailed;
}

} // namespace yaodian::ui
