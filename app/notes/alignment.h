#pragma once

#include <QStringView>

namespace yaodian::notes {

/// The stretch of a text that is most like a pattern, and how many characters have to be put in, left out or changed.
struct Alignment
{
    int from = 0;
    int to = 0;
    int edits = 0;
};

/// By dynamic programming (Sellers, "The theory and computation of evolutionary distances", 1980): time is the product
/// of the lengths, memory that of the pattern. Of stretches as good, the first one that is not shorter.
[[nodiscard]] Alignment mostLike(QStringView pattern, QStringView text);
/// 0..1: how much of `pattern` stands at the very end of `text`, or at its very start.
[[nodiscard]] double likenessAtEnd(QStringView pattern, QStringView text);
[[nodiscard]] double likenessAtStart(QStringView pattern, QStringView text);

} // namespace yaodian::notes
