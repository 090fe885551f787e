#pragma once

namespace yaodian {

/// Makes the heap give back what large things held, once they are gone: glibc keeps the memory of a page's picture for
/// the next one, in an arena per thread, and hours of reading cost half as much again. To be called before there are
/// threads; does nothing where the C library is another.
void keepHeapSmall();

} // namespace yaodian
