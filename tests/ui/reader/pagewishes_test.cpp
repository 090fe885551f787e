#include "tests/support/testmain.h"
#include "ui/reader/pagewishes.h"
#include "ui/reader/rendertimes.h"

#include <QSet>
#include <QTest>

namespace reader_pagewishes_test {

using namespace yaodian;
using namespace yaodian::ui;
using Priority = pdf::Document::Priority;
using Quality = RenderTimes::Quality;

Wanted page(int number, QSize pixels = {1000, 1300})
{
    return {number, pixels.width() / 600.0, pixels, QRect(0, 0, pixels.width(), 700)};
}

/// A situation to be changed by a test: nothing is there, nothing failed, nothing is slow.
struct Situation
{
    QSet<PictureKey> there;
    QSet<int> failed;
    QSet<int> shown;
    QSet<int> slow;

    [[nodiscard]] WishFacts facts(Look look = Look::Light) const
    {
        return {"paper",
                look,
                [this](const PictureKey &key) { return there.contains(key); },
                [this](int number) { return failed.contains(number); },
                [this](int number) { return shown.contains(number); },
                [this](int number) { return slow.contains(number); }};
    }
};

QList<int> pagesOf(const QList<Wish> &wishes)
{
    QList<int> pages;
    for (const Wish &wish : wishes)
        pages << wish.key.page;
    return pages;
}

class PageWishesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsInView_comesBeforeItsNeighbours()
    {
        Situation now;
        QList<Wish> wishes = wishesFor({page(3), page(4)}, {page(5)}, now.facts(Look::Sepia));
        QCOMPARE(pagesOf(wishes), (QList<int>{3, 4}));
        QCOMPARE(wishes.first().priority, Priority::Visible);
        QCOMPARE(wishes.first().key.look, Look::Sepia);
        QCOMPARE(wishes.first().key.document, QByteArray("paper"));
        for (const Wish &wish : wishes)
            now.there.insert(wish.key);
        wishes = wishesFor({page(3), page(4)}, {page(5), page(6)}, now.facts(Look::Sepia));
        QCOMPARE(pagesOf(wishes), (QList<int>{5, 6}));
        QCOMPARE(wishes.first().priority, Priority::Near);
        // In another look nothing is there.
        QCOMPARE(pagesOf(wishesFor({page(3)}, {page(5)}, now.facts())), QList<int>{3});
    }

    void aSlowPage_comesAsADraftFirst()
    {
        Situation now;
        now.slow = {3, 4};
        now.shown = {4};
        const QList<Wish> wishes = wishesFor({page(3), page(4), page(5)}, {}, now.facts());
        QCOMPARE(pagesOf(wishes), (QList<int>{3, 3, 4, 5})); // of 4 something is shown already, 5 is quick
        QVERIFY(wishes.at(0).isDraft);
        QVERIFY(qAbs(wishes.at(0).scale * 3 - wishes.at(1).scale) < 1e-9);
        QVERIFY(!wishes.at(1).isDraft);
        now.shown = {3, 4};
        QCOMPARE(pagesOf(wishesFor({page(3)}, {}, now.facts())), QList<int>{3});
    }

    void aFailedPage_isNotAskedForAgain()
    {
        Situation now;
        now.failed = {3};
        now.slow = {3};
        QCOMPARE(pagesOf(wishesFor({page(3)}, {page(4)}, now.facts())), QList<int>{4});
    }

    void aHugePage_isCutIntoTheTilesInViewOverOneCoarsePicture()
    {
        Wanted huge = page(0, {9000, 12000});
        huge.part = QRect(3000, 5000, 1600, 900);
        const QList<Wish> wishes = wishesFor({huge}, {}, Situation().facts());
        QVERIFY(wishes.first().key.tile.isNull());
        QVERIFY(wishes.first().scale < huge.scale / 3);
        QRect covered;
        for (const Wish &wish : wishes.sliced(1)) {
            QVERIFY(wish.key.tile.intersects(huge.part));
            covered |= wish.key.tile;
        }
        QVERIFY(covered.contains(huge.part));
        // Ahead, only the coarse one.
        QCOMPARE(wishesFor({}, {huge}, Situation().facts()).size(), 1);
    }

    void neighbours_areThoseInTheDirectionOfTravel()
    {
        QCOMPARE(pagesAround({4}, true, 20, 1), (QList<int>{5, 6, 3}));
        QCOMPARE(pagesAround({4, 5}, false, 20, 1), (QList<int>{3, 2, 6}));
        QCOMPARE(pagesAround({4, 5}, true, 20, 2), (QList<int>{6, 7, 8, 9, 3, 2}));
        QCOMPARE(pagesAround({0}, false, 20, 1), QList<int>{1});
        QCOMPARE(pagesAround({18, 19}, true, 20, 1), QList<int>{17});
        QCOMPARE(pagesAround({}, true, 20, 1), QList<int>{});
    }

    void draftsPay_onlyWhereTheyWereMeasuredTo()
    {
        RenderTimes times;
        QVERIFY(!times.draftPays(0)); // nothing is known
        times.note(0, Quality::Sharp, 40);
        QVERIFY(!times.draftPays(1));
        times.note(1, Quality::Sharp, 900);
        QVERIFY(times.draftPays(1));
        QCOMPARE(times.expected(0), std::optional(40.0)); // its own, not the usual one
        times.note(2, Quality::Draft, 850);               // as slow at a third of the scale
        QVERIFY(!times.draftPays(1));
        for (int i = 0; i < 9; ++i)
            times.note(2, Quality::Draft, 20);
        QVERIFY(times.draftPays(1));
        times.clear();
        QVERIFY(!times.expected(0));
    }

    void aHeavyPage_isOneThatWasMeasuredSo()
    {
        RenderTimes times;
        times.note(0, Quality::Sharp, 900);
        times.note(1, Quality::Sharp, 100);
        QVERIFY(times.isHeavy(0));
        QVERIFY(!times.isHeavy(1));
        QVERIFY(!times.isHeavy(2));
    }
};

YAODIAN_TEST_GUILESS(PageWishesTest)

} // namespace reader_pagewishes_test

#include "pagewishes_test.moc"
