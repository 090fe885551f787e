#pragma once

#include "base/cancel.h"

#include <QStringList>

namespace yaodian::sync {

/// The files that `paths` name, in their order, each once: a file as it is, a folder with everything below it whose
/// ending can be imported, sorted, hidden ones left out, links to folders not followed. "-" stays as it is.
struct Walked
{
    QStringList files;
    QStringList failed; ///< sentences: what does not exist, a folder without anything to import
};
[[nodiscard]] Walked walk(const QStringList &paths, const CancelToken &token);

} // namespace yaodian::sync
