#include "sync/visit.h"

#include "base/log.h"
#include "net/address.h"
#include "sync/filing.h"
#include "sync/policy.h"
#include "sync/secrets.h"
#include "sync/walking.h"

#include <QFileInfo>

namespace yaodian::sync {

namespace {

using Event = library::SyncEvent::Kind;

constexpr int keychainPatienceMs = 30'000; ///< a person may have to unlock it
constexpr int mostEmptyDays = 400;

void addKept(Kept &to, const Kept &from)
{
    to.fresh += from.fresh;
    to.updated += from.updated;
    to.unchanged += from.unchanged;
    to.issues += from.issues;
    to.arrived += from.arrived;
    to.failed += from.failed;
    to.broken = to.broken || from.broken;
    to.cancelled = to.cancelled || from.cancelled;
}

QDate oldestDay(const QList<library::Post> &posts)
{
    QDate oldest;
    for (const library::Post &post : posts) {
        const QDate day = post.issue.published.toUTC().date();
        if (day.isValid() && (!oldest.isValid() || day < oldest))
            oldest = day;
    }
    return oldest;
}

} // namespace

Visit::Visit(const Services &services, Storeroom &storeroom, const library::Source &source,
             const library::SyncState &state, const Orders &orders, QObject *parent)
    : QObject(parent), m_services(services), m_storeroom(storeroom), m_source(source), m_orders(orders), m_state(state)
{
    m_round.source = source;
    if (!source.options.address.isEmpty())
        m_round.source.url = source.options.address;
    m_round.state = state;
    m_round.now = services.clock.now();
    m_round.olderPages = orders.olderPages;
    m_round.missing = orders.missing;
    if (source.kind == library::Source::Kind::Page)
        m_round.known = services.library.postLinks(source.id);
}

Visit::~Visit()
{
    stop();
}

void Visit::start()
{
    if (m_round.source.kind == library::Source::Kind::Folder)
        return walkFolder();
    m_asks = firstAsks(m_round);
    if (m_services.secrets && !m_round.source.options.user.isEmpty())
        return fetchPassword();
    askNext();
}

/// A keychain that waits for a person, or never answers, does not keep the source from being asked.
void Visit::fetchPassword()
{
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, &Visit::askNext);
    m_patience.start(keychainPatienceMs);
    m_services.secrets->password(m_source.id, this, [this](const QString &password) {
        if (!m_patience.isActive())
            return; // too late, or the turn was stopped
        m_patience.stop();
        m_password = password;
        askNext();
    });
}

void Visit::stop()
{
    if (m_request != 0)
        m_services.client.cancel(std::exchange(m_request, 0));
    if (m_job)
        m_job->cancel();
    m_patience.stop();
    m_over = true;
}

void Visit::askNext()
{
    if (m_asks.isEmpty())
        return finish(m_notModified ? Event::NotModified : m_empty ? Event::Empty : Event::Unchanged, {});
    const Ask ask = m_asks.takeFirst();
    const library::SourceOptions &options = m_round.source.options;
    net::Request request;
    request.url = ask.url;
    const bool conditional =
        ask.conditional && !m_orders.unconditional && !validatorsAreOld(m_round.state, m_round.now);
    request.headers = requestHeaders(m_round.state, !conditional);
    if (!options.language.isEmpty())
        request.headers.append({"Accept-Language", options.language.toLatin1()});
    if (net::originOf(ask.url) == net::originOf(QUrl(m_round.source.url))) {
        for (const auto &[name, value] : options.headers)
            request.ownHeaders.append({name.toLatin1(), value.toUtf8()});
        if (!m_password.isEmpty())
            request.ownHeaders.append(basicAuthentication(options.user, m_password));
    }
    request.mirror = options.mirror;
    request.proxy = options.proxy;
    // What an index names is the person's word only where it stays on the server that the person named.
    request.typedByPerson = net::sameHostAndPort(ask.url, QUrl(m_round.source.url));
    request.partWelcome = ask.reading != Ask::Reading::Index;
    m_request = m_services.client.get(request, this, [this, ask](const Result<net::Response> &result) {
        m_request = 0;
        if (!m_over)
            answered(ask, result);
    });
}

void Visit::answered(const Ask &ask, const Result<net::Response> &result)
{
    if (!result)
        return result.error().isSettled() ? unusable(result.error()) : unreached(result.error());
    if (isNetworkLogin(ask.url, *result))
        return unreached(Error::world(tr("The network wants a log-in first (%1); %2 was not reached.")
                                          .arg(result->finalUrl.host(), ask.url.host())));
    m_turn.status = result->status;
    m_keepSeconds = qMax(m_keepSeconds, keepSeconds(*result));
    if (result->status == 200 && ask.reading != Ask::Reading::Index)
        return readPosts(ask, *result);
    const Judgement judgement = judgeDocument(*result);
    if (judgement.kind == Judgement::Kind::NotModified || judgement.kind == Judgement::Kind::Whole) {
        m_notModified = judgement.kind == Judgement::Kind::NotModified;
        m_state = stateFor(judgement, *result);
        if (!m_notModified)
            m_asks += nextAsks(m_round, ask, {&*result});
        return askNext();
    }
    refused(ask, *result);
}

/// No answer is no word of the server's: it is neither a try nor a failure of the source.
void Visit::unreached(const Error &why)
{
    keepOldValidators();
    m_turn.unreachable = true;
    m_turn.cancelled = why.isCancelled();
    m_turn.failure = m_turn.cancelled ? QString() : why.message;
    finish(Event::Unreachable, why.message);
}

/// It was answered, and asking again at once would bring the same: a failure as any other.
void Visit::unusable(const Error &why)
{
    keepOldValidators();
    ++m_state.failures;
    m_state.lastTried = m_round.now;
    m_state.holdUntil = {};
    m_state.nextDue = dueAfterFailure(m_round.source, m_state.failures, false, m_round.now);
    m_turn.failure = why.message;
    finish(Event::Failed, why.message);
}

void Visit::refused(const Ask &ask, const net::Response &response)
{
    const Judgement judgement = judgeDocument(response);
    const bool waits = judgement.kind == Judgement::Kind::Wait;
    if (const auto other = waits ? std::nullopt : fallback(m_round, ask)) {
        m_asks = {*other};
        m_fellBack = true;
        return askNext();
    }
    const bool nothingThere = response.status == 404 || response.status == 410 || response.status == 400;
    if (ask.mayBeMissing && nothingThere) {
        m_state.lastTried = m_state.lastFresh = m_round.now;
        m_state.failures = 0;
        return askNext();
    }
    fail(judgement, response);
}

/// An index was read, and not all that it names was fetched: the answer before it is the last that is here whole.
void Visit::keepOldValidators()
{
    m_state.etag = m_round.state.etag;
    m_state.lastModified = m_round.state.lastModified;
    m_state.validatorsSince = m_round.state.validatorsSince;
}

void Visit::fail(const Judgement &judgement, const net::Response &response)
{
    keepOldValidators();
    m_state = stateFor(judgement, response);
    if (judgement.kind == Judgement::Kind::Wait) {
        m_turn.waiting = judgement.sentence;
        if (judgement.wholeHost && speaksForItsHost(QUrl(m_round.source.url)))
            m_turn.hold = library::HostHold{hostKey(QUrl(m_round.source.url)), m_state.holdUntil};
        return finish(Event::Waiting, judgement.sentence);
    }
    m_turn.failure = judgement.sentence;
    m_state.nextDue = dueAfterFailure(m_round.source, m_state.failures, judgement.gone, m_round.now);
    finish(judgement.gone                              ? Event::Gone
           : judgement.kind == Judgement::Kind::CutOff ? Event::CutOff
                                                       : Event::Failed,
           judgement.sentence);
}

library::SyncState Visit::stateFor(const Judgement &judgement, const net::Response &response) const
{
    library::SyncState state = stateAfter(judgement, response, m_state, m_round.now);
    const bool sound = judgement.kind == Judgement::Kind::Whole || judgement.kind == Judgement::Kind::NotModified;
    // Only where there is a feed: portals of hotels and log-in pages say "for good" too.
    if (sound && response.movedTo.isValid() && !response.movedTo.isEmpty()) {
        const QString to = response.movedTo.toString(QUrl::FullyEncoded);
        if (state.movedTo != to)
            state.movedSince = m_round.now;
        state.movedTo = to;
    } else if (sound) {
        state.movedTo.clear();
        state.movedSince = {};
    }
    if (sound || judgement.kind == Judgement::Kind::Empty)
        state.nextDue = dueAfterSuccess(m_round.source, m_keepSeconds, m_round.now);
    return state;
}

void Visit::readPosts(const Ask &ask, const net::Response &response)
{
    Taking taking;
    taking.ask = ask;
    taking.response = response;
    // Asked for as a whole, it is read as a whole: the parser may have learned something since.
    taking.bodyHash = m_orders.unconditional || !isSingle(m_round) ? QString() : m_round.state.bodyHash;
    m_job = m_services.background.run(
        this, [taking](const CancelToken &) { return take(taking); },
        [this, ask, response](const Taken &taken) {
            m_job.reset();
            if (!m_over)
                keep(ask, response, taken);
        });
}

void Visit::keep(const Ask &ask, const net::Response &response, const Taken &taken)
{
    library::SourcePosts part{m_source, taken.posts, std::nullopt};
    if (!m_round.state.lastFresh.isValid() && m_round.olderPages == 0)
        markOld(part.posts, m_services.firstDays, m_round.now, m_asks.isEmpty());
    // Validators promise that all of it is here.
    const bool whole = taken.judgement.kind == Judgement::Kind::Whole && taken.failure.isEmpty();
    if (whole && isSingle(m_round)) {
        part.state = stateFor(taken.judgement, response);
        part.state->bodyHash = taken.bodyHash;
    }
    if (part.posts.isEmpty())
        return kept(ask, response, taken, {}); // its state is written with the others'
    m_storeroom.store(part, this, [this, ask, response, taken](const Kept &stored) {
        if (!m_over)
            kept(ask, response, taken, stored);
    });
}

void Visit::kept(const Ask &ask, const net::Response &response, const Taken &taken, const Kept &stored)
{
    using Kind = Judgement::Kind;
    addKept(m_turn.kept, stored);
    const QString failure = !stored.failed.isEmpty() ? stored.failed.first() : taken.failure;
    if (!failure.isEmpty()) {
        // What did not get into the library must be sent again.
        m_turn.failure = failure;
        m_state = failedState(m_state, failure, m_round.now);
        m_state.nextDue = dueAfterFailure(m_round.source, m_state.failures, false, m_round.now);
        return finish(Event::Failed, failure);
    }
    if (taken.judgement.kind == Kind::Empty)
        m_empty = m_turn.kept.fresh + m_turn.kept.updated == 0;
    if (taken.judgement.kind == Kind::Whole || taken.judgement.kind == Kind::Empty)
        return follow(ask, response, taken, stored.fresh);
    if (const auto other = fallback(m_round, ask)) {
        m_asks = {*other};
        m_fellBack = true;
        return askNext();
    }
    fail(taken.judgement, response);
}

void Visit::follow(const Ask &ask, const net::Response &response, const Taken &taken, int fresh)
{
    // An index keeps its own validators; what it leads to has none.
    if (ask.conditional || m_orders.unconditional || isSingle(m_round)) {
        m_state = stateFor(taken.judgement, response);
    } else {
        m_state.lastTried = m_state.lastFresh = m_round.now;
        m_state.failures = 0;
        m_state.nextDue = dueAfterSuccess(m_round.source, m_keepSeconds, m_round.now);
    }
    if (taken.judgement.kind == Judgement::Kind::Whole && isSingle(m_round))
        m_state.bodyHash = taken.bodyHash;
    if (!ask.cursor.isEmpty())
        m_state.cursor = ask.cursor;
    const bool repeats = !m_lastFirst.isEmpty() && m_lastFirst == taken.first;
    const bool marks = m_orders.olderPages > 0 || m_state.backfill.isEmpty();
    if (const QString mark = backfillMark(m_round, ask); marks && !mark.isEmpty() && !repeats)
        m_state.backfill = mark;
    m_lastFirst = taken.first;
    const QDate oldest = oldestDay(taken.posts);
    ++m_answers;
    if (oldest.isValid() && (!m_oldest.isValid() || oldest < m_oldest))
        m_oldest = oldest;
    m_asks += nextAsks(m_round, ask, {&response, taken.count, fresh, repeats, oldest});
    askNext();
}

/// Days that were missing, and of which there is no more to be had: who has an issue of one by now does not look here.
void Visit::rememberEmptyDays()
{
    QSet<QDate> days(m_state.emptyDays.cbegin(), m_state.emptyDays.cend());
    for (const QDate &day : answeredDays(m_round, m_answers, m_oldest))
        days.insert(day);
    m_state.emptyDays = days.values();
    std::sort(m_state.emptyDays.begin(), m_state.emptyDays.end(), std::greater<>());
    m_state.emptyDays = m_state.emptyDays.mid(0, mostEmptyDays);
}

void Visit::walkFolder()
{
    const QString folder = QUrl(m_round.source.url).toLocalFile();
    m_job = m_services.background.run(
        this,
        [library = &m_services.library, takePdf = m_services.takePdf, source = m_round.source,
         folder](const CancelToken &token) {
            const Walked walked = walk({folder}, token);
            Kept kept = keepFiles(*library, walked.files, *takePdf, token, source);
            // An empty folder is no failure; one that is not there is.
            if (!QFileInfo::exists(folder))
                kept.failed += walked.failed;
            return kept;
        },
        [this](const Kept &kept) {
            m_job.reset();
            if (m_over)
                return;
            addKept(m_turn.kept, kept);
            m_state.lastTried = m_round.now;
            if (!kept.failed.isEmpty()) {
                ++m_state.failures;
                m_turn.failure = kept.failed.first();
                m_state.nextDue = dueAfterFailure(m_round.source, m_state.failures, false, m_round.now);
                return finish(Event::Failed, m_turn.failure);
            }
            m_state.lastFresh = m_round.now;
            m_state.failures = 0;
            m_state.nextDue = dueAfterSuccess(m_round.source, 0, m_round.now);
            finish(Event::Unchanged, {});
        });
}

void Visit::finish(Event kind, const QString &sentence)
{
    m_over = true;
    const int fresh = m_turn.kept.fresh;
    const int updated = m_turn.kept.updated;
    const bool quiet = kind == Event::Unchanged || kind == Event::NotModified || kind == Event::Empty;
    if (quiet && !m_round.missing.isEmpty() && !m_fellBack)
        rememberEmptyDays();
    library::SyncEvent &event = m_turn.record.event;
    event.kind = !quiet                    ? kind
                 : m_orders.olderPages > 0 ? Event::Backfilled
                 : fresh + updated > 0     ? Event::Brought
                                           : kind;
    event.at = m_turn.cancelled ? QDateTime() : m_round.now;
    event.fresh = fresh;
    event.updated = updated;
    event.sentence = !sentence.isEmpty()                ? sentence
                     : event.kind == Event::NotModified ? tr("not modified (304)")
                     : event.kind == Event::Empty       ? tr("empty at the moment")
                     : fresh + updated > 0              ? tr("%1 new, %2 updated").arg(fresh).arg(updated)
                                                        : tr("unchanged");
    event.again = m_state.holdUntil.isValid() ? m_state.holdUntil : m_state.nextDue;
    m_state.lastOutcome = event.sentence;
    m_turn.record.source = m_round.source.id;
    m_turn.record.state = m_state;
    if (!m_turn.failure.isEmpty())
        // The sentence may name files or addresses; it is told in the window, not in the log.
        qCInfo(logSync) << "Source" << m_round.source.id.toString() << "failed; its activity says why";
    Q_EMIT ended();
}

} // namespace yaodian::sync
