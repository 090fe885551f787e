#include "base/text.h"
#include "pdf/document.h"
#include "pdf/pagetext.h"
#include "pdf/say.h"
#include "pdf/workerdocument.h"

#include <QFileInfo>

// A document read page by page by whoever has a thread for it.
namespace yaodian::pdf {

namespace {

/// What failed once may have been the machine's fault: too little memory, too much to do.
constexpr int attempts = 2;
/// Workers that die of a document are replaced so often before the rest of it is left.
constexpr int mostRevivals = 20;

/// The words as they would be copied, block by block: what the end of a line parted is one word again.
QString wordsOf(const PageText &page)
{
    QStringList out;
    for (const TextBlock &block : page.blocks)
        out += normalised(quoteOf(page, block.range));
    if (out.isEmpty() && !page.isEmpty())
        out += normalised(quoteOf(page, {0, int(page.text.size())}));
    out.removeAll(QString());
    return out.join(lineEnd);
}

} // namespace

struct PageReader::Private
{
    QString path;
    CancelToken token;
    std::unique_ptr<WorkerDocument> document;
    int revivals = 0;

    Result<void> open();
    Result<void> attempt();
};

Result<void> PageReader::Private::attempt()
{
    if (token.stop_requested())
        return Error::cancelled();
    if (!QFileInfo::exists(path))
        return Error::world(Say::tr("The PDF %1 is not there.").arg(path));
    auto file = DocumentFile::open(path);
    if (!file)
        return Error::settled(file.error().message);
    document = std::make_unique<WorkerDocument>(std::move(file).value(), nullptr, WorkerHandle::Share::Leftovers);
    const std::stop_callback stops(token, [this] { document->stop(); });
    switch (document->open()) {
    case WorkerDocument::Opening::Open:
        return {};
    case WorkerDocument::Opening::Failed:
        return token.stop_requested() ? Error::cancelled() : Error::settled(document->error().message);
    default:
        return Error::settled(Say::tr("The PDF asks for a password."));
    }
}

Result<void> PageReader::Private::open()
{
    Result<void> opened = attempt();
    if (opened || !opened.error().isSettled())
        return opened;
    opened = attempt();
    if (opened || !opened.error().isSettled())
        return opened;
    // Where no worker comes up at all it is no fault of the document.
    const auto worker = examineWorker();
    return worker ? opened : Result<void>(Error::world(worker.error().message));
}

PageReader::PageReader() : d(std::make_unique<Private>()) {}
PageReader::~PageReader() = default;

Result<std::unique_ptr<PageReader>> PageReader::open(const QString &path, const CancelToken &token)
{
    std::unique_ptr<PageReader> reader(new PageReader);
    reader->d->path = path;
    reader->d->token = token;
    if (const auto opened = reader->d->open(); !opened)
        return opened.error();
    return reader;
}

int PageReader::pages() const
{
    return int(d->document->pages().size());
}

Result<QString> PageReader::words(int page)
{
    Error error;
    for (int attempt = 0; attempt < attempts; ++attempt) {
        if (d->document->isGivenUp()) {
            if (++d->revivals > mostRevivals)
                return Error::settled(Say::tr("Reading the PDF failed too often."));
            if (const auto opened = d->open(); !opened)
                return opened.error();
        }
        const std::stop_callback stops(d->token, [this] { d->document->stop(); });
        auto text = d->document->text(page);
        if (text)
            return wordsOf(*text);
        if (d->token.stop_requested() || text.error().isCancelled())
            return Error::cancelled();
        error = text.error();
    }
    return Error::world(error.message);
}

} // namespace yaodian::pdf
