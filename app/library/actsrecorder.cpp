#include "library/actsrecorder.h"

#include "library/highlighthistory.h"
#include "library/marks.h"
#include "library/papers.h"
#include "library/placements.h"
#include "library/points.h"
#include "library/savedsearches.h"
#include "library/say.h"
#include "library/statement.h"

namespace yaodian::library {

namespace {

QJsonObject keyOf(const char *column, const QByteArray &id)
{
    return {{QLatin1String(column), blobValue(id)}};
}

QJsonObject tieKey(const QByteArray &point, const QByteArray &highlight)
{
    return {{QStringLiteral("point"), blobValue(point)}, {QStringLiteral("highlight"), blobValue(highlight)}};
}

PaperId paperIn(const QJsonValue &row)
{
    return PaperId::fromBytes(blobOf(row.toObject().value(QLatin1String("paper"))));
}

QJsonObject digestPointRow(const DigestPoint &point)
{
    return {{QStringLiteral("paper"), blobValue(point.paper.toBytes())},
            {QStringLiteral("entry"), blobValue(point.entry.toBytes())},
            {QStringLiteral("ordinal"), point.ordinal},
            {QStringLiteral("digest_text"), point.text},
            {QStringLiteral("rank"), point.ordinal},
            {QStringLiteral("text"), point.text}};
}

} // namespace

PaperId RecordedActs::touched(PaperId paper)
{
    const PaperId kept = resolvePaper(m_recorder.connection(), paper);
    m_recorder.touch(kept);
    return kept;
}

Result<void> RecordedActs::putState(PaperId asked, const PaperState &state)
{
    const PaperId paper = touched(asked);
    if (readState(m_recorder.connection(), paper) != state)
        m_recorder.put(Rows::State, keyOf("paper", paper.toBytes()), stateRow(state));
    return {};
}

Result<void> RecordedActs::putHighlight(const Highlight &highlight)
{
    Highlight placed = highlight;
    placed.paper = touched(highlight.paper);
    // What was found of its words in other documents is looked for again when it gets others.
    const auto before = readHighlight(m_recorder.connection(), placed.id);
    if (before && before->quote != placed.quote)
        for (const QJsonObject &key : foundPlacements(m_recorder.connection(), placed.id))
            m_recorder.remove(Rows::Placements, key);
    m_recorder.put(Rows::Highlights, keyOf("id", placed.id.toBytes()), highlightRow(placed));
    return {};
}

Result<void> RecordedActs::removeHighlight(HighlightId id)
{
    const QJsonObject key = keyOf("id", id.toBytes());
    const QJsonValue row = m_recorder.current(Rows::Highlights, key);
    if (row.isNull())
        return Error::world(Say::tr("This highlight is not there any more."));
    m_recorder.touch(paperIn(row));
    removeTies("highlight", id.toBytes());
    m_recorder.remove(Rows::Highlights, key);
    return {};
}

Result<void> RecordedActs::bringBack(const Highlight &highlight)
{
    const QList<PointId> points = tiesOfRemoved(m_recorder.connection(), highlight.id);
    if (const auto put = putHighlight(highlight); !put)
        return put;
    for (const PointId &point : points)
        (void)tie(point, highlight.id); // a point that is gone, or went to another paper, stays so
    return {};
}

Result<void> RecordedActs::putPlacement(const Placement &placement)
{
    const auto highlight = readHighlight(m_recorder.connection(), placement.highlight);
    if (!highlight)
        return Error::world(Say::tr("This highlight is not there any more."));
    m_recorder.touch(highlight->paper);
    m_recorder.put(Rows::Placements, placementKey(placement), placementRow(placement));
    return {};
}

Result<void> RecordedActs::putPoint(const Point &point)
{
    const PaperId paper = touched(point.paper);
    const QJsonObject key = keyOf("id", point.id.toBytes());
    QJsonObject row = m_recorder.current(Rows::Points, key).toObject();
    if (row.isEmpty()) {
        if (const auto said = findDigestPoint(m_recorder.connection(), point.id, paper))
            row = digestPointRow(*said);
    }
    if (row.isEmpty())
        row = {{QStringLiteral("ordinal"), 0}, {QStringLiteral("digest_text"), QString()}};
    row.insert(QStringLiteral("entry"), point.entry ? blobValue(point.entry->toBytes()) : QJsonValue::Null);
    row.insert(QStringLiteral("paper"), blobValue(paper.toBytes()));
    row.insert(QStringLiteral("rank"), point.rank);
    row.insert(QStringLiteral("text"), point.text);
    m_recorder.put(Rows::Points, key, row);
    return {};
}

Result<void> RecordedActs::removePoint(PointId id)
{
    const QJsonObject key = keyOf("id", id.toBytes());
    const QJsonValue row = m_recorder.current(Rows::Points, key);
    if (row.isNull())
        return Error::world(Say::tr("This point is not there any more, or it is the digest's own."));
    m_recorder.touch(paperIn(row));
    removeTies("point", id.toBytes());
    m_recorder.remove(Rows::Points, key);
    return {};
}

void RecordedActs::removeTies(const char *column, const QByteArray &id)
{
    QList<QJsonObject> ties;
    {
        Statement statement(m_recorder.connection(), QByteArray("SELECT point, highlight FROM evidence WHERE ") +
                                                         column + " = ?1 AND deleted IS NULL");
        statement.bind(id);
        while (statement.step())
            ties += tieKey(statement.blob(0), statement.blob(1));
    }
    for (const QJsonObject &tie : ties)
        m_recorder.remove(Rows::Evidence, tie);
}

Result<void> RecordedActs::tie(PointId point, HighlightId highlight)
{
    Connection &connection = m_recorder.connection();
    const auto passage = readHighlight(connection, highlight);
    if (!passage)
        return Error::world(Say::tr("There is no such highlight."));
    const QJsonObject key = keyOf("id", point.toBytes());
    QJsonValue row = m_recorder.current(Rows::Points, key);
    if (row.isNull()) {
        auto said = findDigestPoint(connection, point, passage->paper);
        if (!said)
            said = findDigestPoint(connection, point, {});
        if (!said)
            return Error::world(Say::tr("There is no such point."));
        row = digestPointRow(*said);
    }
    if (paperIn(row) != passage->paper)
        return Error::world(Say::tr("The highlight and the point belong to different papers."));
    m_recorder.touch(passage->paper);
    m_recorder.put(Rows::Points, key, row.toObject());
    const QJsonObject evidence = tieKey(point.toBytes(), highlight.toBytes());
    if (m_recorder.current(Rows::Evidence, evidence).isNull())
        m_recorder.put(Rows::Evidence, evidence, {{QStringLiteral("made"), m_clock.nowMs()}});
    return {};
}

Result<void> RecordedActs::untie(PointId point, HighlightId highlight)
{
    const QJsonValue row = m_recorder.current(Rows::Points, keyOf("id", point.toBytes()));
    if (!row.isNull())
        m_recorder.touch(paperIn(row));
    m_recorder.remove(Rows::Evidence, tieKey(point.toBytes(), highlight.toBytes()));
    return {};
}

Result<void> RecordedActs::putNote(PaperId asked, const QString &text)
{
    const PaperId paper = touched(asked);
    const QJsonObject key = keyOf("paper", paper.toBytes());
    if (readNote(m_recorder.connection(), paper).text == text)
        return {};
    m_recorder.put(Rows::Notes, key, {{QStringLiteral("text"), text}, {QStringLiteral("changed"), m_clock.nowMs()}});
    return {};
}

Result<void> RecordedActs::putSession(const Session &session)
{
    m_recorder.put(Rows::Sessions, keyOf("id", session.id.toBytes()), sessionRow(session));
    return {};
}

Result<void> RecordedActs::putSearch(const SavedSearch &search)
{
    const QJsonObject key = keyOf("id", search.id.toBytes());
    const QJsonObject row = m_recorder.current(Rows::Searches, key).toObject();
    const int last = lastSearchPlace(m_recorder.connection()) + 1;
    m_recorder.put(Rows::Searches, key,
                   {{QStringLiteral("name"), search.name},
                    {QStringLiteral("query"), search.query},
                    {QStringLiteral("place"), row.value(QLatin1String("place")).toInt(last)}});
    return {};
}

Result<void> RecordedActs::removeSearch(SearchId id)
{
    const QJsonObject key = keyOf("id", id.toBytes());
    if (m_recorder.current(Rows::Searches, key).isNull())
        return Error::world(Say::tr("This search is not there any more."));
    m_recorder.remove(Rows::Searches, key);
    return {};
}

} // namespace yaodian::library
