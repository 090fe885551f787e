// The failing disk below a program that knows nothing of it (LD_PRELOAD): what lies below YAODIAN_DISK fails as a full
// disk does until a file of the name YAODIAN_DISK_HEALED is there.
#include "tests/support/faults/disk.h"

#include <QString>

#include <cstdlib>
#include <thread>
#include <unistd.h>

namespace {

[[gnu::constructor]] void begin()
{
    using namespace yaodian::tests;
    const char *folder = std::getenv("YAODIAN_DISK");
    const char *healed = std::getenv("YAODIAN_DISK_HEALED");
    ::unsetenv("LD_PRELOAD"); // what the program starts has another disk
    if (!folder || !healed)
        return;
    auto *disk = new Disk(QString::fromLocal8Bit(folder)); // as long as the process
    disk->holdShared();
    disk->fail(Fault::Full, 1, true);
    std::thread([disk, name = std::string(healed)] {
        while (::access(name.c_str(), F_OK) != 0)
            ::usleep(20'000);
        disk->heal();
    }).detach();
}

} // namespace
