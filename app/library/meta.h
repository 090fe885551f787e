#pragma once

#include "library/connection.h"

namespace yaodian::library {

/// A value of the small table `meta` of a file ("main" or "cache"); empty: not there.
[[nodiscard]] QString metaValue(Connection &connection, const QByteArray &schema, const QString &key);
void setMetaValue(Connection &connection, const QByteArray &schema, const QString &key, const QString &value);

} // namespace yaodian::library
