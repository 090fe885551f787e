// Reads every file of the folders it is given with every reader: the seeds of the fuzzers, and what they found, as an
// ordinary test. Needs no fuzzer.
#include "reading.h"

#include <QDirIterator>
#include <QFile>

#include <cstdio>

int main(int argc, char **argv)
{
    int files = 0;
    for (int i = 1; i < argc; ++i) {
        QDirIterator walk(QString::fromLocal8Bit(argv[i]), QDir::Files);
        while (walk.hasNext()) {
            QFile file(walk.next());
            if (!file.open(QIODevice::ReadOnly)) {
                std::fprintf(stderr, "cannot read %s\n", qUtf8Printable(file.fileName()));
                return 1;
            }
            const QByteArray bytes = file.readAll();
            std::fprintf(stderr, "%s\n", qUtf8Printable(file.fileName())); // the last one is the one that failed
            for (const char *name : yaodian::fuzz::names)
                yaodian::fuzz::readAs(bytes, name);
            ++files;
        }
    }
    std::printf("%d seeds were read with every reader\n", files);
    return files > 0 ? 0 : 1;
}
