#include "tests/support/testmain.h"
#include "ui/reader/pagelayout.h"

#include <QTest>

namespace reader_pagelayout_test {

using namespace yaodian;
using namespace yaodian::ui;

pdf::PageInfo page(double width, double height, int rotation = 0)
{
    return {QSizeF(width, height), rotation, {}};
}

PageLayout threePages(double ratio = 1)
{
    PageLayout layout;
    layout.setPages({page(600, 800), page(600, 800), page(600, 800)});
    layout.setView({1000, 700}, ratio);
    return layout;
}

PageLayout pages(int count, const ViewMode &mode)
{
    PageLayout layout;
    layout.setPages(QList<pdf::PageInfo>(count, page(600, 800)));
    layout.setView({1000, 700}, 1);
    layout.setMode(mode);
    return layout;
}

class PageLayoutTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fitWidth_fillsTheViewUpToItsMargins()
    {
        const PageLayout layout = threePages();
        QCOMPARE(layout.rect(0).left(), PageLayout::Margin);
        QCOMPARE(layout.rect(0).width(), 1000 - 2 * PageLayout::Margin);
        QCOMPARE(layout.size().width(), 1000.0);
    }

    void fitPage_showsOnePageWhole()
    {
        PageLayout layout = threePages();
        layout.setZoom(Fit::Page, 0);
        QVERIFY(layout.rect(0).height() <= 700 - 2 * PageLayout::Margin + 1);
        QVERIFY(qAbs(layout.rect(0).center().x() - 500) <= 1); // to whole device pixels
    }

    void exactZoom_makesRoomBesideTheView()
    {
        PageLayout layout = threePages();
        layout.setZoom(Fit::Exact, 3);
        QCOMPARE(layout.rect(0).width(), 1800.0);
        QCOMPARE(layout.size().width(), 1800 + 2 * PageLayout::Margin);
    }

    void pageEdges_lieOnDevicePixels()
    {
        for (const double ratio : {1.0, 1.25, 1.5, 2.0}) {
            PageLayout layout = threePages(ratio);
            layout.setZoom(Fit::Exact, 1.2345);
            for (int i = 0; i < 3; ++i) {
                const QPointF corner = layout.rect(i).topLeft() * ratio;
                QVERIFY(qAbs(corner.x() - qRound(corner.x())) < 1e-6);
                QVERIFY(qAbs(corner.y() - qRound(corner.y())) < 1e-6);
                QCOMPARE(QSizeF(layout.pixels(i)), layout.rect(i).size() * ratio);
            }
        }
    }

    void aPageWiderThanMost_isShownSmaller()
    {
        PageLayout layout;
        layout.setPages({page(600, 800), page(1200, 800), page(600, 800)});
        layout.setView({1000, 700}, 1);
        QCOMPARE(layout.rect(1).width(), layout.rect(0).width());
        QCOMPARE(layout.scale(0), layout.scale(2));
        QVERIFY(layout.scale(1) < layout.scale(0));
    }

    void pagesIn_areThoseThatTheStretchTouches()
    {
        const PageLayout layout = threePages();
        QCOMPARE(layout.pagesIn(0, 100), QList<int>{0});
        const double between = layout.rect(0).bottom();
        QCOMPARE(layout.pagesIn(between - 5, between + PageLayout::Gap + 5), (QList<int>{0, 1}));
        QCOMPARE(layout.pagesIn(layout.size().height() + 10, layout.size().height() + 20), QList<int>{});
        QCOMPARE(PageLayout().pagesIn(0, 100), QList<int>{});
        QCOMPARE(PageLayout().pageAt(0.0), -1);
        QCOMPARE(PageLayout().pageAt(QPointF(3, 3)), -1);
    }

    void aPlace_holdsAtEveryZoom()
    {
        PageLayout layout = threePages();
        const PagePlace place{1, 0.25};
        for (const double scale : {0.5, 1.0, 4.0}) {
            layout.setZoom(Fit::Exact, scale);
            const PagePlace back = layout.placeAt(layout.positionOf(place));
            QCOMPARE(back.page, 1);
            QVERIFY(qAbs(back.top - 0.25) < 1e-6);
        }
    }

    void aSpotOnATurnedPage_comesBack()
    {
        for (const int turn : {0, 90, 180, 270}) {
            PageLayout layout;
            layout.setPages({page(600, 800, turn)});
            layout.setView({1000, 700}, 1);
            const Box box{0.1, 0.2, 0.3, 0.25};
            const QRectF shown = layout.onView(0, box);
            const QPointF centre = layout.onPage(0, shown.center());
            QVERIFY2(qAbs(centre.x() - 0.2) < 1e-6 && qAbs(centre.y() - 0.225) < 1e-6,
                     qPrintable(QString::number(turn)));
        }
    }

    void twoPages_standSideBySideInTheView()
    {
        PageLayout layout = pages(5, {Fit::Width, 0, Flow::TwoPage, 0, {}});
        QCOMPARE(layout.rect(0).top(), layout.rect(1).top());
        QVERIFY(layout.rect(1).left() >= layout.rect(0).right() + PageLayout::Gap - 1);
        QVERIFY(layout.rect(1).right() <= 1000 - PageLayout::Margin + 1);
        QCOMPARE(layout.rect(4).left(), layout.rect(0).left()); // the last one alone
        QVERIFY(layout.rect(2).top() > layout.rect(1).bottom());
        QCOMPARE(layout.pagesIn(layout.rect(0).top(), layout.rect(2).bottom()), (QList<int>{0, 1, 2, 3}));
        QCOMPARE(layout.pageAt(layout.rect(3).center()), 3);
        QCOMPARE(layout.pageAt(layout.rect(3).center().y()), 2);
        QCOMPARE(layout.pageAfter(3, 1), 4);
        QCOMPARE(layout.pageAfter(3, -1), 0);
        QCOMPARE(layout.pageAfter(3, 9), 4);
        QCOMPARE(layout.placeAt(layout.positionOf({3, 0.5, 0.25})).page, 3);
        // A document of one page has none to stand beside it.
        QCOMPARE(pages(1, {Fit::Width, 0, Flow::TwoPage, 0, {}}).rect(0).width(), 1000 - 2 * PageLayout::Margin);
    }

    void aSinglePage_isAllThatThereIsToScroll()
    {
        PageLayout layout = pages(3, {Fit::Page, 0, Flow::Single, 0, {}});
        layout.setSingle(1);
        QCOMPARE(layout.pagesIn(0, 1e6), QList<int>{1});
        QCOMPARE(layout.pageAt(QPointF(0, -500)), 1);
        QVERIFY(layout.size().height() <= 701);
        layout.setView({1000, 2000}, 1);
        QVERIFY(qAbs(layout.rect(1).center().y() - 1000) <= 1); // in the middle of what is too high for it
        layout.setSingle(99);
        QCOMPARE(layout.pageAt(0.0), 2);
    }

    void aTurnedView_turnsPagesOnTopOfTheirOwnRotation()
    {
        for (const int own : {0, 90, 180, 270}) {
            for (const int turn : {0, 90, 180, 270}) {
                PageLayout layout;
                layout.setView({1000, 700}, 1.5);
                layout.setMode({Fit::Exact, 1, Flow::Continuous, turn, {}});
                layout.setPages({page(600, 800, own), page(600, 800, own)});
                const bool onSide = turn % 180 != 0;
                QCOMPARE(layout.rect(1).size(), onSide ? QSizeF(800, 600) : QSizeF(600, 800));
                QCOMPARE(layout.pixels(1), QSize(900, 1200)); // the picture is never turned
                const Box box{0.1, 0.2, 0.3, 0.25};
                const QRectF shown = layout.onView(1, box);
                const QPointF centre = layout.onPage(1, shown.center());
                QVERIFY(qAbs(centre.x() - 0.2) < 1e-6 && qAbs(centre.y() - 0.225) < 1e-6);
                const PagePlace place{1, 0.2, 0.3};
                QCOMPARE(layout.placeAt(layout.positionOf(place)).page, 1);
                QVERIFY(qAbs(layout.placeAt(layout.positionOf(place)).top - 0.2) < 1e-6);
                QVERIFY(qAbs(*layout.placeAt(layout.positionOf(place)).left - 0.3) < 1e-6);
                // What the view shows of a box lies in the picture where the page's own rotation puts it.
                const QRectF expected = box.turned(own).on(QSizeF(900, 1200));
                const QRect part = layout.partOf(1, shown);
                QVERIFY(part.contains(expected.toAlignedRect().adjusted(1, 1, -1, -1)));
                QVERIFY(expected.adjusted(-2, -2, 2, 2).contains(part));
            }
        }
    }

    void content_fillsTheViewAndTheTextStaysInItsPlace()
    {
        const Trim trim{{0.2, 0.1, 0.8, 0.9}, {0.1, 0.1, 0.7, 0.9}};
        PageLayout layout = pages(4, {Fit::Content, 0, Flow::Continuous, 0, trim});
        QVERIFY(qAbs(layout.shown(0).width() - (1000 - 2 * PageLayout::Margin)) <= 1);
        QVERIFY(layout.rect(0).width() > layout.shown(0).width() * 1.6);
        QVERIFY(qAbs(layout.onView(0, {0.2, 0.5, 0.3, 0.6}).left() - PageLayout::Margin) <= 1);
        QVERIFY(qAbs(layout.onView(1, {0.1, 0.5, 0.3, 0.6}).left() - PageLayout::Margin) <= 1);
        QVERIFY(qAbs(layout.shown(1).top() - layout.shown(0).bottom() - PageLayout::Gap) <= 1);
        QVERIFY(layout.rect(0).bottom() > layout.rect(1).top()); // the margins that are not shown
        QCOMPARE(layout.pagesIn(layout.shown(1).top() + 1, layout.shown(1).top() + 2), QList<int>{1});
        const QRect part = layout.partOf(0, layout.shown(0));
        QVERIFY(qAbs(part.left() - 0.2 * layout.pixels(0).width()) <= 1);
        QCOMPARE(pages(4, {Fit::Content, 0, Flow::Continuous, 0, {}}).shown(0),
                 pages(4, {Fit::Width, 0, Flow::Continuous, 0, {}}).shown(0)); // not known yet
    }

    void aPageThatIsPrintedBeyondTheTrim_showsWhatMatters()
    {
        const Trim trim{{0.2, 0.2, 0.8, 0.8}, {0.2, 0.2, 0.8, 0.8}};
        PageLayout layout = pages(4, {Fit::Content, 0, Flow::Continuous, 0, trim});
        const QRectF usual = layout.shown(3);
        layout.setTrim(trim,
                       {{0, Box{0.05, 0.3, 0.8, 0.7}}, {1, Box{0.1, 0.3, 0.9, 0.7}}, {2, Box{0.2, 0.2, 0.8, 0.95}}});
        QCOMPARE(layout.scale(0), layout.scale(3)); // a stamp at one side moves nothing
        QCOMPARE(layout.shown(0).size(), usual.size());
        QVERIFY(layout.scale(1) < layout.scale(3)); // a figure across both margins is shown whole
        QVERIFY(layout.shown(1).contains(layout.onView(1, {0.1, 0.3, 0.9, 0.7})));
        QCOMPARE(layout.scale(2), layout.scale(3));
        QVERIFY(layout.shown(2).height() > usual.height() * 1.2);
    }

    void aQuarterTurnClockwise_putsTheTopAtTheRight()
    {
        const Box turned = Box{0.1, 0.0, 0.2, 0.05}.turned(90);
        QCOMPARE(turned.right, 1.0);
        QCOMPARE(turned.top, 0.1);
    }
};

YAODIAN_TEST_GUILESS(PageLayoutTest)

} // namespace reader_pagelayout_test

#include "pagelayout_test.moc"
