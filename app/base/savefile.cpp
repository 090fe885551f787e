#include "base/savefile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QSet>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <mutex>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace yaodian {

namespace {

const QString draftStart = QStringLiteral(".yaodian-");
const QString draftEnd = QStringLiteral(".part");

QString linkFollowed(const QString &path)
{
    const QFileInfo info(path);
    if (!info.isSymLink())
        return path;
    return info.exists() ? info.canonicalFilePath() : info.symLinkTarget();
}

/// Folders in which there is nothing left to sweep: what a process finds there later is its own, or another's that
/// lives.
struct Swept
{
    std::mutex mutex;
    QSet<QString> folders;
};

Swept &swept()
{
    static Swept folders;
    return folders;
}

void sweepOnce(const QString &folder)
{
    {
        const std::lock_guard guard(swept().mutex);
        if (swept().folders.contains(folder))
            return;
        swept().folders.insert(folder);
    }
    sweepDrafts(folder);
}

/// A draft could not be removed: the disk refuses everything for now.
void sweepAgain(const QString &folder)
{
    const std::lock_guard guard(swept().mutex);
    swept().folders.remove(folder);
}

bool lockDraft(int descriptor)
{
    return ::flock(descriptor, LOCK_EX | LOCK_NB) == 0;
}

} // namespace

void sweepDrafts(const QString &folder)
{
    const QDir dir(folder);
    const QStringList names =
        dir.entryList({draftStart + QLatin1Char('*') + draftEnd}, QDir::Files | QDir::Hidden | QDir::NoSymLinks);
    for (const QString &name : names) {
        const QByteArray file = QFile::encodeName(dir.filePath(name));
        const int descriptor = ::open(file.constData(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
        if (descriptor < 0)
            continue;
        if (lockDraft(descriptor)) // whoever writes it holds it as long as he lives
            ::unlink(file.constData());
        ::close(descriptor);
    }
}

SaveFile::SaveFile(const QString &path) : m_path(path), m_target(linkFollowed(path)) {}

SaveFile::~SaveFile()
{
    giveUp();
}

void SaveFile::giveUp()
{
    if (m_descriptor < 0)
        return;
    if (::unlink(m_draft.constData()) != 0)
        sweepAgain(QFileInfo(m_target).absolutePath());
    ::close(m_descriptor);
    m_descriptor = -1;
}

bool SaveFile::fail(const QString &why)
{
    m_error = why.isEmpty() ? QString::fromLocal8Bit(std::strerror(errno)) : why;
    giveUp();
    return false;
}

bool SaveFile::open()
{
    const QFileInfo there(m_target);
    if (there.isDir())
        return fail(QString::fromLocal8Bit(std::strerror(EISDIR)));
    if (there.exists() && !there.isWritable())
        return fail(QString::fromLocal8Bit(std::strerror(EACCES)));
    const QString folder = there.absolutePath();
    sweepOnce(folder);
    constexpr int tries = 100;
    for (int attempt = 0; attempt < tries && m_descriptor < 0; ++attempt) {
        const QString number = QString::number(QRandomGenerator::global()->generate64(), 36);
        m_draft = QFile::encodeName(folder + QLatin1Char('/') + draftStart + number + draftEnd);
        m_descriptor = ::open(m_draft.constData(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        if (m_descriptor < 0 && errno != EEXIST)
            return fail();
    }
    if (m_descriptor < 0)
        return fail();
    // A file system that knows no locks keeps what a crash leaves; and is written all the same.
    (void)lockDraft(m_descriptor);
    struct stat about = {};
    if (there.exists() && ::stat(QFile::encodeName(m_target).constData(), &about) == 0)
        (void)::fchmod(m_descriptor, about.st_mode & 07777);
    return true;
}

bool SaveFile::write(const QByteArray &bytes)
{
    for (qsizetype done = 0; done < bytes.size();) {
        const ssize_t some = ::write(m_descriptor, bytes.constData() + done, size_t(bytes.size() - done));
        if (some < 0 && errno == EINTR)
            continue;
        if (some <= 0)
            return fail();
        done += some;
    }
    return true;
}

bool SaveFile::sync()
{
    return ::fsync(m_descriptor) == 0 || fail();
}

bool SaveFile::commit()
{
    return m_descriptor >= 0 && sync() && place();
}

bool SaveFile::place()
{
    if (m_descriptor < 0)
        return false;
    if (std::rename(m_draft.constData(), QFile::encodeName(m_target).constData()) != 0)
        return fail();
    ::close(m_descriptor);
    m_descriptor = -1;
    return true;
}

} // namespace yaodian
