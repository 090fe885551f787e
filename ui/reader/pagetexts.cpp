#include "ui/reader/pagetexts.h"

#include <cstdlib>

namespace yaodian::ui {

void PageTexts::setDocument(pdf::Document *document)
{
    ++m_generation;
    m_document = document;
    m_texts.clear();
    m_asked.clear();
}

std::optional<pdf::PageText> PageTexts::find(int page) const
{
    const auto it = m_texts.constFind(page);
    return it == m_texts.cend() ? std::nullopt : std::optional(*it);
}

void PageTexts::want(int page)
{
    if (!m_document || !m_document->isOpen() || m_texts.contains(page) || m_asked.contains(page))
        return;
    m_asked.insert(page, {});
    m_document->text(page, pdf::Document::Priority::Visible, this,
                     [this, page, generation = m_generation](const Result<pdf::PageText> &text) {
                         if (generation == m_generation)
                             take(page, text);
                     });
}

void PageTexts::with(int page, std::function<void(const pdf::PageText &)> done)
{
    if (const auto text = find(page)) {
        done(*text);
        return;
    }
    want(page);
    if (m_asked.contains(page))
        m_asked[page] << std::move(done);
}

void PageTexts::take(int page, const Result<pdf::PageText> &text)
{
    const auto waiting = m_asked.take(page);
    if (!text)
        return; // the page can be looked at all the same; asking again tries again
    if (m_texts.size() >= MostPages) {
        auto farthest = m_texts.cbegin();
        for (auto it = m_texts.cbegin(); it != m_texts.cend(); ++it)
            if (std::abs(it.key() - page) > std::abs(farthest.key() - page))
                farthest = it;
        m_texts.erase(farthest);
    }
    m_texts.insert(page, *text);
    for (const auto &done : waiting)
        done(*text);
    Q_EMIT arrived(page);
}

} // namespace yaodian::ui
