#pragma once

#include "library/library.h"
#include "notes/notes.h"

#include <QObject>
#include <QThreadPool>

#include <mutex>

namespace yaodian::ui {

/// Writes notes down on a thread of its own: writing a long one takes longer than a key may. One after the other; while
/// one is being written, the newest text waits in the place of those before it.
class NoteSaver final : public QObject
{
    Q_OBJECT

public:
    explicit NoteSaver(QObject *parent = nullptr);
    /// Waits until everything is on disk.
    ~NoteSaver() override;

    /// Both must outlive it.
    void setLibrary(library::Library &library, notes::Notes &notes);
    /// `typed` tells the texts apart, for saved().
    void save(library::PaperId paper, const QString &text, quint64 typed);
    /// Returns when everything is on disk, or could not be written, and all that has been said.
    void finish();
    [[nodiscard]] bool isBusy() const { return m_busy; }

Q_SIGNALS:
    /// `stamp`: the library's for this text; empty where another one was written since.
    void saved(quint64 typed, const QString &stamp);
    void failed(const yaodian::Error &error);

private:
    struct Job
    {
        library::PaperId paper;
        QString text;
        quint64 typed = 0;
    };
    struct Outcome
    {
        quint64 typed = 0;
        Result<void> done;
        QString stamp;
    };
    [[nodiscard]] bool isWaiting(library::PaperId otherThan);
    void work();    ///< on the thread: until nothing waits
    void deliver(); ///< on the owner's

    library::Library *m_library = nullptr;
    notes::Notes *m_notes = nullptr;
    bool m_busy = false; ///< as far as the owner's thread has been told
    QThreadPool m_pool;
    std::mutex m_mutex; ///< guards what follows
    std::optional<Job> m_waiting;
    bool m_working = false;
    QList<Outcome> m_outcomes;
};

} // namespace yaodian::ui
