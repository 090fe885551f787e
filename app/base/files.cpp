#include "base/files.h"

#include "base/savefile.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSet>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <unistd.h>

namespace yaodian {

namespace {

constexpr qint64 bytesAtATime = 1 << 20; ///< bytes read at a time of what has no size

struct Say
{
    Q_DECLARE_TR_FUNCTIONS(files)
};

/// Why a call of the system's own failed; Qt knows nothing of it.
QString systemsWord()
{
    return QString::fromLocal8Bit(std::strerror(errno));
}

Error notWritten(const QString &path, const QString &why)
{
    return Error::world(Say::tr("%1 could not be written: %2. What was there before is unchanged.").arg(path, why));
}

void syncFolderOf(const QString &path)
{
    syncFolder(QFileInfo(path).absolutePath());
}

} // namespace

void syncFolder(const QString &path)
{
    const int folder = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_DIRECTORY);
    if (folder >= 0) {
        ::fsync(folder);
        ::close(folder);
    }
}

std::optional<qint64> freeBytes(const QString &path)
{
    QString folder = path;
    while (!QFileInfo::exists(folder) && QFileInfo(folder).path() != folder)
        folder = QFileInfo(folder).path();
    std::error_code error;
    const auto space = std::filesystem::space(QFile::encodeName(folder).toStdString(), error);
    return error ? std::nullopt : std::optional(qint64(space.available));
}

Result<void> checkFile(const QString &path, qint64 largest)
{
    const QFileInfo info(path);
    if (!info.exists())
        return Error::world(Say::tr("%1 does not exist.").arg(path));
    if (info.isDir())
        return Error::world(Say::tr("%1 is a folder, not a file.").arg(path));
    if (!info.isFile()) // opening a pipe waits for whoever writes into it, for ever
        return Error::world(Say::tr("%1 is a pipe or a device, not a file.").arg(path));
    if (info.size() > largest)
        return Error::world(Say::tr("%1 is too large: %2 MB, and at most %3 MB can be read.")
                                .arg(path)
                                .arg(info.size() / (1024 * 1024))
                                .arg(largest / (1024 * 1024)));
    return {};
}

Result<QByteArray> readFile(const QString &path, qint64 largest)
{
    if (const auto fine = checkFile(path, largest); !fine)
        return fine.error();
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error::world(Say::tr("%1 cannot be read: %2.").arg(path, file.errorString()));
    // A growing file, or one of the system's, has no honest size, so the limit holds for what is read as well; and
    // read() would set aside as much as it is allowed, so it is asked for the size first, and then in pieces for what
    // goes beyond.
    QByteArray bytes = file.read(qMin(largest, file.size()) + 1);
    while (bytes.size() <= largest && file.error() == QFileDevice::NoError) {
        const QByteArray more = file.read(qMin(bytesAtATime, largest + 1 - bytes.size()));
        if (more.isEmpty())
            break;
        bytes += more;
    }
    if (file.error() != QFileDevice::NoError) // the part that was read is not the file
        return Error::world(Say::tr("%1 cannot be read: %2.").arg(path, file.errorString()));
    if (bytes.size() > largest)
        return Error::world(Say::tr("%1 is too large: more than %2 MB.").arg(path).arg(largest / (1024 * 1024)));
    return bytes;
}

Result<void> writeFileAtomically(const QString &path, const QByteArray &bytes)
{
    SaveFile file(path);
    if (!file.open() || !file.write(bytes) || !file.commit())
        return notWritten(path, file.errorString());
    syncFolderOf(path);
    return {};
}

Result<void> writeFileByWayOf(const QString &draft, const QString &path, const QByteArray &bytes)
{
    QFile file(draft);
    QDir().mkpath(QFileInfo(draft).absolutePath());
    const bool whole = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.flush();
    const QString why = file.errorString(); // closing forgets it
    file.close();
    const Result<void> done = whole ? moveFileDurably(draft, path) : notWritten(path, why);
    if (!done)
        file.remove();
    return done;
}

Result<void> moveFileDurably(const QString &from, const QString &path)
{
    QFile file(from);
    if (!file.open(QIODevice::ReadWrite))
        return Error::world(Say::tr("%1 cannot be read: %2.").arg(from, file.errorString()));
    if (::fsync(file.handle()) != 0)
        return notWritten(path, systemsWord());
    file.close();
    std::error_code error;
    std::filesystem::rename(QFile::encodeName(from).toStdString(), QFile::encodeName(path).toStdString(), error);
    if (error)
        return notWritten(path, QString::fromStdString(error.message()));
    syncFolderOf(path);
    return {};
}

QString sha256Hex(QByteArrayView bytes)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(bytes);
    return QString::fromLatin1(hash.result().toHex());
}

Result<QString> sha256OfFile(const QString &path)
{
    QFile file(path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!file.open(QIODevice::ReadOnly) || !hash.addData(&file))
        return Error::world(Say::tr("%1 cannot be read: %2.").arg(path, file.errorString()));
    return QString::fromLatin1(hash.result().toHex());
}

QString slug(const QString &title)
{
    constexpr qsizetype largestBytes = 80;
    QString out;
    qsizetype bytes = 0;
    const auto points = title.normalized(QString::NormalizationForm_C).toUcs4();
    for (const uint point : points) {
        const bool keep = QChar::isLetterOrNumber(point);
        const QString piece =
            keep ? QString::fromUcs4(reinterpret_cast<const char32_t *>(&point), 1).toLower() : QStringLiteral("-");
        if (!keep && (out.isEmpty() || out.endsWith(QLatin1Char('-'))))
            continue;
        bytes += piece.toUtf8().size();
        if (bytes > largestBytes)
            break;
        out += piece;
    }
    while (out.endsWith(QLatin1Char('-')))
        out.chop(1);
    static const QSet<QString> reserved{QStringLiteral("con"), QStringLiteral("prn"),  QStringLiteral("aux"),
                                        QStringLiteral("nul"), QStringLiteral("com1"), QStringLiteral("lpt1")};
    if (out.isEmpty() || reserved.contains(out))
        out = QStringLiteral("untitled");
    return out;
}

} // namespace yaodian
