#include "sync/sync.h"

#include "sync/asking.h"
#include "sync/calendar.h"
#include "sync/finder.h"
#include "sync/importing.h"
#include "sync/opml.h"
#include "sync/recipe.h"
#include "sync/reparsing.h"

#include <QTimer>

namespace yaodian::sync {

namespace {

constexpr int mostOlderPages = 30; ///< of one request for older issues
constexpr int roundMs = 60 * 1000; ///< between two looks at what is due

} // namespace

struct Sync::Private
{
    Private(Sync &owner, const Services &shared) : self(owner), services(shared) {}

    Sync &self;
    Services services;
    QList<Run *> runs;
    QList<Finder *> finders;
    QPointer<Asking> all;                ///< the run of syncAll()
    QPointer<Asking> due;                ///< the run of syncDue()
    QTimer clock;                        ///< of keepFresh()
    QPointer<Reparsing> again;           ///< the run of parseAgain()
    QHash<library::SourceId, int> turns; ///< that are under way

    void begin(Run *run)
    {
        runs.append(run);
        QObject::connect(run, &Run::activity, &self, &Sync::activity);
        QObject::connect(run, &Run::noted, &self, &Sync::noted);
        QObject::connect(run, &Run::turn, &self, &Sync::countTurn);
        QObject::connect(run, &Run::ended, &self, [this, run] {
            runs.removeOne(run);
            Q_EMIT self.noted();
            rest();
        });
    }
    [[nodiscard]] QList<library::Source> asked(std::optional<library::SourceId> only = std::nullopt) const
    {
        QList<library::Source> out;
        const auto sources = services.library.sources();
        std::copy_if(sources.cbegin(), sources.cend(), std::back_inserter(out),
                     [only](const auto &source) { return source.isAsked() && (!only || source.id == *only); });
        return out;
    }
    static void refuse(const QString &sentence, QObject *context, std::function<void(Outcome)> done)
    {
        Outcome outcome;
        outcome.failed.append(sentence);
        QMetaObject::invokeMethod(
            context, [outcome, done = std::move(done)] { done(outcome); }, Qt::QueuedConnection);
    }
    void fetchOlder(library::SourceId id, int pages, const QList<QDate> &missing, QObject *context,
                    std::function<void(Outcome)> done)
    {
        const auto one = asked(id);
        if (one.isEmpty() || !canBackfill(one.first()))
            return refuse(tr("This source has no way to older issues."), context, std::move(done));
        Asking::Orders orders;
        orders.visit.olderPages = pages;
        orders.visit.missing = missing;
        auto *run = new Asking(services, one, orders, &self);
        begin(run);
        run->join(context, std::move(done));
        run->start();
    }
    void rest() const
    {
        if (runs.isEmpty() && finders.isEmpty())
            Q_EMIT self.activity(QString());
    }
};

Sync::Sync(library::Library &library, net::Client &client, Background &background, const Clock &clock, Secrets *secrets,
           QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(
                           *this, Services{library, client, background, clock, std::make_shared<PdfTaker>(), secrets}))
{
}

Sync::~Sync()
{
    // Before Private goes: their destructors and signals still speak to it.
    qDeleteAll(findChildren<Run *>(QString(), Qt::FindDirectChildrenOnly));
    qDeleteAll(findChildren<Finder *>(QString(), Qt::FindDirectChildrenOnly));
}

void Sync::find(const QString &address, QObject *context, std::function<void(Result<Finding>)> done)
{
    auto *finder = new Finder(d->services, context, std::move(done), this);
    d->finders.append(finder);
    connect(finder, &Finder::ended, this, [this, finder] {
        d->finders.removeOne(finder);
        d->rest();
    });
    Q_EMIT activity(tr("Looking for the feed…"));
    finder->start(address);
}

Result<library::Source> Sync::add(const Finding &finding)
{
    if (!finding.known) {
        if (const auto stored = d->services.library.putSource(finding.source); !stored)
            return stored.error();
    }
    return finding.source;
}

Result<int> Sync::addFromOpml(const QByteArray &bytes)
{
    return sync::addFromOpml(d->services.library, bytes);
}

QByteArray Sync::toOpml() const
{
    return sync::toOpml(d->services.library.sources());
}

void Sync::addSource(const QString &address, QObject *context, std::function<void(Result<library::Source>)> done)
{
    find(address, context, [this, done = std::move(done)](const Result<Finding> &found) {
        done(found ? add(*found) : Result<library::Source>(found.error()));
    });
}

void Sync::syncAll(QObject *context, std::function<void(Outcome)> done)
{
    if (!d->runs.contains(d->all.data())) {
        d->all = new Asking(d->services, d->asked(), {}, this);
        d->begin(d->all);
        d->all->join(context, std::move(done));
        d->all->start();
        return;
    }
    d->all->join(context, std::move(done));
}

void Sync::syncDue(QObject *context, std::function<void(Outcome)> done)
{
    // Who asks everybody asks those that are due.
    if (d->runs.contains(d->all.data()))
        return d->all->join(context, std::move(done));
    if (d->runs.contains(d->due.data()))
        return d->due->join(context, std::move(done));
    Asking::Orders orders;
    orders.dueOnly = true;
    d->due = new Asking(d->services, d->asked(), orders, this);
    d->begin(d->due);
    d->due->join(context, std::move(done));
    d->due->start();
}

void Sync::syncSource(library::SourceId id, QObject *context, std::function<void(Outcome)> done)
{
    Asking::Orders orders;
    orders.visit.unconditional = true;
    auto *run = new Asking(d->services, d->asked(id), orders, this);
    d->begin(run);
    run->join(context, std::move(done));
    run->start();
}

void Sync::backfill(library::SourceId id, int pages, QObject *context, std::function<void(Outcome)> done)
{
    d->fetchOlder(id, qBound(1, pages, mostOlderPages), {}, context, std::move(done));
}

void Sync::backfillTo(library::SourceId id, const QDate &day, QObject *context, std::function<void(Outcome)> done)
{
    History history;
    history.issues = d->services.library.issueDates(id);
    history.state = d->services.library.syncState(id);
    history.now = d->services.clock.now();
    history.zone = QTimeZone::systemTimeZone();
    const auto missing = Calendar(history).missingSince(day);
    if (missing.isEmpty())
        return d->refuse(tr("Nothing is missing since that day."), context, std::move(done));
    d->fetchOlder(id, mostOlderPages, missing, context, std::move(done));
}

void Sync::keepFresh(int firstMs, std::function<bool()> mayAsk)
{
    d->clock.disconnect(this);
    connect(&d->clock, &QTimer::timeout, this, [this, mayAsk = std::move(mayAsk)] {
        d->clock.start(roundMs);
        if (isBusy() || d->services.client.isOffline() || (mayAsk && !mayAsk()))
            return;
        syncDue(this, [this](const Outcome &outcome) { Q_EMIT refreshed(outcome); });
    });
    d->clock.setSingleShot(true);
    d->clock.start(firstMs);
}

void Sync::importFiles(const QStringList &paths, QObject *context, std::function<void(Outcome)> done)
{
    auto *run = new Importing(d->services, *d->services.takePdf, this);
    d->begin(run);
    run->join(context, std::move(done));
    run->startFiles(paths);
}

void Sync::importBytes(const QByteArray &bytes, const QString &name, const library::Source &source, QObject *context,
                       std::function<void(Outcome)> done)
{
    auto *run = new Importing(d->services, *d->services.takePdf, this);
    d->begin(run);
    run->join(context, std::move(done));
    run->startBytes(bytes, name, source);
}

void Sync::parseAgain(QObject *context, std::function<void(Outcome)> done)
{
    const bool runs = d->again && d->runs.contains(d->again);
    if (!runs) {
        d->again = new Reparsing(d->services, this);
        d->begin(d->again);
    }
    d->again->join(context, std::move(done));
    if (!runs)
        d->again->start();
}

void Sync::cancel()
{
    const auto runs = d->runs;
    for (Run *run : runs)
        run->cancel();
    const auto finders = d->finders;
    for (Finder *one : finders)
        one->cancel();
}

void Sync::setPdfTaker(PdfTaker taker)
{
    *d->services.takePdf = std::move(taker);
}

void Sync::setFirstDays(int days)
{
    d->services.firstDays = qMax(0, days);
}

bool Sync::isBusy() const
{
    const auto counts = [this](const Run *run) { return run != d->again; };
    return std::any_of(d->runs.cbegin(), d->runs.cend(), counts) || !d->finders.isEmpty();
}

bool Sync::isAsking(library::SourceId source) const
{
    return d->turns.contains(source);
}

void Sync::countTurn(library::SourceId source, int step)
{
    const bool was = isAsking(source);
    if ((d->turns[source] += step) <= 0)
        d->turns.remove(source);
    if (isAsking(source) != was)
        Q_EMIT askingChanged(source);
}

} // namespace yaodian::sync
