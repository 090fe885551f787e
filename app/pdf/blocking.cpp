#include "pdf/document.h"

#include "pdf/say.h"
#include "pdf/workerdocument.h"

#include <QCoreApplication>

namespace yaodian::pdf {

namespace {

Result<std::unique_ptr<WorkerDocument>> opened(const QString &path)
{
    auto file = DocumentFile::open(path);
    if (!file)
        return file.error();
    auto document = std::make_unique<WorkerDocument>(std::move(file).value(), nullptr);
    switch (document->open()) {
    case WorkerDocument::Opening::Open:
        return document;
    case WorkerDocument::Opening::Failed:
        return document->error();
    default:
        return Error::world(
            QCoreApplication::translate("pdf", "The PDF asks for a password. Please open it in the window."));
    }
}

} // namespace

Result<WorkerState> examineWorker()
{
    auto worker = WorkerHandle::start();
    if (!worker)
        return worker.error();
    Conversation conversation(std::move(worker).value());
    constexpr int patienceMs = 5000;
    // There is no document to have an outline: the answer that counts is the greeting before it.
    const auto answer = conversation.ask({protocol::Type::Outline, {}, patienceMs, -1, {}});
    if (answer.ending == Conversation::Ending::NoSandbox)
        return WorkerDocument::noSandbox(conversation.why());
    if (answer.ending != Conversation::Ending::Answered)
        return Error::world(Say::tr("The program that draws PDFs does not answer."));
    const protocol::Hello &hello = conversation.hello();
    return WorkerState{hello.poppler, hello.landlock, hello.apart};
}

Result<DocumentInfo> readInfo(const QString &path)
{
    auto document = opened(path);
    if (!document)
        return document.error();
    WorkerDocument &pdf = **document;
    if (auto measured = pdf.measure(int(pdf.pages().size())); !measured)
        return measured.error();
    const auto extras = pdf.extras();
    return DocumentInfo{pdf.pages(), pdf.title(), pdf.file().sha256(), extras ? extras->refused : QStringList()};
}

Result<QImage> renderPage(const QString &path, int page, double dpi)
{
    auto document = opened(path);
    if (!document)
        return document.error();
    return (*document)->render(page, dpi / 72, {});
}

Result<QList<PageText>> readText(const QString &path, std::optional<int> page)
{
    auto document = opened(path);
    if (!document)
        return document.error();
    QList<PageText> texts;
    const int first = page.value_or(0);
    const int last = page ? first : int((*document)->pages().size()) - 1;
    for (int i = first; i <= last; ++i) {
        auto text = (*document)->text(i);
        // A page without readable text costs that page, not the document.
        if (!text && (page || (*document)->isGivenUp()))
            return text.error();
        texts.append(std::move(text).valueOr({}));
    }
    return texts;
}

} // namespace yaodian::pdf
