#include "library/actsrecorder.h"
#include "library/kinds.h"
#include "library/say.h"
#include "library/statement.h"

// Acts on the kinds of highlights.
namespace yaodian::library {

namespace {

QJsonObject kindKey(const QString &key)
{
    return {{QStringLiteral("key"), key}};
}

QJsonObject highlightKey(const QByteArray &id)
{
    return {{QStringLiteral("id"), blobValue(id)}};
}

} // namespace

Result<void> RecordedActs::putKind(const Kind &kind)
{
    const QJsonObject row = m_recorder.current(Rows::Kinds, kindKey(kind.key)).toObject();
    const int last = lastKindPlace(m_recorder.connection()) + 1;
    m_recorder.put(Rows::Kinds, kindKey(kind.key),
                   {{QStringLiteral("place"), row.value(QLatin1String("place")).toInt(last)},
                    {QStringLiteral("letter"), kind.letter},
                    {QStringLiteral("name_zh"), kind.nameZh},
                    {QStringLiteral("name_en"), kind.nameEn},
                    {QStringLiteral("colour"), kind.colour},
                    {QStringLiteral("pattern"), kind.pattern}});
    return {};
}

Result<void> RecordedActs::removeKind(const QString &key)
{
    if (m_recorder.current(Rows::Kinds, kindKey(key)).isNull())
        return Error::world(Say::tr("This kind is not there any more."));
    m_recorder.remove(Rows::Kinds, kindKey(key));
    return {};
}

Result<void> RecordedActs::orderKinds(const QStringList &keys)
{
    for (qsizetype i = 0; i < keys.size(); ++i) {
        QJsonObject row = m_recorder.current(Rows::Kinds, kindKey(keys[i])).toObject();
        if (row.isEmpty())
            return Error::world(Say::tr("This kind is not there any more."));
        row.insert(QStringLiteral("place"), int(i) + 1);
        m_recorder.put(Rows::Kinds, kindKey(keys[i]), row);
    }
    return {};
}

Result<void> RecordedActs::giveKind(const QString &from, const QString &to)
{
    QList<QByteArray> ids;
    {
        Statement statement(m_recorder.connection(),
                            "SELECT id, paper FROM highlights WHERE kind = ?1 AND deleted IS NULL ORDER BY row");
        statement.bind(from);
        while (statement.step()) {
            ids += statement.blob(0);
            m_recorder.touch(statement.id<PaperId>(1));
        }
    }
    for (const QByteArray &id : std::as_const(ids)) {
        QJsonObject row = m_recorder.current(Rows::Highlights, highlightKey(id)).toObject();
        row.insert(QStringLiteral("kind"), to);
        m_recorder.put(Rows::Highlights, highlightKey(id), row);
    }
    return {};
}

} // namespace yaodian::library
