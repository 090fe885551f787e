#include "library/rotation.h"

#include <QSet>

#include <algorithm>

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

} // namespace

QList<QDateTime> worthKeeping(QList<QDateTime> made)
{
    std::sort(made.begin(), made.end(), std::greater<>());
    QSet<QDateTime> kept;
    for (const QDateTime &time : made.mid(0, newestKept))
        kept.insert(time);
    for (const Span &span : {Span{dayOf, 12}, Span{weekOf, 10}, Span{monthOf, 9}}) {
        QSet<int> seen;
        for (const QDateTime &time : std::as_const(made)) {
            if (seen.size() < span.most && !seen.contains(span.number(time)))
                kept.insert(time);
            seen.insert(span.number(time));
        }
    }
    made.removeIf([&kept](const QDateTime &time) { return !kept.contains(time); });
    return made;
}

} // namespace yaodian::library
