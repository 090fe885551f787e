#include "tests/support/testmain.h"
#include "ui/reader/pagetrim.h"

#include <QPainter>
#include <QTest>

namespace reader_pagetrim_test {

using namespace yaodian;
using namespace yaodian::ui;

bool isNear(double a, double b)
{
    return qAbs(a - b) < 0.02;
}

class PageTrimTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsPrinted_isFoundInThePicture()
    {
        QImage page(200, 300, QImage::Format_RGB32);
        for (const QColor paper : {QColor(Qt::white), QColor(0x1e1e1e)}) {
            page.fill(paper);
            QCOMPARE(printedOn(page), Box());
            QPainter painter(&page);
            painter.fillRect(40, 60, 100, 150, QColor(0x80, 0x60, 0x60));
            painter.end();
            QCOMPARE(printedOn(page), (Box{0.2, 0.2, 0.7, 0.7}));
        }
        QCOMPARE(printedOn({}), Box());
    }

    void theStampOnOnePage_isNoMarginOfAll()
    {
        QMap<int, Box> contents;
        for (int page = 0; page < 9; ++page)
            contents.insert(page, {0.15, 0.1, 0.85, 0.9});
        contents[0] = {0.02, 0.1, 0.85, 0.9};
        contents[4] = {0.15, 0.1, 0.85, 0.97}; // a long page is no stamp
        const Trim trim = commonTrim(contents);
        QVERIFY(isNear(trim.odd.left, 0.15) && trim.odd.left < 0.15);
        QVERIFY(trim.odd.bottom >= 0.97);
        QCOMPARE(trim.odd, trim.even);
    }

    void aBook_hasOtherMarginsLeftThanRight()
    {
        QMap<int, Box> contents;
        for (int page = 0; page < 20; ++page)
            contents.insert(page, page % 2 == 0 ? Box{0.2, 0.1, 0.9, 0.9} : Box{0.1, 0.1, 0.75, 0.9});
        const Trim trim = commonTrim(contents);
        QVERIFY(isNear(trim.odd.left, 0.2));
        QVERIFY(isNear(trim.even.right, 0.75 + 0.025)); // as wide as the other side
        QVERIFY(qAbs((trim.odd.right - trim.odd.left) - (trim.even.right - trim.even.left)) < 1e-9);
        QCOMPARE(trim.odd.top, trim.even.top);
    }

    void emptyPages_tellNothing()
    {
        QVERIFY(commonTrim({}).isEmpty());
        QVERIFY(commonTrim({{0, Box()}, {1, Box()}}).isEmpty());
        const Trim trim = commonTrim({{0, Box()}, {1, Box{0.1, 0.1, 0.9, 0.9}}});
        QVERIFY(isNear(trim.odd.left, 0.1));
        const Trim whole = commonTrim({{0, Box{0, 0, 1, 1}}});
        QCOMPARE(whole.even, (Box{0, 0, 1, 1}));
    }

    void aLongDocument_isLookedAtAllAlong()
    {
        QCOMPARE(pagesToLookAt(0), QList<int>{});
        QCOMPARE(pagesToLookAt(3), (QList<int>{0, 1, 2}));
        const QList<int> pages = pagesToLookAt(401);
        QVERIFY(pages.size() <= 12);
        QCOMPARE(pages.first(), 0);
        QCOMPARE(pages.last(), 400);
        int odd = 0;
        for (const int page : pages) {
            QVERIFY(page >= 0 && page < 401);
            odd += page % 2;
        }
        QCOMPARE(odd, pages.size() / 2);
        const QList<int> barely = pagesToLookAt(13);
        QCOMPARE(QSet<int>(barely.begin(), barely.end()).size(), barely.size()); // none twice
    }

    void aTrim_comesBackFromTheFileOfStates()
    {
        const Trim trim{{0.125, 0.25, 0.75, 1}, {0, 0.25, 0.625, 1}};
        QCOMPARE(readTrim(writtenTrim(trim)), trim);
        QVERIFY(writtenTrim({}).isEmpty());
        for (const char *text : {"", "0 0 1 1", "0 0 1 1 0 0 1 x", "0 0 1 1 0 0 1 2", "0.5 0 0.5 1 0 0 1 1",
                                 "nan 0 1 1 0 0 1 1", "0 0 1 1 0 0 1 1 1"})
            QVERIFY2(readTrim(QString::fromLatin1(text)).isEmpty(), text);
    }
};

YAODIAN_TEST_GUILESS(PageTrimTest)

} // namespace reader_pagetrim_test

#include "pagetrim_test.moc"
