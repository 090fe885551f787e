#include "library/notedelta.h"

#include <QCryptographicHash>
#include <QString>

#include <algorithm>

namespace yaodian::library {

namespace {

// Another name than the table's: a program that does not know the form says so and undoes nothing.
const QLatin1String packedName("note.part");
const QLatin1String tableName("notes");
const QLatin1String tableKey("t");
const QLatin1String textKey("text");
const QLatin1String sumKey("sum");
const QLatin1String beforeKey("b");
const QLatin1String afterKey("a");
const QLatin1String headKey("head"); ///< characters that both texts begin with
const QLatin1String tailKey("tail"); ///< characters that both end with

constexpr qsizetype worthIt = 64; ///< characters that need not be written twice

QString sumOf(const QString &text)
{
    const QByteArrayView bytes(reinterpret_cast<const char *>(text.constData()), text.size() * 2);
    return QString::fromLatin1(
        QCryptographicHash::hash(bytes.toByteArray(), QCryptographicHash::Sha1).toHex().left(16));
}

qsizetype sharedHead(const QString &a, const QString &b)
{
    const auto ends = std::mismatch(a.cbegin(), a.cbegin() + std::min(a.size(), b.size()), b.cbegin());
    qsizetype head = ends.first - a.cbegin();
    if (head > 0 && a[head - 1].isHighSurrogate()) // half a character is none
        --head;
    return head;
}

qsizetype sharedTail(const QString &a, const QString &b, qsizetype head)
{
    const qsizetype most = std::min(a.size(), b.size()) - head;
    const auto ends = std::mismatch(a.crbegin(), a.crbegin() + most, b.crbegin());
    qsizetype tail = ends.first - a.crbegin();
    if (tail > 0 && a[a.size() - tail].isLowSurrogate())
        --tail;
    return tail;
}

QJsonObject part(QJsonObject row, qsizetype head, qsizetype tail)
{
    const QString text = row.value(textKey).toString();
    row.insert(textKey, text.mid(head, text.size() - head - tail));
    row.insert(sumKey, sumOf(text));
    return row;
}

} // namespace

QJsonObject packed(const QJsonObject &change)
{
    if (change.value(tableKey).toString() != tableName || !change.value(beforeKey).isObject() ||
        !change.value(afterKey).isObject())
        return change;
    const QJsonObject before = change.value(beforeKey).toObject();
    const QJsonObject after = change.value(afterKey).toObject();
    const QString a = before.value(textKey).toString();
    const QString b = after.value(textKey).toString();
    const qsizetype head = sharedHead(a, b);
    const qsizetype tail = sharedTail(a, b, head);
    if (head + tail < worthIt)
        return change;
    QJsonObject out = change;
    out.insert(tableKey, packedName);
    out.insert(beforeKey, part(before, head, tail));
    out.insert(afterKey, part(after, head, tail));
    out.insert(headKey, head);
    out.insert(tailKey, tail);
    return out;
}

bool isPacked(const QJsonObject &change)
{
    return change.value(tableKey).toString() == packedName;
}

std::optional<QJsonObject> unpacked(const QJsonObject &change, const QJsonObject &row, Side known)
{
    const QString text = row.value(textKey).toString();
    const QLatin1String knownKey = known == Side::Before ? beforeKey : afterKey;
    const QLatin1String otherKey = known == Side::Before ? afterKey : beforeKey;
    const QJsonObject here = change.value(knownKey).toObject();
    const qsizetype head = change.value(headKey).toInteger();
    const qsizetype tail = change.value(tailKey).toInteger();
    if (text.size() != head + here.value(textKey).toString().size() + tail ||
        sumOf(text) != here.value(sumKey).toString())
        return std::nullopt;
    QJsonObject there = change.value(otherKey).toObject();
    there.insert(textKey, QString(text.left(head) + there.value(textKey).toString() + text.right(tail)));
    there.remove(sumKey);
    QJsonObject whole = here;
    whole.insert(textKey, text);
    whole.remove(sumKey);
    QJsonObject out = change;
    out.insert(tableKey, tableName);
    out.insert(knownKey, whole);
    out.insert(otherKey, there);
    out.remove(headKey);
    out.remove(tailKey);
    return out;
}

} // namespace yaodian::library
