#include "write.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QProcess>
#include <QTemporaryDir>
#include <QtEndian>

#include <zstd.h>

namespace yaodian::tests {

namespace {

constexpr qint64 largest = 64LL * 1024 * 1024;

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool writeBytes(const QString &path, const QByteArray &bytes)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

/// Its user_version, from the header.
int versionIn(const QString &database)
{
    return qFromBigEndian<qint32>(bytesOf(database).mid(60, 4).constData());
}

/// What the program makes again by itself, or what is of no use to another process.
bool isPassing(const QString &name)
{
    return name == QLatin1String("reserve") || name.contains(QLatin1String("lock")) ||
           name.endsWith(QLatin1String("-shm")) || name.endsWith(QLatin1String(".socket"));
}

bool storeFiles(const QString &from, const QString &to)
{
    const QDir top(from);
    QDirIterator files(from, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        if (isPassing(files.fileName()))
            continue;
        const QString there = to + QLatin1Char('/') + top.relativeFilePath(path);
        const bool packed = path.contains(QLatin1String(".sqlite"));
        if (!(packed ? packFile(path, there + QStringLiteral(".zst")) : writeBytes(there, bytesOf(path))))
            return false;
    }
    return true;
}

} // namespace

bool packFile(const QString &from, const QString &to)
{
    const QByteArray bytes = bytesOf(from);
    QByteArray packed(qsizetype(ZSTD_compressBound(size_t(bytes.size()))), Qt::Uninitialized);
    const size_t size =
        ZSTD_compress(packed.data(), size_t(packed.size()), bytes.constData(), size_t(bytes.size()), 19);
    return !ZSTD_isError(size) && writeBytes(to, packed.left(qsizetype(size)));
}

bool unpackFile(const QString &from, const QString &to)
{
    const QByteArray packed = bytesOf(from);
    const auto size = ZSTD_getFrameContentSize(packed.constData(), size_t(packed.size()));
    if (size > quint64(largest)) // also the two errors
        return false;
    QByteArray bytes(qsizetype(size), Qt::Uninitialized);
    const size_t got = ZSTD_decompress(bytes.data(), size, packed.constData(), size_t(packed.size()));
    return got == size && writeBytes(to, bytes);
}

int storeLibrary(const QString &folder, const QString &ending, bool killed)
{
    const QTemporaryDir made;
    QProcess child;
    child.setProcessChannelMode(QProcess::ForwardedChannels);
    child.start(QCoreApplication::applicationFilePath(),
                QStringList{QStringLiteral("--fill"), made.path()} +
                    (killed ? QStringList{QStringLiteral("killed")} : QStringList()));
    if (!child.waitForFinished(120'000) || (child.exitStatus() == QProcess::CrashExit) != killed ||
        (!killed && child.exitCode() != 0))
        return 2;
    const QString library = made.filePath(QStringLiteral("library"));
    const QString name = QStringLiteral("v%1-%2%3")
                             .arg(versionIn(library + QStringLiteral("/notes.sqlite")))
                             .arg(versionIn(library + QStringLiteral("/cache.sqlite")))
                             .arg(ending);
    const QString to = folder + QLatin1Char('/') + name;
    QDir(to).removeRecursively();
    if (!storeFiles(made.path(), to))
        return 3;
    qInfo("%s", qUtf8Printable(to));
    return 0;
}

} // namespace yaodian::tests
