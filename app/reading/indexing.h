#pragma once

#include "base/cancel.h"
#include "library/library.h"

#include <QTimer>

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace yaodian::reading {

/// Reads the pages of all documents that are not in the search yet, one document at a time, on the calling thread; an
/// Error where no PDF can be read on this machine. What was read is kept every few pages: breaking off loses no more
/// than these. `told` hears how far all documents are.
Result<void> readPages(library::Library &library, const CancelToken &token,
                       const std::function<void(const library::PageReads &)> &told = {});

/// Keeps the text of all PDFs in the search while the program runs: in the background, behind all else, and not at all
/// while a reader opens something.
class Indexing final : public QObject
{
    Q_OBJECT

public:
    /// `quietMs`: how long after the last yield() it goes on.
    explicit Indexing(library::Library &library, int quietMs = 3000, QObject *parent = nullptr);
    /// Ends at once, its worker with it.
    ~Indexing() override;

    /// From now on, whatever is there and whatever comes is read.
    void start();
    /// Somebody wants the machine: breaks off at once, and goes on where it was when it has been quiet for a while.
    void yield();

Q_SIGNALS:
    void progress(const yaodian::library::PageReads &reads); ///< a document was read
    void rested();                                           ///< there is nothing more to read, or it was told to yield
    void healed(const QStringList &sentences);               ///< the library was put in order: what was done

private:
    void work();
    void wake();
    void heal();
    void sweep(const CancelToken &token);

    library::Library &m_library;
    QTimer m_quiet, m_soon;

    std::mutex m_mutex; ///< guards what follows
    std::condition_variable m_changed;
    bool m_started = false;
    bool m_held = false;
    bool m_wanted = false;
    bool m_quit = false;
    CancelSource m_source;
    std::thread m_thread;
};

} // namespace yaodian::reading
