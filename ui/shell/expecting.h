#pragma once

#include "cli/services.h"
#include "pdf/spareworker.h"

#include <QObject>
#include <QTimer>

namespace yaodian::ui {

class LibraryPage;

/// The entry that one stays on is probably opened next: where its PDF is there, it is opened ahead, at the page and
/// the scale that the reader will ask for, so that Enter shows it at once.
class Expecting final : public QObject
{
    Q_OBJECT

public:
    /// All must outlive it. `dwellMs`: how long one has to stay.
    Expecting(cli::Services &services, LibraryPage &page, pdf::SpareWorker &spare, QObject *parent, int dwellMs = 300);

private:
    void look();

    cli::Services &m_services;
    LibraryPage &m_page;
    pdf::SpareWorker &m_spare;
    QTimer m_dwell;
};

} // namespace yaodian::ui
