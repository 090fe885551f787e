#include "ui/reader/markings.h"

#include "ui/reader/highlightpainter.h"

#include <QPainter>
#include <QSet>

#include <algorithm>

namespace yaodian::ui {

QList<library::Highlight> onceEach(const QList<library::Highlight> &highlights)
{
    QList<library::Highlight> out;
    QSet<library::HighlightId> seen;
    for (const library::Highlight &highlight : highlights) {
        if (!seen.contains(highlight.id))
            out << highlight;
        seen << highlight.id;
    }
    return out;
}

Markings::Markings(PageView &view, Theme &theme, QObject *parent) : QObject(parent), m_view(view), m_theme(theme)
{
    m_flash.setSingleShot(true);
    m_flash.setInterval(1200);
    connect(&m_flash, &QTimer::timeout, &view, [&view] { view.viewport()->update(); });
    view.addOverlay(this);
    view.bar().setSource(MarkedBar::Lane::Highlights, [this] { return onBar(); });
}

void Markings::setKinds(const QList<library::Kind> &kinds)
{
    m_kinds = kinds;
    m_view.bar().marksChanged();
}

QList<BarMark> Markings::onBar() const
{
    QList<BarMark> marks;
    for (const library::Highlight &highlight : m_highlights)
        if (!highlight.boxes.isEmpty())
            marks << BarMark{highlight.page, highlight.boxes.first(),
                             tickColour(kindOf(highlight), m_theme.colours().dark)};
    return marks;
}

void Markings::setHighlights(const QList<library::Highlight> &highlights)
{
    m_highlights = highlights;
    m_view.bar().marksChanged();
    if (m_current && !find(*m_current))
        setCurrent(std::nullopt);
    m_view.viewport()->update();
}

QList<library::Highlight> Markings::allAt(const PageSpot &spot) const
{
    QList<library::Highlight> found;
    // The last painted lies on top.
    for (auto it = m_highlights.crbegin(); it != m_highlights.crend(); ++it)
        if (covers(*it, spot))
            found << *it;
    return found;
}

bool Markings::covers(const library::Highlight &highlight, const PageSpot &spot)
{
    return highlight.page == spot.page &&
           std::any_of(highlight.boxes.cbegin(), highlight.boxes.cend(),
                       [&](const Box &box) { return box.contains(spot.at.x(), spot.at.y()); });
}

std::optional<library::Highlight> Markings::at(const PageSpot &spot) const
{
    const QList<library::Highlight> found = allAt(spot);
    return found.isEmpty() ? std::nullopt : std::optional(found.first());
}

std::optional<library::Highlight> Markings::clickedAt(const PageSpot &spot) const
{
    const QList<library::Highlight> found = allAt(spot);
    for (qsizetype i = 0; i < found.size(); ++i)
        if (found.at(i).id == m_current)
            return found.at((i + 1) % found.size());
    return found.isEmpty() ? std::nullopt : std::optional(found.first());
}

std::optional<library::Highlight> Markings::find(library::HighlightId id) const
{
    const auto it = std::find_if(m_highlights.cbegin(), m_highlights.cend(),
                                 [&](const library::Highlight &highlight) { return highlight.id == id; });
    return it == m_highlights.cend() ? std::nullopt : std::optional(*it);
}

void Markings::setCurrent(std::optional<library::HighlightId> id)
{
    if (m_current == id)
        return;
    m_current = id;
    m_view.viewport()->update();
    Q_EMIT currentChanged();
}

std::optional<library::Highlight> Markings::current() const
{
    return m_current ? find(*m_current) : std::nullopt;
}

void Markings::setHidden(std::optional<library::HighlightId> id)
{
    m_hidden = id;
    m_view.viewport()->update();
}

bool Markings::show(library::HighlightId id)
{
    const auto highlight = find(id);
    if (!highlight)
        return false;
    m_view.reveal(highlight->page, highlight->boxes);
    m_flash.start();
    setCurrent(id);
    m_view.viewport()->update();
    return true;
}

bool Markings::showNext(int steps)
{
    const QList<library::Highlight> all = onceEach(m_highlights);
    const auto now = std::find_if(all.cbegin(), all.cend(),
                                  [this](const library::Highlight &highlight) { return highlight.id == m_current; });
    qsizetype index = 0;
    if (now != all.cend()) {
        index = now - all.cbegin() + steps;
    } else {
        const PagePlace place = m_view.place();
        const auto after = std::find_if(all.cbegin(), all.cend(), [&](const library::Highlight &h) {
            return h.page > place.page || (h.page == place.page && h.boxes.value(0).top >= place.top);
        });
        index = after - all.cbegin() + (steps > 0 ? steps - 1 : steps);
    }
    return index >= 0 && index < all.size() && show(all.at(index).id);
}

library::Kind Markings::kindOf(const library::Highlight &highlight) const
{
    for (const library::Kind &kind : m_kinds)
        if (kind.key == highlight.kind)
            return kind;
    library::Kind unknown;
    unknown.colour = QStringLiteral("#ffe08a");
    unknown.pattern = QStringLiteral("plain");
    return unknown;
}

void Markings::paint(QPainter &painter, int page, const PageLayout &layout) const
{
    const bool dark = m_view.renderer().isDark();
    QList<PatternOnPage> patterns;
    for (const library::Highlight &highlight : m_highlights) {
        if (highlight.page != page || m_hidden == highlight.id)
            continue;
        QList<QRectF> lines;
        for (const Box &box : highlight.boxes)
            lines << layout.onView(page, box);
        const library::Kind kind = kindOf(highlight);
        using Style = library::Highlight::Style;
        const bool hasComment = !highlight.comment.isEmpty();
        const bool hasPattern = highlight.style != Style::Area &&
                                (highlight.style == Style::Underline || kind.pattern != QLatin1String("plain"));
        const int level = hasPattern ? freeLevel(patterns, lines) : 0;
        if (hasPattern)
            patterns.append({lines, level});
        if (highlight.style == Style::Area)
            paintArea(painter, lines.value(0), kind, dark, hasComment);
        else if (highlight.style == Style::Underline)
            paintUnderline(painter, lines, kind, dark, hasComment, level);
        else
            paintHighlight(painter, lines, kind, dark, hasComment, level);
        if (m_current == highlight.id)
            paintCurrentHighlight(painter, lines, m_theme.colours().accent, m_flash.isActive());
    }
}

} // namespace yaodian::ui
