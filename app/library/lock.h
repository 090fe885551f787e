#pragma once

#include "base/result.h"
#include "library/folder.h"

#include <memory>

namespace yaodian::library {

/// The writer's lock of a folder: flock on its file `lock`, gone with the process however it ends.
class Lock
{
public:
    enum class Outcome { Held, Taken, Refused };
    /// Held: this object has it now. Taken: another process (or object) has it. Refused: the file cannot be made,
    /// `why` says so.
    static Outcome acquire(const QString &file, std::shared_ptr<Lock> &out, QString &why);
    /// The same for who cannot go on without it: one clear sentence (a StoreFailure) in the two other cases.
    [[nodiscard]] static std::shared_ptr<Lock> require(const Folder &folder);
    ~Lock();
    Q_DISABLE_COPY_MOVE(Lock)

    /// Whether anybody holds it now.
    [[nodiscard]] static bool isHeld(const QString &file);

private:
    explicit Lock(int descriptor) : m_descriptor(descriptor) {}
    int m_descriptor;
};

/// Absolute path of the window's socket: in the folder, or under a hashed name in the runtime folder where the path
/// would be longer than a socket's address holds.
[[nodiscard]] QString socketPathFor(const QString &folder);

} // namespace yaodian::library
