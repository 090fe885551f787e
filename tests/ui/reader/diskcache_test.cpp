#include "base/files.h"
#include "tests/support/testmain.h"
#include "ui/reader/diskcache.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace reader_diskcache_test {

using namespace yaodian;
using namespace yaodian::ui;

const QString Paper(64, QLatin1Char('a'));

/// No two pixels in a row alike: it cannot be made much smaller.
QImage noise(int side, quint32 seed)
{
    QImage image(side, side, QImage::Format_RGB32);
    for (int y = 0; y < side; ++y)
        for (int x = 0; x < side; ++x) {
            seed = seed * 1664525 + 1013904223;
            image.setPixel(x, y, 0xff000000 | (seed >> 8));
        }
    return image;
}

class DiskCacheTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPicture_comesBackAlsoAfterARestart()
    {
        QTemporaryDir folder;
        const QImage picture = noise(50, 7);
        const QString name = DiskCache::nameOf(Paper, 3, 1444);
        {
            DiskCache cache(folder.filePath(QStringLiteral("pages")));
            QVERIFY(!cache.contains(name));
            QVERIFY(cache.write(name, picture));
            QVERIFY(cache.contains(name));
            QCOMPARE(cache.read(name), picture);
        }
        DiskCache cache(folder.filePath(QStringLiteral("pages")));
        QVERIFY(!cache.contains(name)); // nobody has looked
        cache.load();
        QVERIFY(cache.contains(name));
        QCOMPARE(cache.read(name), picture);
        QVERIFY(cache.read(DiskCache::nameOf(Paper, 4, 1444)).isNull());
    }

    void onlyAHash_makesAName()
    {
        QVERIFY(!DiskCache::nameOf(Paper, 0, 1000).isEmpty());
        for (const QString &hash :
             {QString(), QStringLiteral("../../etc/passwd"), QString(64, QLatin1Char('A')), Paper + Paper})
            QVERIFY2(DiskCache::nameOf(hash, 0, 1000).isEmpty(), qPrintable(hash));
        QVERIFY(DiskCache::nameOf(Paper, -1, 1000).isEmpty());
        QTemporaryDir folder;
        DiskCache cache(folder.path());
        QVERIFY(cache.write({}, noise(5, 1))); // without a name nothing is kept
        QVERIFY(QDir(folder.path()).isEmpty());
    }

    void whatWasReadLongestAgo_goesFirst()
    {
        QTemporaryDir folder;
        DiskCache cache(folder.path(), 100'000);
        const auto name = [](int page) { return DiskCache::nameOf(Paper, page, 1000); };
        for (int page = 0; page < 2; ++page) {
            QVERIFY(cache.write(name(page), noise(100, quint32(page)))); // some 30 to 40 KB each
            QTest::qWait(5);
        }
        QVERIFY(!cache.read(name(0)).isNull());
        QTest::qWait(5);
        for (int page = 2; page < 4 && cache.contains(name(1)); ++page)
            QVERIFY(cache.write(name(page), noise(100, quint32(page))));
        QVERIFY(!cache.contains(name(1)));
        QVERIFY(cache.contains(name(0)));
        QVERIFY(cache.bytes() <= 100'000);
        qint64 onDisk = 0;
        for (const QFileInfo &file : QDir(folder.path()).entryInfoList(QDir::Files))
            onDisk += file.size();
        QCOMPARE(onDisk, cache.bytes());
    }

    void damagedBytes_areNoPictureAndAreRemoved()
    {
        QTemporaryDir folder;
        const QString name = DiskCache::nameOf(Paper, 0, 1000);
        const QString path = folder.filePath(name);
        DiskCache cache(folder.path());
        QVERIFY(cache.write(name, noise(20, 3)));
        const QByteArray whole = readFile(path, 1 << 20).value();
        QList<QByteArray> damaged{QByteArray(), whole.left(10), whole.left(whole.size() - 5),
                                  QByteArray("GIF89a") + whole};
        for (const int at : {0, 8, 9, 11, 12, 16, 17, 24, 40}) { // magic, width, height, size of the pixels, the pixels
            damaged << whole;
            damaged.last()[at] = char(~damaged.last()[at]);
        }
        for (const QByteArray &bytes : damaged) {
            QVERIFY(cache.write(name, noise(20, 3)));
            QVERIFY(writeFileAtomically(path, bytes));
            QVERIFY(cache.read(name).isNull());
            QVERIFY(!cache.contains(name));
            QVERIFY(!QFile::exists(path));
        }
        QCOMPARE(cache.bytes(), 0);
    }

    void whatACrashLeft_isClearedAway_andNothingElse()
    {
        QTemporaryDir folder;
        const QString half = folder.filePath(DiskCache::nameOf(Paper, 0, 1000) + QStringLiteral(".Xy12Ab"));
        const QString other = folder.filePath(QStringLiteral("readme.txt"));
        for (const QString &path : {half, other})
            QVERIFY(writeFileAtomically(path, "half"));
        DiskCache cache(folder.path());
        cache.load();
        QVERIFY(!QFile::exists(half));
        QVERIFY(QFile::exists(other));
    }

    void aFolderThatCannotBeWritten_isOneSentence()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("file"));
        QVERIFY(writeFileAtomically(file, "x"));
        DiskCache cache(file + QStringLiteral("/pages"));
        const auto written = cache.write(DiskCache::nameOf(Paper, 0, 1000), noise(5, 1));
        QVERIFY(!written);
        QVERIFY(!written.error().message.isEmpty());
    }
};

YAODIAN_TEST_GUILESS(DiskCacheTest)

} // namespace reader_diskcache_test

#include "diskcache_test.moc"
