#include "tests/support/pdfwriter.h"
#include "tests/support/testmain.h"
#include "tests/ui/shell/online.h"
#include "ui/looks/paintedtext.h"
#include "ui/reader/readerview.h"

namespace ui_readerwindow_test {

using namespace yaodian;
using namespace yaodian::ui;
using namespace yaodian::tests;
using namespace Qt::StringLiterals;

struct Reading
{
    Reading()
    {
        path = files.filePath(u"draft.pdf"_s);
        put(1);
        house.window->show();
        house.window->start({path}, {});
        if (!QTest::qWaitFor([this] { return reader() && !reader()->sha256().isEmpty(); }, 30'000))
            qFatal("the file is not filed");
        reader()->focusPages();
    }
    void put(int pages) const
    {
        PdfWriter made(u"A Draft"_s);
        for (int page = 0; page < pages; ++page) {
            made.page();
            made.text(72, 90, u"Page %1 of a draft"_s.arg(page + 1), 14);
        }
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(made.bytes()) < 1)
            qFatal("the file could not be written");
    }
    [[nodiscard]] ReaderView *reader() const { return house.window->reader(); }
    [[nodiscard]] QWidget *pages() const { return reader()->findChild<QWidget *>(u"pages"_s); }

    QTemporaryDir files;
    QString path;
    Online house;
};

/// What the reader asks of its window.
class ReaderWindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyThePages_haveNoStatusLineUntilEscape()
    {
        Reading reading;
        const auto *status = reading.house.child<QWidget>("status");
        QVERIFY(status->isVisible());
        QTest::keyClick(reading.pages(), 'F');
        QVERIFY(!status->isVisible());
        QTest::keyClick(reading.pages(), Qt::Key_Escape);
        QVERIFY(status->isVisible());
        QVERIFY(reading.house.window->isReading());
    }

    void whatWasDecided_standsBesideThePage()
    {
        Reading reading;
        QTRY_VERIFY(reading.reader()->isSettled() && !reading.reader()->paper().isNull());
        const auto says = [&reading](const QString &lead) {
            for (const PaintedText &text : paintedTexts(*reading.house.child<QWidget>("statusLine")))
                if (text.text == lead)
                    return true;
            return false;
        };
        QTRY_VERIFY(says(u"Page 1 of 1"_s));
        QTest::keyClicks(reading.pages(), u"Z2"_s);
        QTRY_VERIFY(says(u"Page 1 of 1 · Keep"_s));
        QTest::keyClicks(reading.pages(), u"s"_s);
        QTRY_VERIFY(says(u"Page 1 of 1 · Keep · ★"_s));
        QTest::keyClicks(reading.pages(), u"uu"_s);
        QTRY_VERIFY(says(u"Page 1 of 1"_s));
    }

    void leavingTheReaderFromThere_bringsTheStatusLineBack()
    {
        Reading reading;
        QTest::keyClick(reading.pages(), 'F');
        QTest::keyClick(reading.pages(), Qt::Key_Q);
        QTRY_VERIFY(reading.house.child<QWidget>("status")->isVisible());
    }

    void fullScreen_isAKeyAndTheSameKeyBack()
    {
        Reading reading;
        QTest::keyClick(reading.pages(), Qt::Key_F11);
        QVERIFY(reading.house.window->isFullScreen());
        QVERIFY(reading.house.child<QWidget>("status")->isVisible());
        QTest::keyClick(reading.pages(), Qt::Key_F11);
        QVERIFY(!reading.house.window->isFullScreen());
    }

    void aFileThatChanged_isFiledAnew()
    {
        Reading reading;
        const QString before = reading.reader()->sha256();
        reading.put(3);
        QTRY_COMPARE_WITH_TIMEOUT(reading.reader()->status(), u"Page 1 of 3"_s, 30'000);
        QTRY_VERIFY_WITH_TIMEOUT(!reading.reader()->sha256().isEmpty(), 30'000);
        QVERIFY(reading.reader()->sha256() != before);
        QVERIFY(reading.house.library->document(before).has_value()); // what was filed stays
    }
};

YAODIAN_TEST(ReaderWindowTest)

} // namespace ui_readerwindow_test

#include "readerwindow_test.moc"
