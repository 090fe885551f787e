#include "library/recorder.h"

#include <QHash>
#include <QJsonDocument>

#include <algorithm>

namespace yaodian::library {

void Recorder::put(Rows rows, const QJsonObject &key, const QJsonObject &row)
{
    put(rowTable(rows), key, row);
}

void Recorder::remove(Rows rows, const QJsonObject &key)
{
    put(rowTable(rows), key, QJsonValue::Null);
}

QJsonValue Recorder::current(Rows rows, const QJsonObject &key) const
{
    return readRow(m_connection, rowTable(rows), key);
}

void Recorder::put(const RowTable &table, const QJsonObject &key, const QJsonValue &row)
{
    const QJsonValue before = readRow(m_connection, table, key);
    if (before == row)
        return;
    writeRow(m_connection, table, key, row, m_stamps.next());
    m_changes += QJsonObject{{QStringLiteral("t"), QLatin1String(table.name)},
                             {QStringLiteral("k"), key},
                             {QStringLiteral("b"), before},
                             {QStringLiteral("a"), readRow(m_connection, table, key)}};
}

bool Recorder::hasTouched(Rows rows) const
{
    return changesTable(m_changes, rows);
}

QJsonArray Recorder::changes() const
{
    return mergedChanges({}, m_changes);
}

bool changesTable(const QJsonArray &changes, Rows rows)
{
    const QLatin1String name(rowTable(rows).name);
    return std::any_of(changes.begin(), changes.end(), [name](const QJsonValue &change) {
        return change.toObject().value(QLatin1String("t")) == name;
    });
}

QJsonArray mergedChanges(QJsonArray earlier, const QJsonArray &later)
{
    const auto nameOf = [](const QJsonObject &change) {
        return change.value(QLatin1String("t")).toString().toUtf8() +
               QJsonDocument(change.value(QLatin1String("k")).toObject()).toJson(QJsonDocument::Compact);
    };
    QHash<QByteArray, qsizetype> places;
    for (qsizetype i = 0; i < earlier.size(); ++i)
        places.insert(nameOf(earlier[i].toObject()), i);
    for (const QJsonValue &item : later) {
        const QByteArray name = nameOf(item.toObject());
        if (const auto place = places.constFind(name); place != places.constEnd()) {
            QJsonObject change = earlier[*place].toObject();
            change.insert(QStringLiteral("a"), item.toObject().value(QLatin1String("a")));
            earlier[*place] = change;
        } else {
            places.insert(name, earlier.size());
            earlier += item;
        }
    }
    QJsonArray out;
    for (const QJsonValue &item : std::as_const(earlier)) {
        if (item.toObject().value(QLatin1String("b")) != item.toObject().value(QLatin1String("a")))
            out += item;
    }
    return out;
}

} // namespace yaodian::library
