#include "net/lanes.h"

namespace yaodian::net {

Lanes::Lanes(int mostAtOnce, QObject *parent) : QObject(parent), m_timer(this), m_most(mostAtOnce)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Lanes::pump);
}

quint64 Lanes::enter(const QString &lane, int spacingMs, std::function<void()> start)
{
    const quint64 ticket = ++m_last;
    m_lanes[lane].waiting.append({ticket, spacingMs, std::move(start)});
    m_tickets.insert(ticket, lane);
    m_timer.start(0);
    return ticket;
}

void Lanes::leave(quint64 ticket)
{
    const auto name = m_tickets.constFind(ticket);
    if (name == m_tickets.constEnd())
        return;
    Lane &lane = m_lanes[*name];
    if (lane.holder == ticket) {
        lane.holder = 0;
        --m_holding;
    } else {
        lane.waiting.removeIf([ticket](const Waiting &one) { return one.ticket == ticket; });
    }
    m_tickets.erase(name);
    m_timer.start(0);
}

qint64 Lanes::dueIn(const Lane &lane)
{
    if (lane.holder != 0 || lane.waiting.isEmpty())
        return -1;
    if (!lane.sinceStart.isValid())
        return 0;
    return qMax(qint64(0), lane.waiting.first().spacingMs - lane.sinceStart.elapsed());
}

void Lanes::pump()
{
    // The starts run after the walk: they may enter and leave lanes themselves.
    QList<std::function<void()>> starts;
    qint64 next = -1;
    for (Lane &lane : m_lanes) {
        if (m_holding >= m_most)
            break;
        const qint64 due = dueIn(lane);
        if (due > 0)
            next = next < 0 ? due : qMin(next, due);
        if (due != 0)
            continue;
        Waiting first = lane.waiting.takeFirst();
        lane.holder = first.ticket;
        lane.sinceStart.start();
        ++m_holding;
        starts.append(std::move(first.start));
    }
    if (next >= 0)
        m_timer.start(static_cast<int>(next));
    for (const auto &start : starts)
        start();
}

} // namespace yaodian::net
