#pragma once

#include "pdf/pagetext.h"

#include <compare>

namespace yaodian::ui {

/// A position between two characters of a document, so that "to the next sentence" ends before it.
struct Caret
{
    int page = -1;
    int at = 0;
    friend auto operator<=>(const Caret &, const Caret &) = default;
};

/// What is selected of one page.
struct PageStretch
{
    int page = -1;
    pdf::TextRange range;
    friend bool operator==(const PageStretch &, const PageStretch &) = default;
};

/// A selected stretch between two carets, which may stand on different pages. Pure state; the texts are handed in.
class Selection
{
public:
    enum class Grain { Character, Word, Line, Paragraph };

    [[nodiscard]] bool isActive() const { return m_head.page >= 0; }
    [[nodiscard]] bool isEmpty() const { return m_anchor == m_head; }
    [[nodiscard]] Caret head() const { return m_head; }
    [[nodiscard]] Caret first() const { return qMin(m_anchor, m_head); }
    [[nodiscard]] Caret last() const { return qMax(m_anchor, m_head); }
    /// What is selected of a page. Where the selection goes on beyond it, what is not read on with (the heads and feet
    /// of pages, numbers in the margin, footnotes) is left out, unless an end of the selection stands in it.
    [[nodiscard]] QList<pdf::TextRange> on(int page, const pdf::PageText &text) const;

    void clear() { *this = Selection(); }
    /// Begins at a caret; words, lines and paragraphs are taken whole.
    void start(int page, const pdf::PageText &text, int caret, Grain grain);
    /// The other end goes to a caret; by whole words, lines or paragraphs where it began so.
    void extend(int page, const pdf::PageText &text, int caret);
    void set(Caret anchor, Caret head);
    void set(int page, pdf::TextRange range) { set({page, range.from}, {page, range.to}); }
    void setHead(Caret head) { m_head = head; }
    void swapEnds() { std::swap(m_anchor, m_head); }

private:
    [[nodiscard]] pdf::TextRange grainAt(const pdf::PageText &text, int caret) const;

    Caret m_anchor;
    Caret m_head;
    Grain m_grain = Grain::Character;
    Caret m_begunFrom; ///< what the first click took
    Caret m_begunTo;
};

/// The caret nearest to a position: before or after the character there. -1 on a page without text.
[[nodiscard]] int caretAt(const pdf::PageText &text, QPointF position);
/// Where a caret is drawn: a box without width at the left of its character, or at the right of the one before.
[[nodiscard]] Box caretBox(const pdf::PageText &text, int caret);

} // namespace yaodian::ui
