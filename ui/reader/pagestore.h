#pragma once

#include "ui/reader/diskcache.h"
#include "ui/reader/pagecache.h"

#include <memory>

namespace yaodian::ui {

/// Drawn pages that all readers share: who comes back to a document does not wait for its pages again.
struct PageStore
{
    PageCache memory;
    std::shared_ptr<DiskCache> disk; ///< null: nothing is kept on disk
};

} // namespace yaodian::ui
