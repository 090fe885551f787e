#include "bench.h"
#include "tinyserver.h"

#include "base/files.h"
#include "sync/sync.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QProcess>
#include <QTemporaryDir>
#include <QTimer>

namespace yaodian::bench {

namespace {

constexpr int sources = 1000;
constexpr int connections = 50;

/// A library of its own with a client and a Sync over it.
struct House
{
    QTemporaryDir folder;
    SystemClock clock;
    IdSource ids{clock};
    std::unique_ptr<library::Library> library;
    net::Limits limits;
    std::unique_ptr<net::Client> client;
    Background background;
    std::unique_ptr<sync::Sync> sync;

    House()
    {
        auto opened = library::Library::open(folder.path(), library::Library::Mode::ReadWrite, clock, ids);
        if (!opened)
            qFatal("%s", qPrintable(opened.error().message));
        library = std::move(opened).value();
        limits.mostAtOnce = connections;
        client = std::make_unique<net::Client>(nullptr, limits);
        sync = std::make_unique<sync::Sync>(*library, *client, background, clock);
    }
};

QString urlOf(const TinyServer &server, int number)
{
    return QStringLiteral("http://%1:%2/feed").arg(QString::fromLatin1(TinyServer::address(number))).arg(server.port());
}

void addSources(const House &house, const TinyServer &server, bool known)
{
    for (int number = 1; number <= sources; ++number) {
        library::Source source;
        source.url = urlOf(server, number);
        source.title = QStringLiteral("Source %1").arg(number);
        source.id = library::Library::sourceId(source.kind, source.url);
        if (!house.library->putSource(source))
            qFatal("a source could not be stored");
        library::SyncState state;
        state.etag = QStringLiteral("\"bench\"");
        if (known && !house.library->putSyncState(source.id, state))
            qFatal("a state could not be stored");
    }
}

struct Measured
{
    double ms = 0;
    qint64 worstTick = 0; ///< ms for which the thread of the window answered nothing
    sync::Outcome outcome;
};

template <class Start> Measured measured(Start start)
{
    Measured out;
    QEventLoop loop;
    QTimer tick;
    QElapsedTimer between;
    QObject::connect(&tick, &QTimer::timeout, [&] { out.worstTick = qMax(out.worstTick, between.restart()); });
    between.start();
    tick.start(5);
    QElapsedTimer whole;
    whole.start();
    start(&loop, [&](const sync::Outcome &outcome) {
        out.ms = double(whole.nsecsElapsed()) / 1e6;
        out.outcome = outcome;
        loop.quit();
    });
    loop.exec();
    return out;
}

Measured syncAll(const House &house)
{
    return measured([&](QObject *context, auto done) { house.sync->syncAll(context, done); });
}

double curlMs(const TinyServer &server, const QTemporaryDir &folder, bool conditional)
{
    QByteArray config;
    for (int number = 1; number <= sources; ++number)
        config += "url = \"" + urlOf(server, number).toLatin1() + "\"\noutput = \"/dev/null\"\n";
    if (conditional)
        config += "header = \"If-None-Match: \\\"bench\\\"\"\n";
    const QString path = folder.filePath(QStringLiteral("curl.txt"));
    if (!writeFileAtomically(path, config))
        qFatal("curl's list could not be written");
    QElapsedTimer timer;
    timer.start();
    QProcess curl;
    curl.start(QStringLiteral("curl"),
               {QStringLiteral("--silent"), QStringLiteral("--parallel"), QStringLiteral("--parallel-immediate"),
                QStringLiteral("--parallel-max"), QString::number(connections), QStringLiteral("--config"), path});
    if (!curl.waitForFinished(120'000) || curl.exitCode() != 0)
        return 0;
    return double(timer.nsecsElapsed()) / 1e6;
}

double importMs(const QTemporaryDir &folder)
{
    QStringList paths;
    for (int number = 1; number <= sources; ++number) {
        paths += folder.filePath(QStringLiteral("%1.xml").arg(number));
        if (!writeFileAtomically(paths.last(), TinyServer::feed(number)))
            qFatal("a feed could not be written");
    }
    const House house;
    const Measured done =
        measured([&](QObject *context, auto finished) { house.sync->importFiles(paths, context, finished); });
    return done.outcome.fresh == sources ? done.ms : 0;
}

} // namespace

void syncing(int runs)
{
    const TinyServer server;
    const QTemporaryDir folder;
    QList<double> ours;
    QList<double> curls;
    QList<double> news;
    QList<double> imports;
    qint64 worst = 0;
    for (int run = 0; run < runs; ++run) {
        const House known;
        addSources(known, server, true);
        const Measured quiet = syncAll(known);
        ours += quiet.outcome.unchanged == sources ? quiet.ms : 0;
        curls += curlMs(server, folder, true);
        const House empty;
        addSources(empty, server, false);
        const Measured fresh = syncAll(empty);
        news += fresh.outcome.fresh == sources ? fresh.ms : 0;
        imports += importMs(folder);
        worst = qMax(worst, qMax(quiet.worstTick, fresh.worstTick));
    }
    say(QStringLiteral("sync: %1 sources that answer 304, %2 connections: %3 ms; curl --parallel %4 ms; x%5")
            .arg(sources)
            .arg(connections)
            .arg(median(ours), 0, 'f', 0)
            .arg(median(curls), 0, 'f', 0)
            .arg(median(ours) / qMax(1.0, median(curls)), 0, 'f', 2));
    say(QStringLiteral("sync: %1 sources with one new issue each: %2 ms; the same from files %3 ms; x%4")
            .arg(sources)
            .arg(median(news), 0, 'f', 0)
            .arg(median(imports), 0, 'f', 0)
            .arg(median(news) / qMax(1.0, median(imports)), 0, 'f', 2));
    say(QStringLiteral("sync: the longest that the window's thread did not answer meanwhile: %1 ms").arg(worst));
}

} // namespace yaodian::bench
