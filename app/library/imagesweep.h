#pragma once

#include "base/cancel.h"

#include <QtGlobal>

namespace yaodian::library {

class Store;

struct Swept
{
    int images = 0;
    qint64 bytes = 0;
};
/// Removes the pictures that nothing names, and that lay there before that moment: see Library::removeLostImages().
[[nodiscard]] Swept sweepImages(Store &store, qint64 olderThanMs, const CancelToken &token);

} // namespace yaodian::library
