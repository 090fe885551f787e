#include "notes/pointorder.h"

namespace yaodian::notes {

namespace {

/// Between two neighbours that were placed together: halved some forty times before all are placed anew.
constexpr double roomBetween = 1024;
constexpr double leastRoom = 1e-6;

/// Which ranks can be compared with each other; in the order in which the three follow in the list.
enum class Span { Placed, Digest, Own };

Span spanOf(const library::Point &point)
{
    return point.isPlaced() ? Span::Placed : point.isOwn() ? Span::Own : Span::Digest;
}

std::optional<double> between(double lower, double upper)
{
    return upper - lower > leastRoom ? std::optional(lower + (upper - lower) / 2) : std::nullopt;
}

/// Among the placed points.
std::optional<double> placedRank(double lower, const library::Point *next)
{
    if (next && next->isPlaced())
        return between(lower, next->rank);
    return lower + roomBetween;
}

/// Among the reader's own that were not placed, which end the list.
double ownRank(const library::Point *previous, const library::Point *next)
{
    if (previous && spanOf(*previous) == Span::Own)
        return next ? previous->rank + (next->rank - previous->rank) / 2 : previous->rank + 1;
    return next ? next->rank - 1 : 0;
}

} // namespace

std::optional<double> rankAt(const QList<library::Point> &points, qsizetype at)
{
    const library::Point *previous = at > 0 ? &points[at - 1] : nullptr;
    const library::Point *next = at + 1 < points.size() ? &points[at + 1] : nullptr;
    if (next ? next->isPlaced() : previous && previous->isPlaced())
        return placedRank(previous ? previous->rank : library::Point::firstPlaced, next);
    if (previous && previous->isPlaced() && !(points[at].isOwn() && spanOf(*next) == Span::Own))
        return placedRank(previous->rank, next);
    if (!points[at].isOwn() || (next && spanOf(*next) != Span::Own))
        return std::nullopt;
    const double rank = ownRank(previous, next);
    const bool isBetween = (!previous || spanOf(*previous) != Span::Own || rank > previous->rank) &&
                           (!next || rank < next->rank) && rank < library::Point::firstPlaced;
    return isBetween ? std::optional(rank) : std::nullopt;
}

void placeAll(QList<library::Point> &points)
{
    for (qsizetype i = 0; i < points.size(); ++i)
        points[i].rank = library::Point::firstPlaced + double(i + 1) * roomBetween;
}

} // namespace yaodian::notes
