#include "base/heap.h"

#include <cstdlib>

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace yaodian {

void keepHeapSmall()
{
#ifdef __GLIBC__
    ::mallopt(M_MMAP_THRESHOLD, 1 << 20); // a fixed one: else it grows with the largest block that was freed
    ::mallopt(M_ARENA_MAX, 2);
#endif
}

} // namespace yaodian
