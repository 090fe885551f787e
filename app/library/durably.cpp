#include "library/durably.h"

#include "base/files.h"
#include "library/failure.h"
#include "library/say.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstdio>
#include <unistd.h>

namespace yaodian::library {

bool makeFolderDurably(const QString &path)
{
    if (QFileInfo(path).isDir())
        return true;
    const QString parent = QFileInfo(path).path();
    if (parent == path || !makeFolderDurably(parent))
        return false;
    if (!QDir().mkdir(path)) {
        const int error = errno;
        if (!QFileInfo(path).isDir()) { // somebody else may have been quicker
            errno = error;
            return false;
        }
    }
    syncFolder(parent);
    return true;
}

namespace {

bool copyBytes(QFile &from, QFile &to)
{
    constexpr qint64 bytesAtATime = 1 << 20;
    for (;;) {
        const QByteArray some = from.read(bytesAtATime);
        if (some.isEmpty())
            return from.error() == QFile::NoError && to.flush();
        if (to.write(some) != some.size())
            return false;
    }
}

} // namespace

bool copyDurably(const QString &from, const QString &to)
{
    const QString part = to + QStringLiteral(".part");
    QFile in(from);
    QFile out(part);
    errno = 0;
    if (in.open(QIODevice::ReadOnly) && out.open(QIODevice::WriteOnly) && copyBytes(in, out) &&
        ::fsync(out.handle()) == 0 &&
        std::rename(QFile::encodeName(part).constData(), QFile::encodeName(to).constData()) == 0) {
        syncFolder(QFileInfo(to).absolutePath());
        return true;
    }
    const int error = errno != 0 ? errno : EIO;
    out.close();
    QFile::remove(part);
    errno = error;
    return false;
}

void requireFolder(const QString &path)
{
    if (makeFolderDurably(path))
        return;
    if (errno == ENOSPC || errno == EDQUOT)
        failFull();
    fail(Say::tr("The folder %1 cannot be made, so nothing was changed.").arg(path));
}

} // namespace yaodian::library
