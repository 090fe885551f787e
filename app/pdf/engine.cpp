#include "pdf/engine.h"

#include "base/text.h"
#include "pdf/searching.h"

#include <QCoreApplication>
#include <QCryptographicHash>

#include <chrono>
#include <utility>

#include <sys/eventfd.h>
#include <unistd.h>

namespace yaodian::pdf {

namespace {

constexpr int pagesAStep = 100;
constexpr qint64 bytesAStep = 1 << 20;
/// Without a first question the page sizes and the hash wait this long: the first page goes before them.
constexpr auto patience = std::chrono::milliseconds(300);

template <class T> Engine::Outcome failure(const Error &error)
{
    return Result<T>(error);
}

Engine::Outcome failureOf(Job::Kind kind, const Error &error)
{
    switch (kind) {
    case Job::Kind::Render:
        return failure<QImage>(error);
    case Job::Kind::Text:
        return failure<PageText>(error);
    case Job::Kind::Links:
        return failure<QList<Link>>(error);
    case Job::Kind::Outline:
        return failure<QList<OutlineItem>>(error);
    case Job::Kind::Art:
        return failure<PageArt>(error);
    case Job::Kind::Attachments:
        return failure<QList<Attachment>>(error);
    case Job::Kind::Annotations:
        return failure<QList<Annotation>>(error);
    case Job::Kind::References:
        return failure<QList<Reference>>(error);
    case Job::Kind::Search:
        break;
    }
    return failure<QList<SearchHit>>(error);
}

bool isSamePicture(const Job &a, const Job &b)
{
    return b.kind == Job::Kind::Render && a.page == b.page && a.tile == b.tile &&
           qAbs(a.scale - b.scale) < 1e-6 * a.scale;
}

bool isCancelled(const Engine::Outcome &outcome)
{
    return std::visit([](const auto &result) { return !result && result.error().isCancelled(); }, outcome);
}

} // namespace

struct Engine::Hash
{
    QCryptographicHash sum{QCryptographicHash::Sha256};
};

Engine::Engine(const QString &path, std::shared_ptr<WorkerHandle> worker, FirstView firstView)
    : m_firstView(std::move(firstView)), m_wake(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)),
      m_hash(std::make_unique<Hash>()),
      m_thread([this, path, worker = std::move(worker)]() mutable { run(path, std::move(worker)); })
{
}

Engine::~Engine()
{
    {
        const std::lock_guard lock(m_mutex);
        m_quit = true;
        if (m_document)
            m_document->stop();
    }
    wake();
    m_changed.notify_all();
    m_thread.join();
    ::close(m_wake);
}

void Engine::attach(Listener listener)
{
    const std::lock_guard lock(m_mutex);
    for (const auto &act : std::exchange(m_untold, {}))
        act(listener);
    m_listener = std::move(listener);
    m_changed.notify_all();
}

template <class Tell> void Engine::tell(Tell act)
{
    const std::lock_guard lock(m_mutex);
    if (m_listener)
        act(*m_listener);
    else
        m_untold.push_back(std::move(act));
}

bool Engine::hasFailed() const
{
    const std::lock_guard lock(m_mutex);
    return m_given;
}

void Engine::wake()
{
    const quint64 one = 1;
    [[maybe_unused]] const ssize_t written = ::write(m_wake, &one, sizeof one);
}

void Engine::add(Job job)
{
    bool urgent = false;
    {
        const std::lock_guard lock(m_mutex);
        if (adopts(job))
            return;
        m_jobs.add(std::move(job));
        urgent = m_current && m_jobs.outranks(*m_current);
    }
    if (urgent)
        wake();
    m_changed.notify_all();
}

void Engine::abort(quint64 id)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_jobs.remove(id) || !m_current || m_current->id != id)
            return;
        m_currentAborted = true;
    }
    wake();
}

void Engine::unlock(const QString &password)
{
    {
        const std::lock_guard lock(m_mutex);
        m_password = password.toUtf8();
    }
    m_changed.notify_all();
}

/// Empties the wake descriptor and says whether the worker should stop what it does.
bool Engine::isInterrupted()
{
    quint64 count = 0;
    [[maybe_unused]] const ssize_t got = ::read(m_wake, &count, sizeof count);
    const std::lock_guard lock(m_mutex);
    return m_quit || (m_current && (m_currentAborted || m_jobs.outranks(*m_current)));
}

void Engine::run(const QString &path, std::shared_ptr<WorkerHandle> worker)
{
    auto file = DocumentFile::open(path);
    if (!file) {
        worker.reset();
        fail(file.error());
    } else {
        auto document = std::make_shared<WorkerDocument>(std::move(file).value(), std::move(worker));
        document->setInterrupt({m_wake, [this] { return isInterrupted(); }});
        {
            const std::lock_guard lock(m_mutex);
            m_document = document;
            if (m_quit)
                document->stop();
        }
        if (!open())
            return;
    }
    serve();
}

/// False where the document was closed meanwhile.
bool Engine::open()
{
    QByteArray password;
    while (true) {
        const WorkerDocument::Opening opening = m_document->open(password);
        if (opening == WorkerDocument::Opening::Open)
            break;
        if (opening == WorkerDocument::Opening::Failed) {
            fail(m_document->error());
            return true;
        }
        tell([wrong = opening == WorkerDocument::Opening::WrongPassword](const Listener &to) {
            to.passwordNeeded(wrong);
        });
        const auto given = awaitPassword();
        if (!given)
            return false;
        password = *given;
    }
    tell([info = DocumentInfo{m_document->pages(), m_document->title(), {}, {}}](const Listener &to) {
        to.opened(info);
    });
    prepareFirstView();
    return true;
}

void Engine::prepareFirstView()
{
    if (!m_firstView)
        return;
    for (const FirstPage &page : m_firstView(m_document->pages()))
        if (!prepare(page))
            return;
}

bool Engine::prepare(const FirstPage &page)
{
    Job job;
    job.priority = Document::Priority::Near;
    job.page = page.page;
    job.scale = page.scale;
    {
        const std::lock_guard lock(m_mutex);
        if (m_quit || !m_jobs.isEmpty())
            return false;
        m_current = job;
        m_currentAborted = false;
    }
    auto picture = m_document->render(job.page, job.scale, {});
    {
        const std::lock_guard lock(m_mutex);
        job = *std::exchange(m_current, std::nullopt);
        if (m_currentAborted || m_quit)
            return false;
        if (job.id != 0 && !picture && picture.error().isCancelled()) { // asked for just when something else went first
            m_jobs.putBack(job);
            return false;
        }
    }
    if (job.id != 0)
        tell([id = job.id, outcome = Outcome(std::move(picture))](const Listener &to) { to.answered(id, outcome); });
    else if (picture)
        m_prepared.append({job, std::move(picture).value()});
    return true;
}

/// The page that is drawn unasked is the very one that is now asked for.
bool Engine::adopts(const Job &job)
{
    if (!m_current || m_current->id != 0 || !isSamePicture(*m_current, job))
        return false;
    m_current->id = job.id;
    m_current->priority = job.priority;
    return true;
}

std::optional<QByteArray> Engine::awaitPassword()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_quit || m_password; });
    return m_quit ? std::nullopt : std::exchange(m_password, std::nullopt);
}

void Engine::fail(const Error &error)
{
    m_error = error;
    {
        const std::lock_guard lock(m_mutex);
        m_given = true;
    }
    if (!error.isCancelled())
        tell([error](const Listener &to) { to.failed(error); });
}

void Engine::serve()
{
    while (true) {
        const auto job = next(hasIdleWork());
        if (job)
            perform(*job);
        {
            const std::lock_guard lock(m_mutex);
            if (m_quit)
                return;
        }
        if (!job)
            doIdleWork();
    }
}

/// The most urgent job; nothing where the document was closed, or where there is time for idle work.
std::optional<Job> Engine::next(bool idleWork)
{
    std::unique_lock lock(m_mutex);
    const auto ready = [this] { return m_quit || !m_jobs.isEmpty(); };
    // A document that was opened on a guess does nothing that it was not opened for.
    m_changed.wait(lock, [&] { return ready() || m_listener; });
    if (!idleWork)
        m_changed.wait(lock, ready);
    else if (!m_answeredOnce)
        m_answeredOnce = !m_changed.wait_for(lock, patience, ready);
    if (m_quit)
        return std::nullopt;
    m_current = m_jobs.take();
    m_currentAborted = false;
    return m_current;
}

void Engine::perform(Job job)
{
    Outcome outcome = m_given ? failureOf(job.kind, m_error) : outcomeOf(job);
    bool aborted = false;
    {
        const std::lock_guard lock(m_mutex);
        m_current.reset();
        aborted = m_currentAborted || m_quit;
        if (!aborted && isCancelled(outcome)) { // something more urgent came
            m_jobs.putBack(job);
            return;
        }
    }
    m_answeredOnce = true;
    if (!aborted)
        tell([id = job.id, outcome = std::move(outcome)](const Listener &to) { to.answered(id, outcome); });
    if (!m_given && m_document->isGivenUp())
        fail(Error::world(QCoreApplication::translate(
            "pdf", "The PDF is not shown any more: drawing it failed five times. Another program may show it.")));
}

/// The picture where it was drawn already; else null. Nothing is kept beyond the first view.
QImage Engine::takePrepared(const Job &job)
{
    for (auto one = m_prepared.begin(); one != m_prepared.end(); ++one) {
        if (isSamePicture(one->first, job)) {
            const QImage picture = one->second;
            m_prepared.erase(one);
            return picture;
        }
    }
    if (job.priority != Document::Priority::Visible)
        m_prepared.clear();
    return {};
}

Engine::Outcome Engine::outcomeOf(Job &job)
{
    switch (job.kind) {
    case Job::Kind::Render:
        if (auto picture = takePrepared(job); !picture.isNull())
            return Result<QImage>(std::move(picture));
        return m_document->render(job.page, job.scale, job.tile);
    case Job::Kind::Text:
        return textOf(job.page);
    case Job::Kind::Links:
        return m_document->links(job.page);
    case Job::Kind::Outline:
        return outline(job);
    case Job::Kind::Art:
        return m_document->art(job.page);
    case Job::Kind::Attachments:
        return attachments();
    case Job::Kind::Annotations:
        return m_document->annotations(job.page);
    case Job::Kind::References:
        return references(job.page);
    case Job::Kind::Search:
        break;
    }
    return search(job);
}

Result<PageText> Engine::textOf(int page)
{
    if (auto known = m_texts.get(page))
        return *known;
    auto text = m_document->text(page);
    if (text)
        m_texts.put(page, *text);
    return text;
}

Result<QList<SearchHit>> Engine::search(const Job &job)
{
    // A page without readable text costs its hits only.
    const auto text = textOf(job.page);
    if (!text)
        return text.error().isCancelled() ? Result<QList<SearchHit>>(text.error()) : QList<SearchHit>{};
    Result<PageText> next = PageText{};
    if (job.page + 1 < m_document->pages().size())
        next = textOf(job.page + 1);
    if (!next && next.error().isCancelled())
        return next.error();
    return job.matcher->hits(job.page, *text, next ? &*next : nullptr, [this] { return isInterrupted(); });
}

/// Asked for once; what the document asks for comes with them.
Result<QList<Attachment>> Engine::attachments()
{
    if (m_attachments)
        return *m_attachments;
    auto extras = m_document->extras();
    if (!extras && extras.error().isCancelled())
        return extras.error();
    if (!extras) {
        m_attachments = extras.error();
        return *m_attachments;
    }
    m_attachments = extras->attachments;
    if (!extras->refused.isEmpty())
        tell([what = extras->refused](const Listener &to) { to.refuses(what); });
    return *m_attachments;
}

bool Engine::hasIdleWork() const
{
    return !m_given && (m_document->measuredPages() < m_document->pages().size() || m_hash || !m_attachments);
}

bool Engine::doIdleWork()
{
    if (!hasIdleWork())
        return false;
    const int pages = int(m_document->pages().size());
    if (m_document->measuredPages() < pages) {
        const auto measured = m_document->measure(pagesAStep);
        if (!measured && !measured.error().isCancelled())
            m_document->giveUpMeasuring();
        if (m_document->measuredPages() >= pages)
            tell([all = m_document->pages()](const Listener &to) { to.measured(all); });
        return true;
    }
    if (!m_hash) {
        [[maybe_unused]] const auto known = attachments();
        return true;
    }
    const QByteArray bytes = m_document->file().read(m_hashedBytes, bytesAStep);
    m_hash->sum.addData(bytes);
    m_hashedBytes += bytes.size();
    if (bytes.size() < bytesAStep) {
        tell([sum = QString::fromLatin1(m_hash->sum.result().toHex())](const Listener &to) { to.hashed(sum); });
        m_hash.reset();
    }
    return true;
}

} // namespace yaodian::pdf
