#pragma once

#include <QString>

namespace yaodian::cli {

/// The folders in which this reader's windows had their libraries, one a line in a file beside the desktop's other
/// choices (`~/.config/yaodian/libraries`): so one that is gone, with the drive that it lies on, is told from a new
/// one.
class KnownLibraries
{
public:
    /// There was a library, and there is nothing now: no folder, or an empty one, as where a drive was mounted.
    [[nodiscard]] static bool isGone(const QString &folder);
    /// Where that cannot be written down, nothing is said: it is only a help.
    static void remember(const QString &folder);
    /// What is said of one that is gone.
    [[nodiscard]] static QString goneMessage(const QString &folder);
};

} // namespace yaodian::cli
