#include "ui/shell/expecting.h"

#include "ui/library/librarypage.h"
#include "ui/reader/firstview.h"

namespace yaodian::ui {

Expecting::Expecting(cli::Services &services, LibraryPage &page, pdf::SpareWorker &spare, QObject *parent, int dwellMs)
    : QObject(parent), m_services(services), m_page(page), m_spare(spare)
{
    m_dwell.setSingleShot(true);
    m_dwell.setInterval(dwellMs);
    connect(&m_dwell, &QTimer::timeout, this, &Expecting::look);
    connect(&page, &LibraryPage::cardShown, this, [this] { m_dwell.start(); });
}

void Expecting::look()
{
    const auto row = m_page.currentRow();
    if (!row || !m_page.isVisible())
        return;
    if (const auto document = m_services.papers.stored(row->paper))
        m_spare.expect(document->path, expectedView(m_services.settings, document->path));
}

} // namespace yaodian::ui
