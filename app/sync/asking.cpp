#include "sync/asking.h"

#include "base/log.h"

#include <QCoreApplication>
#include <QLocale>

namespace yaodian::sync {

namespace {

QString unreadable(const digest::Origin &origin, const Error &error)
{
    return QCoreApplication::translate("sync", "What %1 sent could not be read: %2")
        .arg(QUrl(origin.link).host(), error.message);
}

QString readInPart(const digest::Origin &origin)
{
    return QCoreApplication::translate("sync",
                                       "The feed of %1 could be read only in part; that part was kept, and it is "
                                       "asked for whole next time.")
        .arg(QUrl(origin.link).host());
}

} // namespace

Asking::Asking(const Services &services, QList<library::Source> sources, bool unconditional, QObject *parent)
    : Run(services, parent), m_sources(std::move(sources)), m_unconditional(unconditional)
{
}

void Asking::start()
{
    if (m_sources.isEmpty())
        return finish();
    Q_EMIT activity(tr("Syncing %1 of %2…").arg(1).arg(m_sources.size()));
    for (const library::Source &source : m_sources)
        ask(source);
}

void Asking::stop()
{
    const auto requests = std::exchange(m_requests, {});
    for (const quint64 request : requests)
        m_services.client.cancel(request);
    for (Background::Job &job : m_jobs)
        job.cancel();
}

void Asking::ask(const library::Source &source)
{
    const library::SyncState state = m_services.library.syncState(source.id);
    if (state.nextDue.isValid() && state.nextDue > m_services.clock.now()) {
        const QString time = QLocale().toString(state.nextDue.toLocalTime().time(), QLocale::ShortFormat);
        fail(source, tr("%1 was not asked: its server asks for patience until %2.").arg(source.title, time));
        return settled();
    }
    net::Request request;
    request.url = QUrl(source.url);
    request.headers = requestHeaders(state, m_unconditional);
    request.typedByPerson = true;
    request.partWelcome = true;
    auto id = std::make_shared<quint64>(0);
    *id = m_services.client.get(request, this, [this, source, id](const Result<net::Response> &result) {
        m_requests.remove(*id);
        if (!isOver())
            answered(source, result);
    });
    m_requests.insert(*id);
}

void Asking::answered(const library::Source &source, const Result<net::Response> &result)
{
    if (!result) {
        // No answer is no word of the server's: it is neither a try nor a failure of the source.
        if (!result.error().isCancelled()) {
            library::SyncState state = m_services.library.syncState(source.id);
            state.lastOutcome = result.error().message;
            put(source, state);
            fail(source, result.error().message);
        }
        return settled();
    }
    const FeedShape shape = result->status == 200 ? feedShape(result->body) : FeedShape();
    const Judgement judgement = judge(*result, shape);
    using Kind = Judgement::Kind;
    const bool hasItems = !shape.items.isEmpty() || shape.kind == FeedShape::Kind::Json;
    if (judgement.kind == Kind::Whole || (judgement.kind == Kind::CutOff && hasItems))
        return store(source, *result, judgement, shape);
    const library::SyncState state =
        stateAfter(judgement, *result, m_services.library.syncState(source.id), m_services.clock.now());
    put(source, state);
    if (judgement.wholeHost)
        makeHostWait(source, state);
    if (judgement.kind == Kind::NotModified)
        ++m_outcome.unchanged;
    else if (judgement.kind != Kind::Empty)
        fail(source, judgement.sentence);
    settled();
}

void Asking::store(const library::Source &source, const net::Response &response, const Judgement &judgement,
                   const FeedShape &shape)
{
    const library::SyncState next =
        stateAfter(judgement, response, m_services.library.syncState(source.id), m_services.clock.now());
    Material feed;
    feed.bytes = response.body;
    feed.items = shape.items;
    // Half an item would become an issue of its own that nothing ever completes.
    if (judgement.kind == Judgement::Kind::CutOff && shape.kind != FeedShape::Kind::Json)
        feed.bytes = response.body.left(shape.wholePart) + shape.closing;
    feed.origin.mediaType = QString::fromLatin1(response.contentType);
    feed.origin.link = response.finalUrl.toString(QUrl::FullyEncoded);
    std::optional<library::SyncState> withLast;
    if (judgement.kind == Judgement::Kind::Whole)
        withLast = next;
    m_jobs.append(m_services.background.run(
        this,
        [library = &m_services.library, source, feed, withLast](const CancelToken &token) {
            Keeper keeper(*library, source, token);
            const auto read = keeper.take(feed);
            if (!read)
                keeper.kept().failed.append(unreadable(feed.origin, read.error()));
            else if (*read < feed.items.size())
                keeper.kept().failed.append(readInPart(feed.origin));
            // Validators promise that all of it is here.
            keeper.finish(keeper.kept().failed.isEmpty() ? withLast : std::nullopt);
            return keeper.kept();
        },
        [this, source, judgement, next](const Kept &kept) {
            if (!isOver())
                stored(source, judgement, next, kept);
        }));
}

void Asking::stored(const library::Source &source, const Judgement &judgement, const library::SyncState &next,
                    const Kept &kept)
{
    add(m_outcome, kept);
    library::SyncState state = next;
    if (!kept.failed.isEmpty()) {
        // What did not get into the library must be sent again.
        state = failedState(m_services.library.syncState(source.id), kept.failed.first(), m_services.clock.now());
    } else if (judgement.kind == Judgement::Kind::CutOff) {
        fail(source, judgement.sentence);
    } else {
        state.lastOutcome = kept.fresh + kept.updated == 0 ? tr("unchanged")
                                                           : tr("%1 new, %2 updated").arg(kept.fresh).arg(kept.updated);
    }
    put(source, state);
    settled();
}

void Asking::makeHostWait(const library::Source &source, const library::SyncState &state)
{
    const QString host = QUrl(source.url).host();
    const auto all = m_services.library.sources();
    for (const library::Source &other : all) {
        if (other.id == source.id || QUrl(other.url).host() != host)
            continue;
        library::SyncState theirs = m_services.library.syncState(other.id);
        if (theirs.nextDue.isValid() && theirs.nextDue >= state.nextDue)
            continue;
        theirs.nextDue = state.nextDue;
        theirs.lastOutcome = state.lastOutcome;
        put(other, theirs);
    }
}

void Asking::put(const library::Source &source, const library::SyncState &state)
{
    if (const auto done = m_services.library.putSyncState(source.id, state); !done)
        qCWarning(logSync) << "The state of source" << source.id.toString() << "was not kept:" << done.error().message;
}

void Asking::fail(const library::Source &source, const QString &sentence)
{
    qCInfo(logSync) << "Source" << source.id.toString() << "failed:" << sentence;
    m_outcome.failed.append(sentence);
}

void Asking::settled()
{
    if (++m_settled == m_sources.size())
        return finish();
    Q_EMIT activity(tr("Syncing %1 of %2…").arg(m_settled + 1).arg(m_sources.size()));
}

} // namespace yaodian::sync
