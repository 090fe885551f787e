#include "pdf/engine.h"

// What is told from the text of all pages.
namespace yaodian::pdf {

Result<void> Engine::readOn()
{
    if (m_index.pages() < qMin(int(m_document->pages().size()), DocumentIndex::mostPages)) {
        const auto text = textOf(m_index.pages());
        if (!text && text.error().isCancelled())
            return text.error();
        m_index.add(text ? *text : PageText{}, m_document->pages()[m_index.pages()].rotation);
        return Error::cancelled();
    }
    if (!m_index.isFinished())
        m_index.finish();
    return {};
}

Result<QList<OutlineItem>> Engine::outline(Job &job)
{
    if (!m_outline) {
        auto own = m_document->outline();
        if (!own)
            return own;
        m_outline = std::move(own).value();
    }
    if (!m_outline->isEmpty())
        return *m_outline;
    job.priority = Document::Priority::Background; // all pages are read for it
    if (const auto read = readOn(); !read)
        return read.error();
    return m_index.outline();
}

Result<QList<Reference>> Engine::references(int page)
{
    if (const auto read = readOn(); !read)
        return read.error();
    const auto text = textOf(page);
    if (!text)
        return text.error();
    return m_index.referencesOn(page, *text);
}

} // namespace yaodian::pdf
