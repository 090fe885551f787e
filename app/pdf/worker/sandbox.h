#pragma once

#include <QString>

// Everything that keeps a PDF in: the one file of the worker that a port to another system has to write anew
// (with filter.cpp and landlock.cpp behind it).
namespace yaodian::pdf::worker {

struct Walls
{
    bool landlock = false; ///< files other than fonts are out of reach; the other walls always stand
    bool apart = false;    ///< in namespaces of its own: an empty network, no powers even where root started it
    QString failure;       ///< not empty: a wall that must stand does not
};

/// Descriptors that stay open: 0-2 on /dev/null and the socket.
constexpr int socketDescriptor = 3;
/// Of processor time: a worker that is taken over does not compute for others for long.
constexpr int mostSeconds = 600;

/// Dies with the program that started it, goes into namespaces of its own where the system lets it, closes what it was
/// not handed, limits memory, files and processor time, and refuses every system call that drawing a page does not
/// need. After it nothing can be undone. `prepare` is what has to be loaded before that, within the limits. `landlock`
/// false: as where the kernel has none.
[[nodiscard]] Walls lockIn(void (*prepare)() = nullptr, bool landlock = true);

/// The seccomp filter (filter.cpp). Empty where it stands, else why not.
[[nodiscard]] QString installFilter();
/// Namespaces of its own for users, network, messages and names (apart.cpp), of those that bubblewrap would make. False
/// where the system does not let us; `failure` where it did, and the powers that come with them could not be dropped.
[[nodiscard]] bool goApart(QString &failure);
/// Landlock: reading of fonts only (landlock.cpp). False where the kernel has none.
[[nodiscard]] bool restrictFiles();

} // namespace yaodian::pdf::worker
