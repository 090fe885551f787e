#include "ui/reader/filewatch.h"

#include <QFile>
#include <QFileInfo>

namespace yaodian::ui {

namespace {

constexpr int CalmMs = 300;
constexpr int MostLooks = 30; ///< at a file that is not whole: after some ten seconds it is tried as it is
constexpr int TailBytes = 1024;

} // namespace

FileWatch::FileWatch(Background &background, QObject *parent) : QObject(parent), m_background(background)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(CalmMs);
    connect(&m_soon, &QTimer::timeout, this, &FileWatch::look);
    const auto stirred = [this] {
        m_waited = 0;
        m_soon.start();
    };
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, stirred);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, stirred);
}

void FileWatch::watch(const QString &path)
{
    if (const QStringList old = m_watcher.files() + m_watcher.directories(); !old.isEmpty())
        m_watcher.removePaths(old);
    m_soon.stop();
    m_path = path;
    if (path.isEmpty())
        return;
    m_known = m_last = stampOf(path);
    m_watcher.addPath(QFileInfo(path).absolutePath()); // a file that is replaced takes its watch with it
    m_watcher.addPath(path);
}

FileWatch::Stamp FileWatch::stampOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    file.seek(qMax(qint64(0), file.size() - TailBytes));
    const bool isWhole = file.read(TailBytes).contains("%%EOF");
    return {file.size(), QFileInfo(file).lastModified(), isWhole};
}

void FileWatch::look()
{
    m_background.run(
        this, [path = m_path](const CancelToken &) { return std::pair(path, stampOf(path)); },
        [this](const std::pair<QString, Stamp> &found) {
            if (found.first == m_path)
                seen(found.second);
        });
}

void FileWatch::seen(const Stamp &stamp)
{
    if (!m_watcher.files().contains(m_path))
        m_watcher.addPath(m_path);
    if (stamp == m_known || m_path.isEmpty())
        return;
    const bool isCalm = stamp == m_last && stamp.isWhole;
    m_last = stamp;
    if (!isCalm && ++m_waited < MostLooks) { // gone for a moment, or still being written
        m_soon.start();
        return;
    }
    m_waited = 0;
    if (stamp.bytes < 0)
        return; // deleted: what is shown stays
    m_known = stamp;
    Q_EMIT changed();
}

} // namespace yaodian::ui
