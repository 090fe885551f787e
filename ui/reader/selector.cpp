#include "ui/reader/selector.h"

#include <QPainter>

namespace yaodian::ui {

Selector::Selector(PageView &view, PageTexts &texts, Theme &theme, QObject *parent)
    : QObject(parent), m_view(view), m_texts(texts), m_theme(theme)
{
    connect(&view, &PageView::pressed, this, &Selector::press);
    connect(&view, &PageView::dragged, this, &Selector::drag);
    connect(&view, &PageView::released, this, &Selector::release);
    connect(this, &Selector::changed, &view, [&view] { view.viewport()->update(); });
    view.addOverlay(this);
}

QString Selector::quote() const
{
    const auto text = isSelecting() ? m_texts.find(page()) : std::nullopt;
    return text ? pdf::quoteOf(*text, range()) : QString();
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
        m_selection.set(spot.page, {caret, caret});
        Q_EMIT changed();
    });
}

void Selector::move(pdf::Motion motion, int times)
{
    const auto text = isSelecting() ? m_texts.find(page()) : std::nullopt;
    if (!text)
        return;
    const int before = m_selection.head();
    const bool wasEmpty = isEmpty();
    m_selection.move(*text, motion, times);
    // Nothing is selected yet and the page has ended: the caret goes on to the next page.
    if (wasEmpty && m_selection.head() == before) {
        moveOn(motion);
        return;
    }
    if (wasEmpty && m_selection.head() < before)
        m_selection.set(page(), {m_selection.head(), m_selection.head()}); // looking for the start, backwards
    Q_EMIT changed();
    showHead();
}

void Selector::moveOn(pdf::Motion motion)
{
    using pdf::Motion;
    const bool back = motion == Motion::PreviousWord || motion == Motion::PreviousSentence ||
                      motion == Motion::PreviousParagraph || motion == Motion::PreviousLine ||
                      motion == Motion::PreviousChar;
    const int next = page() + (back ? -1 : 1);
    if (next < 0 || next >= m_view.layoutOfPages().count())
        return;
    m_texts.with(next, [this, next, back](const pdf::PageText &text) {
        const int caret = back ? int(text.text.size()) : 0;
        m_selection.set(next, {caret, caret});
        Q_EMIT changed();
        showHead();
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
    if (const auto text = m_texts.find(page())) {
        Box box = caretBox(*text, m_selection.head());
        box.right += 0.001; // a caret has no width, and an empty box is nowhere
        m_view.reveal(page(), {box});
    }
}

int Selector::caretOn(const PageSpot &spot, const pdf::PageText &text) const
{
    if (spot.page == page())
        return caretAt(text, spot.at);
    // A highlight stands on one page: beyond it, the selection goes to the page's end or beginning.
    return spot.page > page() ? int(text.text.size()) : 0;
}

void Selector::press(const PageSpot &spot, int clicks, Qt::KeyboardModifiers modifiers)
{
    m_pressed = spot;
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
    if ((modifiers & Qt::ShiftModifier) && spot.page == page()) {
        m_dragged = true;
        m_selection.extend(*text, caret);
    } else {
        using Grain = Selection::Grain;
        const Grain grain = clicks == 3 ? Grain::Line : clicks == 2 ? Grain::Word : Grain::Character;
        m_selection.start(spot.page, *text, caret, grain);
    }
    Q_EMIT changed();
}

void Selector::drag(const PageSpot &spot)
{
    const auto text = isSelecting() ? m_texts.find(page()) : std::nullopt;
    const int caret = text && spot.page >= 0 ? caretOn(spot, *text) : -1;
    if (caret < 0)
        return;
    m_dragged = true;
    m_selection.extend(*text, caret);
    Q_EMIT changed();
}

void Selector::release()
{
    if (isSelecting() && isEmpty())
        clear();
    if (m_dragged)
        return;
    m_lastClick = m_pressed;
    Q_EMIT clicked(m_pressed);
}

void Selector::paint(QPainter &painter, int page, const PageLayout &layout) const
{
    if (!isSelecting() || page != m_selection.page())
        return;
    const auto text = m_texts.find(page);
    if (!text)
        return;
    QColor colour = m_theme.colours().accent;
    const Box caret = caretBox(*text, m_selection.head());
    QRectF bar = layout.onView(page, caret);
    bar.setWidth(2);
    painter.fillRect(bar, colour);
    colour.setAlphaF(0.28F);
    for (const Box &box : pdf::boxesOf(*text, range()))
        painter.fillRect(layout.onView(page, box), colour);
}

} // namespace yaodian::ui
