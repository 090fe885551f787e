#pragma once

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

    void bindTo(Statement &statement) const;
};

[[nodiscard]] Filter filterFor(const ListQuery &query);
/// True for an entry whose paper is unread.
[[nodiscard]] QByteArray unreadSql();

} // namespace yaodian::library
