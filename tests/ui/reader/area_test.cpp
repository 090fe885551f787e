// A picture of an area, by mouse and by key.
#include "tests/support/fakeask.h"
#include "tests/support/testmain.h"
#include "tests/ui/reader/desk.h"
#include "tests/ui/reader/written.h"
#include "ui/reader/snapshot.h"

#include <QClipboard>
#include <QGuiApplication>

namespace area_test {

using namespace yaodian;
using tests::ReaderDesk;
using namespace Qt::StringLiterals;

struct Shooting
{
    Shooting() : desk(*qApp), path(desk.folder.filePath(u"one.pdf"_s))
    {
        tests::writePdf(path, {{u"Words to be taken"_s, u"a picture of"_s}, {u"Another page"_s}});
        desk.show(desk.add(path, u"One / Two: \"A Study\""_s));
        desk.reader->setAsk(ask);
        desk.reader->resize(1280, 1000);
        pages = desk.reader->findChild<ui::PageView *>(u"pages"_s);
        mouse.emplace(pages->viewport());
        QGuiApplication::clipboard()->clear();
        if (!desk.waitSettled())
            qFatal("the pages do not come");
    }
    [[nodiscard]] static QImage picture()
    {
        const bool has = QTest::qWaitFor([] { return !QGuiApplication::clipboard()->image().isNull(); }, 20000);
        return has ? QGuiApplication::clipboard()->image() : QImage();
    }
    [[nodiscard]] QRect whole() const { return pages->inView(0, {0, 0, 1, 1}); }

    ui::FakeAsk ask;
    ReaderDesk desk;
    QString path;
    ui::PageView *pages;
    std::optional<tests::Mouse> mouse;
};

bool hasInk(const QImage &image)
{
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (qGray(image.pixel(x, y)) < 90)
                return true;
    return false;
}

class AreaTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPicture_hasThreeHundredDotsAnInch()
    {
        const pdf::PageInfo page{{612, 792}, 0, {}};
        const ui::Snapshot shot = ui::snapshotOf(page, {0.5, 0.25, 0.75, 0.5});
        QCOMPARE(shot.scale, 300.0 / 72);
        QCOMPARE(shot.tile, QRect(1275, 825, 638, 825));
    }

    void ofATurnedPage_itIsTheAreaAsShown()
    {
        const pdf::PageInfo page{{792, 612}, 90, {}};
        const ui::Snapshot shot = ui::snapshotOf(page, {0, 0, 0.5, 0.25}); // top left, unturned
        QCOMPARE(shot.tile.right() + 1, qRound(792 * 300 / 72.0));
        QCOMPARE(shot.tile.top(), 0);
    }

    void aPoster_isTakenAsLargeAsCanBeDrawn()
    {
        const pdf::PageInfo page{{3370, 4768}, 0, {}};
        const ui::Snapshot shot = ui::snapshotOf(page, {0, 0, 1, 1});
        QVERIFY(qint64(shot.tile.width()) * shot.tile.height() < 32'000'000);
        QVERIFY(shot.scale > 1);
    }

    void theCornersOfADrag_mayComeInAnyOrderAndLieBeyondThePage()
    {
        QCOMPARE(ui::boxBetween({0.8, 1.4}, {0.2, 0.5}), (Box{0.2, 0.5, 0.8, 1}));
    }

    void aName_isOneThatEverySystemTakes()
    {
        QCOMPARE(ui::snapshotName(u"One / Two: \"A\""_s, 3), u"one-two-a p4.png"_s);
    }

    void altAndDrag_takeThePictureAndSelectNothing()
    {
        Shooting shooting;
        const QRect page = shooting.whole();
        const QPoint from(page.left() + page.width() / 20, page.top() + page.height() / 10);
        const QPoint to(page.center().x(), page.center().y());
        QSignalSpy message(shooting.desk.reader.get(), &ui::ReaderView::message);
        shooting.mouse->drag(from, to, Qt::AltModifier);
        const QImage picture = Shooting::picture();
        QVERIFY(!shooting.desk.reader->hasSelection());
        // 0.45 of 400 and 0.4 of 240 points.
        QVERIFY2(qAbs(picture.width() - 0.45 * 400 * 300 / 72) < 6, qPrintable(QString::number(picture.width())));
        QVERIFY2(qAbs(picture.height() - 0.4 * 240 * 300 / 72) < 6, qPrintable(QString::number(picture.height())));
        QVERIFY(hasInk(picture));
        // Said once, with what can be done: nothing lies over it.
        const auto *hint = shooting.desk.reader->findChild<QWidget *>(u"hint"_s);
        QVERIFY2(hint->accessibleName().contains(u"Picture copied"_s), qPrintable(hint->accessibleName()));
        QCOMPARE(message.count(), 0);
    }

    void byKey_aRectangleIsMovedSizedAndTaken()
    {
        Shooting shooting;
        shooting.desk.type(u"V"_s);
        QTest::keyClick(shooting.desk.pages(), Qt::Key_Return);
        const QSize before = Shooting::picture().size();
        QVERIFY(!before.isEmpty());
        QGuiApplication::clipboard()->clear();
        shooting.desk.type(u"V"_s);
        for (int i = 0; i < 3; ++i)
            QTest::keyClick(shooting.desk.pages(), Qt::Key_L, Qt::ShiftModifier);
        QTest::keyClick(shooting.desk.pages(), Qt::Key_J);
        QTest::keyClick(shooting.desk.pages(), Qt::Key_Return);
        const QSize after = Shooting::picture().size();
        QVERIFY2(after.width() > before.width(), qPrintable(u"%1, %2"_s.arg(after.width()).arg(before.width())));
        QVERIFY(qAbs(after.height() - before.height()) < 8);
    }

    void escape_givesUpAndTakesNothing()
    {
        Shooting shooting;
        QSignalSpy closed(shooting.desk.reader.get(), &ui::ReaderView::closed);
        shooting.desk.type(u"V"_s);
        QTest::keyClick(shooting.desk.pages(), Qt::Key_Escape);
        QTest::keyClick(shooting.desk.pages(), Qt::Key_Return);
        QCOMPARE(closed.count(), 0);
        QVERIFY(QGuiApplication::clipboard()->image().isNull());
    }

    void aKeyMore_writesThePictureWhereTheReaderSays()
    {
        Shooting shooting;
        const QString target = shooting.desk.folder.filePath(u"figure"_s);
        shooting.ask.saves << target;
        shooting.mouse->drag(shooting.whole().topLeft() + QPoint(9, 9), shooting.whole().center(), Qt::AltModifier);
        const QImage taken = Shooting::picture();
        shooting.desk.type(u"s"_s);
        QCOMPARE(shooting.ask.asked.size(), 1);
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(target + u".png"_s), 20000);
        QCOMPARE(QImage(target + u".png"_s).size(), taken.size());
        shooting.desk.type(u"s"_s); // once
        QCOMPARE(shooting.ask.asked.size(), 1);
    }

    void whereItCannotBeWritten_thatIsSaid()
    {
        Shooting shooting;
        shooting.ask.saves << shooting.desk.folder.filePath(u"no such folder/figure.png"_s);
        shooting.mouse->drag(shooting.whole().topLeft() + QPoint(9, 9), shooting.whole().center(), Qt::AltModifier);
        QVERIFY(!Shooting::picture().isNull());
        QSignalSpy message(shooting.desk.reader.get(), &ui::ReaderView::message);
        shooting.desk.type(u"s"_s);
        QTRY_COMPARE_WITH_TIMEOUT(message.count(), 1, 20000);
        QVERIFY(message.first().first().toString().contains(u"could not be saved"_s));
    }
};

YAODIAN_TEST(AreaTest)

} // namespace area_test

#include "area_test.moc"
