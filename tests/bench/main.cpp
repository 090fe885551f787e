// yaodian-bench [CORPUS] [parse|html|import|sync|pdf]: how fast the program is on real posts and papers. Not a test: it
// fails nothing, it prints figures.
#include "bench.h"

#include <QCoreApplication>
#include <QDirIterator>
#include <QTimer>

#include <cstdio>

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
    QCoreApplication app(argc, argv);
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
    if (!wanted("pdf"))
        return 0;
    QTimer::singleShot(0, &app, [&] { reading(corpus, runs, [] { QCoreApplication::quit(); }); });
    return QCoreApplication::exec();
}
