#pragma once

#include <QString>

// A disk that can be full: below `folder` SQLite may write until all files there together reach a size. It stands in
// the way of SQLite's own writing, so what the library does about it is what it does on a real disk.
namespace yaodian::tests {

class SmallDisk
{
public:
    /// From now on for every database that this process opens; not yet limited.
    explicit SmallDisk(const QString &folder);
    ~SmallDisk();
    Q_DISABLE_COPY_MOVE(SmallDisk)

    /// Leaves `bytes` of room beside what lies there now.
    void leave(qint64 bytes);
    void makeRoom();                     ///< as much as anybody wants
    [[nodiscard]] static int refusals(); ///< writes that found the disk full
};

} // namespace yaodian::tests
