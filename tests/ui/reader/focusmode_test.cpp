// Only the pages.
#include "tests/support/testmain.h"
#include "tests/ui/reader/desk.h"
#include "tests/ui/reader/written.h"

namespace focusmode_test {

using namespace yaodian;
using tests::ReaderDesk;
using namespace Qt::StringLiterals;

struct Focused
{
    Focused() : desk(*qApp), path(desk.folder.filePath(u"one.pdf"_s))
    {
        tests::writePdf(path, {{u"Some words"_s}, {u"More words"_s}});
        desk.show(desk.add(path, u"One"_s));
        desk.reader->resize(1600, 900);
        pages = desk.reader->findChild<ui::PageView *>(u"pages"_s);
        outline = desk.reader->findChild<QWidget *>(u"outline"_s);
        note = desk.reader->findChild<QWidget *>(u"note"_s);
        if (!desk.waitSettled())
            qFatal("the pages do not come");
    }
    [[nodiscard]] QRect page() const { return pages->inView(0, {0, 0, 1, 1}); }

    ReaderDesk desk;
    QString path;
    ui::PageView *pages;
    QWidget *outline;
    QWidget *note;
};

class FocusModeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyThePagesAreThere_inTheirSizeAndInTheMiddle()
    {
        Focused focused;
        QVERIFY(focused.outline->isVisible() && focused.note->isVisible());
        const int width = focused.page().width();
        QSignalSpy only(focused.desk.reader.get(), &ui::ReaderView::onlyPages);
        focused.desk.type(u"F"_s);
        QVERIFY(!focused.outline->isVisible() && !focused.note->isVisible());
        QCOMPARE(only.value(0).value(0).toBool(), true);
        QTRY_VERIFY(focused.pages->width() > 1500);
        QCOMPARE(focused.page().width(), width);
        const int middle = focused.pages->viewport()->rect().center().x();
        QVERIFY2(qAbs(focused.page().center().x() - middle) < 3, qPrintable(QString::number(focused.page().left())));
    }

    void theSameKeyAndEscape_bringTheRestBackAsItWas()
    {
        Focused focused;
        const QRect before = focused.page();
        QSignalSpy only(focused.desk.reader.get(), &ui::ReaderView::onlyPages);
        QSignalSpy left(focused.desk.reader.get(), &ui::ReaderView::left);
        focused.desk.type(u"FF"_s);
        QVERIFY(focused.outline->isVisible() && focused.note->isVisible());
        focused.desk.type(u"F"_s);
        QTest::keyClick(focused.desk.pages(), Qt::Key_Escape);
        QVERIFY(focused.outline->isVisible() && focused.note->isVisible());
        QCOMPARE(only.count(), 4);
        QCOMPARE(only.last().first().toBool(), false);
        QCOMPARE(left.count(), 0);
        QTRY_COMPARE(focused.page(), before);
    }

    void aPanelThatWasNotThere_doesNotComeByIt()
    {
        Focused focused;
        focused.desk.reader->resize(900, 900); // too narrow for the contents
        QVERIFY(!focused.outline->isVisible());
        focused.desk.type(u"FF"_s);
        QVERIFY(!focused.outline->isVisible());
        QVERIFY(focused.note->isVisible());
    }

    void whatIsCalledBackMeanwhile_isLeftFirst()
    {
        Focused focused;
        QSignalSpy only(focused.desk.reader.get(), &ui::ReaderView::onlyPages);
        QSignalSpy left(focused.desk.reader.get(), &ui::ReaderView::left);
        focused.desk.type(u"Ft"_s);
        QVERIFY(focused.outline->isVisible() && focused.outline->hasFocus());
        QTest::keyClick(focused.outline, Qt::Key_Escape);
        QTest::keyClick(focused.desk.pages(), Qt::Key_Escape);
        QVERIFY(!focused.outline->isVisible());
        QCOMPARE(only.count(), 1);
        QTest::keyClick(focused.desk.pages(), Qt::Key_Escape);
        QVERIFY(focused.outline->isVisible() && focused.note->isVisible());
        QCOMPARE(left.count(), 0);
    }

    void whatIsSaid_floatsOverThePages()
    {
        Focused focused;
        focused.desk.type(u"Fma"_s);
        auto *hint = focused.desk.reader->findChild<QWidget *>(u"hint"_s);
        QVERIFY(hint->isVisible());
        QVERIFY2(hint->accessibleName().contains(u"Mark a"_s), qPrintable(hint->accessibleName()));
    }

    void leavingTheReader_bringsTheRestBack()
    {
        Focused focused;
        QSignalSpy only(focused.desk.reader.get(), &ui::ReaderView::onlyPages);
        focused.desk.type(u"F"_s);
        focused.desk.reader->hide();
        QCOMPARE(only.last().first().toBool(), false);
    }
};

YAODIAN_TEST(FocusModeTest)

} // namespace focusmode_test

#include "focusmode_test.moc"
