#include "ui/reader/pagearts.h"

namespace yaodian::ui {

void PageArts::setDocument(pdf::Document *document)
{
    ++m_generation;
    m_document = document;
    m_arts.clear();
    m_asked.clear();
}

std::optional<pdf::PageArt> PageArts::find(int page) const
{
    const auto it = m_arts.constFind(page);
    return it == m_arts.cend() ? std::nullopt : std::optional(*it);
}

void PageArts::want(int page, pdf::Document::Priority priority)
{
    if (!m_document || !m_document->isOpen() || m_arts.contains(page) || m_asked.contains(page))
        return;
    m_asked.insert(
        page, m_document->art(page, priority, this, [this, page, generation = m_generation](Result<pdf::PageArt> art) {
            if (generation != m_generation)
                return;
            m_asked.remove(page);
            m_arts.insert(page, std::move(art).valueOr({}));
            Q_EMIT arrived(page);
        }));
}

} // namespace yaodian::ui
