#include "pdf/document.h"

#include "pdf/engine.h"
#include "pdf/searching.h"
#include "pdf/workerhandle.h"

#include <QPointer>

#include <map>
#include <utility>

namespace yaodian::pdf {

class Ahead
{
public:
    std::shared_ptr<WorkerHandle> worker;
    QString path;
    std::unique_ptr<Engine> engine; ///< of the document at `path`

    /// The engine, where it is of this document. What failed before there was an application was said in no language:
    /// that is done once more.
    std::unique_ptr<Engine> engineFor(const QString &wanted)
    {
        return engine && path == wanted && !engine->hasFailed() ? std::move(engine) : nullptr;
    }
};

std::shared_ptr<Ahead> startWorker()
{
    auto worker = WorkerHandle::start();
    if (!worker)
        return {};
    auto ahead = std::make_shared<Ahead>();
    ahead->worker = std::move(worker).value();
    return ahead;
}

std::shared_ptr<Ahead> openAhead(const QString &path, FirstView firstView)
{
    auto ahead = std::make_shared<Ahead>();
    ahead->path = path;
    ahead->engine = std::make_unique<Engine>(path, nullptr, std::move(firstView));
    return ahead;
}

struct Document::Private
{
    struct Search
    {
        Result<std::shared_ptr<const Matcher>> matcher; ///< or what is wrong with the query
        QPointer<QObject> context;
        std::function<void(QList<SearchHit>)> hits;
        std::function<void(Result<void>)> done;
        int firstPage = 0;
        int searched = 0;
    };

    Document *self;
    QString path;
    DocumentInfo info;
    bool open = false;
    quint64 lastId = 0;
    std::map<quint64, std::function<void(Engine::Outcome)>> waiting;
    std::map<quint64, Search> searches;
    std::unique_ptr<Engine> engine; // last: its thread ends before the rest goes

    /// Runs `act` on the document's thread, if the document is still there.
    template <class Act> auto later(Act act)
    {
        return [this, act](auto &&...values) {
            QMetaObject::invokeMethod(
                self,
                [act, ... values = std::forward<decltype(values)>(values)]() mutable { act(std::move(values)...); },
                Qt::QueuedConnection);
        };
    }

    Engine::Listener listener()
    {
        return {later([this](DocumentInfo all) {
                    info = std::move(all);
                    open = true;
                    Q_EMIT self->opened();
                }),
                later([this](bool wrong) { Q_EMIT self->passwordNeeded(wrong); }),
                later([this](const Error &error) {
                    open = false;
                    Q_EMIT self->failed(error);
                }),
                later([this](QList<PageInfo> pages) {
                    info.pages = std::move(pages);
                    Q_EMIT self->measured();
                }),
                later([this](const QString &sha256) {
                    info.sha256 = sha256;
                    Q_EMIT self->hashed(sha256);
                }),
                later([this](const QStringList &what) {
                    info.refused = what;
                    Q_EMIT self->refuses(what);
                }),
                later([this](quint64 id, Engine::Outcome outcome) { answer(id, std::move(outcome)); })};
    }

    void answer(quint64 id, Engine::Outcome outcome)
    {
        const auto found = waiting.find(id);
        if (found == waiting.end()) // aborted meanwhile
            return;
        const auto done = std::move(found->second);
        waiting.erase(found);
        done(std::move(outcome));
    }

    template <class T> quint64 ask(Job job, QObject *context, std::function<void(Result<T>)> done)
    {
        job.id = ++lastId;
        waiting.emplace(job.id,
                        [context = QPointer<QObject>(context), done = std::move(done)](Engine::Outcome outcome) {
                            if (context)
                                done(std::get<Result<T>>(std::move(outcome)));
                        });
        engine->add(job);
        return job.id;
    }

    void searchOn(quint64 id);
    void searched(quint64 id, Result<QList<SearchHit>> found);
};

/// The next page of a search, or its end. The questions carry the search's own id, so that one abort() ends it.
void Document::Private::searchOn(quint64 id)
{
    const auto found = searches.find(id);
    if (found == searches.end())
        return;
    Search &search = found->second;
    const int pages = int(info.pages.size());
    if (!search.context || !search.matcher || search.searched >= pages) {
        const Search last = std::move(search);
        searches.erase(found);
        if (last.context)
            last.done(last.matcher ? Result<void>() : last.matcher.error());
        return;
    }
    Job job;
    job.id = id;
    job.kind = Job::Kind::Search;
    job.priority = Priority::Background;
    job.page = (search.firstPage + search.searched) % pages;
    job.matcher = *search.matcher;
    waiting.emplace(id, [this, id](Engine::Outcome outcome) {
        searched(id, std::get<Result<QList<SearchHit>>>(std::move(outcome)));
    });
    engine->add(std::move(job));
}

void Document::Private::searched(quint64 id, Result<QList<SearchHit>> found)
{
    const auto entry = searches.find(id);
    if (entry == searches.end())
        return;
    ++entry->second.searched;
    if (!found) {
        const Search last = std::move(entry->second);
        searches.erase(entry);
        if (last.context)
            last.done(found.error());
        return;
    }
    if (!found->isEmpty() && entry->second.context) {
        const auto hits = entry->second.hits; // the callee may abort the search
        hits(std::move(found).value());
    }
    searchOn(id);
}

Document::Document(const QString &path, std::shared_ptr<Ahead> ahead, QObject *parent)
    : QObject(parent), d(std::make_unique<Private>())
{
    d->self = this;
    d->path = path;
    if (ahead)
        d->engine = ahead->engineFor(path);
    if (!d->engine)
        d->engine = std::make_unique<Engine>(path, ahead ? std::exchange(ahead->worker, nullptr) : nullptr);
    d->engine->attach(d->listener());
}

Document::~Document()
{
    d->engine.reset();
}

QString Document::path() const
{
    return d->path;
}

bool Document::isOpen() const
{
    return d->open;
}

const DocumentInfo &Document::info() const
{
    return d->info;
}

void Document::unlock(const QString &password)
{
    d->engine->unlock(password);
}

quint64 Document::render(int page, double scale, const QRect &tile, Priority priority, QObject *context,
                         std::function<void(Result<QImage>)> done)
{
    return d->ask<QImage>({0, Job::Kind::Render, priority, page, scale, tile, {}}, context, std::move(done));
}

void Document::abort(quint64 request)
{
    d->searches.erase(request);
    if (d->waiting.erase(request) > 0)
        d->engine->abort(request);
}

quint64 Document::text(int page, Priority priority, QObject *context, std::function<void(Result<PageText>)> done)
{
    if (auto known = d->engine->cachedText(page)) { // no need to wait for what the worker does
        const quint64 id = ++d->lastId;
        d->waiting.emplace(id, [context = QPointer<QObject>(context), done = std::move(done)](Engine::Outcome outcome) {
            if (context)
                done(std::get<Result<PageText>>(std::move(outcome)));
        });
        d->later([this](quint64 request, Engine::Outcome outcome) { d->answer(request, std::move(outcome)); })(
            id, Engine::Outcome(Result<PageText>(std::move(*known))));
        return id;
    }
    return d->ask<PageText>({0, Job::Kind::Text, priority, page, 1, {}, {}}, context, std::move(done));
}

quint64 Document::links(int page, QObject *context, std::function<void(Result<QList<Link>>)> done)
{
    return d->ask<QList<Link>>({0, Job::Kind::Links, Priority::Near, page, 1, {}, {}}, context, std::move(done));
}

quint64 Document::outline(QObject *context, std::function<void(Result<QList<OutlineItem>>)> done)
{
    return d->ask<QList<OutlineItem>>({0, Job::Kind::Outline, Priority::Near, 0, 1, {}, {}}, context, std::move(done));
}

quint64 Document::art(int page, Priority priority, QObject *context, std::function<void(Result<PageArt>)> done)
{
    return d->ask<PageArt>({0, Job::Kind::Art, priority, page, 1, {}, {}}, context, std::move(done));
}

quint64 Document::attachments(QObject *context, std::function<void(Result<QList<Attachment>>)> done)
{
    return d->ask<QList<Attachment>>({0, Job::Kind::Attachments, Priority::Near, 0, 1, {}, {}}, context,
                                     std::move(done));
}

quint64 Document::annotations(int page, QObject *context, std::function<void(Result<QList<Annotation>>)> done)
{
    return d->ask<QList<Annotation>>({0, Job::Kind::Annotations, Priority::Background, page, 1, {}, {}}, context,
                                     std::move(done));
}

quint64 Document::references(int page, QObject *context, std::function<void(Result<QList<Reference>>)> done)
{
    return d->ask<QList<Reference>>({0, Job::Kind::References, Priority::Background, page, 1, {}, {}}, context,
                                    std::move(done));
}

quint64 Document::search(const QString &query, int firstPage, QObject *context,
                         std::function<void(QList<SearchHit>)> hits, std::function<void(Result<void>)> done)
{
    return search(SearchQuery{query}, firstPage, context, std::move(hits), std::move(done));
}

quint64 Document::search(const SearchQuery &query, int firstPage, QObject *context,
                         std::function<void(QList<SearchHit>)> hits, std::function<void(Result<void>)> done)
{
    const quint64 id = ++d->lastId;
    Result<std::shared_ptr<const Matcher>> matcher = std::shared_ptr<const Matcher>();
    if (auto read = Matcher::of(query))
        matcher = std::make_shared<const Matcher>(std::move(read).value());
    else
        matcher = read.error();
    d->searches.emplace(
        id, Private::Search{std::move(matcher), context, std::move(hits), std::move(done), qMax(0, firstPage), 0});
    // Not at once: the caller has not got the id yet.
    QMetaObject::invokeMethod(
        this, [this, id] { d->searchOn(id); }, Qt::QueuedConnection);
    return id;
}

} // namespace yaodian::pdf
