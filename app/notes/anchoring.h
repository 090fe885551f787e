#pragma once

#include "library/values.h"
#include "notes/skeleton.h"

#include <vector>

namespace yaodian::notes {

/// What is known of a highlight's passage where its own document is not at hand.
struct Anchor
{
    QString quote;
    QString prefix;
    QString suffix;
    int page = 0; ///< it stood on, from 0
};

/// Where a passage stands in a text, and how sure that is.
struct Anchored
{
    struct Stretch
    {
        int page = 0;
        pdf::TextRange range; ///< of that page's text
        friend bool operator==(const Stretch &, const Stretch &) = default;
    };
    using State = library::Placement::State;

    State state = State::Gone;
    double score = 0;     ///< 0..1
    QList<Stretch> where; ///< several where it goes over page breaks; empty: gone
};

/// The text of a document, prepared for finding passages of another version of it. Each is found by its words, else by
/// words like them, and by the words around it (weights as Hypothesis has them: quote 50, before 20, after 20, position
/// 2; accepted from 0.70). What is not sure is for the reader to say: nothing is placed by a guess.
class Anchoring
{
public:
    explicit Anchoring(const QList<pdf::PageText> &pages);

    [[nodiscard]] Anchored find(const Anchor &anchor) const;

private:
    struct Pattern;
    struct Candidate;
    /// A short run of characters of the skeleton, by which places are found that have some of a passage's.
    struct Seed
    {
        quint64 code = 0;
        int at = 0;
    };

    void addPage(int page);
    void addSeeds();
    [[nodiscard]] int pageAt(qsizetype at) const;
    [[nodiscard]] QList<Candidate> candidates(const Pattern &pattern) const;
    [[nodiscard]] QList<int> likelyPlaces(const Pattern &pattern) const;
    [[nodiscard]] Candidate judged(const Pattern &pattern, int from, int to, int edits) const;
    [[nodiscard]] Candidate mended(const Pattern &pattern, Candidate candidate) const;
    [[nodiscard]] Anchored::State stateOf(const Pattern &pattern, const QList<Candidate> &candidates) const;
    [[nodiscard]] QList<Anchored::Stretch> stretches(int from, int to) const;

    QList<pdf::PageText> m_pages;
    Skeleton m_all;
    std::vector<std::pair<int, int>>
        m_starts;              ///< of each part of the skeleton that lies on one page: where, which page
    std::vector<Seed> m_seeds; ///< by code, then place
};

} // namespace yaodian::notes
