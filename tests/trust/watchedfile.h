#pragma once

#include <QFile>
#include <QString>

#include <sys/inotify.h>
#include <unistd.h>

namespace yaodian::tests {

/// A file that nobody has a reason to open, and whether somebody did.
class WatchedFile
{
public:
    WatchedFile(const QString &path, const QByteArray &bytes) : m_path(path), m_notes(::inotify_init1(IN_NONBLOCK))
    {
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("the file could not be made");
        file.close();
        if (::inotify_add_watch(m_notes, QFile::encodeName(path).constData(), IN_OPEN) < 0)
            qFatal("the file cannot be watched");
    }
    ~WatchedFile() { ::close(m_notes); }
    Q_DISABLE_COPY_MOVE(WatchedFile)

    [[nodiscard]] const QString &path() const { return m_path; }
    [[nodiscard]] bool wasOpened() const
    {
        char events[4096];
        return ::read(m_notes, events, sizeof events) > 0;
    }

private:
    QString m_path;
    int m_notes;
};

} // namespace yaodian::tests
