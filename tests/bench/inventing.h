#pragma once

#include "library/library.h"

#include <QString>
#include <QStringList>

#include <random>
#include <vector>

// Libraries as large as one likes: made up, but stored as if they had been synced.
namespace yaodian::bench {

/// Words of two languages, some very common and most rare, as in every text (Zipf). The same seed gives the same.
class Wording
{
public:
    explicit Wording(unsigned seed);

    [[nodiscard]] QString english(int words);
    [[nodiscard]] QString chinese(int words); ///< of mostly two characters, with commas and a full stop
    [[nodiscard]] QString name();
    [[nodiscard]] int upTo(int end) { return int(m_random() % unsigned(end)); }
    [[nodiscard]] bool inHundred(int percent) { return upTo(100) < percent; }

    /// The word of a rank, from 0: how common it is.
    [[nodiscard]] const QString &englishAt(int rank) const { return m_english[rank]; }
    [[nodiscard]] const QString &chineseAt(int rank) const { return m_chinese[rank]; }
    static constexpr int vocabulary = 20'000;

private:
    [[nodiscard]] int rank();

    std::mt19937 m_random;
    std::vector<double> m_share; ///< of all words up to a rank
    QStringList m_english;
    QStringList m_chinese;
};

/// The library of so many entries below `folder`: what is missing is made (issues of ten years of a dozen sources, some
/// PDFs with their pages' words, notes, highlights), what is there is taken as it is. A sentence where that fails.
Result<void> inventLibrary(const QString &folder, int entries, void (*say)(const QString &line));

} // namespace yaodian::bench
