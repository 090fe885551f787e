#include "ui/reader/pagetrimmer.h"

#include "ui/reader/pagelayout.h"

namespace yaodian::ui {

namespace {

constexpr double LookScale = 0.4; ///< pixels a point: a dot of a letter is still seen

} // namespace

void PageTrimmer::setDocument(pdf::Document *document)
{
    ++m_generation;
    m_document = document;
    m_pages.clear();
    m_contents.clear();
    m_begun = false;
}

void PageTrimmer::start()
{
    if (m_begun || !m_document || !m_document->isOpen())
        return;
    m_begun = true;
    m_pages = pagesToLookAt(int(m_document->info().pages.size()));
    next();
}

void PageTrimmer::next()
{
    if (m_pages.isEmpty()) {
        if (!commonTrim(m_contents).isEmpty())
            Q_EMIT found();
        return;
    }
    const int page = m_pages.takeFirst();
    const auto done = [this, page, generation = m_generation](const Result<QImage> &picture) {
        if (generation != m_generation || !m_document)
            return;
        const int rotation = m_document->info().pages.value(page).rotation;
        if (picture) // a page that cannot be drawn tells nothing of its margins
            m_contents.insert(page, printedOn(*picture).turned(-rotation));
        next();
    };
    // Before what nobody waits for: the view changes when the last one is there.
    m_document->render(page, LookScale, {}, pdf::Document::Priority::Near, this, done);
}

} // namespace yaodian::ui
