// yaodian-bench [CORPUS] [parse|html|import|sync|pdf|paging|long|hostile]: how fast the program is on real posts and
// papers. Not a test: it fails nothing, it prints figures. `paging`, `long` and `hostile` run only where they are
// named: they open windows, offscreen where QT_QPA_PLATFORM names no platform.
#include "bench.h"

#include "base/heap.h"

#include <QApplication>
#include <QDirIterator>
#include <QTimer>

#include <cstdio>
#include <memory>

namespace yaodian::bench {

QStringList filesBelow(const QString &folder, const QStringList &nameFilters)
{
    QStringList files;
    QDirIterator it(folder, nameFilters, QDir::Files, QDirIterator::Subdirectories);
    while (it.hasNext())
        files += it.next();
    files.sort();
    return files;
}

void say(const QString &line)
{
    std::fputs((line + QLatin1Char('\n')).toUtf8().constData(), stdout);
    std::fflush(stdout);
}

} // namespace yaodian::bench

int main(int argc, char **argv)
{
    using namespace yaodian::bench;
    const bool opensWindows = std::any_of(argv + 1, argv + argc, [](const char *argument) {
        return qstrcmp(argument, "paging") == 0 || qstrcmp(argument, "long") == 0 || qstrcmp(argument, "hostile") == 0;
    });
    if (opensWindows && qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    if (opensWindows)
        yaodian::keepHeapSmall(); // as the window does
    const std::unique_ptr<QCoreApplication> app(opensWindows ? new QApplication(argc, argv)
                                                             : new QCoreApplication(argc, argv));
    QStringList arguments = QCoreApplication::arguments().mid(1);
    const QString corpus = arguments.isEmpty() ? QStringLiteral(YAODIAN_CORPUS) : arguments.takeFirst();
    if (!QDir(corpus).exists()) {
        say(QStringLiteral("There is no corpus at %1.").arg(corpus));
        return 1;
    }
    const auto wanted = [&](const char *part) {
        return arguments.isEmpty() || arguments.contains(QLatin1String(part));
    };
    constexpr int runs = 5;
    constexpr int entries = 5000;
    if (wanted("parse"))
        parsing(corpus, runs);
    if (wanted("html"))
        parsingHtml(corpus, runs);
    if (wanted("import"))
        importing(corpus, entries);
    if (wanted("sync"))
        syncing(runs);
    if (arguments.contains(QLatin1String("paging")))
        paging(corpus);
    if (arguments.contains(QLatin1String("long")))
        longPaper(corpus);
    if (arguments.contains(QLatin1String("hostile")))
        hostile(corpus);
    if (!wanted("pdf"))
        return 0;
    QTimer::singleShot(0, app.get(), [&] { reading(corpus, runs, [] { QCoreApplication::quit(); }); });
    return QCoreApplication::exec();
}
