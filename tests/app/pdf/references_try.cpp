// How many references of papers lead somewhere; built only when asked for.
// usage: references_try FILE.pdf …                 a line each: how many of every kind
//        references_try looks FILE.pdf OUT.png N   N citations of it, drawn from the pages, to be judged by eye
#include "pdf/document.h"
#include "pdf/references.h"

#include <QFileInfo>
#include <QGuiApplication>
#include <QPainter>

#include <algorithm>
#include <random>

using namespace yaodian;
using namespace yaodian::pdf;

namespace {

struct Read
{
    QList<PageText> pages;
    DocumentIndex index;
};

Read readOf(const QString &path)
{
    Read out;
    const auto info = readInfo(path);
    const auto pages = readText(path);
    if (!info || !pages)
        return out;
    out.pages = *pages;
    for (qsizetype i = 0; i < out.pages.size(); ++i)
        out.index.add(out.pages[i], info->pages.value(i).rotation);
    out.index.finish();
    return out;
}

void count(const QString &path)
{
    static const QStringList names{QStringLiteral("citations"), QStringLiteral("figures"),
                                   QStringLiteral("tables"),    QStringLiteral("equations"),
                                   QStringLiteral("footnotes"), QStringLiteral("sections")};
    const Read read = readOf(path);
    QList<int> found(names.size());
    int raised = 0;
    for (qsizetype page = 0; page < read.pages.size(); ++page) {
        for (const Reference &reference : read.index.referencesOn(int(page), read.pages[page])) {
            ++found[int(reference.kind)];
            const QString words = read.pages[page].text.mid(reference.range.from, 1);
            raised += reference.kind == Reference::Kind::Citation && !words.isEmpty() && words[0].isNumber() ? 1 : 0;
        }
    }
    QStringList told;
    for (qsizetype i = 0; i < names.size(); ++i)
        told.append(QStringLiteral("%1 %2").arg(found[i], 4).arg(names[i]));
    qInfo("%s  %s (%d bare), %d entries", qPrintable(QFileInfo(path).fileName().leftJustified(36)),
          qPrintable(told.join(QStringLiteral("  "))), raised, int(read.index.bibliography().entries().size()));
}

/// Each citation in the line around it, with the entry it leads to written below.
int look(const QString &path, const QString &target, int wanted)
{
    constexpr double dpi = 150;
    const Read read = readOf(path);
    QList<std::pair<int, Reference>> all;
    for (qsizetype page = 0; page < read.pages.size(); ++page) {
        for (const Reference &reference : read.index.referencesOn(int(page), read.pages[page])) {
            if (reference.kind == Reference::Kind::Citation || reference.kind == Reference::Kind::Footnote)
                all.append({int(page), reference});
        }
    }
    std::shuffle(all.begin(), all.end(), std::mt19937(7)); // the same ones each time
    all = all.mid(0, wanted);
    QImage sheet(1000, int(all.size()) * 96, QImage::Format_RGB32);
    sheet.fill(Qt::white);
    QPainter painter(&sheet);
    for (qsizetype i = 0; i < all.size(); ++i) {
        const auto &[page, reference] = all[i];
        const auto image = renderPage(path, page, dpi);
        if (!image || reference.boxes.isEmpty())
            continue;
        const QRectF at = reference.boxes.first().on(image->size());
        const int y = int(i) * 96;
        const QRect part(int(at.center().x()) - 490, int(at.center().y()) - 32, 980, 64);
        painter.drawImage(10, y, image->copy(part));
        painter.setPen(Qt::red);
        painter.drawRect(at.translated(10 - part.left(), y - part.top()));
        painter.setPen(Qt::blue);
        const Target &to = reference.targets.first();
        painter.drawText(14, y + 84,
                         QStringLiteral("p.%1 %2 (%3) %4")
                             .arg(page + 1)
                             .arg(to.label)
                             .arg(reference.targets.size())
                             .arg(to.text.left(120)));
    }
    painter.end();
    return sheet.save(target) ? 0 : 1;
}

} // namespace

int main(int argc, char **argv)
{
    const QGuiApplication app(argc, argv);
    const QStringList arguments = QGuiApplication::arguments();
    if (arguments.value(1) == QLatin1String("looks"))
        return look(arguments.value(2), arguments.value(3), arguments.value(4).toInt());
    for (const QString &path : arguments.mid(1))
        count(path);
    return 0;
}
