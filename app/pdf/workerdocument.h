#pragma once

#include "pdf/conversation.h"
#include "pdf/documentfile.h"
#include "pdf/values.h"

#include <QHash>

#include <mutex>

namespace yaodian::pdf {

/// A document as one thread reads it: asks the worker, starts a new one after a death, and keeps account of the deaths.
/// Everything blocks up to its deadline (5 s to open, 8 s a page, 5 s for text, 60 s for a copy); only stop() is for
/// other threads.
class WorkerDocument
{
public:
    enum class Opening { Open, NeedsPassword, WrongPassword, Failed };

    /// `share`: of the workers that it starts.
    WorkerDocument(std::shared_ptr<DocumentFile> file, std::shared_ptr<WorkerHandle> worker,
                   WorkerHandle::Share share = WorkerHandle::Share::Fair);

    /// What ends a wait early; such a question answers Error::cancelled().
    void setInterrupt(Interrupt interrupt) { m_interrupt = std::move(interrupt); }
    /// Ends the worker at once, and every question after it.
    void stop();

    /// What is said where a worker has no walls.
    static Error noSandbox(const QString &why);

    Opening open(const QByteArray &password = {});
    [[nodiscard]] const Error &error() const { return m_error; } ///< after Opening::Failed
    [[nodiscard]] const QString &title() const { return m_title; }
    /// All pages; those beyond measuredPages() are taken to be like the last one known.
    [[nodiscard]] const QList<PageInfo> &pages() const { return m_pages; }
    [[nodiscard]] int measuredPages() const { return m_measured; }
    /// Its pages cannot be measured: they keep the size that was guessed.
    void giveUpMeasuring() { m_measured = int(m_pages.size()); }
    [[nodiscard]] const DocumentFile &file() const { return *m_file; }

    /// Measures up to `count` pages more.
    Result<void> measure(int count);
    Result<QImage> render(int page, double scale, const QRect &tile);
    Result<PageText> text(int page);
    Result<QList<Link>> links(int page);
    Result<QList<OutlineItem>> outline();
    Result<PageArt> art(int page);
    struct Extras
    {
        QList<Attachment> attachments;
        QStringList refused;
    };
    Result<Extras> extras();
    Result<QList<Annotation>> annotations(int page);
    /// What a copy of the file with these annotations more goes on with after its bytes. The document has them from
    /// then on: for one that nobody looks at.
    Result<QByteArray> annotate(const QList<AddedAnnotation> &added);
    /// Five workers died of this document: it is given up.
    [[nodiscard]] bool isGivenUp() const { return m_deaths >= mostDeaths; }

private:
    static constexpr int mostDeaths = 5;
    static constexpr int mostPageDeaths = 3;

    Result<Conversation::Answer> ask(Conversation::Question question, int page);
    Conversation::Answer askOpen(const QByteArray &password);
    Result<void> revive();
    bool startWorker();
    void accept(const protocol::OpenReply &reply);
    Result<void> measurePage(int page);
    Error errorOf(const Conversation::Answer &answer, const QString &what);

    std::shared_ptr<DocumentFile> m_file;
    std::mutex m_mutex; ///< guards m_worker and m_stopped
    const WorkerHandle::Share m_share;
    std::shared_ptr<WorkerHandle> m_worker;
    bool m_stopped = false;
    std::unique_ptr<Conversation> m_conversation;
    Interrupt m_interrupt;
    QByteArray m_password;
    Error m_error;
    QString m_title;
    QList<PageInfo> m_pages;
    int m_measured = 0;
    int m_deaths = 0;
    QHash<std::pair<int, int>, int> m_pageDeaths; ///< page and request
};

} // namespace yaodian::pdf
