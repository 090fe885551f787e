#include "bench.h"
#include "watching.h"

#include "pdf/document.h"
#include "ui/reader/pageview.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

#include <unistd.h>

namespace yaodian::bench {

namespace {

constexpr int LeastPages = 1300;
constexpr int Each = 130; ///< pages between two looks at the memory
constexpr int WarmMs = 300;

/// Of a process and of all its children, in MB of proportional set size; 0 where the system does not tell.
struct Memory
{
    double own = 0;
    double children = 0;
    [[nodiscard]] double all() const { return own + children; }
};

Memory memoryOf(qint64 process)
{
    double kilobytes = 0;
    QFile sizes(QStringLiteral("/proc/%1/smaps_rollup").arg(process));
    if (sizes.open(QIODevice::ReadOnly))
        for (const QByteArray &line : sizes.readAll().split('\n'))
            if (line.startsWith("Pss:"))
                kilobytes += line.mid(4).trimmed().split(' ').first().toDouble();
    double children = 0;
    const QDir threads(QStringLiteral("/proc/%1/task").arg(process));
    for (const QString &thread : threads.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        QFile list(threads.filePath(thread) + QStringLiteral("/children"));
        if (list.open(QIODevice::ReadOnly))
            for (const QByteArray &child : list.readAll().split(' '))
                if (child.toLongLong() > 0)
                    children += memoryOf(child.toLongLong()).all();
    }
    return {kilobytes / 1024, children};
}

/// All papers in one file, over and over, until it is long enough; empty where qpdf is missing.
QString joined(const QString &corpus, const QString &folder)
{
    const QStringList papers = filesBelow(corpus + QStringLiteral("/pdfs/papers"), {QStringLiteral("*.pdf")});
    const QString path = QDir(folder).filePath(QStringLiteral("long.pdf"));
    for (int times = 1; times <= 4; ++times) {
        QStringList arguments{QStringLiteral("--empty"), QStringLiteral("--pages")};
        for (int i = 0; i < times; ++i)
            arguments += papers;
        arguments += {QStringLiteral("--"), path};
        if (QProcess::execute(QStringLiteral("qpdf"), arguments) < 0)
            return {};
        QProcess counting;
        counting.start(QStringLiteral("qpdf"), {QStringLiteral("--show-npages"), path});
        if (counting.waitForFinished() && counting.readAllStandardOutput().trimmed().toInt() >= LeastPages)
            return path;
    }
    return {};
}

} // namespace

void longPaper(const QString &corpus)
{
    const QTemporaryDir folder;
    const QString path = joined(corpus, folder.path());
    if (path.isEmpty())
        return say(QStringLiteral("long: qpdf joins the papers, and is not there"));
    Look light;
    Watchdog watchdog;
    Desk desk(light);
    pass(WarmMs);
    if (desk.open(path, pdf::startWorker()) < 0)
        return say(QStringLiteral("long: the file could not be shown"));
    auto *pages = desk.reader.findChild<ui::PageView *>(QStringLiteral("pages"));
    const int count = pages->layoutOfPages().count();
    double most = 0;
    for (int page = 0; page < count; ++page) {
        if (page % Each == 0) {
            const Memory now = memoryOf(::getpid());
            most = std::max(most, now.all());
            say(QStringLiteral("long page %1 of %2   window %3 MB   worker %4 MB   longest gap %5 ms")
                    .arg(page + 1, 5)
                    .arg(count)
                    .arg(now.own, 6, 'f', 1)
                    .arg(now.children, 6, 'f', 1)
                    .arg(watchdog.takeLongest(), 0, 'f', 1));
        }
        QElapsedTimer timer;
        timer.start();
        pages->turnPages(1);
        (void)settledIn(desk.reader, timer);
    }
    say(QStringLiteral("long: at most %1 MB").arg(std::max(most, memoryOf(::getpid()).all()), 0, 'f', 1));
}

} // namespace yaodian::bench
