#include "pdf/document.h"

#include "pdf/say.h"
#include "pdf/workerdocument.h"

#include <QCoreApplication>
#include <QHash>
#include <QSet>

#include <algorithm>
#include <cerrno>

#include <sys/mman.h>
#include <unistd.h>

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

Result<QList<Annotation>> annotationsOf(WorkerDocument &document)
{
    QList<Annotation> all;
    for (int page = 0; page < document.pages().size(); ++page) {
        auto found = document.annotations(page);
        // A page that cannot be read costs its own, not the document's.
        if (!found && document.isGivenUp())
            return found.error();
        all += std::move(found).valueOr({});
    }
    return all;
}

/// A file without a name, for bytes that are to be read like one.
std::shared_ptr<DocumentFile> inMemory(const QByteArray &bytes)
{
    const int descriptor = ::memfd_create("yaodian", MFD_CLOEXEC);
    auto file = std::make_shared<DocumentFile>(descriptor, bytes.size());
    for (qsizetype at = 0; descriptor >= 0 && at < bytes.size();) {
        const ssize_t written = ::write(descriptor, bytes.constData() + at, size_t(bytes.size() - at));
        if (written < 0 && errno != EINTR)
            return nullptr;
        at += qMax<ssize_t>(0, written);
    }
    return descriptor < 0 ? nullptr : file;
}

/// Another worker finds each of the annotations in the bytes.
bool holds(const QByteArray &bytes, const QList<AddedAnnotation> &added)
{
    auto file = bytes.size() <= protocol::largestFile ? inMemory(bytes) : nullptr;
    if (!file)
        return false;
    WorkerDocument document(std::move(file), nullptr);
    if (document.open() != WorkerDocument::Opening::Open)
        return false;
    QHash<int, QSet<QString>> names;
    return std::all_of(added.cbegin(), added.cend(), [&](const AddedAnnotation &each) {
        const int page = each.annotation.page;
        if (!names.contains(page)) {
            const auto found = document.annotations(page).valueOr({});
            for (const Annotation &annotation : found)
                names[page].insert(annotation.name);
        }
        return names.value(page).contains(each.annotation.name);
    });
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

Result<QList<Annotation>> readAnnotations(const QString &path)
{
    auto document = opened(path);
    if (!document)
        return document.error();
    return annotationsOf(**document);
}

Result<QByteArray> annotatedCopy(const QString &path, const QList<AddedAnnotation> &added)
{
    auto document = opened(path);
    if (!document)
        return document.error();
    const auto tail = (*document)->annotate(added);
    if (!tail)
        return tail.error();
    const DocumentFile &file = (*document)->file();
    const QByteArray copy = file.read(0, file.size()) + *tail;
    if (copy.size() != file.size() + tail->size() || !holds(copy, added))
        return Error::world(Say::tr("No copy with annotations can be made of this PDF: it is damaged or protected."));
    return copy;
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
