#pragma once

#include "library/values.h"
#include "pdf/values.h"

#include <QRandomGenerator>

namespace yaodian::tests {

/// How much of a text another version of it changes: shares, 0..1.
struct Edits
{
    double changed = 0;  ///< sentences in which words are changed …
    double words = 0;    ///< … of their words: replaced, left out, put in
    double removed = 0;  ///< sentences
    double inserted = 0; ///< sentences, after another one
    double moved = 0;    ///< stretches of some sentences
};

constexpr Edits LightEdits{0.3, 0.08, 0.02, 0.05, 0.02};
constexpr Edits HeavyEdits{0.8, 0.25, 0.10, 0.20, 0.10};

/// A second version of a text made by chance, set anew (other lines, hyphens and pages, with heads and feet), that
/// knows where each character came from.
class OtherVersion
{
public:
    OtherVersion(const QList<pdf::PageText> &pages, const Edits &edits, quint32 seed);

    [[nodiscard]] const QList<pdf::PageText> &pages() const { return m_pages; }
    /// 0..1: how much of what stands in `spots` and of what became of the stretch of the first version is the same;
    /// nullopt: that stretch was taken out.
    struct Stretch
    {
        int page = 0;
        pdf::TextRange range;
    };
    [[nodiscard]] std::optional<double> likeness(const Stretch &before, const QList<Stretch> &after) const;

private:
    /// A character and where it stood: page × 2^20 + index; -1: it is new.
    struct Letter
    {
        QChar letter;
        int origin = -1;
    };
    using Sentence = QList<Letter>;

    void read(const QList<pdf::PageText> &pages);
    void edit(const Edits &edits);
    void setAnew();
    [[nodiscard]] Sentence reworded(const Sentence &sentence, double share);
    /// To stand where something is replaced: like that in its script, and as long as words are.
    [[nodiscard]] QString anyWord(bool chinese = false);

    QRandomGenerator m_random;
    QList<Sentence> m_sentences;
    QStringList m_words;
    QString m_chinese; ///< all characters of the first version that are
    QList<pdf::PageText> m_pages;
    /// A character that came from the first version and is no blank: from where, and where it is.
    struct Known
    {
        int origin = 0;
        int page = 0;
        int at = 0;
    };
    QList<Known> m_known;        ///< by origin
    QList<QList<int>> m_origins; ///< of each character of each page
};

/// Passages as readers mark them: sentences, parts of them, two of them, now and then a term. Over the body's text.
[[nodiscard]] QList<OtherVersion::Stretch> passagesOf(const QList<pdf::PageText> &pages, int count, quint32 seed);

} // namespace yaodian::tests
