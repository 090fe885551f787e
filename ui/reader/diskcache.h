#pragma once

#include "base/result.h"

#include <QHash>
#include <QImage>
#include <QString>

#include <mutex>
#include <optional>

namespace yaodian::ui {

/// Pictures of pages that took long to draw, in files of a folder of their own, bounded in bytes: what was read longest
/// ago goes first. Losing it costs time only. The files have a form of their own and are read as what they may be,
/// foreign bytes: every size is checked, and no decoder of images sees them. Any thread; all but contains() is slow.
class DiskCache
{
public:
    explicit DiskCache(QString folder, qint64 mostBytes = qint64(200) << 20);

    /// The name of a picture of a whole page; empty where `sha256` is none. `scale`: pixels a point, in thousandths.
    [[nodiscard]] static QString nameOf(const QString &sha256, int page, int scale);

    /// Finds out what is there, and clears away what a crash has left half written. Until then there is nothing.
    void load();
    [[nodiscard]] bool contains(const QString &name) const;
    /// Null where it is not there or damaged; what is damaged is removed.
    [[nodiscard]] QImage read(const QString &name);
    Result<void> write(const QString &name, const QImage &image);
    [[nodiscard]] qint64 bytes() const;

private:
    struct Entry
    {
        qint64 bytes = 0;
        qint64 used = 0; ///< ms since 1970
    };
    void loadLocked();
    void removeLocked(const QString &name);
    void shrinkLocked(const QString &spare);
    [[nodiscard]] QString pathOf(const QString &name) const;

    const QString m_folder;
    const qint64 m_most;
    mutable std::mutex m_mutex; ///< guards what follows; held while a file is written, never while one is read
    QHash<QString, Entry> m_entries;
    qint64 m_bytes = 0;
    bool m_loaded = false;
};

} // namespace yaodian::ui
