#include "base/text.h"
#include "pdf/document.h"
#include "pdf/pagetext.h"
#include "pdf/textlines.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QTest>

namespace pdf_order {

using namespace yaodian;
using namespace yaodian::pdf;

const QString papers = QStringLiteral(YAODIAN_CORPUS "/pdfs/papers/");

/// Its kind, how it begins and how it ends: "body The dominant seq … training data." The papers are others' work.
QString told(const PageText &page, const TextBlock &block)
{
    static const QStringList kinds{QStringLiteral("body"),      QStringLiteral("heading"), QStringLiteral("caption"),
                                   QStringLiteral("footnote"),  QStringLiteral("header"),  QStringLiteral("footer"),
                                   QStringLiteral("reference"), QStringLiteral("margin")};
    const QString words = quoteOf(page, block.range);
    const QString shown =
        words.size() <= 32 ? words : words.left(16).trimmed() + QStringLiteral(" … ") + words.right(12).trimmed();
    return kinds[int(block.kind)] + u' ' + shown;
}

QStringList linesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts)
                                          : QStringList{};
}

/// The line right below `above` in its column.
bool isBelow(const TextLine &line, const TextLine &above)
{
    const double gap = line.box.top - above.box.bottom;
    return qAbs(line.box.left - above.box.left) < 0.005 && gap > -0.5 * line.height && gap < 0.4 * line.height &&
           qAbs(line.height - above.height) < 0.03 * line.height;
}

/// Lines of running text that are read after another column though they go on right below a line that was read before
/// it, or that go back to the left and up.
QStringList jumpsOn(const PageText &page)
{
    QStringList out;
    QList<TextLine> prose;
    for (const TextLine &line : textLinesOf(page)) {
        const bool isBody = line.block >= 0 && page.blocks[line.block].kind == BlockKind::Body;
        if (!isBody || line.box.right - line.box.left < 0.12)
            continue;
        const bool isText = isProse(page, page.blocks[line.block]);
        if (!prose.isEmpty()) {
            const TextLine &before = prose.last();
            const bool isLeft = line.box.right < before.box.left;
            const bool isUp = isText && line.box.right - line.box.left > 0.25 && line.box.top < before.box.top - 0.005;
            const bool torn = std::any_of(prose.begin(), prose.end() - 1,
                                          [&](const TextLine &above) { return isBelow(line, above); });
            if (isLeft && (isUp || torn))
                out.append(before.text.right(20) + QStringLiteral(" | ") + line.text.left(20));
        }
        if (isText)
            prose.append(line);
    }
    return out;
}

/// Pages that were looked at, and their blocks in the order in which they are read.
class TestOrder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pagesAreReadAsAPersonReadsThem_data()
    {
        QTest::addColumn<QString>("path");
        const QDir folder(QStringLiteral(YAODIAN_FIXTURES "/order"));
        const QStringList names = folder.entryList({QStringLiteral("*.txt")});
        QVERIFY(names.size() >= 20);
        for (const QString &name : names)
            QTest::newRow(qPrintable(name)) << folder.filePath(name);
    }

    void pagesAreReadAsAPersonReadsThem()
    {
        QFETCH(QString, path);
        QStringList expected = linesOf(path);
        QVERIFY(!expected.isEmpty());
        const QStringList which = expected.takeFirst().split(u' '); // "# NAME PAGE"
        const auto pages = readText(papers + which[1], which[2].toInt() - 1);
        QVERIFY(pages && pages->size() == 1);
        QStringList found;
        for (const TextBlock &block : pages->first().blocks)
            found.append(told(pages->first(), block));
        if (found != expected)
            qWarning("%s", qPrintable(found.join(u'\n')));
        QCOMPARE(found, expected);
    }

    void noPageJumpsBackAColumn_data()
    {
        QTest::addColumn<QString>("name");
        for (const QString &name : QDir(papers).entryList({QStringLiteral("*.pdf")}))
            QTest::newRow(qPrintable(name)) << name;
    }

    void noPageJumpsBackAColumn()
    {
        QFETCH(QString, name);
        const auto pages = readText(papers + name);
        QVERIFY(pages);
        for (qsizetype i = 0; i < pages->size(); ++i) {
            const QStringList jumps = jumpsOn(pages->at(i));
            QVERIFY2(jumps.isEmpty(), qPrintable(QStringLiteral("page %1: %2").arg(i + 1).arg(jumps.join(u'\n'))));
        }
    }
};

YAODIAN_TEST_GUILESS(TestOrder)

} // namespace pdf_order

#include "order.moc"
