// yaodian-bench [CORPUS] [parse|html|import|sync|anchors|exports|pdf|paging|long|hostile|typing|marked]: how fast the
// program is on real posts and papers. Not a test: it fails nothing, it prints figures. `paging`, `long`, `hostile`,
// `typing` and `marked` run only where they are named: they open windows, offscreen where QT_QPA_PLATFORM names no
// platform.
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

} // namespace yaodian::bench

namespace {

using namespace yaodian::bench;

constexpr int Runs = 5;
constexpr int Entries = 5000;

/// What runs by itself. Where no part is named all run but those that open windows.
struct Part
{
    const char *name;
    void (*run)(const QString &corpus);
    bool opensWindows = false;
};

constexpr Part Parts[] = {
    {"parse", [](const QString &corpus) { parsing(corpus, Runs); }},
    {"html", [](const QString &corpus) { parsingHtml(corpus, Runs); }},
    {"import", [](const QString &corpus) { importing(corpus, Entries); }},
    {"sync", [](const QString &) { syncing(Runs); }},
    {"anchors", anchors},
    {"exports", exports},
    {"paging", paging, true},
    {"long", longPaper, true},
    {"hostile", hostile, true},
    {"typing", typing, true},
    {"marked", marked, true},
};

} // namespace

int main(int argc, char **argv)
{
    const auto isNamed = [&](const Part &part) {
        return std::any_of(argv + 1, argv + argc,
                           [&](const char *argument) { return qstrcmp(argument, part.name) == 0; });
    };
    const bool opensWindows = std::any_of(std::begin(Parts), std::end(Parts),
                                          [&](const Part &part) { return part.opensWindows && isNamed(part); });
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
    for (const Part &part : Parts)
        if (arguments.isEmpty() ? !part.opensWindows : arguments.contains(QLatin1String(part.name)))
            part.run(corpus);
    if (!arguments.isEmpty() && !arguments.contains(QLatin1String("pdf")))
        return 0;
    QTimer::singleShot(0, app.get(), [&] { reading(corpus, Runs, [] { QCoreApplication::quit(); }); });
    return QCoreApplication::exec();
}
