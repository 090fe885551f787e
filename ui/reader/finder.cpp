#include "ui/reader/finder.h"

#include "pdf/searching.h"

#include <QPainter>

#include <algorithm>

namespace yaodian::ui {

Finder::Finder(PageView &view, Theme &theme, QObject *parent) : QObject(parent), m_view(view), m_theme(theme)
{
    view.addOverlay(this);
    view.bar().setSource(MarkedBar::Lane::Hits, [this] {
        QColor colour = m_theme.colours().accent;
        colour.setAlphaF(0.7F);
        QList<BarMark> marks;
        for (const pdf::SearchHit &hit : std::as_const(m_hits))
            if (!hit.boxes.isEmpty())
                marks << BarMark{hit.page, hit.boxes.first(), colour};
        return marks;
    });
    connect(this, &Finder::restarted, &view, [&view] { view.bar().marksChanged(); });
    connect(this, &Finder::added, &view, [&view] { view.bar().marksChanged(); });
}

void Finder::setDocument(pdf::Document *document)
{
    search({});
    m_document = document;
}

void Finder::stop()
{
    if (m_request && m_document)
        m_document->abort(*m_request);
    m_request.reset();
}

void Finder::search(const pdf::SearchQuery &query)
{
    begin(query, m_view.place(), std::nullopt);
}

void Finder::show(const pdf::SearchQuery &query, const pdf::SearchHit &hit)
{
    const auto known =
        std::find_if(m_hits.cbegin(), m_hits.cend(), [&hit](const auto &one) { return isSameHit(one, hit); });
    if (query == m_query && known != m_hits.cend())
        goTo(int(known - m_hits.cbegin()));
    else
        begin(query, {hit.page, 0}, hit.range.isEmpty() ? std::nullopt : std::optional(hit));
}

void Finder::begin(const pdf::SearchQuery &query, const PagePlace &from, const std::optional<pdf::SearchHit> &wanted)
{
    stop();
    m_wanted = wanted;
    m_query = query;
    m_query.text = m_query.text.trimmed();
    m_hits.clear();
    m_current = -1;
    m_full = false;
    m_from = from;
    const auto matcher = pdf::Matcher::of(m_query);
    m_problem = matcher ? QString() : matcher.error().message;
    Q_EMIT restarted();
    if (!m_query.text.isEmpty() && m_problem.isEmpty() && m_document && m_document->isOpen()) {
        m_request = m_document->search(
            m_query, m_from.page, this, [this](const QList<pdf::SearchHit> &hits) { take(hits); },
            [this](const Result<void> &ended) { finish(ended); });
    }
    m_view.viewport()->update();
    Q_EMIT changed();
}

/// The one to go to of the hits of a page; -1: none of them.
int Finder::nearest(const QList<pdf::SearchHit> &hits) const
{
    // The first page that has hits is the nearest one; on the page in view, what was scrolled past is passed over.
    const auto first = std::find_if(hits.cbegin(), hits.cend(), [this](const pdf::SearchHit &hit) {
        return m_wanted ? isSameHit(hit, *m_wanted) : hit.page != m_from.page || hit.boxes.value(0).top >= m_from.top;
    });
    return first == hits.cend() ? -1 : int(first - hits.cbegin());
}

void Finder::take(const QList<pdf::SearchHit> &hits)
{
    if (hits.isEmpty())
        return;
    const auto place = std::upper_bound(m_hits.begin(), m_hits.end(), hits.first().page,
                                        [](int page, const pdf::SearchHit &hit) { return page < hit.page; });
    const int at = int(place - m_hits.begin());
    if (m_current >= at)
        m_current += int(hits.size());
    m_hits.insert(at, hits.size(), {});
    std::copy(hits.begin(), hits.end(), m_hits.begin() + at);
    Q_EMIT added(at, int(hits.size()));
    if (m_current < 0) {
        if (const int first = nearest(hits); first >= 0)
            goTo(at + first);
    }
    if (m_hits.size() >= MostHits) {
        m_full = true;
        stop();
        goOnward();
    }
    m_view.viewport()->update();
    Q_EMIT changed();
}

void Finder::finish(const Result<void> &ended)
{
    m_request.reset();
    if (!ended && m_hits.isEmpty())
        m_problem = ended.error().message;
    goOnward();
    Q_EMIT changed();
}

/// Where none is current yet, because what was passed over is all there is, or the wanted one is there no more.
void Finder::goOnward()
{
    if (m_current >= 0 || m_hits.isEmpty())
        return;
    const auto on = std::find_if(m_hits.cbegin(), m_hits.cend(),
                                 [this](const pdf::SearchHit &hit) { return hit.page >= m_from.page; });
    goTo(on == m_hits.cend() ? 0 : int(on - m_hits.cbegin()));
}

void Finder::step(int hits)
{
    if (m_hits.isEmpty())
        return;
    const int count = int(m_hits.size());
    goTo(m_current < 0 ? 0 : ((m_current + hits) % count + count) % count);
}

void Finder::goTo(int hit)
{
    if (hit < 0 || hit >= m_hits.size())
        return;
    m_current = hit;
    m_view.reveal(m_hits.at(hit).page, m_hits.at(hit).boxes);
    m_view.viewport()->update();
    Q_EMIT changed();
}

QString Finder::summary() const
{
    if (m_query.text.isEmpty() || !m_problem.isEmpty())
        return m_problem;
    if (m_hits.isEmpty())
        return isRunning() ? tr("Searching…") : tr("Nothing found");
    if (isRunning())
        return tr("%1 so far…").arg(m_hits.size());
    if (m_full)
        return tr("%1 of the first %2").arg(m_current + 1).arg(m_hits.size());
    return tr("%1 of %2").arg(m_current + 1).arg(m_hits.size());
}

void Finder::paint(QPainter &painter, int page, const PageLayout &layout) const
{
    const auto first = std::lower_bound(m_hits.begin(), m_hits.end(), page,
                                        [](const pdf::SearchHit &hit, int wanted) { return hit.page < wanted; });
    for (auto it = first; it != m_hits.end() && it->page == page; ++it) {
        const bool current = it - m_hits.begin() == m_current;
        QColor colour = m_theme.colours().accent;
        colour.setAlphaF(current ? 0.34F : 0.16F);
        for (const Box &box : it->boxes) {
            const QRectF line = layout.onView(page, box).adjusted(-1, -1, 1, 1);
            painter.fillRect(line, colour);
            if (current) {
                painter.setPen(QPen(m_theme.colours().accent, 1.4));
                painter.drawRect(line);
            }
        }
    }
}

} // namespace yaodian::ui
