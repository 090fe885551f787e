#include "library/attaching.h"

#include "library/codec.h"
#include "library/marks.h"
#include "library/rows.h"
#include "library/statement.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace yaodian::library {

namespace {

/// Whether a row of a highlight has the place and no picture of it.
bool wantsImage(const QJsonObject &row, const QJsonObject &place)
{
    for (const char *column : {"document", "page", "boxes"})
        if (row.value(QLatin1String(column)) != place.value(QLatin1String(column)))
            return false;
    return row.value(QLatin1String("image")).toString().isEmpty();
}

bool amend(QJsonObject &record, const QJsonObject &key, const QJsonObject &place, const QString &sha256)
{
    bool amended = false;
    QJsonArray changes = record.value(QLatin1String("changes")).toArray();
    for (qsizetype i = 0; i < changes.size(); ++i) {
        QJsonObject change = changes[i].toObject();
        if (change.value(QLatin1String("t")) != QLatin1String("highlights") ||
            change.value(QLatin1String("k")).toObject() != key)
            continue;
        for (const QString &side : {QStringLiteral("b"), QStringLiteral("a")}) {
            QJsonObject row = change.value(side).toObject();
            if (row.isEmpty() || !wantsImage(row, place))
                continue;
            row.insert(QStringLiteral("image"), sha256);
            change.insert(side, row);
            amended = true;
        }
        changes[i] = change;
    }
    record.insert(QStringLiteral("changes"), changes);
    return amended;
}

/// The steps that tell of a highlight: none is older than it is.
bool amendJournal(Connection &connection, const Highlight &of, const QJsonObject &place, const QString &sha256)
{
    const QByteArray id = of.id.toBytes();
    const QJsonObject key{{QStringLiteral("id"), blobValue(id)}};
    QList<std::pair<qint64, QJsonObject>> amended;
    {
        Statement steps(connection, "SELECT seq, changes FROM operations WHERE at >= ?1 AND instr(changes, ?2) > 0");
        steps.bind(of.made.isValid() ? of.made.toMSecsSinceEpoch() : 0, QString::fromLatin1(id.toHex()));
        while (steps.step()) {
            QJsonObject record = QJsonDocument::fromJson(steps.text(1).toUtf8()).object();
            if (amend(record, key, place, sha256))
                amended.append({steps.integer(0), record});
        }
    }
    for (const auto &[seq, record] : std::as_const(amended))
        Statement(connection, "UPDATE operations SET changes = ?2 WHERE seq = ?1")
            .bind(seq, QString::fromUtf8(QJsonDocument(record).toJson(QJsonDocument::Compact)))
            .run();
    return !amended.isEmpty();
}

} // namespace

std::optional<PaperId> attachImageTo(Connection &connection, Stamps &stamps, const Highlight &of, const QString &sha256)
{
    const QJsonObject place = highlightRow(of);
    bool changed = amendJournal(connection, of, place, sha256);
    const auto now = readHighlight(connection, of.id);
    if (now && wantsImage(highlightRow(*now), place)) {
        Statement(connection, "UPDATE highlights SET image = ?2, image_hlc = ?3 WHERE id = ?1")
            .bind(of.id, sha256, stamps.next())
            .run();
        changed = true;
    }
    if (!changed)
        return std::nullopt;
    return now ? now->paper : of.paper;
}

} // namespace yaodian::library
