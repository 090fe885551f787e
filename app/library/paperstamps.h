#pragma once

#include "library/connection.h"
#include "library/values.h"

namespace yaodian::library {

/// For each of the papers (by their ids of today) a text that changes with everything that is told of it: names and
/// identifiers, state, highlights, points, evidence, the note, its documents, and what the posts say. Made of the
/// stamps of its rows, which is much less to read than the rows.
[[nodiscard]] QList<QByteArray> readPaperStamps(Connection &connection, const QList<PaperId> &papers);

} // namespace yaodian::library
