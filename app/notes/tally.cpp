#include "notes/tally.h"

namespace yaodian::notes {

namespace {

bool isWithin(const QDateTime &time, const library::Session &session)
{
    return time.isValid() && time >= session.started && (!session.ended.isValid() || time <= session.ended);
}

void countVerdict(Tally &tally, library::Verdict verdict)
{
    switch (verdict) {
    case library::Verdict::Read:
        ++tally.read;
        break;
    case library::Verdict::Keep:
        ++tally.keep;
        break;
    case library::Verdict::Drop:
        ++tally.drop;
        break;
    case library::Verdict::None:
        break;
    }
}

} // namespace

QDateTime timeOf(const QUuid &id)
{
    const QByteArray bytes = id.toRfc4122();
    if ((static_cast<unsigned char>(bytes[6]) >> 4) != 7)
        return {};
    qint64 ms = 0;
    for (int i = 0; i < 6; ++i)
        ms = (ms << 8) | static_cast<unsigned char>(bytes[i]);
    return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC);
}

Tally tallyOf(const library::Library &library, const library::Session &session)
{
    Tally tally;
    tally.papers = int(session.queue.size());
    for (const library::PaperId &paper : session.queue) {
        if (session.done.contains(paper))
            countVerdict(tally, library.state(paper).verdict);
        const QList<library::Highlight> highlights = library.highlights(paper);
        for (const library::Highlight &highlight : highlights)
            tally.highlights += isWithin(highlight.made, session) ? 1 : 0;
        const QList<library::Point> points = library.points(paper);
        for (const library::Point &point : points)
            tally.points += point.isOwn() && isWithin(timeOf(point.id.uuid()), session) ? 1 : 0;
    }
    return tally;
}

qint64 minutesBetween(const QDateTime &from, const QDateTime &to)
{
    return qMax<qint64>(0, (from.msecsTo(to) + 30'000) / 60'000);
}

qint64 minutesOf(const library::Session &session, const QDateTime &now)
{
    constexpr qint64 minute = 60'000;
    if (session.activeMs > 0)
        return (session.activeMs + minute / 2) / minute;
    return minutesBetween(session.started, session.ended.isValid() ? session.ended : now);
}

std::optional<qint64> minutesOf(const library::Session &session)
{
    return session.ended.isValid() ? std::optional(minutesOf(session, session.ended)) : std::nullopt;
}

} // namespace yaodian::notes
