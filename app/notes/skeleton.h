#pragma once

#include "pdf/values.h"

#include <QList>
#include <QString>

namespace yaodian::notes {

/// A text without what differs between a quote and the page it was taken from: case, width, ligatures, accents that
/// were composed in another way, blanks, line ends, hyphens, and the shape of quotation marks. `places` has the index
/// in the original of every character that is left.
struct Skeleton
{
    QString text;
    QList<int> places;

    /// Adds what is left of `original` between two indices.
    void add(QStringView original, qsizetype from, qsizetype to);
};

[[nodiscard]] Skeleton skeletonOf(const QString &text);
/// The stretch of `text` from its character `first` to its character `last`, that one included.
[[nodiscard]] pdf::TextRange rangeOf(const QString &text, int first, int last);
/// Whether a word written with spaces around it goes on over this index: "pa|rt", not "中|文".
[[nodiscard]] bool splitsWord(const QString &text, qsizetype at);

} // namespace yaodian::notes
