#include "notes/notes.h"
#include "notes/pointorder.h"

#include <QCoreApplication>

#include <algorithm>

// Points and their evidence.
namespace yaodian::notes {

namespace {

Error noPoint()
{
    return Error::world(QCoreApplication::translate("notes", "There is no such point any more."));
}

Result<void> plain(const Result<library::OperationId> &done)
{
    return done.ok() ? Result<void>() : Result<void>(done.error());
}

QString trimmedText(const QString &text)
{
    QString out = text;
    return out.replace(QLatin1String("\r\n"), QLatin1String("\n")).trimmed();
}

Error emptyPoint()
{
    return Error::world(QCoreApplication::translate("notes", "A point needs some text. Nothing was changed."));
}

qsizetype placeOf(const QList<library::Point> &points, library::PointId id)
{
    const auto at = std::find_if(points.begin(), points.end(), [&](const library::Point &p) { return p.id == id; });
    return at == points.end() ? -1 : at - points.begin();
}

/// Puts a point at its place in `points`, and gives the others ranks where it takes that.
Result<void> putAt(library::Acts &acts, QList<library::Point> &points, qsizetype at)
{
    if (const auto rank = rankAt(points, at)) {
        points[at].rank = *rank;
        return acts.putPoint(points[at]);
    }
    placeAll(points);
    for (const library::Point &point : std::as_const(points))
        if (const auto put = acts.putPoint(point); !put.ok())
            return put;
    return {};
}

/// Makes a digest's point the reader's own. It is put with its entry first, so that the notes know what the digest
/// said.
Result<void> takeOver(library::Acts &acts, library::Point &point)
{
    if (point.isOwn())
        return {};
    const auto kept = acts.putPoint(point);
    point.entry.reset();
    return kept;
}

} // namespace

Result<library::PointId> Notes::addPoint(library::PaperId paper, const QString &text)
{
    const auto of = known(paper);
    if (!of.ok())
        return of.error();
    library::Point point;
    point.text = trimmedText(text);
    if (point.text.isEmpty())
        return emptyPoint();
    point.id = m_ids.make<library::PointTag>();
    point.paper = *of;
    QList<library::Point> all = m_library.points(*of);
    all += point;
    point.rank = rankAt(all, all.size() - 1).value_or(0);
    const auto done = m_library.act(QStringLiteral("point.add"), QCoreApplication::translate("notes", "New point"),
                                    [&](library::Acts &acts) { return acts.putPoint(point); });
    return done.ok() ? Result<library::PointId>(point.id) : Result<library::PointId>(done.error());
}

Result<void> Notes::editPoint(library::PointId id, const QString &text)
{
    auto point = m_library.point(id);
    if (!point)
        return noPoint();
    const QString typed = trimmedText(text);
    if (typed.isEmpty())
        return emptyPoint();
    if (typed == point->text)
        return {};
    point->text = typed; // of a digest's point this makes the reader's copy, under the same id
    return plain(m_library.act(
        QStringLiteral("point.edit"), QCoreApplication::translate("notes", "Edit a point"),
        [&](library::Acts &acts) { return acts.putPoint(*point); }, id.toString()));
}

Result<void> Notes::removePoint(library::PointId id)
{
    const auto point = m_library.point(id);
    if (!point)
        return noPoint();
    // Of a digest's point this takes the reader's copy away; what the digest says comes back.
    return plain(m_library.act(QStringLiteral("point.remove"), QCoreApplication::translate("notes", "Remove a point"),
                               [&](library::Acts &acts) { return acts.removePoint(id); }));
}

Result<library::PointId> Notes::splitPoint(library::PointId id, const QString &first, const QString &second)
{
    const auto point = m_library.point(id);
    if (!point)
        return noPoint();
    QList<library::Point> points = m_library.points(point->paper);
    const qsizetype at = placeOf(points, id);
    const QString head = trimmedText(first);
    const QString tail = trimmedText(second);
    if (head.isEmpty() || tail.isEmpty())
        return Error::world(
            QCoreApplication::translate("notes", "A point is split between words. Nothing was changed."));
    if (at < 0)
        return noPoint();
    library::Point rest;
    rest.id = m_ids.make<library::PointTag>();
    rest.paper = point->paper;
    rest.text = tail;
    const auto work = [&](library::Acts &acts) -> Result<void> {
        if (const auto own = takeOver(acts, points[at]); !own.ok())
            return own;
        points[at].text = head;
        if (const auto put = putAt(acts, points, at); !put.ok())
            return put;
        points.insert(at + 1, rest);
        return putAt(acts, points, at + 1);
    };
    const auto done =
        m_library.act(QStringLiteral("point.split"), QCoreApplication::translate("notes", "Split a point"), work);
    return done.ok() ? Result<library::PointId>(rest.id) : Result<library::PointId>(done.error());
}

Result<void> Notes::movePoint(library::PointId id, int places)
{
    const auto point = m_library.point(id);
    if (!point)
        return noPoint();
    QList<library::Point> points = m_library.points(point->paper);
    const qsizetype from = placeOf(points, id);
    const qsizetype to = std::clamp<qsizetype>(from + places, 0, points.size() - 1);
    if (from < 0 || to == from)
        return {};
    points.move(from, to);
    return plain(m_library.act(QStringLiteral("point.move"), QCoreApplication::translate("notes", "Move a point"),
                               [&](library::Acts &acts) { return putAt(acts, points, to); }));
}

Result<void> Notes::adoptPoint(library::PointId id)
{
    const auto point = m_library.point(id);
    if (!point)
        return noPoint();
    if (point->isOwn())
        return {};
    QList<library::Point> points = m_library.points(point->paper);
    const qsizetype at = placeOf(points, id);
    return plain(m_library.act(QStringLiteral("point.adopt"), QCoreApplication::translate("notes", "Take a point over"),
                               [&](library::Acts &acts) -> Result<void> {
                                   if (const auto own = takeOver(acts, points[at]); !own.ok())
                                       return own;
                                   return putAt(acts, points, at);
                               }));
}

Result<void> Notes::tie(library::PointId pointId, library::HighlightId highlightId)
{
    const auto point = m_library.point(pointId);
    if (!point)
        return noPoint();
    const auto highlight = m_library.highlight(highlightId);
    if (!highlight)
        return Error::world(QCoreApplication::translate("notes", "There is no such highlight any more."));
    if (point->paper != highlight->paper)
        return Error::world(QCoreApplication::translate("notes", "The point and the highlight belong to two papers."));
    if (point->evidence.contains(highlightId))
        return {};
    return plain(m_library.act(QStringLiteral("evidence.tie"), QCoreApplication::translate("notes", "Evidence"),
                               [&](library::Acts &acts) -> Result<void> {
                                   // The digest's point moves into the notes, so that no later parse can take it away.
                                   if (!point->isOwn()) {
                                       if (const auto kept = acts.putPoint(*point); !kept.ok())
                                           return kept;
                                   }
                                   return acts.tie(pointId, highlightId);
                               }));
}

Result<void> Notes::untie(library::PointId pointId, library::HighlightId highlightId)
{
    const auto point = m_library.point(pointId);
    if (!point)
        return noPoint();
    if (!point->evidence.contains(highlightId))
        return {};
    return plain(m_library.act(QStringLiteral("evidence.untie"),
                               QCoreApplication::translate("notes", "Take evidence away"),
                               [&](library::Acts &acts) { return acts.untie(pointId, highlightId); }));
}

} // namespace yaodian::notes
