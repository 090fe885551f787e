#include "pdf/workerdocument.h"

#include "pdf/protocol/annotations.h"
#include "pdf/protocol/extras.h"
#include "pdf/readingorder.h"
#include "pdf/say.h"
#include "pdf/uris.h"

#include <QCoreApplication>

namespace yaodian::pdf {

using namespace protocol;
using Ending = Conversation::Ending;

namespace {

constexpr int openMs = 5000;
constexpr int pageMs = 8000;
constexpr int textMs = 5000;
constexpr int copyMs = 60'000;

PageInfo infoOf(const PageRow &row)
{
    return {row.size, row.rotation, row.label};
}

/// Where a page cannot be read it still has a place in the row of pages: a blank sheet of A4.
PageInfo shown(PageInfo page)
{
    if (!isShowable(page.size))
        page.size = QSizeF(595, 842);
    return page;
}

Annotation annotationOf(const AnnotationRow &row, int page)
{
    static_assert(int(Annotation::Kind::Other) == int(lastAnnotationKind));
    const QDateTime modified = row.modified > 0 ? QDateTime::fromMSecsSinceEpoch(row.modified, Qt::UTC) : QDateTime();
    const QString colour = row.colour < 0 ? QString() : QStringLiteral("#%1").arg(row.colour, 6, 16, QLatin1Char('0'));
    return {page, Annotation::Kind(row.kind), row.boxes, row.contents, row.author, row.name, colour, modified};
}

AddedRow rowOf(const AddedAnnotation &added)
{
    const Annotation &from = added.annotation;
    AnnotationRow row{AnnotationKind(from.kind), from.boxes, from.contents, from.author, from.name};
    row.colour = from.colour.isEmpty() ? -1 : from.colour.mid(1).toInt(nullptr, 16);
    row.modified = from.modified.isValid() ? from.modified.toMSecsSinceEpoch() : 0;
    return {from.page, row, added.subject};
}

Error damaged()
{
    return Error::world(Say::tr("The PDF could not be opened: it is damaged, or not a PDF after all."));
}

} // namespace

WorkerDocument::WorkerDocument(std::shared_ptr<DocumentFile> file, std::shared_ptr<WorkerHandle> worker,
                               WorkerHandle::Share share)
    : m_file(std::move(file)), m_share(share), m_worker(std::move(worker))
{
    if (m_worker)
        m_conversation = std::make_unique<Conversation>(m_worker);
}

Error WorkerDocument::noSandbox(const QString &why)
{
    return Error::world(
        Say::tr("The PDF was not opened: the program that draws it could not lock itself in (%1).").arg(why));
}

void WorkerDocument::stop()
{
    const std::lock_guard lock(m_mutex);
    m_stopped = true;
    if (m_worker)
        m_worker->kill();
}

bool WorkerDocument::startWorker()
{
    m_conversation.reset();
    auto worker = WorkerHandle::start(m_share);
    if (!worker) {
        m_error = worker.error();
        return false;
    }
    const std::lock_guard lock(m_mutex);
    if (m_stopped) {
        m_error = Error::cancelled();
        return false;
    }
    m_worker = std::move(worker).value();
    m_conversation = std::make_unique<Conversation>(m_worker);
    return true;
}

Conversation::Answer WorkerDocument::askOpen(const QByteArray &password)
{
    const Conversation::Question question{Type::Open, OpenRequest{password}.encode(), openMs, m_file->descriptor(), {}};
    return m_conversation->ask(question, m_interrupt);
}

WorkerDocument::Opening WorkerDocument::open(const QByteArray &password)
{
    const bool fresh = !m_conversation || !m_conversation->isAlive();
    if (fresh && !startWorker())
        return Opening::Failed;
    Conversation::Answer answer = askOpen(password);
    // A worker that waited for us may have been ended meanwhile, by no fault of the document.
    if (answer.ending == Ending::Died && !fresh) {
        if (!startWorker())
            return Opening::Failed;
        answer = askOpen(password);
    }
    if (answer.ending == Ending::Answered && answer.status == Status::NeedsPassword)
        return Opening::NeedsPassword;
    if (answer.ending == Ending::Answered && answer.status == Status::WrongPassword)
        return Opening::WrongPassword;
    const auto reply = answer.status == Status::Ok ? OpenReply::decode(answer.body) : std::nullopt;
    if (answer.ending != Ending::Answered || !reply) {
        m_error =
            answer.ending == Ending::Answered ? damaged() : errorOf(answer, Say::tr("The PDF could not be opened"));
        return Opening::Failed;
    }
    m_password = password;
    accept(*reply);
    return Opening::Open;
}

void WorkerDocument::accept(const OpenReply &reply)
{
    if (!m_pages.isEmpty()) // opened again: the file is the same
        return;
    m_title = reply.title.simplified();
    for (const PageRow &row : reply.firstPages)
        m_pages.append(infoOf(row));
    m_measured = int(m_pages.size());
    PageInfo guess = shown(m_pages.last());
    guess.label.clear();
    m_pages.resize(reply.pageCount, guess);
    for (PageInfo &page : m_pages)
        page = shown(page);
}

Result<void> WorkerDocument::revive()
{
    if (m_conversation && m_conversation->isAlive() && !m_conversation->hasEnded())
        return {};
    if (isGivenUp())
        return Error::world(
            Say::tr("The PDF is not shown any more: drawing it failed five times. Another program may show it."));
    m_conversation.reset();
    return open(m_password) == Opening::Open ? Result<void>() : Result<void>(m_error);
}

Error WorkerDocument::errorOf(const Conversation::Answer &answer, const QString &what)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_stopped || answer.ending == Ending::Cancelled)
            return Error::cancelled();
    }
    switch (answer.ending) {
    case Ending::NoSandbox:
        return noSandbox(m_conversation->why());
    case Ending::TimedOut:
        return Error::world(Say::tr("%1: it took too long.").arg(what));
    case Ending::Answered:
        return Error::world(Say::tr("%1: it is damaged.").arg(what));
    default:
        return Error::world(Say::tr("%1: drawing it failed.").arg(what));
    }
}

Result<Conversation::Answer> WorkerDocument::ask(Conversation::Question question, int page)
{
    const QString what = Say::tr("Page %1 could not be shown").arg(page + 1);
    const std::pair<int, int> key{page, int(question.type)};
    if (m_pageDeaths.value(key) >= mostPageDeaths)
        return Error::world(Say::tr("%1: drawing it failed.").arg(what));
    if (auto alive = revive(); !alive)
        return alive.error();
    Conversation::Answer answer = m_conversation->ask(question, m_interrupt);
    if (answer.ending == Ending::Answered && answer.status == Status::Ok)
        return answer;
    if (answer.ending == Ending::Answered && answer.status == Status::Aborted)
        return Error::cancelled();
    const Error error = errorOf(answer, what);
    if (!error.isCancelled() && answer.ending != Ending::Answered) {
        ++m_pageDeaths[key];
        // What nobody waits for is no reason to give the document up.
        const bool isAside = question.type == Type::Art || question.type == Type::Extras ||
                             question.type == Type::Annotations || question.type == Type::Annotate;
        m_deaths += isAside || m_conversation->isAlive() ? 0 : 1;
    }
    return error;
}

Result<void> WorkerDocument::measure(int count)
{
    const int first = m_measured;
    count = qMin(count, int(m_pages.size()) - first);
    if (count <= 0)
        return {};
    auto answer = ask({Type::Pages, PagesRequest{first, count}.encode(), openMs, -1, {}}, first);
    if (!answer)
        return answer.error();
    const auto reply = PagesReply::decode(answer->body);
    if (!reply || reply->pages.size() != count)
        return damaged();
    for (int i = 0; i < count; ++i)
        m_pages[first + i] = shown(infoOf(reply->pages[i]));
    m_measured = first + count;
    return {};
}

/// A page asked for before its turn is measured alone.
Result<void> WorkerDocument::measurePage(int page)
{
    if (page < 0 || page >= m_pages.size())
        return Error::world(Say::tr("The document has no page %1.").arg(page + 1));
    if (page < m_measured)
        return {};
    auto answer = ask({Type::Pages, PagesRequest{page, 1}.encode(), openMs, -1, {}}, page);
    if (!answer)
        return answer.error();
    const auto reply = PagesReply::decode(answer->body);
    if (!reply || reply->pages.size() != 1)
        return damaged();
    m_pages[page] = shown(infoOf(reply->pages.first()));
    return {};
}

Result<QImage> WorkerDocument::render(int page, double scale, const QRect &tile)
{
    if (auto measured = measurePage(page); !measured)
        return measured.error();
    const QRect whole(QPoint(0, 0), pixelsOf(m_pages[page].size, scale));
    const QRect part = tile.isNull() ? whole : tile.intersected(whole);
    if (!isRenderable(part.size()))
        return Error::world(Say::tr("Page %1 could not be shown: it is too large at this zoom.").arg(page + 1));
    auto answer = ask({Type::Render, RenderRequest{page, scale, part}.encode(), pageMs, -1, part.size()}, page);
    if (!answer)
        return answer.error();
    return std::move(answer->picture);
}

Result<PageText> WorkerDocument::text(int page)
{
    if (auto measured = measurePage(page); !measured)
        return measured.error();
    auto answer = ask({Type::Words, PageRequest{page}.encode(), textMs, -1, {}}, page);
    if (!answer)
        return answer.error();
    const auto reply = WordsReply::decode(answer->body);
    if (!reply)
        return damaged();
    return inReadingOrder(*reply);
}

Result<QList<Link>> WorkerDocument::links(int page)
{
    if (auto measured = measurePage(page); !measured)
        return measured.error();
    auto answer = ask({Type::Links, PageRequest{page}.encode(), textMs, -1, {}}, page);
    if (!answer)
        return answer.error();
    const auto reply = LinksReply::decode(answer->body);
    if (!reply)
        return damaged();
    QList<Link> links;
    for (const LinkRow &row : reply->links) {
        Link link{row.box, row.page < m_pages.size() ? row.page : -1, row.top, followableUri(row.uri), {}};
        if (link.uri.isEmpty() && link.page < 0)
            link.refused = refusedAction(row.uri.simplified());
        if (link.page >= 0 || !row.uri.isEmpty())
            links.append(std::move(link));
    }
    return links;
}

Result<PageArt> WorkerDocument::art(int page)
{
    if (auto measured = measurePage(page); !measured)
        return measured.error();
    auto answer = ask({Type::Art, PageRequest{page}.encode(), pageMs, -1, {}}, page);
    if (!answer)
        return answer.error();
    const auto reply = ArtReply::decode(answer->body);
    if (!reply)
        return damaged();
    return PageArt{reply->pictures, reply->content};
}

Result<WorkerDocument::Extras> WorkerDocument::extras()
{
    auto answer = ask({Type::Extras, {}, textMs, -1, {}}, -1);
    if (!answer)
        return answer.error();
    const auto reply = ExtrasReply::decode(answer->body);
    if (!reply)
        return damaged();
    Extras extras;
    for (const AttachmentRow &row : reply->attachments)
        extras.attachments.append({row.name, row.bytes, row.description});
    for (const QString &what : reply->refused)
        extras.refused.append(refusedAction(what.simplified()));
    return extras;
}

Result<QList<Annotation>> WorkerDocument::annotations(int page)
{
    if (auto measured = measurePage(page); !measured)
        return measured.error();
    auto answer = ask({Type::Annotations, PageRequest{page}.encode(), textMs, -1, {}}, page);
    if (!answer)
        return answer.error();
    const auto reply = AnnotationsReply::decode(answer->body);
    if (!reply)
        return damaged();
    QList<Annotation> annotations;
    for (const AnnotationRow &row : reply->annotations)
        annotations.append(annotationOf(row, page));
    return annotations;
}

Result<QByteArray> WorkerDocument::annotate(const QList<AddedAnnotation> &added)
{
    AnnotateRequest request;
    for (const AddedAnnotation &each : added)
        request.added.append(rowOf(each));
    const auto answer = ask({Type::Annotate, request.encode(), copyMs, -1, {}}, -1);
    if (!answer && answer.error().isCancelled())
        return answer.error();
    const auto reply = answer ? AnnotateReply::decode(answer->body) : std::nullopt;
    if (!reply)
        return Error::world(Say::tr("No copy with annotations can be made of this PDF: it is damaged or protected."));
    return reply->tail;
}

Result<QList<OutlineItem>> WorkerDocument::outline()
{
    auto answer = ask({Type::Outline, {}, textMs, -1, {}}, -1);
    if (!answer)
        return answer.error();
    const auto reply = OutlineReply::decode(answer->body);
    if (!reply)
        return damaged();
    QList<OutlineItem> items;
    for (const OutlineRow &row : reply->items)
        items.append({row.title, row.depth, row.page < m_pages.size() ? row.page : -1, row.top});
    return items;
}

} // namespace yaodian::pdf
