#include "pdf/documentfile.h"

#include "pdf/protocol/limits.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace yaodian::pdf {

namespace {

constexpr qint64 headSize = 1024;
constexpr qint64 hashStep = 1 << 20;

Error notAPdf(const QString &name, const QByteArray &head)
{
    const QByteArray start = head.trimmed().left(256).toLower();
    if (start.startsWith("<!doctype html") || start.startsWith("<html") || start.contains("<head") ||
        start.contains("<body"))
        return Error::world(
            QCoreApplication::translate(
                "pdf", "“%1” is not a PDF but a web page, perhaps a sign-in or an error page saved under that name.")
                .arg(name));
    if (start.startsWith("%!ps"))
        return Error::world(QCoreApplication::translate("pdf", "“%1” is not a PDF but a PostScript file.").arg(name));
    if (start.startsWith("pk\x03\x04"))
        return Error::world(
            QCoreApplication::translate("pdf", "“%1” is not a PDF but an archive or an office document.").arg(name));
    if (start.startsWith("<?xml"))
        return Error::world(QCoreApplication::translate("pdf", "“%1” is not a PDF but an XML file.").arg(name));
    return Error::world(QCoreApplication::translate("pdf", "“%1” is not a PDF.").arg(name));
}

} // namespace

Result<std::shared_ptr<DocumentFile>> DocumentFile::open(const QString &path)
{
    const QString name = QFileInfo(path).fileName();
    // Not blocking: a pipe put in the place of a file must not stop us.
    const int descriptor = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (descriptor < 0 && errno == ENOENT)
        return Error::world(QCoreApplication::translate("pdf", "There is no file “%1”.").arg(path));
    if (descriptor < 0)
        return Error::world(QCoreApplication::translate("pdf", "“%1” could not be read: %2.")
                                .arg(name, QString::fromLocal8Bit(std::strerror(errno))));
    struct stat about
    {
    };
    const bool known = ::fstat(descriptor, &about) == 0;
    auto file = std::make_shared<DocumentFile>(descriptor, known ? about.st_size : 0);
    if (!known || !S_ISREG(about.st_mode))
        return Error::world(QCoreApplication::translate("pdf", "“%1” is not a file.").arg(name));
    if (file->size() == 0)
        return Error::world(QCoreApplication::translate("pdf", "“%1” is empty.").arg(name));
    if (file->size() > protocol::largestFile)
        return Error::world(QCoreApplication::translate("pdf", "“%1” is larger than %2 MB and was not opened.")
                                .arg(name)
                                .arg(protocol::largestFile >> 20));
    const QByteArray head = file->read(0, headSize);
    if (!head.contains("%PDF-"))
        return notAPdf(name, head);
    return file;
}

DocumentFile::~DocumentFile()
{
    ::close(m_descriptor);
}

QByteArray DocumentFile::read(qint64 offset, qint64 size) const
{
    QByteArray out(size, Qt::Uninitialized);
    qint64 have = 0;
    while (have < size) {
        const ssize_t got = ::pread(m_descriptor, out.data() + have, size_t(size - have), offset + have);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            break;
        have += got;
    }
    out.truncate(have);
    return out;
}

QString DocumentFile::sha256() const
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (qint64 offset = 0; offset < m_size; offset += hashStep)
        hash.addData(read(offset, hashStep));
    return QString::fromLatin1(hash.result().toHex());
}

} // namespace yaodian::pdf
