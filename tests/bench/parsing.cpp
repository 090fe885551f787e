#include "bench.h"

#include "base/files.h"
#include "digest/digest.h"

#include <QElapsedTimer>
#include <QFileInfo>

namespace yaodian::bench {

namespace {

struct Total
{
    qint64 bytes = 0;
    double ms = 0;
    qsizetype entries = 0;
    [[nodiscard]] QString line(const QString &name) const
    {
        return QStringLiteral("parse %1 %2 MB/s  (%3 KB, %4 entries, %5 ms)")
            .arg(name, -10)
            .arg(ms > 0 ? double(bytes) / 1000.0 / ms : 0, 8, 'f', 1)
            .arg(bytes / 1000)
            .arg(entries)
            .arg(ms, 0, 'f', 1);
    }
};

Total parseAll(const QStringList &files, int runs)
{
    Total total;
    for (const QString &path : files) {
        const auto bytes = readFile(path, digest::largestDocument);
        if (!bytes)
            continue;
        QList<double> times;
        qsizetype entries = 0;
        for (int run = 0; run < runs; ++run) {
            QElapsedTimer timer;
            timer.start();
            const auto issues = digest::parse(*bytes, {QFileInfo(path).fileName(), {}, {}});
            times += double(timer.nsecsElapsed()) / 1e6;
            entries = 0;
            for (const digest::Issue &issue : issues.valueOr({}))
                entries += issue.entries.size();
        }
        total.bytes += bytes->size();
        total.ms += median(times);
        total.entries += entries;
    }
    return total;
}

} // namespace

void parsing(const QString &corpus, int runs)
{
    Total all;
    for (const QString &group : {QStringLiteral("seeds"), QStringLiteral("digests/seedlike"),
                                 QStringLiteral("digests/markdown"), QStringLiteral("digests/feeds")}) {
        const Total total = parseAll(filesBelow(corpus + QLatin1Char('/') + group), runs);
        say(total.line(group.section(QLatin1Char('/'), -1)));
        all.bytes += total.bytes;
        all.ms += total.ms;
        all.entries += total.entries;
    }
    say(all.line(QStringLiteral("all")));
}

} // namespace yaodian::bench
