#include "ui/reader/selector.h"

#include "ui/reader/pagebreak.h"

#include <QPainter>

#include <algorithm>

namespace yaodian::ui {

Selector::Selector(PageView &view, PageTexts &texts, Theme &theme, QObject *parent)
    : QObject(parent), m_view(view), m_texts(texts), m_theme(theme)
{
    connect(&view, &PageView::pressed, this, &Selector::press);
    connect(&view, &PageView::dragged, this, &Selector::drag);
    connect(&view, &PageView::released, this, &Selector::release);
    connect(this, &Selector::changed, &view, [&view] { view.viewport()->update(); });
    connect(&texts, &PageTexts::arrived, this, [this](int page) {
        if (isSelecting() && page >= m_selection.first().page && page <= m_selection.last().page)
            m_view.viewport()->update();
    });
    // The next key may lead over the page break: it is not to wait for the text there.
    connect(this, &Selector::changed, this, [this] {
        const int page = isSelecting() ? m_selection.head().page : -1;
        for (const int beside : {page + 1, page - 1})
            if (page >= 0 && beside >= 0 && beside < m_view.layoutOfPages().count())
                m_texts.want(beside);
    });
    view.addOverlay(this);
}

QList<PageStretch> Selector::spread() const
{
    QList<PageStretch> stretches;
    for (int page = m_selection.first().page; isSelecting() && page <= m_selection.last().page; ++page)
        if (const auto text = m_texts.find(page))
            for (const pdf::TextRange &range : m_selection.on(page, *text))
                if (!range.isEmpty())
                    stretches << PageStretch{page, range};
    return stretches;
}

std::optional<int> Selector::missingPage()
{
    for (int page = m_selection.first().page; isSelecting() && page <= m_selection.last().page; ++page) {
        if (m_texts.find(page))
            continue;
        m_texts.want(page);
        return page;
    }
    return std::nullopt;
}

QString Selector::quote() const
{
    pdf::PageText all; // one text, so that words are mended over the break as at the end of a line
    for (const PageStretch &stretch : spread()) {
        if (!all.text.isEmpty())
            all.text += pdf::lineEnd;
        const pdf::TextRange range = stretch.range;
        all.text += QStringView(m_texts.find(stretch.page)->text).mid(range.from, range.to - range.from);
        while (all.text.endsWith(pdf::lineEnd))
            all.text.chop(1);
    }
    all.boxes.resize(all.text.size());
    return pdf::quoteOf(all, {0, int(all.text.size())});
}

void Selector::clear()
{
    if (!isSelecting())
        return;
    m_selection.clear();
    Q_EMIT changed();
}

void Selector::select(int page, pdf::TextRange range)
{
    m_texts.with(page, [this, page, range](const pdf::PageText &) {
        m_selection.set(page, range);
        Q_EMIT changed();
    });
}

void Selector::select(Caret anchor, Caret head)
{
    m_selection.set(anchor, head);
    Q_EMIT changed();
}

bool Selector::isInView(const PageSpot &spot) const
{
    const double x = spot.at.x();
    const double y = spot.at.y();
    return spot.page >= 0 && m_view.viewport()->rect().contains(m_view.inView(spot.page, {x, y, x, y}).topLeft());
}

void Selector::startAtView(const PageSpot &after)
{
    const QPoint corner(m_view.viewport()->width() / 8, m_view.viewport()->height() / 12);
    const bool behind = isInView(after);
    const PageSpot spot = behind ? after : isInView(m_lastClick) ? m_lastClick : m_view.spotAt(corner);
    if (spot.page < 0)
        return;
    m_texts.with(spot.page, [this, spot, behind](const pdf::PageText &text) {
        const int index = pdf::indexAt(text, spot.at);
        if (index < 0)
            return;
        const int caret = behind ? pdf::moved(text, index, pdf::Motion::NextWord) : pdf::wordAt(text, index).from;
        m_selection.set({spot.page, caret}, {spot.page, caret});
        Q_EMIT changed();
    });
}

void Selector::withText(int page, std::function<void(const pdf::PageText &)> then)
{
    const auto before = std::make_pair(m_selection.first(), m_selection.last());
    m_texts.with(page, [this, before, then = std::move(then)](const pdf::PageText &text) {
        if (isSelecting() && before == std::make_pair(m_selection.first(), m_selection.last()))
            then(text);
    });
}

void Selector::move(pdf::Motion motion, int times)
{
    if (!isSelecting() || times < 1)
        return;
    withText(m_selection.head().page, [this, motion, times](const pdf::PageText &text) {
        for (int left = times; left > 0; --left) {
            const Caret head = m_selection.head();
            const auto to = movedOnPage(text, head.at, motion);
            if (!to) {
                moveOver(motion, left);
                return;
            }
            // Nothing is selected yet: backwards, the start is looked for.
            moveHead({head.page, *to}, isEmpty() && *to < head.at);
        }
        Q_EMIT changed();
        showHead();
    });
}

void Selector::moveOver(pdf::Motion motion, int times)
{
    const Caret head = m_selection.head();
    const auto here = m_texts.find(head.page);
    const bool back = leadsBack(motion);
    const int next = head.page + (back ? -1 : 1);
    if (next < 0 || next >= m_view.layoutOfPages().count()) {
        const int end = !here ? head.at : back ? 0 : int(here->text.size());
        moveHead({head.page, end}, isEmpty() && back);
        Q_EMIT changed();
        showHead();
        return;
    }
    const double x = here ? caretBox(*here, head.at).left : 0;
    const bool atEnd = here && head.at >= bodyOf(*here).to;
    withText(next, [this, motion, times, next, back, x, atEnd](const pdf::PageText &text) {
        const bool alone = isEmpty() && (back || atEnd);
        const int to = alone && !back ? bodyOf(text).from : movedOnto(text, motion, x);
        moveHead({next, to}, alone);
        if (text.isEmpty() || times > 1) // a page without text is passed over
            move(motion, text.isEmpty() ? times : times - 1);
        else
            Q_EMIT changed();
        showHead();
    });
}

void Selector::moveHead(Caret to, bool alone)
{
    if (alone)
        m_selection.set(to, to);
    else
        m_selection.setHead(to);
}

void Selector::setTo(Caret anchor, Caret head)
{
    m_selection.set(anchor, head);
    Q_EMIT changed();
    showHead();
}

void Selector::takeParagraph()
{
    if (!isSelecting())
        return;
    const Caret head = m_selection.last();
    withText(head.page, [this, head](const pdf::PageText &text) {
        pdf::TextRange here = pdf::paragraphAt(text, head.at);
        const Caret first = m_selection.first();
        const bool whole = !isEmpty() && here.to <= head.at && (first.page < head.page || first.at <= here.from);
        const pdf::TextRange body = bodyOf(text);
        if (whole) { // it has been taken: one more
            here = pdf::paragraphAt(text, pdf::moved(text, head.at, pdf::Motion::NextParagraph));
            if (here.to <= head.at || (head.at <= body.to && here.from >= body.to)) {
                takeRestOfParagraph(head.page + 1);
                return;
            }
        }
        const Caret from{head.page, here.from};
        const bool atTop = here.from <= body.from && here.to > body.from;
        setTo(isEmpty() ? from : qMin(first, from), {head.page, qMax(here.to, head.at)});
        if (here.to >= body.to && here.from < body.to && endsOpen(text))
            takeRestOfParagraph(head.page + 1);
        if (!whole && atTop && m_selection.first() == from && head.page > 0)
            takeBeginningOfParagraph(head.page - 1);
    });
}

void Selector::takeRestOfParagraph(int page)
{
    if (page >= m_view.layoutOfPages().count())
        return;
    withText(page, [this, page](const pdf::PageText &text) {
        if (!text.isEmpty())
            setTo(m_selection.first(), {page, pdf::paragraphAt(text, bodyOf(text).from).to});
    });
}

void Selector::takeBeginningOfParagraph(int page)
{
    withText(page, [this, page](const pdf::PageText &text) {
        const int last = bodyOf(text).to - 1;
        if (!text.isEmpty() && endsOpen(text))
            setTo({page, pdf::paragraphAt(text, last).from}, m_selection.last());
    });
}

void Selector::swapEnds()
{
    m_selection.swapEnds();
    Q_EMIT changed();
    showHead();
}

void Selector::showHead()
{
    const Caret head = m_selection.head();
    if (const auto text = isSelecting() ? m_texts.find(head.page) : std::nullopt; text && !text->isEmpty()) {
        Box box = caretBox(*text, head.at);
        box.right += 0.001; // a caret has no width, and an empty box is nowhere
        m_view.reveal(head.page, {box});
    }
}

void Selector::press(const PageSpot &spot, int clicks, Qt::KeyboardModifiers modifiers)
{
    m_pressed = m_draggedTo = spot;
    m_down = true;
    m_dragged = clicks > 1;
    const auto text = spot.page >= 0 ? m_texts.find(spot.page) : std::nullopt;
    if (!text) {
        clear();
        if (spot.page >= 0)
            m_texts.want(spot.page);
        return;
    }
    const int caret = clicks > 1 ? pdf::indexAt(*text, spot.at) : caretAt(*text, spot.at);
    if (caret < 0) {
        clear();
        return;
    }
    if ((modifiers & Qt::ShiftModifier) && isSelecting()) {
        m_dragged = true;
        m_selection.extend(spot.page, *text, caret);
    } else {
        using Grain = Selection::Grain;
        const Grain grains[] = {Grain::Character, Grain::Word, Grain::Line, Grain::Paragraph};
        m_selection.start(spot.page, *text, caret, grains[std::clamp(clicks, 1, 4) - 1]);
    }
    Q_EMIT changed();
}

void Selector::drag(const PageSpot &spot)
{
    if (!isSelecting() || spot.page < 0)
        return;
    m_dragged = true;
    m_draggedTo = spot;
    m_texts.with(spot.page, [this, page = spot.page](const pdf::PageText &text) {
        if (!m_down || !isSelecting() || m_draggedTo.page != page) // it came too late
            return;
        if (const int caret = caretAt(text, m_draggedTo.at); caret >= 0)
            m_selection.extend(page, text, caret);
        (void)missingPage(); // the pages between are painted and copied too
        Q_EMIT changed();
    });
}

void Selector::release()
{
    m_down = false;
    if (isSelecting() && isEmpty())
        clear();
    if (m_dragged)
        return;
    m_lastClick = m_pressed;
    Q_EMIT clicked(m_pressed);
}

void Selector::paint(QPainter &painter, int page, const PageLayout &layout) const
{
    if (!isSelecting() || page < m_selection.first().page || page > m_selection.last().page)
        return;
    const auto text = m_texts.find(page);
    if (!text)
        return;
    QColor colour = m_theme.colours().accent;
    if (m_selection.head().page == page) {
        QRectF bar = layout.onView(page, caretBox(*text, m_selection.head().at));
        bar.setWidth(2);
        painter.fillRect(bar, colour);
    }
    colour.setAlphaF(0.28F);
    for (const pdf::TextRange &range : m_selection.on(page, *text))
        for (const Box &box : pdf::boxesOf(*text, range))
            painter.fillRect(layout.onView(page, box), colour);
}

} // namespace yaodian::ui
