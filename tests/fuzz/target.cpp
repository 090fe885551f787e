// One reader as libFuzzer calls it; YAODIAN_FUZZ_NAME chooses which.
#include "reading.h"

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    yaodian::fuzz::readAs(QByteArrayView(data, qsizetype(size)), YAODIAN_FUZZ_NAME);
    return 0;
}
