#include "notes/notes.h"

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
    const QList<library::Point> others = m_library.points(*of);
    for (const library::Point &other : others) {
        if (other.isOwn())
            point.rank = std::max(point.rank, other.rank + 1);
    }
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
