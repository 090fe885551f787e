#pragma once

#include "library/connection.h"
#include "library/library.h"

namespace yaodian::library {

[[nodiscard]] QList<Source> readSources(Connection &connection, bool withRemoved = false);
[[nodiscard]] std::optional<Source> readSource(Connection &connection, SourceId id); ///< removed ones too
void writeSource(Connection &connection, const Source &source, const QString &stamp, qint64 nowMs);
/// For a source that issues come from: Files and Tour come into being here; a removed feed stays removed.
void ensureSource(Connection &connection, const Source &source, const QString &stamp, qint64 nowMs);
void removeSourceRow(Connection &connection, SourceId id, const QString &stamp);

} // namespace yaodian::library
