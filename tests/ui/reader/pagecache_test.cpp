#include "ui/reader/darkpage.h"
#include "ui/reader/pagecache.h"

#include <QColor>
#include <QTest>

using namespace yaodian::ui;

namespace {

QImage picture(int width, int height)
{
    QImage image(width, height, QImage::Format_RGB32);
    image.fill(Qt::white);
    return image;
}

PictureKey key(int page, int scale = 1000, bool dark = false)
{
    return {page, scale, {}, dark};
}

} // namespace

class PageCacheTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void manyPages_neverExceedTheBound()
    {
        PageCache cache(1 << 20);
        for (int page = 0; page < 50; ++page) {
            cache.put(key(page), picture(256, 256)); // 256 KiB each
            QVERIFY(cache.bytes() <= cache.mostBytes());
        }
        QVERIFY(cache.contains(key(49)));
        QVERIFY(!cache.contains(key(0)));
    }

    void whatWasLookedAtLongestAgo_goesFirst()
    {
        PageCache cache(3 * 256 * 1024);
        for (int page = 0; page < 3; ++page)
            cache.put(key(page), picture(256, 256));
        QVERIFY(!cache.find(key(0)).isNull());
        cache.put(key(3), picture(256, 256));
        QVERIFY(cache.contains(key(0)));
        QVERIFY(!cache.contains(key(1)));
    }

    void aPictureLargerThanTheBound_isKeptAlone()
    {
        PageCache cache(1000);
        cache.put(key(0), picture(10, 10));
        cache.put(key(1), picture(100, 100));
        QVERIFY(cache.contains(key(1)));
        QVERIFY(!cache.contains(key(0)));
        QCOMPARE(cache.bytes(), 40000);
    }

    void theSamePictureAgain_isCountedOnce()
    {
        PageCache cache;
        cache.put(key(0), picture(100, 100));
        cache.put(key(0), picture(50, 50));
        QCOMPARE(cache.bytes(), 10000);
        cache.clear();
        QCOMPARE(cache.bytes(), 0);
    }

    void anyOf_isTheSharpestWholePictureOfThatLook()
    {
        PageCache cache;
        cache.put(key(0, 500), picture(50, 50));
        cache.put(key(0, 1000), picture(100, 100));
        cache.put(key(0, 2000, true), picture(200, 200));
        cache.put({0, 4000, QRect(0, 0, 400, 400), false}, picture(400, 400));
        QCOMPARE(cache.anyOf(0, false).width(), 100);
        QCOMPARE(cache.anyOf(0, true).width(), 200);
        QVERIFY(cache.anyOf(1, false).isNull());
    }

    void aDarkPage_turnsLightnessAndKeepsHue()
    {
        QImage page = picture(3, 1);
        page.setPixelColor(1, 0, Qt::black);
        page.setPixelColor(2, 0, QColor(200, 40, 40));
        const QImage dark = darkened(page);
        QVERIFY(dark.pixelColor(0, 0).lightness() < 50);
        QCOMPARE(dark.pixelColor(0, 0), darkPaper());
        QVERIFY(dark.pixelColor(1, 0).lightness() > 200);
        const int hue = dark.pixelColor(2, 0).hue();
        QVERIFY2(hue < 20 || hue > 340, qPrintable(QString::number(hue)));
        QCOMPARE(page.pixelColor(0, 0), QColor(Qt::white)); // the original is left alone
    }
};

QTEST_GUILESS_MAIN(PageCacheTest)
#include "pagecache_test.moc"
