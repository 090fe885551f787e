#pragma once

#include "base/result.h"
#include "library/failedreads.h"

namespace yaodian::exporting {

/// Made before something is read of the library that becomes a file: a read that fails reads as nothing, and what was
/// made of it would look whole.
class Unread
{
public:
    /// One sentence where a read has failed since, of anybody in this process.
    [[nodiscard]] Result<void> none() const;

private:
    quint64 m_before = library::failedReads();
};

} // namespace yaodian::exporting
