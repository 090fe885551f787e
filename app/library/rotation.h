#pragma once

#include <QDateTime>
#include <QList>

namespace yaodian::library {

/// Those of some backups that are worth their room, newest first: the newest three; of each of the last twelve days
/// that have one its newest; likewise of ten weeks and nine months (in UTC; the thinning of Anki's backups). So there
/// are never more than 34, however old the library gets, and what was kept once is given up only for a newer one of its
/// own day, week or month, or by age.
[[nodiscard]] QList<QDateTime> worthKeeping(QList<QDateTime> made);

} // namespace yaodian::library
