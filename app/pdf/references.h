#pragma once

#include "pdf/bibliography.h"
#include "pdf/sections.h"

namespace yaodian::pdf {

/// Where the figures, tables, equations, sections and entries of the bibliography of a document stand: what its
/// references lead to, also where it has no links. Made page by page; not for several threads.
class DocumentIndex
{
public:
    /// A book of more pages is not looked through to its end.
    static constexpr int mostPages = 2000;

    /// The next page, with its own rotation; an empty one where its text cannot be read.
    void add(const PageText &printed, int rotation = 0);
    [[nodiscard]] int pages() const { return m_pages; }
    /// After the last page.
    void finish();
    [[nodiscard]] bool isFinished() const { return m_finished; }

    [[nodiscard]] QList<Reference> referencesOn(int page, const PageText &text) const;
    /// From the headings, each flagged as inferred.
    [[nodiscard]] QList<OutlineItem> outline() const;
    [[nodiscard]] const Bibliography &bibliography() const { return m_bibliography; }

private:
    struct Place
    {
        Target target;
        int worth = 0; ///< how surely it is the caption, or the equation
    };
    /// Pages are looked at with their lines upright: all boxes kept here are turned so.
    struct Turn
    {
        int upright = 0;
        int shown = 0; ///< the page's own rotation
    };

    void addCaptions(const PageText &page, const QList<TextLine> &lines);
    void addEquations(const PageText &page, const QList<TextLine> &lines);
    [[nodiscard]] bool citesByRaisedNumbers() const;
    static void keep(QHash<QString, Place> &places, const QString &number, Place place);

    int m_pages = 0;
    bool m_finished = false;
    int m_bracketed = 0; ///< "[3]" in the text
    int m_raised = 0;    ///< raised numbers that may be citations
    QList<Turn> m_turns; ///< by page
    QHash<QString, Place> m_figures;
    QHash<QString, Place> m_tables;
    QHash<QString, Place> m_algorithms;
    QHash<QString, Place> m_equations;
    QList<HeadingSpot> m_headings;
    QList<Section> m_sections;
    QHash<QString, int> m_sectionNumbers;
    Bibliography m_bibliography;

    friend class Resolver;
};

} // namespace yaodian::pdf
