#include "library/fileidentity.h"

#include <QFile>

#include <sys/stat.h>

namespace yaodian::library {

FileIdentity FileIdentity::of(const QString &path)
{
    struct stat there = {};
    if (::stat(QFile::encodeName(path).constData(), &there) != 0)
        return {};
    return {quint64(there.st_dev), quint64(there.st_ino)};
}

} // namespace yaodian::library
