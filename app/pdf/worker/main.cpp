#include "base/givingway.h"
#include "pdf/worker/painting.h"
#include "pdf/worker/probe.h"
#include "pdf/worker/sandbox.h"
#include "pdf/worker/session.h"

#include <cstdio>
#include <cstring>

#include <malloc.h>
#include <poppler-qt6.h>
#include <poppler-version.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

namespace {

using namespace yaodian;
using namespace yaodian::pdf;

#if defined(__SANITIZE_ADDRESS__)
// A leak check needs ptrace, which kills.
extern "C" const char *__asan_default_options()
{
    return "detect_leaks=0:allocator_may_return_null=1";
}
#endif

bool isSocket(int descriptor)
{
    struct stat file
    {
    };
    return ::fstat(descriptor, &file) == 0 && S_ISSOCK(file.st_mode);
}

void beSilent(const QString &, const QVariant &) {}

int serve()
{
    // Page images come and go: memory kept saves thousands of page faults a picture.
    ::mallopt(M_MMAP_THRESHOLD, 64 << 20);
    ::mallopt(M_TRIM_THRESHOLD, 96 << 20);
    const worker::Walls walls = worker::lockIn(&worker::preparePainting);
    protocol::Hello hello;
    hello.poppler = Poppler::Version::string();
    hello.landlock = walls.landlock;
    hello.apart = walls.apart;
    hello.failure = walls.failure;
    protocol::Header header{0, 0, protocol::Type::Hello, protocol::Status::Ok};
    if (!walls.failure.isEmpty())
        header.status = protocol::Status::NoSandbox;
    if (!protocol::writeFrame(worker::socketDescriptor, header, hello.encode()) || !walls.failure.isEmpty())
        return 3;
    Poppler::setDebugErrorFunction(&beSilent, {});
    worker::Session(worker::socketDescriptor).serve();
    return 0;
}

} // namespace

int main(int argc, char *argv[])
{
    if ((argc == 3 || argc == 4) && std::strcmp(argv[1], "--probe") == 0)
        ::_exit(worker::probe(argv[2], argc == 3));
    const bool standsBack = argc == 2 && std::strcmp(argv[1], "--leftovers") == 0;
    if ((argc != 1 && !standsBack) || !isSocket(worker::socketDescriptor)) {
        std::fputs("yaodian-pdf draws PDFs for yaodian, which starts it; there is nothing to start by hand.\n", stderr);
        return 2;
    }
    if (standsBack)
        standBack();
    else
        giveWay();    // pictures ahead of need are made while the one in view is on its way to the screen
    ::_exit(serve()); // the system frees faster than destructors do
}
