#include "library/durably.h"

#include "base/files.h"
#include "library/failure.h"
#include "library/say.h"

#include <QDir>
#include <QFileInfo>

#include <cerrno>

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

void requireFolder(const QString &path)
{
    if (makeFolderDurably(path))
        return;
    if (errno == ENOSPC || errno == EDQUOT)
        failFull();
    fail(Say::tr("The folder %1 cannot be made, so nothing was changed.").arg(path));
}

} // namespace yaodian::library
