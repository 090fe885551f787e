// Pages whose text does not run rightwards before they are turned: what stands above and below is told all the same.
#include "pdf/upright.h"
#include "tests/support/testmain.h"

#include "pdf/document.h"
#include "pdf/references.h"
#include "tests/support/pdfwriter.h"

#include <QTemporaryDir>
#include <QTest>

namespace pdf_upright {

using namespace yaodian;
using namespace yaodian::pdf;

constexpr double width = 792;
constexpr double height = 612;

/// A page with a line that speaks of what is on another one: a figure with its caption, a heading, two entries.
/// `turn`: the text is written so that the page must be turned clockwise by it. `rotation`: the page's own.
QString writePaper(const QString &path, int turn, int rotation)
{
    PdfWriter pdf;
    const auto text = [&](double x, double y, const QString &line, double size = 10) {
        if (turn == 90)
            pdf.upwards(y, width - x, line, size);
        else
            pdf.text(x, y, line, size);
    };
    const auto lines = [&](double x, double y, const QStringList &all) {
        for (const QString &line : all) {
            text(x, y, line);
            y += 12;
        }
        return y;
    };
    const QStringList prose(5, QStringLiteral("plain words of running text that fill the whole of this line here"));
    const QSizeF size = turn == 90 ? QSizeF(height, width) : QSizeF(width, height);
    const auto page = [&] {
        pdf.page(size, rotation);
        if (turn == 180) // all that is written is upside down
            pdf.raw("-1 0 0 -1 " + QByteArray::number(width) + ' ' + QByteArray::number(height) + " cm");
    };
    page();
    double y = lines(60, 80, prose);
    lines(60, y, {QStringLiteral("as Figure 3 and Section 2 show and as others found [2] before.")});
    page();
    y = lines(60, 60, prose);
    text(150, y + 60, QStringLiteral("axis"));
    y = lines(60, y + 120, {QStringLiteral("Figure 3: The model in all its parts as it is drawn.")});
    text(60, y + 24, QStringLiteral("2 The Method"), 14);
    y = lines(60, y + 48, prose + prose);
    text(60, y + 20, QStringLiteral("References"), 14);
    lines(60, y + 44,
          {QStringLiteral("[1] A. Ann. The first title of all. 2001."),
           QStringLiteral("[2] B. Ben. The second title of all. 2002.")});
    return pdf.save(path) ? path : QString();
}

struct Paper
{
    QList<PageText> pages;
    DocumentIndex index;

    Paper(int turn, int rotation)
    {
        const QTemporaryDir folder;
        const auto read = readText(writePaper(folder.filePath(QStringLiteral("paper.pdf")), turn, rotation));
        if (!read)
            qFatal("%s", qPrintable(read.error().message));
        pages = *read;
        for (const PageText &page : std::as_const(pages))
            index.add(page, rotation);
        index.finish();
    }
};

bool isNear(const Box &a, const Box &b)
{
    const auto near = [](double one, double other) { return qAbs(one - other) < 0.02; };
    return near(a.left, b.left) && near(a.top, b.top) && near(a.right, b.right) && near(a.bottom, b.bottom);
}

class TestUpright : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void boxesAreTurnedThereAndBack()
    {
        const Box box{0.1, 0.2, 0.4, 0.3};
        QVERIFY(isNear(box.turned(90), {0.7, 0.1, 0.8, 0.4}));
        for (const int degrees : {0, 90, 180, 270})
            QVERIFY(isNear(box.turned(degrees).turned((360 - degrees) % 360), box));
    }

    void turnedPages_leadToTheSamePlaces_data()
    {
        QTest::addColumn<int>("turn");
        QTest::addColumn<int>("rotation");
        QTest::newRow("shown turned") << 90 << 90;
        QTest::newRow("printed on its side") << 90 << 0;
        QTest::newRow("upside down") << 180 << 180;
    }

    void turnedPages_leadToTheSamePlaces()
    {
        QFETCH(int, turn);
        QFETCH(int, rotation);
        const Paper upright(0, 0);
        const Paper paper(turn, rotation);
        const QList<Reference> expected = upright.index.referencesOn(0, upright.pages[0]);
        const QList<Reference> found = paper.index.referencesOn(0, paper.pages[0]);
        QCOMPARE(expected.size(), 3);
        QCOMPARE(found.size(), 3);
        for (qsizetype i = 0; i < 3; ++i) {
            QCOMPARE(found[i].kind, expected[i].kind);
            QCOMPARE(found[i].targets.first().label, expected[i].targets.first().label);
            QCOMPARE(found[i].targets.first().text, expected[i].targets.first().text);
            QVERIFY(isNear(found[i].boxes.first().turned(turn), expected[i].boxes.first()));
            QVERIFY(isNear(found[i].targets.first().box.turned(turn), expected[i].targets.first().box));
        }
        // The figure is above its caption.
        const Box figure = found[0].targets.first().box.turned(turn);
        QVERIFY(figure.bottom - figure.top > 0.1);
    }

    void headings_lieWhereThePageIsShown()
    {
        const Paper upright(0, 0);
        const Paper paper(90, 90);
        QVERIFY(upright.index.outline().size() >= 2);
        QCOMPARE(paper.index.outline().size(), upright.index.outline().size());
        for (qsizetype i = 0; i < upright.index.outline().size(); ++i)
            QVERIFY(qAbs(paper.index.outline()[i].top - upright.index.outline()[i].top) < 0.02);
    }

    void aPageWithoutText_isUpright() { QCOMPARE(uprightTurn({}, 90), 0); }
};

YAODIAN_TEST_GUILESS(TestUpright)

} // namespace pdf_upright

#include "upright.moc"
