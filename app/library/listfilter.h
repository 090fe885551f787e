#pragma once

#include "library/connection.h"
#include "library/statement.h"
#include "library/values.h"

namespace yaodian::library {

/// A ListQuery as SQL over "cache.entries AS e".
struct Filter
{
    QByteArray from;
    QByteArray where;
    QByteArray order;
    QList<QByteArray> blobs;         ///< ?1 … in order
    std::optional<QString> category; ///< after them
    std::optional<qint64> since;     ///< after that
    QStringList texts;               ///< after that

    void bindTo(Statement &statement) const;
};

/// `onlyFirst`: it is for a few at the head of the list, not for all of it.
[[nodiscard]] Filter filterFor(Connection &connection, const ListQuery &query, qint64 nowMs, bool onlyFirst = false);
/// True for an entry whose paper is unread.
[[nodiscard]] QByteArray unreadSql();

} // namespace yaodian::library
