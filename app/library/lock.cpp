#include "library/lock.h"

#include "base/files.h"
#include "library/failure.h"
#include "library/library.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QStandardPaths>
#include <QThread>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/un.h>
#include <unistd.h>

namespace yaodian::library {

namespace {

bool tryLock(int descriptor, int operation)
{
    while (::flock(descriptor, operation | LOCK_NB) != 0) {
        if (errno != EINTR)
            return false;
    }
    return true;
}

} // namespace

Lock::Outcome Lock::acquire(const QString &file, std::shared_ptr<Lock> &out, QString &why)
{
    const int descriptor = ::open(QFile::encodeName(file).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor < 0) {
        why = QString::fromLocal8Bit(std::strerror(errno));
        return Outcome::Refused;
    }
    // isHeld() of another process holds a shared lock for an instant, which must not look like a writer.
    for (int attempt = 0; attempt < 5; ++attempt) {
        if (tryLock(descriptor, LOCK_EX)) {
            out.reset(new Lock(descriptor));
            return Outcome::Held;
        }
        QThread::msleep(10);
    }
    ::close(descriptor);
    return Outcome::Taken;
}

std::shared_ptr<Lock> Lock::require(const Folder &folder)
{
    const auto say = [](const char *sentence) { return QCoreApplication::translate("library", sentence); };
    if (!QDir().mkpath(folder.path))
        fail(say(QT_TRANSLATE_NOOP("library", "The library folder %1 cannot be made.")).arg(folder.path));
    std::shared_ptr<Lock> lock;
    QString why;
    switch (acquire(folder.lock(), lock, why)) {
    case Outcome::Held:
        break;
    case Outcome::Taken:
        fail(Library::lockedMessage());
    case Outcome::Refused:
        fail(say(QT_TRANSLATE_NOOP("library", "The library folder %1 cannot be written: %2.")).arg(folder.path, why));
    }
    return lock;
}

Lock::~Lock()
{
    ::close(m_descriptor);
}

bool Lock::isHeld(const QString &file)
{
    const int descriptor = ::open(QFile::encodeName(file).constData(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return false;
    const bool held = !tryLock(descriptor, LOCK_SH);
    ::close(descriptor);
    return held;
}

QString socketPathFor(const QString &folder)
{
    const QString path = QDir(folder).absoluteFilePath(QStringLiteral("socket"));
    if (QFile::encodeName(path).size() < qsizetype(sizeof(sockaddr_un{}.sun_path)))
        return path;
    QString runtime = QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation);
    if (runtime.isEmpty() || QFile::encodeName(runtime).size() > 60)
        runtime = QStringLiteral("/tmp");
    const QString canonical = QDir(folder).canonicalPath().isEmpty() ? path : QDir(folder).canonicalPath();
    return runtime + QStringLiteral("/yaodian-") + sha256Hex(QFile::encodeName(canonical)).left(24);
}

} // namespace yaodian::library
