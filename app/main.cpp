// The composition root: the one file that sees app and ui.
#include "base/heap.h"
#include "base/lastrun.h"
#include "base/log.h"
#include "base/version.h"
#include "cli/cli.h"
#include "cli/entrance.h"
#include "cli/knownlibraries.h"
#include "cli/runner.h"
#include "cli/signals.h"
#include "cli/start.h"
#include "translations/translations.h"
#include "ui/shell/absence.h"
#include "ui/shell/app.h"
#include "ui/shell/rescueoffer.h"

#include <QApplication>
#include <QDir>
#include <QThread>
#include <QTimer>
#include <QWidget>

#include <clocale>
#include <cstdio>
#include <functional>
#include <future>
#include <langinfo.h>

using namespace yaodian;

namespace {

void say(std::FILE *file, const QString &text)
{
    std::fputs(text.toUtf8().constData(), file);
}

void useLanguage(QCoreApplication &app, const cli::Globals &globals)
{
    installLanguage(
        app, languageFor(globals.language.isEmpty() ? Settings(globals.library).text("language") : globals.language));
}

/// What the arguments alone decide: help, version, misuse. nullopt: there is something to run.
std::optional<int> answerAtOnce(const cli::Invocation &invocation)
{
    if (!invocation.usageError.isEmpty()) {
        say(stderr, invocation.usageError + QLatin1Char('\n'));
        return cli::exitUsage;
    }
    if (invocation.help)
        say(stdout, cli::helpText(invocation));
    else if (invocation.version)
        say(stdout, QStringLiteral("yaodian %1\n").arg(QCoreApplication::applicationVersion()));
    return invocation.help || invocation.version ? std::optional(cli::exitDone) : std::nullopt;
}

int runVerb(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const QStringList typed = QCoreApplication::arguments().mid(1);
    // The language first: usage errors are said in it too.
    useLanguage(app, cli::parseArguments(typed).globals);
    const cli::Invocation invocation = cli::parseArguments(typed);
    if (const auto exit = answerAtOnce(invocation))
        return *exit;
    keepWarningsOffStderr();
    cli::Signals signalsOfSystem;
    cli::Runner runner(invocation, typed);
    QObject::connect(&signalsOfSystem, &cli::Signals::arrived, &app,
                     [](int number) { QCoreApplication::exit(128 + number); });
    QObject::connect(&runner, &cli::Runner::finished, &app, [](int exit) { QCoreApplication::exit(exit); });
    QTimer::singleShot(0, &runner, &cli::Runner::start);
    return QCoreApplication::exec();
}

/// The library as the window gets it. Without a value in `exit` there is a library, or `problem` says why not.
struct Opened
{
    std::unique_ptr<library::Library> library;
    QString problem;
    std::optional<int> exit;                                      ///< another window took over
    std::optional<library::Library::AutomaticBackup> rescue = {}; ///< the notes are damaged, and this can replace them
};

/// Why the file that the window is to open cannot be opened; empty: no file was named, or it can.
QString refusalOfFile(const cli::Invocation &invocation)
{
    const QString named = cli::windowArguments(invocation).value(0);
    if (!QDir::isAbsolutePath(named))
        return {};
    const auto fine = papers::Papers::checkFile(named);
    return fine ? QString() : fine.error().message;
}

using Attempt = Result<std::unique_ptr<library::Library>>;

/// Where another process holds the library: hands over to its window, or waits for its command.
Opened enterLocked(const cli::Invocation &invocation, const Clock &clock, IdSource &ids)
{
    Opened result;
    cli::Entrance entrance(invocation.globals.library, {true, cli::windowArguments(invocation), {}, {}, false}, clock,
                           ids);
    QObject::connect(&entrance, &cli::Entrance::opened, qApp, [&] {
        result.library = entrance.library();
        QCoreApplication::quit();
    });
    QObject::connect(&entrance, &cli::Entrance::handed, qApp, [&](int exit) {
        const QString refusal = refusalOfFile(invocation);
        if (!refusal.isEmpty())
            say(stderr, refusal + QLatin1Char('\n'));
        result.exit = refusal.isEmpty() ? exit : cli::exitFailed;
        QCoreApplication::quit();
    });
    QObject::connect(&entrance, &cli::Entrance::refused, qApp, [&](const QString &sentence) {
        result.problem = sentence;
        QCoreApplication::quit();
    });
    QObject::connect(&entrance, &cli::Entrance::waiting, qApp,
                     [](const QString &sentence) { say(stderr, sentence + QLatin1Char('\n')); });
    QTimer::singleShot(0, &entrance, &cli::Entrance::start);
    QCoreApplication::exec();
    return result;
}

/// What is there is usable; of a library that is not there, nothing is shown as if it were an empty one.
void readOnly(Opened &opened, const QString &folder, const Clock &clock, IdSource &ids)
{
    if (QDir(folder).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot))
        return;
    auto library = library::Library::open(folder, library::Library::Mode::ReadOnly, clock, ids);
    if (!library)
        return;
    opened.library = std::move(library.value());
    opened.problem = QCoreApplication::translate(
                         "app", "%1 Until that is mended, the library can only be read; start Yaodian again then.")
                         .arg(opened.problem);
}

/// What came of opening the library for writing; where that cannot be, it is opened for reading, so that the window
/// is usable with what is there. There is an application by now.
Opened settle(Attempt first, const cli::Invocation &invocation, const Clock &clock, IdSource &ids)
{
    using library::Library;
    const QString &folder = invocation.globals.library;
    Opened result;
    if (!first) // asked again: before there was an application there were no translations
        first = Library::open(folder, Library::Mode::ReadWrite, clock, ids);
    if (first)
        result.library = std::move(first.value());
    else if (first.error().message == Library::lockedMessage())
        result = enterLocked(invocation, clock, ids);
    else
        result.problem = first.error().message;
    if (result.library || result.exit)
        return result;
    result.rescue = Library::rescueFor(folder);
    readOnly(result, folder, clock, ids);
    return result;
}

/// The library opens on a thread of its own while Qt connects to the display; it belongs to the calling thread.
std::future<Attempt> openBeside(const QString &folder, const Clock &clock, IdSource &ids)
{
    return std::async(std::launch::async, [folder, &clock, &ids, home = QThread::currentThread()] {
        auto opened = library::Library::open(folder, library::Library::Mode::ReadWrite, clock, ids);
        if (opened)
            opened.value()->moveToThread(home);
        return opened;
    });
}

/// Damaged notes, and a backup that can take their place: where the reader says so, it does.
Opened rescued(Opened opened, const QString &folder, const Clock &clock, IdSource &ids)
{
    using library::Library;
    if (!opened.rescue || !ui::offerRescue(opened.problem, opened.rescue->made))
        return opened;
    opened.library.reset();
    const auto done = Library::rescue(folder, clock, ids);
    opened.problem = done ? done->sentences.join(QLatin1Char(' ')) : done.error().message;
    if (auto again = Library::open(folder, done ? Library::Mode::ReadWrite : Library::Mode::ReadOnly, clock, ids))
        opened.library = std::move(again.value());
    return opened;
}

/// Without any library there is no window to show: one sentence in its place, and another try as often as the reader
/// wants one. Without a library still, where the reader leaves it or `isOver`.
Opened retried(Opened opened, const cli::Invocation &invocation, const Clock &clock, IdSource &ids,
               const std::function<bool()> &isOver)
{
    const QString &folder = invocation.globals.library;
    bool isGone = cli::KnownLibraries::isGone(folder);
    while (!opened.library && !opened.exit && !isOver()) {
        say(stderr, opened.problem + QLatin1Char('\n'));
        const ui::OnAbsence wish = ui::askOnAbsence(opened.problem, isGone);
        if (wish == ui::OnAbsence::Leave)
            break;
        isGone = wish != ui::OnAbsence::Begin && cli::KnownLibraries::isGone(folder);
        if (isGone)
            continue;
        opened = settle(library::Library::open(folder, library::Library::Mode::ReadWrite, clock, ids), invocation,
                        clock, ids);
        if (!opened.exit)
            opened = rescued(std::move(opened), folder, clock, ids);
    }
    return opened;
}

/// Qt ends the program with an abort where no display answers; a sentence and an exit code are for people.
bool hasDisplay()
{
#ifdef Q_OS_LINUX
    return !qEnvironmentVariableIsEmpty("DISPLAY") || !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY") ||
           !qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM");
#else
    return true;
#endif
}

int sayNoDisplay(int argc, char **argv, const cli::Invocation &invocation)
{
    QCoreApplication app(argc, argv);
    useLanguage(app, invocation.globals);
    say(stderr, QCoreApplication::translate("app", "There is no display to show a window on. Most other verbs work "
                                                   "without one: yaodian --help") +
                    QLatin1Char('\n'));
    return cli::exitFailed;
}

int runWindow(int argc, char **argv, const cli::Invocation &invocation)
{
    if (!hasDisplay())
        return sayNoDisplay(argc, argv, invocation);
    keepHeapSmall();
    ui::NoNewSessionBus noNewBus; // while there is one thread
    const QString &folder = invocation.globals.library;
    SystemClock clock;
    IdSource ids(clock);
    Opened opened;
    std::shared_ptr<pdf::Ahead> ahead;
    std::future<Attempt> opening;
    bool isGone = false;
    if (library::Library::isLocked(folder)) { // a second start mostly hands over, and needs neither display nor worker
        QCoreApplication app(argc, argv);
        useLanguage(app, invocation.globals);
        opened = settle(library::Library::open(folder, library::Library::Mode::ReadWrite, clock, ids), invocation,
                        clock, ids);
        if (opened.exit)
            return *opened.exit;
    } else if (cli::KnownLibraries::isGone(folder)) { // is not made anew without a word
        isGone = true;
    } else {
        ahead = ui::startAhead(folder, cli::windowArguments(invocation)); // what draws the PDF starts while we do
        opening = openBeside(folder, clock, ids);
    }

    QApplication app(argc, argv);
    QGuiApplication::setDesktopFileName(QStringLiteral("org.yaodian.Yaodian"));
    useLanguage(app, invocation.globals);
    cli::Signals signalsOfSystem;
    std::optional<int> signalled; // a question that is asked meanwhile is not answered by it
    bool isAsking = true;         // before the window runs, quitting is heard by nobody
    QObject::connect(&signalsOfSystem, &cli::Signals::arrived, &app, [&signalled, &isAsking](int number) {
        signalled = number;
        if (!isAsking)
            return QCoreApplication::quit();
        if (QWidget *question = QApplication::activeModalWidget())
            question->close();
    });
    const auto theme = ui::makeTheme(app, folder, invocation.globals.theme);
    if (opening.valid())
        opened = settle(opening.get(), invocation, clock, ids);
    if (opened.exit)
        return *opened.exit;
    if (isGone)
        opened.problem = cli::KnownLibraries::goneMessage(folder);
    opened = rescued(std::move(opened), folder, clock, ids);
    opened = retried(std::move(opened), invocation, clock, ids, [&signalled] { return signalled.has_value(); });
    if (signalled)
        return 128 + *signalled;
    if (!opened.library)
        return opened.exit.value_or(cli::exitFailed);
    const bool writes = !opened.library->isReadOnly();
    std::optional<LastRun> lastRun; // of windows that write: others have no log
    if (writes) {
        startLogFile(folder + QStringLiteral("/log"));
        lastRun.emplace(folder + QStringLiteral("/log"));
        cli::KnownLibraries::remember(folder);
    }
    cli::Services services(*opened.library, clock, ids, invocation.globals);
    cli::Server server(*opened.library, clock, ids, services.secrets.ofThisRun());
    QStringList problems{lastRun ? lastRun->sentence() : QString(), opened.problem, opened.library->newerMessage(),
                         services.complaint};
    if (writes)
        if (const auto listening = server.listen(); !listening)
            problems += listening.error().message;
    problems.removeAll(QString());
    isAsking = false;
    return ui::runWindow(app,
                         {services, invocation.globals, cli::windowArguments(invocation), writes ? &server : nullptr,
                          problems.join(QLatin1Char(' ')), std::move(ahead)},
                         *theme, noNewBus);
}

int takeScreenshots(int argc, char **argv, const cli::Invocation &invocation)
{
    ui::prepareScreenshots(invocation.arguments);
    QApplication app(argc, argv);
    useLanguage(app, invocation.globals);
    return ui::takeScreenshots(app, invocation.globals, invocation.arguments);
}

/// Qt works in UTF-8 only, and in a plain "C" locale says so on stderr, where every line of ours has a meaning.
void useUtf8()
{
    std::setlocale(LC_ALL, "");
    if (qstrcmp(::nl_langinfo(CODESET), "UTF-8") == 0)
        return;
    if (const QByteArray all = qgetenv("LC_ALL"); !all.isEmpty()) {
        qputenv("LC_MESSAGES", all); // keeps the language that was meant
        qunsetenv("LC_ALL");
    }
    qputenv("LC_CTYPE", "C.UTF-8");
}

QStringList typedArguments(int argc, char **argv)
{
    QStringList typed;
    for (int i = 1; i < argc; ++i)
        typed += QString::fromLocal8Bit(argv[i]);
    return typed;
}

} // namespace

int main(int argc, char **argv)
{
    useUtf8();
    QCoreApplication::setApplicationName(QStringLiteral("yaodian"));
    QCoreApplication::setApplicationVersion(QString::fromLatin1(programVersion()));
    // Sorted out once without Qt's application object, because which one we need depends on it.
    const cli::Invocation invocation = cli::parseArguments(typedArguments(argc, argv));
    const bool answers = invocation.help || invocation.version || !invocation.usageError.isEmpty();
    if (!answers && cli::needsWindow(invocation))
        return runWindow(argc, argv, invocation);
    if (!answers && invocation.verb == QLatin1String("screenshots"))
        return takeScreenshots(argc, argv, invocation);
    return runVerb(argc, argv);
}
