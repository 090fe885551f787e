#include "library/rotation.h"

#include <QSet>

#include <algorithm>
#include <numeric>

namespace yaodian::library {

namespace {

constexpr qsizetype newestKept = 3;

int dayOf(const QDateTime &time)
{
    return int(time.toUTC().date().toJulianDay());
}

int weekOf(const QDateTime &time)
{
    return (dayOf(time) - 1) / 7; // Julian day 1 was a Tuesday: any seven days are a week here
}

int monthOf(const QDateTime &time)
{
    const QDate date = time.toUTC().date();
    return date.year() * 12 + date.month();
}

/// A span of time of which the newest is kept, and of how many of them.
struct Span
{
    int (*number)(const QDateTime &);
    qsizetype most;
};

constexpr qsizetype mostDays = 12;

/// Of `made`, newest first: the newest three, and of `days` days, and of weeks and months in proportion, the newest
/// each.
QList<MadeBackup> thinned(const QList<MadeBackup> &made, qsizetype days)
{
    QSet<QDateTime> kept;
    for (const MadeBackup &one : made.mid(0, newestKept))
        kept.insert(one.made);
    for (const Span &span :
         {Span{dayOf, days}, Span{weekOf, days * 10 / mostDays}, Span{monthOf, days * 9 / mostDays}}) {
        QSet<int> seen;
        for (const MadeBackup &one : made) {
            if (seen.size() < span.most && !seen.contains(span.number(one.made)))
                kept.insert(one.made);
            seen.insert(span.number(one.made));
        }
    }
    QList<MadeBackup> out = made;
    out.removeIf([&kept](const MadeBackup &one) { return !kept.contains(one.made); });
    return out;
}

qint64 bytesOf(const QList<MadeBackup> &all)
{
    return std::accumulate(all.cbegin(), all.cend(), qint64(0),
                           [](qint64 sum, const MadeBackup &one) { return sum + one.bytes; });
}

} // namespace

QList<QDateTime> worthKeeping(QList<MadeBackup> made, qint64 mostBytes)
{
    std::sort(made.begin(), made.end(), [](const MadeBackup &a, const MadeBackup &b) { return a.made > b.made; });
    qsizetype days = mostDays;
    QList<MadeBackup> kept = thinned(made, days);
    while (days > 0 && bytesOf(kept) > mostBytes)
        kept = thinned(made, --days);
    QList<QDateTime> out;
    for (const MadeBackup &one : std::as_const(kept))
        out += one.made;
    return out;
}

} // namespace yaodian::library
