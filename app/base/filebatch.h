#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>

#include <functional>
#include <memory>
#include <vector>

namespace yaodian {

class SaveFile;

/// Files that are replaced together, each in one step as by writeFileAtomically(): the bytes of all are on the disk
/// before the first of them takes its place. One wait for the disk in place of one a file.
class FileBatch
{
public:
    FileBatch();
    ~FileBatch(); ///< what was not committed is as if it had never been added
    FileBatch(FileBatch &&) noexcept;
    FileBatch &operator=(FileBatch &&) noexcept;

    /// Writes the bytes beside `path`, which is as it was until commit(). Each holds a descriptor: some hundred at
    /// most.
    Result<void> add(const QString &path, const QByteArray &bytes);
    [[nodiscard]] int size() const { return int(m_files.size()); }
    /// Replaces them in the order in which they were added, those of which `isWanted` says so (it is asked right
    /// before; none given: all). Stops at the first that cannot be, with one sentence; those before it are replaced.
    Result<void> commit(const std::function<bool(const QString &path)> &isWanted = {});

private:
    std::vector<std::unique_ptr<SaveFile>> m_files;
};

} // namespace yaodian
