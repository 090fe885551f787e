#pragma once

#include "base/clock.h"

#include <QHashFunctions>
#include <QString>
#include <QUuid>

#include <mutex>
#include <optional>

namespace yaodian {

/// A UUID that knows what it names, so that a paper's id cannot be passed for an entry's. A default-constructed
/// id is null and names nothing; use std::optional where absence is meant.
template <class Tag> class Id
{
public:
    Id() = default;
    explicit Id(const QUuid &uuid) : m_uuid(uuid) {}

    /// From the 36-character form without braces, any case; nullopt for anything else.
    [[nodiscard]] static std::optional<Id> fromString(QStringView text)
    {
        const QUuid uuid = text.size() == 36 ? QUuid::fromString(text) : QUuid();
        return uuid.isNull() ? std::nullopt : std::optional<Id>(Id(uuid));
    }
    /// Lower-case, 36 characters, without braces.
    [[nodiscard]] QString toString() const { return m_uuid.toString(QUuid::WithoutBraces); }
    [[nodiscard]] QByteArray toBytes() const { return m_uuid.toRfc4122(); }
    [[nodiscard]] static Id fromBytes(const QByteArray &bytes) { return Id(QUuid::fromRfc4122(bytes)); }
    [[nodiscard]] const QUuid &uuid() const { return m_uuid; }
    [[nodiscard]] bool isNull() const { return m_uuid.isNull(); }

    friend bool operator==(const Id &a, const Id &b) { return a.m_uuid == b.m_uuid; }
    friend bool operator!=(const Id &a, const Id &b) { return a.m_uuid != b.m_uuid; }
    friend bool operator<(const Id &a, const Id &b) { return a.m_uuid < b.m_uuid; }
    friend size_t qHash(const Id &id, size_t seed = 0) { return qHash(id.m_uuid, seed); }

private:
    QUuid m_uuid;
};

/// The UUIDv5 of `kind` and `key` below the project's namespace: the same on every machine and after every rebuild.
/// `kind` is the product's word ("source", "issue", "entry", "paper", "point"), `key` its canonical key.
[[nodiscard]] QUuid nameBasedUuid(QStringView kind, QStringView key);

/// Makes UUIDv7 (RFC 9562): the first 48 bits are the clock's milliseconds, and ids made in the same millisecond
/// still sort in the order in which they were made. Thread-safe.
class IdSource
{
public:
    explicit IdSource(const Clock &clock) : m_clock(clock) {}
    [[nodiscard]] QUuid next();
    template <class Tag> [[nodiscard]] Id<Tag> make() { return Id<Tag>(next()); }

private:
    const Clock &m_clock;
    std::mutex m_mutex;
    qint64 m_lastMs = 0;
    quint16 m_counter = 0;
};

} // namespace yaodian
