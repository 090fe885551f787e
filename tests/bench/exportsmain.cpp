// bench-exports: how fast files are written of a large library. Without windows, so that it is soon built.
#include "bench.h"

#include <QCoreApplication>

#include <cstdio>

namespace yaodian::bench {

void say(const QString &line)
{
    std::fputs((line + QLatin1Char('\n')).toUtf8().constData(), stdout);
    std::fflush(stdout);
}

} // namespace yaodian::bench

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    yaodian::bench::exports({});
    return 0;
}
