#include "sync/importing.h"

#include "base/files.h"
#include "sync/feedshape.h"
#include "sync/walking.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>

namespace yaodian::sync {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("sync", text);
}

Kept failure(const QString &sentence)
{
    Kept kept;
    kept.failure = sentence;
    return kept;
}

Result<QByteArray> readStandardInput()
{
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return Error::world(tr("Standard input cannot be read."));
    QByteArray bytes;
    while (bytes.size() <= digest::largestDocument) {
        const QByteArray piece = input.read(1024 * 1024);
        if (piece.isEmpty())
            return bytes;
        bytes += piece;
    }
    return Error::world(
        tr("What standard input brought is larger than %1 MB.").arg(digest::largestDocument / (1024 * 1024)));
}

bool isPdf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) && file.read(1024).contains("%PDF-");
}

Kept keepPdf(library::Library &library, const QString &path, const Sync::PdfTaker &take)
{
    if (!take)
        return failure(tr("%1 is a PDF and cannot be imported here.").arg(path));
    // Hashed in pieces: a PDF may be far larger than a post.
    QFile file(path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const bool known = file.open(QIODevice::ReadOnly) && hash.addData(&file) &&
                       library.document(QString::fromLatin1(hash.result().toHex())).has_value();
    Kept kept;
    if (const auto taken = take(path); !taken)
        return failure(taken.error().message);
    ++(known ? kept.unchanged : kept.fresh);
    return kept;
}

Kept keepDocument(library::Library &library, const QByteArray &bytes, const QString &name,
                  const library::Source &source, const CancelToken &token)
{
    Post post;
    post.bytes = bytes;
    post.items = feedShape(bytes).items;
    post.origin.fileName = name;
    return keep(library, source, post, std::nullopt, token);
}

Kept keepFile(library::Library &library, const QString &path, const Sync::PdfTaker &takePdf, const CancelToken &token)
{
    const bool standardInput = path == QLatin1String("-");
    if (!standardInput && isPdf(path))
        return keepPdf(library, path, takePdf);
    const auto bytes = standardInput ? readStandardInput() : readFile(path, digest::largestDocument);
    if (!bytes)
        return failure(bytes.error().message);
    Kept kept =
        keepDocument(library, *bytes, standardInput ? QString() : QFileInfo(path).fileName(), filesSource(), token);
    if (!kept.failure.isEmpty() && !kept.ours)
        kept.failure = tr("%1: %2").arg(standardInput ? tr("Standard input") : path, kept.failure);
    return kept;
}

} // namespace

Importing::Importing(const Services &services, Sync::PdfTaker takePdf, QObject *parent)
    : Run(services, parent), m_takePdf(std::move(takePdf))
{
}

void Importing::startFiles(const QStringList &paths)
{
    Q_EMIT activity(tr("Looking for files…"));
    m_job = m_services.background.run(
        this, [paths](const CancelToken &token) { return walk(paths, token); },
        [this](const Walked &walked) {
            if (isOver())
                return;
            m_files = walked.files;
            m_outcome.failed = walked.failed;
            next();
        });
}

void Importing::startBytes(const QByteArray &bytes, const QString &name, const library::Source &source)
{
    m_job = m_services.background.run(
        this,
        [library = &m_services.library, bytes, name, source](const CancelToken &token) {
            return keepDocument(*library, bytes, name, source, token);
        },
        [this](const Kept &kept) { merge(kept); });
}

void Importing::stop()
{
    if (m_job)
        m_job->cancel();
}

void Importing::next()
{
    if (m_at == m_files.size())
        return finish();
    const QString path = m_files.at(m_at++);
    Q_EMIT activity(tr("Importing %1 of %2…").arg(m_at).arg(m_files.size()));
    m_job = m_services.background.run(
        this,
        [library = &m_services.library, path, takePdf = m_takePdf](const CancelToken &token) {
            return keepFile(*library, path, takePdf, token);
        },
        [this](const Kept &kept) { merge(kept); });
}

void Importing::merge(const Kept &kept)
{
    if (isOver())
        return;
    add(m_outcome, kept);
    if (!kept.failure.isEmpty())
        m_outcome.failed.append(kept.failure);
    next();
}

} // namespace yaodian::sync
