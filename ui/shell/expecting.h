#pragma once

#include "cli/services.h"
#include "pdf/spareworker.h"

#include <QObject>
#include <QTimer>

#include <functional>

namespace yaodian::ui {

class LibraryPage;

/// The entry that one stays on is probably opened next: where its PDF is there and in no tab, it is opened ahead, at
/// the place and the scale that the reader will ask for, so that Enter shows it at once.
class Expecting final : public QObject
{
    Q_OBJECT

public:
    using IsOpen = std::function<bool(const library::Document &)>;

    /// All must outlive it. `dwellMs`: how long one has to stay.
    Expecting(cli::Services &services, LibraryPage &page, pdf::SpareWorker &spare, IsOpen isOpen, int dwellMs = 300);

private:
    void arrive();
    void look();

    cli::Services &m_services;
    LibraryPage &m_page;
    pdf::SpareWorker &m_spare;
    IsOpen m_isOpen;
    QTimer m_dwell;
    library::EntryId m_entry; ///< that one stays on
};

} // namespace yaodian::ui
