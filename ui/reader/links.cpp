#include "ui/reader/links.h"

namespace yaodian::ui {

Links::Links(PageView &view, Theme &theme, QObject *parent) : QObject(parent), m_view(view), m_hints(view, theme) {}

void Links::setDocument(pdf::Document *document)
{
    ++m_generation;
    m_document = document;
    m_links.clear();
    m_asked.clear();
    endHints();
}

void Links::want(const QList<int> &pages)
{
    if (!m_document || !m_document->isOpen())
        return;
    for (const int page : pages) {
        if (m_links.contains(page) || m_asked.contains(page))
            continue;
        m_asked.insert(page);
        m_document->links(page, this, [this, page, generation = m_generation](const Result<QList<pdf::Link>> &links) {
            if (generation != m_generation)
                return;
            m_asked.remove(page); // what failed is asked for again when the page is next looked at
            if (!links)
                return;
            m_links.insert(page, *links);
            Q_EMIT arrived(page);
        });
    }
}

std::optional<pdf::Link> Links::at(const PageSpot &spot) const
{
    for (const pdf::Link &link : m_links.value(spot.page))
        if (link.box.contains(spot.at.x(), spot.at.y()))
            return link;
    return std::nullopt;
}

bool Links::startHints()
{
    QList<LetterHints::Spot> spots;
    QList<std::function<void()>> acts;
    for (const int page : m_view.visiblePages()) {
        for (const pdf::Link &link : m_links.value(page)) {
            spots << LetterHints::Spot{page, link.box};
            acts << [this, link] { Q_EMIT chosen(link); };
        }
        for (const Told &told : m_more ? m_more(page) : QList<Told>()) {
            spots << LetterHints::Spot{page, told.box};
            acts << told.go;
        }
    }
    return m_hints.start(spots, [acts](int spot) { acts.at(spot)(); });
}

} // namespace yaodian::ui
