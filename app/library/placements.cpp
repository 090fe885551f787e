#include "library/placements.h"

#include "library/codec.h"
#include "library/marks.h"
#include "library/rows.h"
#include "library/statement.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace yaodian::library {

namespace {

const QByteArray placementColumns =
    QByteArrayLiteral("SELECT p.highlight, p.document, p.state, p.score, p.spots, p.quote, p.prefix, p.suffix,"
                      " p.decided FROM placements AS p JOIN highlights AS h ON h.id = p.highlight"
                      " WHERE p.deleted IS NULL AND h.deleted IS NULL AND ");

QString spotsToJson(const QList<Placement::Spot> &spots)
{
    QJsonArray out;
    for (const Placement::Spot &spot : spots)
        out += QJsonObject{{QStringLiteral("page"), spot.page}, {QStringLiteral("boxes"), boxesToJson(spot.boxes)}};
    return QString::fromUtf8(QJsonDocument(out).toJson(QJsonDocument::Compact));
}

QList<Placement::Spot> spotsFromJson(const QString &json)
{
    QList<Placement::Spot> out;
    for (const QJsonValue &item : QJsonDocument::fromJson(json.toUtf8()).array()) {
        const QJsonObject spot = item.toObject();
        out.append(
            {spot.value(QLatin1String("page")).toInt(), boxesFromJson(spot.value(QLatin1String("boxes")).toString())});
    }
    return out;
}

Placement placementFrom(const Statement &statement)
{
    using State = Placement::State;
    const auto state = std::clamp<qint64>(statement.integer(2), qint64(State::Same), qint64(State::Gone));
    return {statement.id<HighlightId>(0),
            statement.text(1),
            State(state),
            statement.real(3),
            spotsFromJson(statement.text(4)),
            statement.text(5),
            statement.text(6),
            statement.text(7),
            statement.flag(8)};
}

} // namespace

QList<Placement> readPlacements(Connection &connection, PaperId paper, const QString &document)
{
    QList<Placement> out;
    Statement statement(connection, placementColumns + "h.paper = ?1 AND p.document = ?2 ORDER BY h.page, h.top, h.id");
    statement.bind(paper, document);
    while (statement.step())
        out += placementFrom(statement);
    return out;
}

std::optional<Placement> readPlacement(Connection &connection, HighlightId highlight, const QString &document)
{
    Statement statement(connection, placementColumns + "p.highlight = ?1 AND p.document = ?2");
    return statement.bind(highlight, document).step() ? std::optional(placementFrom(statement)) : std::nullopt;
}

void writePlacements(Connection &connection, Stamps &stamps, const QList<Placement> &placements)
{
    for (const Placement &placement : placements) {
        if (!readHighlight(connection, placement.highlight))
            continue; // removed meanwhile
        const auto before = readPlacement(connection, placement.highlight, placement.document);
        if (before && (before->decided || *before == placement))
            continue;
        writeRow(connection, rowTable(Rows::Placements), placementKey(placement), placementRow(placement),
                 stamps.next());
    }
}

QList<QJsonObject> foundPlacements(Connection &connection, HighlightId highlight)
{
    QList<QJsonObject> keys;
    Statement statement(connection, "SELECT document FROM placements WHERE highlight = ?1 AND decided = 0"
                                    " AND deleted IS NULL ORDER BY document");
    statement.bind(highlight);
    while (statement.step()) {
        Placement of;
        of.highlight = highlight;
        of.document = statement.text(0);
        keys += placementKey(of);
    }
    return keys;
}

QJsonObject placementKey(const Placement &placement)
{
    return {{QStringLiteral("highlight"), blobValue(placement.highlight.toBytes())},
            {QStringLiteral("document"), placement.document}};
}

QJsonObject placementRow(const Placement &placement)
{
    return {{QStringLiteral("state"), int(placement.state)},
            {QStringLiteral("score"), placement.score},
            {QStringLiteral("spots"), spotsToJson(placement.spots)},
            {QStringLiteral("quote"), placement.quote},
            {QStringLiteral("prefix"), placement.prefix},
            {QStringLiteral("suffix"), placement.suffix},
            {QStringLiteral("decided"), placement.decided ? 1 : 0}};
}

} // namespace yaodian::library
