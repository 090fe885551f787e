#pragma once

#include <QDateTime>
#include <QList>

namespace yaodian::library {

/// A backup as far as the thinning looks at it.
struct MadeBackup
{
    QDateTime made;
    qint64 bytes = 0;
};

/// When those of some backups were made that are worth their room, newest first: the newest three; of each of the last
/// twelve days that have one its newest; likewise of ten weeks and nine months (in UTC; the thinning of Anki's
/// backups). So there are never more than 34, however old the library gets, and what was kept once is given up only for
/// a newer one of its own day, week or month, or by age. Where those take more than `mostBytes`, there are fewer days,
/// weeks and months in the same proportion, so that the past is told as far back as it can be; the newest three stay.
[[nodiscard]] QList<QDateTime> worthKeeping(QList<MadeBackup> made, qint64 mostBytes);

} // namespace yaodian::library
