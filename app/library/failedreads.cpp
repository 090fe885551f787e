#include "library/failedreads.h"

#include <atomic>

namespace yaodian::library {

static std::atomic<quint64> failures = 0;

quint64 failedReads()
{
    return failures;
}

void countFailedRead()
{
    ++failures;
}

} // namespace yaodian::library
