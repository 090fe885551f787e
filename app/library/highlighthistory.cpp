#include "library/highlighthistory.h"

#include "library/marks.h"
#include "library/rows.h"
#include "library/statement.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <limits>

namespace yaodian::library {

namespace {

constexpr qint64 dayMs = 86'400'000; ///< clocks of two machines agree better than that

/// What one step did to the highlight.
struct HighlightStep
{
    bool undone = false;
    QDateTime at;
    QJsonValue before; ///< rows; null: it was not there
    QJsonValue after;
};

QJsonArray changesIn(const QString &changes)
{
    return QJsonDocument::fromJson(changes.toUtf8()).object().value(QLatin1String("changes")).toArray();
}

bool isOfHighlight(const QJsonObject &change, const QJsonValue &id)
{
    return change.value(QLatin1String("t")) == QLatin1String("highlights") &&
           change.value(QLatin1String("k")).toObject().value(QLatin1String("id")) == id;
}

/// Stamps of steps grow with their numbers, so that the first one at or after a stamp is found without an index.
qint64 firstStepFrom(Connection &connection, const QString &stamp)
{
    qint64 low = 0, high = 0;
    {
        Statement last(connection, "SELECT coalesce(max(seq), 0) FROM operations");
        high = last.step() ? last.integer(0) + 1 : 1;
    }
    while (low < high) {
        const qint64 middle = low + (high - low) / 2;
        Statement next(connection, "SELECT seq, hlc FROM operations WHERE seq >= ?1 ORDER BY seq LIMIT 1");
        next.bind(middle);
        if (next.step() && next.text(1) < stamp)
            low = next.integer(0) + 1;
        else
            high = middle;
    }
    return low;
}

/// Before this no step can be about the highlight.
qint64 firstStepOf(Connection &connection, HighlightId id)
{
    const QByteArray bytes = id.toBytes();
    if (bytes.size() != 16 || (bytes[6] >> 4) != 7)
        return 0; // its id says nothing of when it was made
    bool ok = false;
    const qint64 ms = bytes.first(6).toHex().toLongLong(&ok, 16) - dayMs;
    return ok && ms > 0 ? firstStepFrom(connection, QStringLiteral("%1").arg(ms, 12, 16, QLatin1Char('0'))) : 0;
}

/// The steps about a highlight, newest first, until `take` has enough. They are looked through without being parsed:
/// few are about this one.
template <class Take> void eachStep(Connection &connection, HighlightId id, Take take)
{
    const QJsonValue wanted = blobValue(id.toBytes());
    const qint64 first = firstStepOf(connection, id);
    Statement steps(connection, "SELECT state, at, changes FROM operations WHERE seq >= ?1 AND instr(changes, ?2) > 0"
                                " ORDER BY seq DESC");
    steps.bind(first, QString::fromLatin1(id.toBytes().toHex()));
    while (steps.step()) {
        const QJsonArray changes = changesIn(steps.text(2));
        for (const QJsonValue &item : changes) {
            const QJsonObject change = item.toObject();
            if (isOfHighlight(change, wanted) &&
                !take(HighlightStep{steps.integer(0) != 0, steps.time(1), change.value(QLatin1String("b")),
                                    change.value(QLatin1String("a"))},
                      changes))
                return;
        }
    }
}

QDateTime stampTime(const QString &stamp)
{
    return QDateTime::fromMSecsSinceEpoch(stamp.left(12).toLongLong(nullptr, 16), Qt::UTC);
}

QDateTime removedAt(Connection &connection, HighlightId id)
{
    Statement statement(connection, "SELECT deleted FROM highlights WHERE id = ?1");
    return statement.bind(id).step() && !statement.isNull(0) ? stampTime(statement.text(0)) : QDateTime();
}

/// The state that a row of the journal tells; a removal tells the row that was removed.
HighlightVersion versionOf(HighlightId id, const QJsonValue &row, const QJsonValue &otherwise,
                           const HighlightStep &step)
{
    return {highlightOf(id, (row.isNull() ? otherwise : row).toObject()), step.at, step.undone, row.isNull()};
}

bool sameState(const HighlightVersion &a, const HighlightVersion &b)
{
    return a.removed == b.removed && a.highlight == b.highlight;
}

} // namespace

QList<HighlightVersion> readHighlightVersions(Connection &connection, HighlightId id, int most)
{
    QList<HighlightVersion> found;
    std::optional<HighlightStep> oldest;
    eachStep(connection, id, [&](const HighlightStep &step, const QJsonArray &) {
        const HighlightVersion version = versionOf(id, step.after, step.before, step);
        // What an undone step left is what the steps before it had made, told again by those.
        if (found.isEmpty() || !sameState(found.last(), version) || found.last().undone != version.undone)
            found += version;
        oldest = step;
        return found.size() <= most;
    });
    // What was there before the journal began, or before something that is no step.
    if (oldest && !oldest->before.isNull() && found.size() < most)
        found += HighlightVersion{highlightOf(id, oldest->before.toObject()),
                                  highlightOf(id, oldest->before.toObject()).made, false, false};
    const auto now = readHighlight(connection, id);
    const auto isNow = [&](const HighlightVersion &version) {
        return !version.undone && version.removed == !now && (!now || version.highlight == *now);
    };
    // The present state comes first, also where undone steps are newer than the one that made it.
    if (const auto it = std::find_if(found.begin(), found.end(), isNow); it != found.end())
        std::rotate(found.begin(), it, it + 1);
    else if (now)
        found.prepend({*now, now->made, false, false});
    else if (!found.isEmpty()) // taken back by undo
        found.prepend({found.first().highlight, removedAt(connection, id), false, true});
    found.resize(std::min<qsizetype>(found.size(), most));
    return found;
}

QList<HighlightVersion> readRemovedVersions(Connection &connection, PaperId paper, int most)
{
    QList<HighlightVersion> out;
    for (const Highlight &highlight : readRemovedHighlights(connection, paper, most))
        out += {highlight, removedAt(connection, highlight.id), false, true};
    return out;
}

QList<PointId> tiesOfRemoved(Connection &connection, HighlightId id)
{
    QList<PointId> points;
    eachStep(connection, id, [&](const HighlightStep &step, const QJsonArray &changes) {
        if (step.undone || !step.after.isNull())
            return true;
        for (const QJsonValue &item : changes) {
            const QJsonObject change = item.toObject();
            const QJsonObject key = change.value(QLatin1String("k")).toObject();
            if (change.value(QLatin1String("t")) == QLatin1String("evidence") &&
                key.value(QLatin1String("highlight")) == blobValue(id.toBytes()) &&
                change.value(QLatin1String("a")).isNull())
                points += PointId::fromBytes(blobOf(key.value(QLatin1String("point"))));
        }
        return false; // how it was removed last
    });
    return points;
}

} // namespace yaodian::library
