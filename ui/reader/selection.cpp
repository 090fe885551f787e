#include "ui/reader/selection.h"

#include <algorithm>

namespace yaodian::ui {

pdf::TextRange Selection::grainAt(const pdf::PageText &text, int caret) const
{
    const int index = std::clamp<int>(caret, 0, qMax(0, int(text.text.size()) - 1));
    switch (m_grain) {
    case Grain::Word:
        return pdf::wordAt(text, index);
    case Grain::Line:
        return pdf::lineAt(text, index);
    case Grain::Character:
        break;
    }
    return {caret, caret};
}

void Selection::start(int page, const pdf::PageText &text, int caret, Grain grain)
{
    m_page = page;
    m_grain = grain;
    m_begun = grainAt(text, caret);
    m_anchor = m_begun.from;
    m_head = m_begun.to;
}

void Selection::extend(const pdf::PageText &text, int caret)
{
    const pdf::TextRange there = grainAt(text, caret);
    if (there.from < m_begun.from) {
        m_anchor = m_begun.to;
        m_head = there.from;
    } else {
        m_anchor = m_begun.from;
        m_head = qMax(there.to, m_begun.to);
    }
}

void Selection::set(int page, pdf::TextRange range)
{
    m_page = page;
    m_grain = Grain::Character;
    m_begun = {range.from, range.from};
    m_anchor = range.from;
    m_head = range.to;
}

void Selection::move(const pdf::PageText &text, pdf::Motion motion, int times)
{
    for (int i = 0; i < times; ++i)
        m_head = std::clamp<int>(pdf::moved(text, m_head, motion), 0, int(text.text.size()));
}

int caretAt(const pdf::PageText &text, QPointF position)
{
    const int index = pdf::indexAt(text, position);
    if (index < 0)
        return -1;
    const Box box = text.boxes.value(index);
    const bool right = !box.isEmpty() && position.x() > (box.left + box.right) / 2;
    return index + (right ? 1 : 0);
}

Box caretBox(const pdf::PageText &text, int caret)
{
    const Box here = text.boxes.value(caret);
    if (!here.isEmpty())
        return {here.left, here.top, here.left, here.bottom};
    for (int i = qMin(caret, int(text.boxes.size())) - 1; i >= 0; --i) {
        const Box &before = text.boxes.at(i);
        if (!before.isEmpty())
            return {before.right, before.top, before.right, before.bottom};
    }
    return {};
}

} // namespace yaodian::ui
