#pragma once

#include "library/library.h"

namespace yaodian::reading {

/// What was read on a day, by the sessions that began on it.
struct DayOfReading
{
    QDate day; ///< where the reader is
    int sessions = 0;
    int papers = 0; ///< given a verdict or passed in them, each once
    qint64 minutes = 0;
    QList<std::pair<QString, int>> categories; ///< first codes of the papers, the most frequent first; "": none

    friend bool operator==(const DayOfReading &, const DayOfReading &) = default;
};

/// Days from `first` to `last` on which something was read, in order.
[[nodiscard]] QList<DayOfReading> daysOfReading(const library::Library &library, QDate first, QDate last,
                                                const QDateTime &now);

} // namespace yaodian::reading
