#include "ui/reader/diskcache.h"

#include "base/files.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QtEndian>

#include <cstring>

namespace yaodian::ui {

namespace {

constexpr char Magic[] = {'Y', 'D', 'P', 'A', 'G', 'E', '0', '1'};
constexpr qsizetype HeaderBytes = sizeof Magic + 2 * sizeof(quint32);
constexpr quint32 LongestSide = 20000;
constexpr quint64 MostPixels = 20'000'000;
constexpr qint64 LargestFile = qint64(64) << 20;
constexpr int Fast = 1; ///< zlib's level

qint64 nowMs()
{
    return QDateTime::currentMSecsSinceEpoch();
}

QByteArray packed(const QImage &picture)
{
    const QImage image = picture.convertToFormat(QImage::Format_RGB32);
    const qsizetype line = qsizetype(image.width()) * 4;
    QByteArray pixels;
    pixels.reserve(line * image.height());
    for (int y = 0; y < image.height(); ++y)
        pixels.append(reinterpret_cast<const char *>(image.constScanLine(y)), line);
    QByteArray file(Magic, sizeof Magic);
    file.resize(HeaderBytes);
    qToLittleEndian(quint32(image.width()), file.data() + sizeof Magic);
    qToLittleEndian(quint32(image.height()), file.data() + sizeof Magic + sizeof(quint32));
    return file + qCompress(pixels, Fast);
}

QImage unpacked(const QByteArray &file)
{
    if (file.size() < HeaderBytes + 4 || std::memcmp(file.constData(), Magic, sizeof Magic) != 0)
        return {};
    const auto width = qFromLittleEndian<quint32>(file.constData() + sizeof Magic);
    const auto height = qFromLittleEndian<quint32>(file.constData() + sizeof Magic + sizeof(quint32));
    if (width == 0 || height == 0 || width > LongestSide || height > LongestSide ||
        quint64(width) * height > MostPixels)
        return {};
    const QByteArray squeezed = file.sliced(HeaderBytes);
    // What zlib is going to need stands before its bytes: nothing is made larger than the picture.
    const auto pixelBytes = quint64(width) * height * 4;
    if (qFromBigEndian<quint32>(squeezed.constData()) != pixelBytes)
        return {};
    const QByteArray pixels = qUncompress(squeezed);
    if (quint64(pixels.size()) != pixelBytes)
        return {};
    QImage image(int(width), int(height), QImage::Format_RGB32);
    for (int y = 0; y < image.height() && !image.isNull(); ++y)
        std::memcpy(image.scanLine(y), pixels.constData() + qsizetype(y) * width * 4, size_t(width) * 4);
    return image;
}

const QRegularExpression &namePattern()
{
    static const QRegularExpression pattern(QStringLiteral("^[0-9a-f]{64}-[0-9]{1,6}-[0-9]{1,6}[.]page$"));
    return pattern;
}

} // namespace

DiskCache::DiskCache(QString folder, qint64 mostBytes) : m_folder(std::move(folder)), m_most(mostBytes) {}

QString DiskCache::nameOf(const QString &sha256, int page, int scale)
{
    const QString name = QStringLiteral("%1-%2-%3.page").arg(sha256).arg(page).arg(scale);
    return namePattern().match(name).hasMatch() ? name : QString();
}

QString DiskCache::pathOf(const QString &name) const
{
    return m_folder + QLatin1Char('/') + name;
}

void DiskCache::load()
{
    const std::lock_guard lock(m_mutex);
    loadLocked();
}

void DiskCache::loadLocked()
{
    if (m_loaded)
        return;
    m_loaded = true;
    const QFileInfoList files = QDir(m_folder).entryInfoList(QDir::Files | QDir::Hidden | QDir::NoSymLinks);
    for (const QFileInfo &file : files) {
        const QString name = file.fileName();
        if (namePattern().match(name).hasMatch()) {
            m_entries.insert(name, {file.size(), file.lastModified().toMSecsSinceEpoch()});
            m_bytes += file.size();
        } else if (name.contains(QStringLiteral(".page."))) { // of a crash while it was written
            QFile::remove(file.filePath());
        }
    }
    shrinkLocked({});
}

bool DiskCache::contains(const QString &name) const
{
    const std::unique_lock lock(m_mutex, std::try_to_lock); // what is being written is not waited for
    return lock.owns_lock() && m_entries.contains(name);
}

QImage DiskCache::read(const QString &name)
{
    const auto file = readFile(pathOf(name), LargestFile);
    const QImage image = file ? unpacked(*file) : QImage();
    const std::lock_guard lock(m_mutex);
    const auto entry = m_entries.find(name);
    if (entry == m_entries.end())
        return image;
    if (image.isNull()) {
        removeLocked(name);
        return {};
    }
    entry->used = nowMs();
    QFile touched(pathOf(name));
    if (touched.open(QIODevice::ReadWrite))
        touched.setFileTime(QDateTime::currentDateTime(), QFileDevice::FileModificationTime);
    return image;
}

Result<void> DiskCache::write(const QString &name, const QImage &image)
{
    if (name.isEmpty() || image.isNull() || quint64(image.width()) * quint64(image.height()) > MostPixels)
        return {};
    const QByteArray file = packed(image);
    const std::lock_guard lock(m_mutex);
    loadLocked();
    QDir().mkdir(m_folder); // not the library's own, where that is gone
    if (const auto written = writeFileAtomically(pathOf(name), file); !written)
        return written.error();
    m_bytes += file.size() - m_entries.value(name).bytes;
    m_entries.insert(name, {file.size(), nowMs()});
    shrinkLocked(name);
    return {};
}

qint64 DiskCache::bytes() const
{
    const std::lock_guard lock(m_mutex);
    return m_bytes;
}

void DiskCache::removeLocked(const QString &name)
{
    QFile::remove(pathOf(name));
    m_bytes -= m_entries.take(name).bytes;
}

void DiskCache::shrinkLocked(const QString &spare)
{
    while (m_bytes > m_most && !m_entries.isEmpty()) {
        QString oldest;
        for (auto it = m_entries.cbegin(); it != m_entries.cend(); ++it)
            if (it.key() != spare && (oldest.isEmpty() || it->used < m_entries.value(oldest).used))
                oldest = it.key();
        if (oldest.isEmpty())
            return;
        removeLocked(oldest);
    }
}

} // namespace yaodian::ui
