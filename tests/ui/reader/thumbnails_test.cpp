// Small pictures of the pages in the left column.
#include "tests/support/pdfwriter.h"
#include "tests/support/testmain.h"
#include "tests/ui/reader/desk.h"
#include "ui/reader/siderows.h"
#include "ui/reader/thumbnaillist.h"

namespace reader_thumbnails_test {

using namespace yaodian;
using tests::ReaderDesk;
using namespace Qt::StringLiterals;
using ui::ThumbnailList;

/// Forty pages with printed numbers of their own, in a reader.
struct Book
{
    ReaderDesk desk{*qApp};
    ThumbnailList *list = nullptr;

    Book()
    {
        PdfWriter pdf;
        for (int i = 0; i < 40; ++i) {
            pdf.page();
            pdf.text(72, 100, u"Page %1"_s.arg(i + 1));
        }
        pdf.romanLabels();
        const QString path = desk.folder.filePath(u"book.pdf"_s);
        if (!pdf.save(path))
            qFatal("the book cannot be written");
        desk.show(desk.add(path, u"A book"_s));
        list = desk.reader->findChild<ThumbnailList *>(u"thumbnails"_s);
        if (!desk.waitSettled())
            qFatal("the book is not shown");
    }
    [[nodiscard]] int pictures() const
    {
        int count = 0;
        for (int page = 0; page < list->pages().rowCount(); ++page)
            count += list->pages().hasPicture(page) ? 1 : 0;
        return count;
    }
    [[nodiscard]] QModelIndex row(int page) const { return list->model()->index(page, 0); }
};

class ThumbnailsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyPagesInView_areDrawn()
    {
        const Book book;
        QVERIFY(!book.list->isVisible());
        QCOMPARE(book.pictures(), 0);
        book.desk.type(u"b"_s);
        QVERIFY(book.list->isVisible());
        QTRY_VERIFY_WITH_TIMEOUT(book.list->asked().isEmpty() && book.pictures() > 2, 20000);
        QVERIFY2(book.pictures() < 12, qPrintable(QString::number(book.pictures())));
        QVERIFY(!book.list->pages().hasPicture(39));
        QTest::keyClicks(book.list, u"G"_s);
        QTRY_VERIFY_WITH_TIMEOUT(book.list->pages().hasPicture(39), 20000);
        QVERIFY(!book.list->pages().hasPicture(20));
    }

    void rows_haveThePrintedNumbersAndTheCurrentPageIsMarked()
    {
        const Book book;
        book.desk.type(u"b"_s);
        QCOMPARE(book.list->model()->rowCount(), 40);
        QCOMPARE(book.row(3).data().toString(), u"iv"_s);
        QVERIFY(book.row(0).data(ui::siderow::Current).toBool());
        book.desk.type(u"7G"_s);
        QVERIFY(book.row(6).data(ui::siderow::Current).toBool());
        QVERIFY(!book.row(0).data(ui::siderow::Current).toBool());
    }

    void enter_goesToThePageAndBackLeadsHere()
    {
        const Book book;
        book.desk.type(u"b"_s);
        QVERIFY(book.list->hasFocus());
        QTest::keyClick(book.list, Qt::Key_J);
        QTest::keyClick(book.list, Qt::Key_J);
        QTest::keyClick(book.list, Qt::Key_Return);
        QCOMPARE(book.desk.reader->status(), u"Page 3 of 40"_s);
        QVERIFY(book.desk.pages()->hasFocus());
        QVERIFY(book.list->isVisible());
        QTest::keyClick(book.desk.pages(), Qt::Key_O, Qt::ControlModifier);
        QCOMPARE(book.desk.reader->status(), u"Page 1 of 40"_s);
    }

    void theSameKeyOrEsc_bringsTheContentsBack()
    {
        const Book book;
        auto *contents = book.desk.reader->findChild<QWidget *>(u"outline"_s);
        for (const int key : {int(Qt::Key_B), int(Qt::Key_Escape)}) {
            book.desk.type(u"b"_s);
            QVERIFY(book.list->isVisible());
            QVERIFY(!contents->isVisible());
            QTest::keyClick(book.list, Qt::Key(key));
            QVERIFY(!book.list->isVisible());
            QVERIFY(contents->isVisible());
            QVERIFY(book.desk.pages()->hasFocus());
        }
    }

    void whatIsLeft_isNotAskedForAnyMore()
    {
        const Book book;
        book.desk.type(u"b"_s);
        QVERIFY(!book.list->asked().isEmpty());
        QTest::keyClick(book.list, Qt::Key_Escape);
        QVERIFY(book.list->asked().isEmpty());
    }
};

YAODIAN_TEST(ThumbnailsTest)

} // namespace reader_thumbnails_test

#include "thumbnails_test.moc"
