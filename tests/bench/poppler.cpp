// bench-poppler FILE DPI PAGES: the yardstick. Poppler alone, in this process, without a sandbox or a pipe: the time
// until the first page is an image, then of each page after it, in ms.
#include <poppler-qt6.h>

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QImage>

#include <algorithm>
#include <cstdio>

int main(int argc, char **argv)
{
    QElapsedTimer timer;
    timer.start();
    QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 4)
        return 2;
    const double dpi = arguments.at(2).toDouble();
    const auto document = Poppler::Document::load(arguments.at(1));
    if (!document || document->isLocked())
        return 1;
    document->setRenderHint(Poppler::Document::Antialiasing);
    document->setRenderHint(Poppler::Document::TextAntialiasing);
    const int pages = std::min(arguments.at(3).toInt(), document->numPages());
    for (int i = 0; i < pages; ++i) {
        if (i > 0)
            timer.start();
        const auto page = document->page(i);
        if (!page || page->renderToImage(dpi, dpi).isNull())
            return 1;
        std::printf("%s %.3f\n", i == 0 ? "first" : "page", double(timer.nsecsElapsed()) / 1e6);
    }
    return 0;
}
