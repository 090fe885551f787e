#include "sync/sync.h"

#include "sync/adding.h"
#include "sync/asking.h"
#include "sync/importing.h"
#include "sync/reparsing.h"

namespace yaodian::sync {

struct Sync::Private
{
    Private(Sync &owner, const Services &shared) : self(owner), services(shared) {}

    Sync &self;
    Services services;
    PdfTaker takePdf;
    QList<Run *> runs;
    QList<Adding *> adding;
    QPointer<Asking> all;      ///< the run of syncAll()
    QPointer<Reparsing> again; ///< the run of parseAgain()

    void begin(Run *run)
    {
        runs.append(run);
        QObject::connect(run, &Run::activity, &self, &Sync::activity);
        QObject::connect(run, &Run::ended, &self, [this, run] {
            runs.removeOne(run);
            rest();
        });
    }
    void rest() const
    {
        if (runs.isEmpty() && adding.isEmpty())
            Q_EMIT self.activity(QString());
    }
};

Sync::Sync(library::Library &library, net::Client &client, Background &background, const Clock &clock, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>(*this, Services{library, client, background, clock}))
{
}

Sync::~Sync()
{
    // Before Private goes: their destructors and signals still speak to it.
    qDeleteAll(findChildren<Run *>(QString(), Qt::FindDirectChildrenOnly));
    qDeleteAll(findChildren<Adding *>(QString(), Qt::FindDirectChildrenOnly));
}

void Sync::addSource(const QString &url, QObject *context, std::function<void(Result<library::Source>)> done)
{
    auto *adding = new Adding(d->services, context, std::move(done), this);
    d->adding.append(adding);
    connect(adding, &Adding::ended, this, [this, adding] {
        d->adding.removeOne(adding);
        d->rest();
    });
    Q_EMIT activity(tr("Looking for the feed…"));
    adding->start(url);
}

void Sync::syncAll(QObject *context, std::function<void(Outcome)> done)
{
    if (d->all && d->runs.contains(d->all)) {
        d->all->join(context, std::move(done));
        return;
    }
    QList<library::Source> feeds;
    const auto sources = d->services.library.sources();
    std::copy_if(sources.cbegin(), sources.cend(), std::back_inserter(feeds),
                 [](const library::Source &source) { return source.kind == library::Source::Kind::Feed; });
    d->all = new Asking(d->services, feeds, false, this);
    d->begin(d->all);
    d->all->join(context, std::move(done));
    d->all->start();
}

void Sync::syncSource(library::SourceId id, QObject *context, std::function<void(Outcome)> done)
{
    QList<library::Source> one;
    const auto sources = d->services.library.sources();
    std::copy_if(sources.cbegin(), sources.cend(), std::back_inserter(one), [id](const library::Source &source) {
        return source.id == id && source.kind == library::Source::Kind::Feed;
    });
    auto *run = new Asking(d->services, one, true, this);
    d->begin(run);
    run->join(context, std::move(done));
    run->start();
}

void Sync::importFiles(const QStringList &paths, QObject *context, std::function<void(Outcome)> done)
{
    auto *run = new Importing(d->services, d->takePdf, this);
    d->begin(run);
    run->join(context, std::move(done));
    run->startFiles(paths);
}

void Sync::importBytes(const QByteArray &bytes, const QString &name, const library::Source &source, QObject *context,
                       std::function<void(Outcome)> done)
{
    auto *run = new Importing(d->services, d->takePdf, this);
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
    const auto adding = d->adding;
    for (Adding *one : adding)
        one->cancel();
}

void Sync::setPdfTaker(PdfTaker taker)
{
    d->takePdf = std::move(taker);
}

bool Sync::isBusy() const
{
    const auto counts = [this](const Run *run) { return run != d->again; };
    return std::any_of(d->runs.cbegin(), d->runs.cend(), counts) || !d->adding.isEmpty();
}

} // namespace yaodian::sync
