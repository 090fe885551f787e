#include "ui/reader/selection.h"

#include "ui/reader/pagebreak.h"

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
    case Grain::Paragraph:
        return pdf::paragraphAt(text, index);
    case Grain::Character:
        break;
    }
    return {caret, caret};
}

QList<pdf::TextRange> Selection::on(int page, const pdf::PageText &text) const
{
    const Caret from = first();
    const Caret to = last();
    if (!isActive() || page < from.page || page > to.page)
        return {};
    const int size = int(text.text.size());
    const pdf::TextRange all{page == from.page ? from.at : 0, page == to.page ? qMin(to.at, size) : size};
    if (from.page == to.page)
        return {all};
    const auto holds = [page](const pdf::TextRange &block, const Caret &end) {
        return end.page == page && end.at > block.from && end.at < block.to;
    };
    QList<pdf::TextRange> parts;
    int at = all.from;
    for (const pdf::TextBlock &block : text.blocks) {
        if (isReadOn(block.kind) || holds(block.range, from) || holds(block.range, to))
            continue;
        if (const int end = qMin(block.range.from, all.to); end > at)
            parts << pdf::TextRange{at, end};
        at = qMax(at, block.range.to);
    }
    if (all.to > at)
        parts << pdf::TextRange{at, all.to};
    return parts;
}

void Selection::start(int page, const pdf::PageText &text, int caret, Grain grain)
{
    m_grain = grain;
    const pdf::TextRange begun = grainAt(text, caret);
    m_begunFrom = m_anchor = {page, begun.from};
    m_begunTo = m_head = {page, begun.to};
}

void Selection::extend(int page, const pdf::PageText &text, int caret)
{
    const pdf::TextRange range = grainAt(text, caret);
    const Caret from{page, range.from};
    const Caret to{page, range.to};
    if (from < m_begunFrom) {
        m_anchor = m_begunTo;
        m_head = from;
    } else {
        m_anchor = m_begunFrom;
        m_head = qMax(to, m_begunTo);
    }
}

void Selection::set(Caret anchor, Caret head)
{
    m_grain = Grain::Character;
    m_begunFrom = m_begunTo = m_anchor = anchor;
    m_head = head;
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
