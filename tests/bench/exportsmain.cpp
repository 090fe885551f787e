// bench-exports: how fast files are written of a large library. Without windows, so that it is soon built.
#include "bench.h"

#include <QCoreApplication>

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    yaodian::bench::exports({});
    return 0;
}
