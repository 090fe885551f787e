// Which pictures the reader asks for, and which it has already: the real reader, worker and store.
#include "tests/support/testmain.h"
#include "tests/ui/reader/desk.h"
#include "ui/reader/firstview.h"
#include "ui/reader/pagekeeper.h"
#include "ui/reader/pageview.h"
#include "ui/reader/preparing.h"

#include <QPainter>
#include <QPdfWriter>

namespace store_test {

using namespace yaodian;
using tests::ReaderDesk;
using namespace Qt::StringLiterals;

const QString TourPdf = QStringLiteral(YAODIAN_FIXTURES "/../../resources/tour/tour.pdf");
const Box Photo{0.25, 0.5, 0.75, 0.75};
const Box Drawn{0.25, 0.2, 0.75, 0.4};

/// Two pages with a photo and a black bar that is drawn.
QString pictured(const ReaderDesk &desk)
{
    const QString path = desk.folder.filePath(u"pictured.pdf"_s);
    QPdfWriter writer(path);
    writer.setPageSize(QPageSize(QSizeF(400, 400), QPageSize::Point));
    writer.setPageMargins(QMarginsF());
    QImage photo(64, 64, QImage::Format_RGB32);
    for (int y = 0; y < 64; ++y)
        for (int x = 0; x < 64; ++x)
            photo.setPixelColor(x, y, QColor(220, 180 - x, y));
    QPainter painter(&writer);
    const QSizeF size(writer.width(), writer.height());
    for (int page = 0; page < 2; ++page) {
        if (page > 0)
            writer.newPage();
        painter.drawImage(Photo.on(size), photo);
        painter.fillRect(Drawn.on(size), Qt::black);
    }
    painter.end();
    return path;
}

ui::PageView &viewOf(const ReaderDesk &desk)
{
    return *static_cast<ui::PageView *>(desk.pages());
}

/// What the screen shows in the middle of a box of the first page.
QColor colourAt(const ReaderDesk &desk, const Box &box)
{
    const QRect at = viewOf(desk).inView(0, box);
    return viewOf(desk).viewport()->grab().toImage().pixelColor(at.center());
}

/// Every page is there, sharp, as the view would show it.
bool hasAllPages(const ReaderDesk &desk)
{
    const auto &layout = viewOf(desk).layoutOfPages();
    const auto &renderer = viewOf(desk).renderer();
    for (int page = 0; page < layout.count(); ++page)
        if (!renderer.cache().contains({renderer.id(), page, qRound(layout.scale(page) * 1000), {}, renderer.look()}))
            return false;
    return true;
}

bool isAlike(const QColor &a, const QColor &b)
{
    return qAbs(a.red() - b.red()) < 12 && qAbs(a.green() - b.green()) < 12 && qAbs(a.blue() - b.blue()) < 12;
}

class StoreTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void darkAndSepia_turnWhatIsDrawn_andLeavePhotosAlone()
    {
        ReaderDesk desk(*qApp);
        desk.show(desk.add(pictured(desk), u"Pictured"_s));
        desk.reader->resize(1100, 900);
        QVERIFY(desk.waitSettled());
        desk.type(u"W"_s);
        QVERIFY(desk.waitSettled());
        const QColor photo = colourAt(desk, Photo);
        QVERIFY(photo.red() > 200 && photo.blue() < 80);
        QVERIFY(colourAt(desk, Drawn).lightness() < 10);
        for (const auto &[key, look] : {std::pair(u"D"_s, ui::Look::Dark), std::pair(u"gs"_s, ui::Look::Sepia)}) {
            desk.type(key);
            QCOMPARE(viewOf(desk).renderer().look(), look);
            QVERIFY(desk.waitSettled());
            QVERIFY2(isAlike(colourAt(desk, Photo), photo), qPrintable(colourAt(desk, Photo).name()));
            QVERIFY(isAlike(colourAt(desk, {0.05, 0.05, 0.15, 0.15}), ui::paperOf(look)));
        }
        QVERIFY(isAlike(colourAt(desk, Drawn), QColor(0x3a2e22)));
        desk.reader.reset(); // the choice outlives the view
        desk.show(*desk.store->document(desk.store->documents(desk.paper).first().sha256));
        QCOMPARE(viewOf(desk).renderer().look(), ui::Look::Sepia);
        desk.type(u"gs"_s);
        QCOMPARE(viewOf(desk).renderer().look(), ui::Look::Light);
    }

    void aDocumentComeBackTo_isNotDrawnAnew()
    {
        ReaderDesk desk(*qApp);
        const auto tour = desk.add(TourPdf, u"A Short Tour"_s);
        const auto tourPaper = desk.paper;
        const auto other = desk.add(pictured(desk), u"Pictured"_s);
        desk.makeView().open(tour, tourPaper);
        QVERIFY(desk.waitSettled());
        QTRY_VERIFY_WITH_TIMEOUT(hasAllPages(desk), 20000); // the second page ahead of time
        desk.reader->open(other, desk.paper);
        QVERIFY(desk.waitSettled());
        QTRY_VERIFY_WITH_TIMEOUT(hasAllPages(desk), 20000);
        const int drawn = viewOf(desk).renderer().drawn();
        QVERIFY(drawn >= 4);
        desk.reader->open(tour, tourPaper);
        QVERIFY(desk.waitSettled());
        desk.type(u"G"_s);
        QVERIFY(desk.waitSettled());
        QCOMPARE(viewOf(desk).renderer().drawn(), drawn);
    }

    void readersThatShareAStore_shareItsPages()
    {
        ReaderDesk desk(*qApp);
        const auto tour = desk.add(TourPdf, u"A Short Tour"_s);
        const auto store = std::make_shared<ui::PageStore>();
        desk.makeView().setStore(store);
        desk.reader->open(tour, desk.paper);
        QVERIFY(desk.waitSettled());
        QTRY_VERIFY_WITH_TIMEOUT(hasAllPages(desk), 20000);
        desk.makeView().setStore(store);
        desk.reader->open(tour, desk.paper);
        QVERIFY(desk.waitSettled());
        QVERIFY(hasAllPages(desk));
        QCOMPARE(viewOf(desk).renderer().drawn(), 0);
    }

    void aPreparedPage_isThereWithoutBeingDrawn()
    {
        ReaderDesk desk(*qApp);
        const auto tour = desk.add(TourPdf, u"A Short Tour"_s);
        const auto store = std::make_shared<ui::PageStore>();
        store->disk = std::make_shared<ui::DiskCache>(desk.folder.filePath(u"pages"_s));
        // What the last window was like is what the next one is expected to be.
        desk.makeView().openPath(TourPdf);
        QVERIFY(desk.waitSettled());
        desk.reader.reset();
        ui::Preparing preparing(store->disk, desk.settings, desk.background, qApp, 0);
        preparing.add(tour.path, tour.sha256);
        preparing.add(desk.folder.filePath(u"gone.pdf"_s), tour.sha256); // known already
        preparing.add(desk.folder.filePath(u"gone.pdf"_s), QString(64, u'b'));
        QTRY_VERIFY_WITH_TIMEOUT(preparing.isDone(), 20000);
        QVERIFY(store->disk->bytes() > 0);
        desk.makeView().setStore(store);
        desk.reader->open(tour, desk.paper);
        QVERIFY(desk.waitSettled());
        QTRY_VERIFY_WITH_TIMEOUT(hasAllPages(desk), 20000);
        QCOMPARE(viewOf(desk).renderer().drawn(), 1); // the page ahead; not the first one
    }

    void aPdfThatComesIntoTheLibrary_hasItsFirstPageDrawnAhead()
    {
        ReaderDesk desk(*qApp);
        ui::PageKeeper keeper(*desk.store, desk.settings, desk.background, nullptr);
        const auto tour = desk.add(TourPdf, u"A Short Tour"_s);
        QTRY_VERIFY_WITH_TIMEOUT(keeper.store()->disk->bytes() > 0, 20000);
        const QStringList files = QDir(desk.folder.filePath(u"pages"_s)).entryList(QDir::Files);
        QCOMPARE(files.size(), 1);
        QVERIFY2(files.first().startsWith(tour.sha256 + u"-0-"_s), qPrintable(files.first()));
    }

    void whatTheDiskCannotGive_isDrawn()
    {
        ReaderDesk desk(*qApp);
        const auto tour = desk.add(TourPdf, u"A Short Tour"_s);
        const auto store = std::make_shared<ui::PageStore>();
        store->disk = std::make_shared<ui::DiskCache>(desk.folder.filePath(u"pages"_s));
        desk.makeView().setStore(store);
        desk.reader->open(tour, desk.paper);
        QVERIFY(desk.waitSettled());
        const auto &layout = viewOf(desk).layoutOfPages();
        const QString name = ui::DiskCache::nameOf(tour.sha256, 0, qRound(layout.scale(0) * 1000));
        QVERIFY(store->disk->write(name, QImage(10, 10, QImage::Format_RGB32)));
        QFile file(desk.folder.filePath(u"pages/"_s + name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("no picture at all");
        file.close();
        store->memory.clear();
        desk.makeView().setStore(store);
        desk.reader->open(tour, desk.paper);
        QVERIFY(desk.waitSettled());
        QVERIFY(viewOf(desk).renderer().drawn() >= 1);
        QVERIFY(viewOf(desk).renderer().failure(0).isEmpty());
        QVERIFY(!store->disk->contains(name));
    }
};

YAODIAN_TEST(StoreTest)

} // namespace store_test

#include "store_test.moc"
