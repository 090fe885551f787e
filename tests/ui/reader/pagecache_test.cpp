#include "base/settings.h"
#include "tests/support/testmain.h"
#include "ui/reader/lookchoice.h"
#include "ui/reader/pagecache.h"
#include "ui/reader/photos.h"

#include <QColor>
#include <QPainter>
#include <QTemporaryDir>
#include <QTest>

namespace reader_pagecache_test {

using namespace yaodian;
using namespace yaodian::ui;

QImage picture(int width, int height)
{
    QImage image(width, height, QImage::Format_RGB32);
    image.fill(Qt::white);
    return image;
}

PictureKey key(int page, int scale = 1000, Look look = Look::Light)
{
    return {"paper", page, scale, {}, look};
}

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
        cache.put(key(0, 2000, Look::Dark), picture(200, 200));
        cache.put({"paper", 0, 4000, QRect(0, 0, 400, 400), Look::Light}, picture(400, 400));
        cache.put({"another", 0, 3000, {}, Look::Light}, picture(300, 300));
        QCOMPARE(cache.anyOf("paper", 0, Look::Light).width(), 100);
        QCOMPARE(cache.anyOf("paper", 0, Look::Dark).width(), 200);
        QCOMPARE(cache.anyOf("another", 0, Look::Light).width(), 300);
        QVERIFY(cache.anyOf("paper", 1, Look::Light).isNull());
        QVERIFY(cache.anyOf("paper", 0, Look::Sepia).isNull());
    }

    void aDarkPage_turnsLightnessAndKeepsHue()
    {
        QImage page = picture(3, 1);
        page.setPixelColor(1, 0, Qt::black);
        page.setPixelColor(2, 0, QColor(200, 40, 40));
        const QImage dark = dressed(page, Look::Dark);
        QVERIFY(dark.pixelColor(0, 0).lightness() < 50);
        QCOMPARE(dark.pixelColor(0, 0), paperOf(Look::Dark));
        QVERIFY(dark.pixelColor(1, 0).lightness() > 200);
        const int hue = dark.pixelColor(2, 0).hue();
        QVERIFY2(hue < 20 || hue > 340, qPrintable(QString::number(hue)));
        QCOMPARE(page.pixelColor(0, 0), QColor(Qt::white)); // the original is left alone
    }

    void sepia_makesOldPaperOfWhiteAndKeepsTheOrderOfTones()
    {
        QImage page = picture(3, 1);
        page.setPixelColor(1, 0, Qt::black);
        page.setPixelColor(2, 0, QColor(128, 128, 128));
        const QImage sepia = dressed(page, Look::Sepia);
        QCOMPARE(sepia.pixelColor(0, 0), paperOf(Look::Sepia));
        QVERIFY(sepia.pixelColor(1, 0).lightness() < sepia.pixelColor(2, 0).lightness());
        QVERIFY(sepia.pixelColor(2, 0).lightness() < sepia.pixelColor(0, 0).lightness());
        QVERIFY(sepia.pixelColor(1, 0).red() > sepia.pixelColor(1, 0).blue());
        QCOMPARE(dressed(page, Look::Light), page);
    }

    void figures_stayAsTheyAre()
    {
        const QImage page = picture(40, 20);
        const QImage dark = dressed(page, Look::Dark, {QRect(30, 5, 20, 5), QRect(5, 5, 10, 10), QRect(8, 8, 4, 4)});
        for (int y = 0; y < 20; ++y)
            for (int x = 0; x < 40; ++x) {
                const bool figure = QRect(5, 5, 10, 10).contains(x, y) || QRect(30, 5, 10, 5).contains(x, y);
                QCOMPARE(dark.pixelColor(x, y), figure ? QColor(Qt::white) : paperOf(Look::Dark));
            }
    }

    void aScanAndALetter_areNoFigures()
    {
        const QSize size(1000, 2000);
        const Box figure{0.1, 0.2, 0.5, 0.4};
        QCOMPARE(figuresOf({figure, Box{0, 0, 1, 1}, Box{0.5, 0.5, 0.51, 0.52}}, 0, size),
                 QList<QRect>{QRect(100, 400, 400, 400)});
        QCOMPARE(figuresOf({figure}, 90, size.transposed()), QList<QRect>{QRect(1200, 100, 400, 400)});
        // In a tile, what of it is there.
        QCOMPARE(figuresOf({figure}, 0, size, QRect(400, 600, 500, 500)), QList<QRect>{QRect(0, 0, 100, 200)});
        QVERIFY(figuresOf({figure}, 0, size, QRect(600, 600, 100, 100)).isEmpty());
    }

    void aPhoto_isToldFromPrint_alsoFromHighlightedPrint()
    {
        QImage page = picture(640, 800);
        QPainter painter(&page);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.fillRect(50, 50, 500, 200, QColor(0xffe08a)); // a marked passage
        painter.setPen(QPen(Qt::black, 1.3));
        for (int line = 0; line < 20; ++line) // strokes like those of letters, on paper and on the mark
            for (int x = 50; x < 550; x += 7)
                painter.drawLine(QPointF(x, 60 + line * 14), QPointF(x + 3.3, 68.5 + line * 14));
        painter.fillRect(100, 420, 200, 60, QColor(0x3366cc)); // a box of a diagram
        painter.end();
        QCOMPARE(photosIn(page), QList<QRect>());
        const QRect photo(160, 512, 160, 128);
        for (int y = photo.top(); y <= photo.bottom(); ++y)
            for (int x = photo.left(); x <= photo.right(); ++x)
                page.setPixelColor(x, y, QColor(x * 7 % 256, y * 5 % 256, (x + y) * 3 % 256));
        QCOMPARE(photosIn(page), QList<QRect>{photo});
        for (int y = 0; y < page.height(); ++y) // a scan
            for (int x = 0; x < page.width(); ++x)
                page.setPixelColor(x, y, QColor(x * 7 % 256, y * 5 % 256, (x + y) * 3 % 256));
        QCOMPARE(photosIn(page), QList<QRect>());
        QCOMPARE(photosIn({}), QList<QRect>());
    }

    void denseLettersOnABrightMark_areNoPhoto()
    {
        QImage page = picture(640, 800);
        QPainter painter(&page);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(Qt::black, 1.3));
        for (int line = 0; line < 15; ++line) { // strokes as close as those of small bold letters, each line marked
            painter.fillRect(QRectF(48, 50 + line * 16.5, 512, 12.5), QColor(0xffa500));
            for (double x = 50; x < 550; x += 3.7)
                painter.drawLine(QPointF(x, 52.3 + line * 16.5), QPointF(x + 2.1, 60.9 + line * 16.5));
        }
        painter.end();
        QCOMPARE(photosIn(page), QList<QRect>());
    }

    void aLook_isChosenOverTheThemesOwn()
    {
        QTemporaryDir folder;
        Settings settings(folder.path());
        QCOMPARE(chosenLook(settings, true), Look::Dark);
        toggleLook(settings, Look::Dark, true); // light pages in a dark window
        QCOMPARE(chosenLook(settings, true), Look::Light);
        QCOMPARE(chosenLook(Settings(folder.path()), true), Look::Light);
        toggleLook(settings, Look::Sepia, true);
        QCOMPARE(chosenLook(settings, true), Look::Sepia);
        toggleLook(settings, Look::Dark, true); // the theme's own: pages follow it again
        QCOMPARE(chosenLook(settings, true), Look::Dark);
        QCOMPARE(chosenLook(settings, false), Look::Light);
        toggleLook(settings, Look::Sepia, false);
        toggleLook(settings, Look::Sepia, false);
        QCOMPARE(chosenLook(settings, false), Look::Light);
        settings.setState(QStringLiteral("look"), QStringLiteral("pink"));
        QCOMPARE(chosenLook(settings, false), Look::Light);
    }
};

YAODIAN_TEST_GUILESS(PageCacheTest)

} // namespace reader_pagecache_test

#include "pagecache_test.moc"
