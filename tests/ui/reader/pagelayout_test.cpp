#include "ui/reader/pagelayout.h"

#include <QTest>

using namespace yaodian;
using namespace yaodian::ui;

namespace {

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

} // namespace

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
        QCOMPARE(PageLayout().pageAt(0), -1);
    }

    void aPlace_holdsAtEveryZoom()
    {
        PageLayout layout = threePages();
        const PagePlace place{1, 0.25};
        for (const double scale : {0.5, 1.0, 4.0}) {
            layout.setZoom(Fit::Exact, scale);
            const PagePlace back = layout.placeAt(layout.yOf(place));
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

    void aQuarterTurnClockwise_putsTheTopAtTheRight()
    {
        const Box turned = rotated({0.1, 0.0, 0.2, 0.05}, 90);
        QCOMPARE(turned.right, 1.0);
        QCOMPARE(turned.top, 0.1);
    }
};

QTEST_GUILESS_MAIN(PageLayoutTest)
#include "pagelayout_test.moc"
