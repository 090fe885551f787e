#pragma once

#include "base/filebatch.h"

#include <QHash>
#include <QStringList>

namespace yaodian::exporting {

/// Files of an export on their way to the disk, some hundred at a time. One that somebody else changes meanwhile is
/// left as it is.
class Outgoing
{
public:
    /// Puts `fresh` in the place of `old`, which the file was taken for; empty: there is none.
    Result<void> add(const QString &path, const QByteArray &old, const QByteArray &fresh);
    [[nodiscard]] bool holds(const QString &path) const { return m_old.contains(path); }
    /// Whether it is time for finish().
    [[nodiscard]] bool isFull() const { return m_batch.size() >= atATime; }
    /// All that was added is in its place, and on the disk. For each file that was left `conflicts` gets a sentence,
    /// and `files` loses its path.
    Result<void> finish(QStringList &files, QStringList &conflicts);

private:
    static constexpr int atATime = 200; ///< each holds a descriptor
    FileBatch m_batch;
    QHash<QString, QByteArray> m_old;
};

} // namespace yaodian::exporting
