#include "sync/filing.h"

#include "base/files.h"
#include "sync/feedshape.h"
#include "sync/say.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>

#include <limits>

namespace yaodian::sync {

namespace {

bool isStandardInput(const QString &path)
{
    return path == QLatin1String("-");
}

Result<QByteArray> readStandardInput()
{
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return Error::world(Say::tr("Standard input cannot be read."));
    QByteArray bytes;
    while (bytes.size() <= digest::largestDocument) {
        const QByteArray piece = input.read(1024 * 1024);
        if (piece.isEmpty())
            return bytes;
        bytes += piece;
    }
    return Error::world(
        Say::tr("What standard input brought is larger than %1 MB.").arg(digest::largestDocument / (1024 * 1024)));
}

bool isPdf(const QString &path)
{
    QFile file(path);
    // One that only calls itself so is refused as a PDF, and is no post of that name.
    return path.endsWith(QLatin1String(".pdf"), Qt::CaseInsensitive) ||
           (file.open(QIODevice::ReadOnly) && file.read(1024).contains("%PDF-"));
}

bool isKnownDocument(const library::Library &library, const QString &path)
{
    // Hashed in pieces: a PDF may be far larger than a post.
    QFile file(path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    return file.open(QIODevice::ReadOnly) && hash.addData(&file) &&
           library.document(QString::fromLatin1(hash.result().toHex())).has_value();
}

void takePdfInto(Kept &kept, const library::Library &library, const QString &path, const Sync::PdfTaker &take)
{
    if (!take) {
        kept.failed.append(Say::tr("%1 is a PDF and cannot be imported here.").arg(path));
        return;
    }
    const bool known = isKnownDocument(library, path);
    if (const auto taken = take(path); !taken)
        kept.failed.append(taken.error().message);
    else
        ++(known ? kept.unchanged : kept.fresh);
}

Material materialOf(const QByteArray &bytes, const QString &name)
{
    Material material;
    material.bytes = bytes;
    material.items = feedShape(bytes).items;
    material.origin.fileName = name;
    return material;
}

} // namespace

Kept keepFiles(library::Library &library, const QStringList &paths, const Sync::PdfTaker &takePdf,
               const CancelToken &token, const library::Source &source)
{
    Keeper keeper(library, source, token);
    for (const QString &path : paths) {
        if (token.stop_requested() || keeper.kept().broken)
            break;
        const bool input = isStandardInput(path);
        if (const auto fine = input ? Result<void>() : checkFile(path, std::numeric_limits<qint64>::max()); !fine) {
            keeper.kept().failed.append(fine.error().message);
            continue;
        }
        if (!input && isPdf(path)) {
            takePdfInto(keeper.kept(), library, path, takePdf);
            continue;
        }
        const auto bytes = input ? readStandardInput() : readFile(path, digest::largestDocument);
        if (!bytes) {
            keeper.kept().failed.append(bytes.error().message);
            continue;
        }
        const auto taken = keeper.take(materialOf(*bytes, input ? QString() : QFileInfo(path).fileName()));
        if (!taken && !taken.error().isCancelled())
            keeper.kept().failed.append(
                Say::tr("%1: %2").arg(input ? Say::tr("Standard input") : path, taken.error().message));
    }
    keeper.finish();
    return keeper.kept();
}

Kept keepDocument(library::Library &library, const QByteArray &bytes, const QString &name,
                  const library::Source &source, const CancelToken &token)
{
    Keeper keeper(library, source, token);
    const auto taken = keeper.take(materialOf(bytes, name));
    if (!taken && !taken.error().isCancelled())
        keeper.kept().failed.append(taken.error().message);
    keeper.finish();
    return keeper.kept();
}

} // namespace yaodian::sync
