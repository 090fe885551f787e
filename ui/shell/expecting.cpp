#include "ui/shell/expecting.h"

#include "ui/library/librarypage.h"
#include "ui/reader/firstview.h"

namespace yaodian::ui {

Expecting::Expecting(cli::Services &services, LibraryPage &page, pdf::SpareWorker &spare, IsOpen isOpen, int dwellMs)
    : m_services(services), m_page(page), m_spare(spare), m_isOpen(std::move(isOpen))
{
    m_dwell.setSingleShot(true);
    m_dwell.setInterval(dwellMs);
    connect(&m_dwell, &QTimer::timeout, this, &Expecting::look);
    connect(&page, &LibraryPage::cardShown, this, &Expecting::arrive);
}

/// A card that is shown anew, because a sync brought something, is no arrival.
void Expecting::arrive()
{
    const auto row = m_page.currentRow();
    const auto before = std::exchange(m_entry, row ? row->id : library::EntryId());
    if (!m_dwell.isActive() || before != m_entry)
        m_dwell.start();
}

void Expecting::look()
{
    const auto row = m_page.currentRow();
    if (!row || !m_page.isVisible())
        return;
    const auto document = m_services.papers.stored(row->paper);
    if (document && !m_isOpen(*document))
        m_spare.expect(document->path, expectedView(m_services.settings, document->path));
    else
        m_spare.expect({}, {});
}

} // namespace yaodian::ui
