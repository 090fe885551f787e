#pragma once

#include "pdf/pagetext.h"

namespace yaodian::ui {

/// A selected stretch of one page, between two carets (positions between characters, so that "to the next sentence"
/// ends before it). Pure state; the text of the page is handed in.
class Selection
{
public:
    enum class Grain { Character, Word, Line };

    [[nodiscard]] bool isActive() const { return m_page >= 0; }
    [[nodiscard]] int page() const { return m_page; }
    [[nodiscard]] int head() const { return m_head; }
    [[nodiscard]] pdf::TextRange range() const { return {qMin(m_anchor, m_head), qMax(m_anchor, m_head)}; }

    void clear() { *this = Selection(); }
    /// Begins at a caret; words and lines are taken whole.
    void start(int page, const pdf::PageText &text, int caret, Grain grain);
    /// The other end goes to a caret, whole words and lines where it began so.
    void extend(const pdf::PageText &text, int caret);
    void set(int page, pdf::TextRange range);
    void move(const pdf::PageText &text, pdf::Motion motion, int times);
    void swapEnds() { std::swap(m_anchor, m_head); }

private:
    [[nodiscard]] pdf::TextRange grainAt(const pdf::PageText &text, int caret) const;

    int m_page = -1;
    int m_anchor = 0;
    int m_head = 0;
    Grain m_grain = Grain::Character;
    pdf::TextRange m_begun; ///< what the first click took
};

/// The caret nearest to a position: before or after the character there. -1 on a page without text.
[[nodiscard]] int caretAt(const pdf::PageText &text, QPointF position);
/// Where a caret is drawn: a box without width at the left of its character, or at the right of the one before.
[[nodiscard]] Box caretBox(const pdf::PageText &text, int caret);

} // namespace yaodian::ui
