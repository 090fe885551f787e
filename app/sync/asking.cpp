#include "sync/asking.h"

#include "base/log.h"
#include "sync/policy.h"

#include <QLocale>

namespace yaodian::sync {

namespace {

constexpr int writeAfterMs = 100; ///< what ends within that time is one transaction
constexpr int refusalsOfAHost = 3;
constexpr int hostRestSeconds = 15 * 60; ///< for a host that refuses one link after the other without saying how long

QString hostOf(const library::Source &source)
{
    return hostKey(QUrl(source.url));
}

bool isLater(const QDateTime &time, const QDateTime &than)
{
    return time.isValid() && (!than.isValid() || time > than);
}

} // namespace

Asking::Asking(const Services &services, QList<library::Source> sources, const Orders &orders, QObject *parent)
    : Run(services, parent), m_sources(std::move(sources)), m_orders(orders), m_storeroom(services, this),
      m_writeSoon(this)
{
    m_writeSoon.setSingleShot(true);
    m_writeSoon.setInterval(writeAfterMs);
    connect(&m_writeSoon, &QTimer::timeout, this, &Asking::write);
}

void Asking::start()
{
    const QDateTime now = m_services.clock.now();
    const auto states = m_services.library.syncStates();
    for (const library::HostHold &hold : m_services.library.hostHolds())
        m_holds.insert(hold.host, hold.until);
    QList<library::Source> asked;
    for (const library::Source &source : m_sources) {
        const library::SyncState state = states.value(source.id);
        if (m_orders.dueOnly && !isDue(state, now))
            continue;
        const QDateTime held = qMax(m_holds.value(hostOf(source)), state.holdUntil);
        ++m_asked;
        if (isLater(held, now))
            putOff(source, held);
        else
            asked.append(source);
    }
    if (m_asked == 0)
        return finish();
    Q_EMIT activity(tr("Syncing %1 of %2…").arg(qMin(m_settled + 1, m_asked)).arg(m_asked));
    for (const library::Source &source : asked)
        visit(source, states.value(source.id));
    if (asked.isEmpty())
        settle();
}

void Asking::stop()
{
    const auto visits = std::exchange(m_visits, {});
    for (Visit *visit : visits) {
        visit->stop();
        visit->deleteLater();
        Q_EMIT turn(visit->source().id, -1);
    }
    // What has ended is written down: its posts are there.
    if (!m_records.isEmpty()) {
        if (const auto done = m_services.library.putSyncRecords(std::exchange(m_records, {})); !done)
            qCWarning(logSync) << "The state of sources was not kept:" << done.error().message;
    }
}

void Asking::visit(const library::Source &source, const library::SyncState &state)
{
    auto *visit = new Visit(m_services, m_storeroom, source, state, m_orders.visit, this);
    m_visits.insert(source.id, visit);
    connect(visit, &Visit::ended, this, [this, visit] { visited(visit); });
    Q_EMIT turn(source.id, 1);
    visit->start();
}

void Asking::visited(Visit *visit)
{
    if (isOver())
        return;
    m_visits.remove(visit->source().id);
    visit->deleteLater();
    Q_EMIT turn(visit->source().id, -1);
    count(*visit);
    if (!visit->turn().cancelled)
        m_records.append(visit->turn().record);
    ++m_settled;
    judgeHost(*visit);
    settle();
}

void Asking::count(const Visit &visit)
{
    const Turn &turn = visit.turn();
    Kept kept = turn.kept;
    kept.failed.clear();
    add(m_outcome, kept);
    if (turn.record.event.kind == library::SyncEvent::Kind::NotModified)
        ++m_outcome.unchanged;
    if (!turn.failure.isEmpty())
        m_outcome.failed.append(turn.failure);
    if (!turn.waiting.isEmpty())
        m_outcome.waiting.append(turn.waiting);
}

void Asking::judgeHost(const Visit &visit)
{
    const Turn &turn = visit.turn();
    if (turn.hold)
        return hold(*turn.hold);
    if ((turn.status != 503 && turn.status != 403) || !speaksForItsHost(QUrl(visit.source().url)))
        return;
    const QString host = hostOf(visit.source());
    if (++m_refusals[host + QLatin1Char(' ') + QString::number(turn.status)] < refusalsOfAHost)
        return;
    const QDateTime now = m_services.clock.now();
    const QDateTime own = turn.record.state.holdUntil;
    hold({host, isLater(own, now) ? own : now.addSecs(hostRestSeconds)});
}

void Asking::hold(const library::HostHold &hold)
{
    m_holds.insert(hold.host, hold.until);
    m_newHolds.append(hold);
    const auto visits = m_visits;
    for (Visit *visit : visits) {
        if (hostOf(visit->source()) != hold.host || visit->turn().status != 0)
            continue;
        visit->stop();
        m_visits.remove(visit->source().id);
        putOff(visit->source(), hold.until);
        Q_EMIT turn(visit->source().id, -1);
        visit->deleteLater();
    }
}

void Asking::putOff(const library::Source &source, const QDateTime &until)
{
    const QString time = QLocale().toString(until.toLocalTime().time(), QLocale::ShortFormat);
    const QString sentence = tr("%1 was not asked: its server asks for patience until %2.").arg(source.title, time);
    m_outcome.waiting.append(sentence);
    library::SyncRecord record;
    record.source = source.id;
    record.state = m_services.library.syncState(source.id);
    record.state.lastOutcome = sentence;
    record.event = {source.id, m_services.clock.now(), library::SyncEvent::Kind::Waiting, 0, 0, sentence, until};
    m_records.append(record);
    ++m_settled;
}

void Asking::write()
{
    if (m_writing || isOver() || (m_records.isEmpty() && m_newHolds.isEmpty()))
        return;
    m_writing = true;
    const auto records = std::exchange(m_records, {});
    const auto holds = std::exchange(m_newHolds, {});
    m_services.background.run(
        this,
        [library = &m_services.library, records, holds](const CancelToken &) {
            Result<void> done = library->putSyncRecords(records);
            for (const library::HostHold &hold : holds) {
                if (done)
                    done = library->putHostHold(hold);
            }
            return done;
        },
        [this](const Result<void> &done) {
            m_writing = false;
            if (!done)
                qCWarning(logSync) << "The state of sources was not kept:" << done.error().message;
            Q_EMIT noted();
            settle();
        });
}

void Asking::settle()
{
    if (isOver())
        return;
    if (m_settled < m_asked) {
        Q_EMIT activity(tr("Syncing %1 of %2…").arg(m_settled + 1).arg(m_asked));
        if (!m_writeSoon.isActive())
            m_writeSoon.start();
        return;
    }
    if (!m_records.isEmpty() || !m_newHolds.isEmpty())
        return write();
    if (!m_writing)
        finish();
}

} // namespace yaodian::sync
