#include "bench.h"
#include "watching.h"

#include "pdf/spareworker.h"
#include "ui/reader/firstview.h"
#include "ui/reader/pageview.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QTemporaryDir>

namespace yaodian::bench {

namespace {

constexpr int WarmMs = 300;   ///< for a spare worker to be there
constexpr int StayMs = 1500;  ///< on an entry
constexpr int DwellMs = 400;  ///< a glance at a page before the next one
constexpr int MostPages = 10; ///< of a paper

double percentile(QList<double> values, double share)
{
    if (values.isEmpty())
        return 0;
    std::sort(values.begin(), values.end());
    return values.at(std::min<qsizetype>(values.size() - 1, qsizetype(double(values.size()) * share)));
}

/// What was measured of one document, or of all.
struct Paging
{
    QList<double> first;    ///< with a worker that waits
    QList<double> expected; ///< of a document whose entry one stayed on
    QList<double> hasty;    ///< page after page as soon as one is there
    QList<double> calm;     ///< with a glance at each
    double gap = 0;

    void add(const Paging &other)
    {
        first += other.first;
        expected += other.expected;
        hasty += other.hasty;
        calm += other.calm;
        gap = std::max(gap, other.gap);
    }
};

void turn(const ui::ReaderView &reader, ui::PageView &pages, int dwellMs, QList<double> &times)
{
    const int count = std::min(MostPages, pages.layoutOfPages().count());
    pages.goTo({0, 0});
    QElapsedTimer timer;
    timer.start();
    if (settledIn(reader, timer) < 0)
        return;
    for (int page = 1; page < count; ++page) {
        pass(dwellMs);
        timer.start();
        pages.turnPages(1);
        if (const double ms = settledIn(reader, timer); ms >= 0)
            times << ms;
    }
}

/// The first page of a document that was opened ahead, because its entry was stayed on. `settings` know the viewport.
double expectedIn(const QString &path, Look &look, Settings &settings, Watchdog &watchdog)
{
    Desk desk(look, settings);
    pdf::SpareWorker spare;
    spare.expect(path, ui::expectedView(settings, path));
    pass(StayMs);
    watchdog.takeLongest();
    return desk.open(path, spare.take(path));
}

Paging pagesOf(const QString &path, Look &look, Watchdog &watchdog)
{
    const QTemporaryDir folder;
    Settings settings(folder.path());
    Paging paging;
    for (const bool calm : {false, true}) {
        Desk desk(look, settings);
        auto spare = pdf::startWorker();
        pass(WarmMs);
        watchdog.takeLongest();
        const double first = desk.open(path, std::move(spare));
        if (first < 0)
            break;
        paging.first << first;
        auto *pages = desk.reader.findChild<ui::PageView *>(QStringLiteral("pages"));
        turn(desk.reader, *pages, calm ? DwellMs : 0, calm ? paging.calm : paging.hasty);
        paging.gap = std::max(paging.gap, watchdog.takeLongest());
    }
    if (const double ms = expectedIn(path, look, settings, watchdog); ms >= 0)
        paging.expected << ms;
    paging.gap = std::max(paging.gap, watchdog.takeLongest());
    return paging;
}

void report(const QString &name, const Paging &paging)
{
    const auto both = [](const QList<double> &times) {
        return QStringLiteral("%1 / %2").arg(median(times), 6, 'f', 1).arg(percentile(times, 0.95), 6, 'f', 1);
    };
    say(QStringLiteral("paging %1 first page %2 ms   expected %3 ms   next at once %4 ms   after %5 ms %6 ms   longest "
                       "gap %7 ms")
            .arg(name, -28)
            .arg(both(paging.first), both(paging.expected), both(paging.hasty))
            .arg(DwellMs)
            .arg(both(paging.calm))
            .arg(paging.gap, 0, 'f', 1));
}

} // namespace

void paging(const QString &corpus)
{
    Look light;
    Watchdog watchdog;
    Paging all;
    for (const QString &path : filesBelow(corpus + QStringLiteral("/pdfs/papers"), {QStringLiteral("*.pdf")})) {
        const Paging one = pagesOf(path, light, watchdog);
        report(QFileInfo(path).fileName().left(28), one);
        all.add(one);
    }
    say(QStringLiteral("paging: medians and 95 % of all"));
    report(QStringLiteral("all"), all);
}

} // namespace yaodian::bench
