#include "pdf/worker/session.h"

#include "pdf/worker/annotations.h"
#include "pdf/worker/answers.h"
#include "pdf/worker/art.h"
#include "pdf/worker/copying.h"
#include "pdf/worker/extras.h"
#include "pdf/worker/sandbox.h"

#include <QImage>
#include <QVariant>

#include <poll.h>
#include <poppler-qt6.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

namespace yaodian::pdf::worker {

using namespace protocol;

namespace {

constexpr int millisecondsForPages = 4;

/// The file as bytes that poppler owns. A mapping, not reads: the one copy is made by poppler itself.
class Mapping
{
public:
    explicit Mapping(int descriptor)
    {
        struct stat file
        {
        };
        if (descriptor < 0 || ::fstat(descriptor, &file) != 0 || file.st_size <= 0 || file.st_size > largestFile)
            return;
        void *start = ::mmap(nullptr, size_t(file.st_size), PROT_READ, MAP_PRIVATE | MAP_POPULATE, descriptor, 0);
        if (start == MAP_FAILED)
            return;
        m_bytes = QByteArrayView(static_cast<const char *>(start), file.st_size);
    }
    ~Mapping()
    {
        if (!m_bytes.isEmpty())
            ::munmap(const_cast<char *>(m_bytes.data()), size_t(m_bytes.size()));
    }
    Q_DISABLE_COPY_MOVE(Mapping)

    [[nodiscard]] QByteArrayView bytes() const { return m_bytes; }

private:
    QByteArrayView m_bytes;
};

/// Near the limit of processor time it ends between two questions, not within one; the client starts another.
bool isWornOut()
{
    rusage used{};
    return ::getrusage(RUSAGE_SELF, &used) == 0 && used.ru_utime.tv_sec + used.ru_stime.tv_sec > mostSeconds / 2;
}

std::unique_ptr<Poppler::Document> load(const QByteArray &file, const QByteArray &password)
{
    auto document = Poppler::Document::loadFromData(file, password, password);
    if (!document || !document->isLocked() || password.isEmpty())
        return document;
    // Older encryption takes Latin-1.
    const QByteArray latin = QString::fromUtf8(password).toLatin1();
    return Poppler::Document::loadFromData(file, latin, latin);
}

} // namespace

Session::Session(int socket) : m_socket(socket) {}

Session::~Session()
{
    keep(-1);
}

/// The document's file, for what poppler does not tell of it.
void Session::keep(int file)
{
    if (m_file >= 0)
        ::close(m_file);
    m_file = file;
}

void Session::serve()
{
    Header header;
    QByteArray body;
    int descriptor = -1;
    while (receiveFrame(m_socket, header, body, descriptor) == Received::All) {
        if (header.type == Type::Cancel) // of a request that was faster
            continue;
        m_interrupted = false;
        const Answer reply = answer(header, body, descriptor);
        const Header head{0, header.id, header.type, m_interrupted ? Status::Aborted : reply.status};
        const bool sent =
            m_interrupted ? writeFrame(m_socket, head, {}) : writeFrame(m_socket, head, reply.body, reply.pixels);
        if (!sent || isWornOut()) {
            ::close(m_socket); // before memory is given back: nobody is to ask here once more
            return;
        }
    }
}

Session::Answer Session::answer(const Header &header, QByteArrayView body, int descriptor)
{
    if (header.type == Type::Open)
        return open(body, descriptor);
    if (descriptor >= 0) // nobody asked for it
        ::close(descriptor);
    if (!m_document)
        return {};
    switch (header.type) {
    case Type::Pages:
        return pages(body);
    case Type::Render:
        return render(body);
    case Type::Words:
        return words(body);
    case Type::Links:
        return links(body);
    case Type::Outline:
        return outline();
    case Type::Art:
        return art(body);
    case Type::Extras:
        return extras();
    case Type::Annotations:
        return annotations(body);
    case Type::Annotate:
        return annotate(body);
    default:
        return {};
    }
}

Session::Answer Session::done(QByteArray body) const
{
    return {Status::Ok, std::move(body), {}};
}

Session::Answer Session::open(QByteArrayView body, int descriptor)
{
    const auto request = OpenRequest::decode(body);
    keep(descriptor);
    const Mapping file(m_file);
    m_document.reset();
    if (!request || file.bytes().isEmpty())
        return {};
    m_document = load(QByteArray::fromRawData(file.bytes().data(), file.bytes().size()), request->password);
    if (!m_document)
        return {};
    if (m_document->isLocked()) {
        m_document.reset();
        return {request->password.isEmpty() ? Status::NeedsPassword : Status::WrongPassword, {}, {}};
    }
    m_document->setRenderHint(Poppler::Document::Antialiasing);
    m_document->setRenderHint(Poppler::Document::TextAntialiasing);
    OpenReply reply;
    reply.pageCount = qMin(m_document->numPages(), mostPages);
    reply.title = m_document->title();
    if (!reply.title.isValidUtf16())
        reply.title.clear();
    reply.firstPages = describePages(*m_document, 0, reply.pageCount, millisecondsForPages);
    return reply.firstPages.isEmpty() ? Answer{} : done(reply.encode());
}

Session::Answer Session::pages(QByteArrayView body)
{
    const auto request = PagesRequest::decode(body);
    if (!request)
        return {};
    return done(PagesReply{describePages(*m_document, request->first, request->count)}.encode());
}

Session::Answer Session::render(QByteArrayView body)
{
    const auto request = RenderRequest::decode(body);
    const auto page = request ? m_document->page(request->page) : nullptr;
    if (!page || !isShowable(page->pageSizeF()))
        return {};
    const QRect tile =
        request->tile.isEmpty() ? QRect(QPoint(0, 0), pixelsOf(page->pageSizeF(), request->scale)) : request->tile;
    if (!isRenderable(tile.size()))
        return {};
    const double dpi = request->scale * 72;
    // Splash always: poppler's other back end, Qt's painter, draws what is transparent as if it were not.
    QImage image =
        page->renderToImage(dpi, dpi, tile.x(), tile.y(), tile.width(), tile.height(), Poppler::Page::Rotate0, nullptr,
                            nullptr, &Session::isInterrupted, QVariant::fromValue<void *>(this));
    if (image.size() != tile.size())
        return {};
    if (image.format() != QImage::Format_RGB32)
        image = std::move(image).convertToFormat(QImage::Format_RGB32);
    Answer answer = done(RenderReply{image.width(), image.height()}.encode());
    answer.pixels = QByteArray::fromRawData(reinterpret_cast<const char *>(image.constBits()), image.sizeInBytes());
    m_picture = std::move(image);
    return answer;
}

Session::Answer Session::words(QByteArrayView body)
{
    const auto request = PageRequest::decode(body);
    const auto page = request ? m_document->page(request->page) : nullptr;
    if (!page || !isShowable(page->pageSizeF()))
        return {};
    return done(wordsOf(*page, &Session::isInterrupted, QVariant::fromValue<void *>(this)).encode());
}

Session::Answer Session::links(QByteArrayView body)
{
    const auto request = PageRequest::decode(body);
    const auto page = request ? m_document->page(request->page) : nullptr;
    return page ? done(linksOf(*page, m_document->numPages()).encode()) : Answer{};
}

Session::Answer Session::outline()
{
    return done(outlineOf(*m_document).encode());
}

Session::Answer Session::art(QByteArrayView body)
{
    const auto request = PageRequest::decode(body);
    const auto page = request ? m_document->page(request->page) : nullptr;
    if (!page || !isShowable(page->pageSizeF()))
        return {};
    return done(artOf(*m_document, *page, &Session::isInterrupted, QVariant::fromValue<void *>(this)).encode());
}

Session::Answer Session::extras()
{
    return done(extrasOf(*m_document, Mapping(m_file).bytes()).encode());
}

Session::Answer Session::annotations(QByteArrayView body)
{
    const auto request = PageRequest::decode(body);
    const auto page = request ? m_document->page(request->page) : nullptr;
    return page ? done(annotationsOf(*page).encode()) : Answer{};
}

Session::Answer Session::annotate(QByteArrayView body)
{
    const auto request = AnnotateRequest::decode(body);
    const Mapping file(m_file);
    const auto tail = request ? tailWith(*m_document, file.bytes(), request->added) : std::nullopt;
    return tail ? done(AnnotateReply{*tail}.encode()) : Answer{};
}

bool Session::interrupted()
{
    if (!m_interrupted) {
        pollfd fd{m_socket, POLLIN, 0};
        m_interrupted = ::poll(&fd, 1, 0) > 0;
    }
    return m_interrupted;
}

bool Session::isInterrupted(const QVariant &session)
{
    return static_cast<Session *>(session.value<void *>())->interrupted();
}

} // namespace yaodian::pdf::worker
