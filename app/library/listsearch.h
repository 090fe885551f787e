#pragma once

#include "library/searchconditions.h"

namespace yaodian::library {

/// What a QUERY asks of "cache.entries AS e" where it makes a list: its words stand in what the entry says, or in what
/// the reader wrote of its paper (points, note, highlights); kinds and tags are those of the paper and its highlights.
[[nodiscard]] Condition listedEntries(Connection &connection, const QString &query, qint64 nowMs);

} // namespace yaodian::library
