#pragma once

#include "pdf/jobs.h"
#include "pdf/references.h"
#include "pdf/textcache.h"
#include "pdf/workerdocument.h"

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>
#include <variant>
#include <vector>

namespace yaodian::pdf {

/// The thread behind a Document: it alone talks to the worker, and takes the most urgent job first.
class Engine
{
public:
    using Outcome = std::variant<Result<QImage>, Result<PageText>, Result<QList<Link>>, Result<QList<OutlineItem>>,
                                 Result<QList<SearchHit>>, Result<QList<Reference>>, Result<PageArt>,
                                 Result<QList<Attachment>>, Result<QList<Annotation>>>;
    /// What the thread has to tell. Called on it, under its lock, and never after the Engine's destructor: it only
    /// passes the news on to another thread.
    struct Listener
    {
        std::function<void(const DocumentInfo &)> opened;
        std::function<void(bool wrong)> passwordNeeded;
        std::function<void(const Error &)> failed;
        std::function<void(const QList<PageInfo> &)> measured;
        std::function<void(const QString &sha256)> hashed;
        std::function<void(const QStringList &what)> refuses;
        std::function<void(quint64 id, Outcome)> answered;
    };

    /// `firstView`: where given, the pages it names are drawn as soon as the sizes of all are known.
    Engine(const QString &path, std::shared_ptr<WorkerHandle> worker, FirstView firstView = {});
    ~Engine();
    Q_DISABLE_COPY_MOVE(Engine)

    /// Passes on what happened until now, and from then on what happens.
    void attach(Listener listener);
    /// The document could not be opened, and nobody was told yet.
    [[nodiscard]] bool hasFailed() const;

    void add(Job job);
    void abort(quint64 id);
    void unlock(const QString &password);
    [[nodiscard]] std::optional<PageText> cachedText(int page) const { return m_texts.get(page); }

private:
    void run(const QString &path, std::shared_ptr<WorkerHandle> worker);
    bool open();
    void prepareFirstView();
    /// False where something else is asked for.
    bool prepare(const FirstPage &page);
    bool adopts(const Job &job);
    std::optional<QByteArray> awaitPassword();
    void serve();
    std::optional<Job> next(bool idleWork);
    void perform(Job job);
    [[nodiscard]] Outcome outcomeOf(Job &job);
    [[nodiscard]] QImage takePrepared(const Job &job);
    [[nodiscard]] Result<PageText> textOf(int page);
    [[nodiscard]] Result<QList<SearchHit>> search(const Job &job);
    [[nodiscard]] Result<QList<Attachment>> attachments();
    [[nodiscard]] Result<QList<OutlineItem>> outline(Job &job);
    [[nodiscard]] Result<QList<Reference>> references(int page);
    /// Reads one page more into m_index; Error::cancelled() until all are there, so that other questions go between.
    [[nodiscard]] Result<void> readOn();
    /// A small step of what nobody asked for: page sizes, the file's hash, what it asks for. False where all is done.
    bool doIdleWork();
    bool hasIdleWork() const;
    bool isInterrupted();
    void wake();
    void fail(const Error &error);
    template <class Tell> void tell(Tell act);

    FirstView m_firstView;
    int m_wake = -1;
    TextCache m_texts;

    mutable std::mutex m_mutex; ///< guards what follows up to m_quit
    std::condition_variable m_changed;
    std::optional<Listener> m_listener;
    std::vector<std::function<void(const Listener &)>> m_untold;
    JobQueue m_jobs;
    std::optional<Job> m_current;
    bool m_currentAborted = false;
    std::optional<QByteArray> m_password;
    std::shared_ptr<WorkerDocument> m_document;
    bool m_given = false; ///< up: every job answers m_error
    bool m_quit = false;

    // the thread's own
    Error m_error;
    QList<std::pair<Job, QImage>> m_prepared; ///< what is seen first, drawn before anybody asked
    bool m_answeredOnce = false;
    std::optional<QList<OutlineItem>> m_outline; ///< the document's own
    DocumentIndex m_index;
    qint64 m_hashedBytes = 0;
    struct Hash;
    std::unique_ptr<Hash> m_hash;
    std::optional<Result<QList<Attachment>>> m_attachments;
    std::thread m_thread;
};

} // namespace yaodian::pdf
