#include "library/points.h"

#include "library/codec.h"
#include "library/identity.h"
#include "library/statement.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace yaodian::library {

namespace {

/// A point that lies in the notes.
struct Kept
{
    Point point;
    int ordinal = 0;
    QString digestThen;
};

QList<HighlightId> evidenceOf(Connection &connection, PointId point)
{
    QList<HighlightId> out;
    Statement statement(connection,
                        "SELECT highlight FROM evidence WHERE point = ?1 AND deleted IS NULL ORDER BY made, highlight");
    statement.bind(point);
    while (statement.step())
        out += statement.id<HighlightId>(0);
    return out;
}

QList<Kept> keptPoints(Connection &connection, const QByteArray &where, const QByteArray &id)
{
    QList<Kept> out;
    Statement statement(connection, "SELECT id, paper, entry, rank, text, ordinal, digest_text FROM points"
                                    " WHERE deleted IS NULL AND " +
                                        where + " = ?1 ORDER BY rank, id");
    statement.bind(id);
    while (statement.step()) {
        Kept kept;
        kept.point.id = statement.id<PointId>(0);
        kept.point.paper = statement.id<PaperId>(1);
        if (!statement.isNull(2))
            kept.point.entry = statement.id<EntryId>(2);
        kept.point.rank = statement.real(3);
        kept.point.text = statement.text(4);
        kept.ordinal = int(statement.integer(5));
        kept.digestThen = statement.text(6);
        kept.point.evidence = evidenceOf(connection, kept.point.id);
        out += kept;
    }
    return out;
}

/// What a digest says of a paper now.
struct Said
{
    EntryId entry;
    QStringList texts;
};

QList<Said> saidOf(Connection &connection, PaperId paper)
{
    QList<Said> out;
    Statement statement(connection,
                        "SELECT id, key_points FROM cache.entries WHERE paper = ?1 ORDER BY sort, issue, position");
    statement.bind(paper);
    while (statement.step())
        out += {statement.id<EntryId>(0), splitList(statement.text(1))};
    return out;
}

/// The reader's copy beside what the digest says now: `digestText` is set where the two differ. A copy that was only
/// moved goes on saying what the digest says.
Point compared(const Kept &kept, const QString &digestNow)
{
    Point point = kept.point;
    if (point.evidence.isEmpty() && point.text == kept.digestThen)
        point.text = digestNow;
    else if (digestNow != point.text)
        point.digestText = digestNow;
    return point;
}

/// The points of one entry: copies in the notes take the place of what they were copied from, by its words or, where
/// a later parse changed these, by its ordinal. Those that the reader took over are left out.
QList<Point> pointsOfEntry(const Said &said, PaperId paper, QList<Kept> kept, const QSet<PointId> &takenOver)
{
    QList<Point> out;
    for (int i = 0; i < said.texts.size(); ++i) {
        const PointId id = pointIdFor(said.entry, said.texts[i]);
        if (takenOver.contains(id))
            continue;
        auto copy = std::find_if(kept.begin(), kept.end(), [&](const Kept &k) { return k.point.id == id; });
        if (copy == kept.end()) {
            copy = std::find_if(kept.begin(), kept.end(), [&](const Kept &k) {
                return k.ordinal == i && !std::any_of(said.texts.begin(), said.texts.end(), [&](const QString &text) {
                           return pointIdFor(said.entry, text) == k.point.id;
                       });
            });
        }
        if (copy != kept.end()) {
            out += compared(*copy, said.texts[i]);
            kept.erase(copy);
            continue;
        }
        Point point;
        point.id = id;
        point.paper = paper;
        point.entry = said.entry;
        point.rank = i;
        point.text = said.texts[i];
        out += point;
    }
    for (const Kept &rest : std::as_const(kept)) // the digest dropped what the reader backed or changed: it stays
        out += compared(rest, rest.digestThen);
    return out;
}

} // namespace

QList<Point> readPoints(Connection &connection, PaperId paper)
{
    QList<Kept> own;
    QSet<PointId> takenOver;
    QHash<EntryId, QList<Kept>> copies;
    for (const Kept &kept : keptPoints(connection, "paper", paper.toBytes())) {
        if (kept.point.entry) {
            copies[*kept.point.entry] += kept;
        } else {
            own += kept;
            takenOver += kept.point.id;
        }
    }
    QList<Point> out;
    for (const Said &said : saidOf(connection, paper))
        out += pointsOfEntry(said, paper, copies.take(said.entry), takenOver);
    for (const QList<Kept> &rest : std::as_const(copies)) { // of entries that are gone
        for (const Kept &kept : rest)
            out += compared(kept, kept.digestThen);
    }
    for (const Kept &kept : std::as_const(own))
        out += kept.point;
    const auto rest = std::stable_partition(out.begin(), out.end(), [](const Point &p) { return p.isPlaced(); });
    std::stable_sort(out.begin(), rest, [](const Point &a, const Point &b) { return a.rank < b.rank; });
    return out;
}

std::optional<Point> readPoint(Connection &connection, PointId id)
{
    const QList<Kept> kept = keptPoints(connection, "id", id.toBytes());
    if (!kept.isEmpty() && kept.first().point.isOwn())
        return kept.first().point;
    PaperId paper;
    if (!kept.isEmpty())
        paper = kept.first().point.paper;
    else if (const auto said = findDigestPoint(connection, id, {}))
        paper = said->paper;
    else
        return std::nullopt;
    for (const Point &point : readPoints(connection, paper)) {
        if (point.id == id)
            return point;
    }
    return std::nullopt;
}

std::optional<DigestPoint> findDigestPoint(Connection &connection, PointId id, PaperId paper)
{
    Statement statement(connection, paper.isNull()
                                        ? "SELECT id, paper, key_points FROM cache.entries WHERE key_points <> ''"
                                        : "SELECT id, paper, key_points FROM cache.entries WHERE paper = ?1");
    if (!paper.isNull())
        statement.bind(paper);
    while (statement.step()) {
        const auto entry = statement.id<EntryId>(0);
        const QStringList texts = splitList(statement.text(2));
        for (int i = 0; i < texts.size(); ++i) {
            if (pointIdFor(entry, texts[i]) == id)
                return DigestPoint{entry, statement.id<PaperId>(1), i, texts[i]};
        }
    }
    return std::nullopt;
}

} // namespace yaodian::library
