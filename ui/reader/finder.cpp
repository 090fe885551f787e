#include "ui/reader/finder.h"

#include "pdf/searching.h"

#include <QPainter>

#include <algorithm>

namespace yaodian::ui {

Finder::Finder(PageView &view, Theme &theme, QObject *parent) : QObject(parent), m_view(view), m_theme(theme)
{
    view.addOverlay(this);
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
    stop();
    m_query = query;
    m_query.text = m_query.text.trimmed();
    m_hits.clear();
    m_current = -1;
    m_full = false;
    m_from = m_view.place();
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
        // The first page that has hits is the nearest one; on the page in view, what was scrolled past is passed over.
        const auto first = std::find_if(hits.begin(), hits.end(), [this](const pdf::SearchHit &hit) {
            return hit.page != m_from.page || hit.boxes.value(0).top >= m_from.top;
        });
        if (first != hits.end())
            goTo(at + int(first - hits.begin()));
    }
    if (m_hits.size() >= MostHits) {
        m_full = true;
        stop();
    }
    m_view.viewport()->update();
    Q_EMIT changed();
}

void Finder::finish(const Result<void> &ended)
{
    m_request.reset();
    if (!ended && m_hits.isEmpty())
        m_problem = ended.error().message;
    if (m_current < 0 && !m_hits.isEmpty())
        goTo(0);
    Q_EMIT changed();
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
