// Printing, into a PDF file.
#include "tests/support/testmain.h"
#include "tests/ui/reader/desk.h"
#include "tests/ui/reader/written.h"
#include "ui/reader/printjob.h"

#include <QPrinter>

namespace print_test {

using namespace yaodian;
using namespace Qt::StringLiterals;

struct Printed
{
    Printed() : path(folder.filePath(u"in.pdf"_s)), target(folder.filePath(u"out.pdf"_s))
    {
        tests::writePdf(path, {{u"First page"_s}, {u"Second page"_s}, {u"Third page"_s}, {u"Fourth page"_s}});
        document = std::make_unique<pdf::Document>(path);
        QSignalSpy opened(document.get(), &pdf::Document::opened);
        if (!document->isOpen() && !opened.wait(20000))
            qFatal("the document does not open");
        printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
        printer->setOutputFormat(QPrinter::PdfFormat);
        printer->setOutputFileName(target);
        printer->setPageSize(QPageSize(QPageSize::A4));
    }
    /// How dark the darkest spot of a printed page is, and where.
    [[nodiscard]] QRect inkOf(int page) const
    {
        const auto image = pdf::renderPage(target, page, 72);
        QRect ink;
        for (int y = 0; image && y < image->height(); ++y)
            for (int x = 0; x < image->width(); ++x)
                if (qGray(image->pixel(x, y)) < 128)
                    ink |= QRect(x, y, 1, 1);
        return ink;
    }

    QTemporaryDir folder;
    QString path;
    QString target;
    Background background;
    std::unique_ptr<pdf::Document> document;
    std::shared_ptr<QPrinter> printer;
};

class PrintTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thePagesThatWereAskedFor_arePrintedAndNotBlank()
    {
        Printed printed;
        printed.printer->setPrintRange(QPrinter::PageRange);
        printed.printer->setFromTo(2, 3);
        ui::PrintJob job(*printed.document, printed.background, printed.printer,
                         ui::pagesToPrint(*printed.printer, 4, 0), nullptr);
        printed.printer.reset();
        QSignalSpy finished(&job, &ui::PrintJob::finished);
        QSignalSpy progressed(&job, &ui::PrintJob::progressed);
        job.start();
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 60000);
        QCOMPARE(finished.first().first().toInt(), 2);
        QCOMPARE(progressed.count(), 3);
        const auto info = pdf::readInfo(printed.target);
        QVERIFY(info);
        QCOMPARE(info->pages.size(), 2);
        for (int page = 0; page < 2; ++page)
            QVERIFY(!printed.inkOf(page).isEmpty());
    }

    void aWidePageOnUprightPaper_isTurnedAndKeepsItsSize()
    {
        Printed printed;
        ui::PrintJob job(*printed.document, printed.background, printed.printer, {0}, nullptr);
        printed.printer.reset();
        QSignalSpy finished(&job, &ui::PrintJob::finished);
        job.start();
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 60000);
        const QRect ink = printed.inkOf(0);
        QVERIFY2(ink.height() > 2 * ink.width(), "its one line stands upright");
        const auto original = pdf::renderPage(printed.path, 0, 72);
        QVERIFY(original);
        int left = original->width();
        int right = 0;
        for (int y = 0; y < original->height(); ++y)
            for (int x = 0; x < original->width(); ++x)
                if (qGray(original->pixel(x, y)) < 128) {
                    left = qMin(left, x);
                    right = qMax(right, x);
                }
        QVERIFY2(qAbs(ink.height() - (right - left + 1)) <= 3, qPrintable(QString::number(ink.height())));
    }

    void ranges_areThoseOfTheDialog()
    {
        QPrinter printer;
        printer.setOutputFormat(QPrinter::PdfFormat);
        QCOMPARE(ui::pagesToPrint(printer, 3, 1), (QList<int>{0, 1, 2}));
        printer.setPrintRange(QPrinter::CurrentPage);
        QCOMPARE(ui::pagesToPrint(printer, 3, 1), (QList<int>{1}));
        printer.setPrintRange(QPrinter::PageRange);
        printer.setFromTo(2, 9);
        QCOMPARE(ui::pagesToPrint(printer, 3, 0), (QList<int>{1, 2}));
        printer.setPageOrder(QPrinter::LastPageFirst);
        QCOMPARE(ui::pagesToPrint(printer, 3, 0), (QList<int>{2, 1}));
        printer.setPageRanges(QPageRanges::fromString(u"1,3"_s));
        QCOMPARE(ui::pagesToPrint(printer, 3, 0), (QList<int>{2, 0}));
    }

    void cancelled_itLeavesNoFileAndSaysNothing()
    {
        Printed printed;
        ui::PrintJob job(*printed.document, printed.background, printed.printer, {0, 1, 2, 3}, nullptr);
        printed.printer.reset();
        QSignalSpy finished(&job, &ui::PrintJob::finished);
        QSignalSpy failed(&job, &ui::PrintJob::failed);
        QObject::connect(&job, &ui::PrintJob::progressed, &job, [&job](int done) {
            if (done == 2)
                job.cancel();
        });
        job.start();
        QVERIFY(QFile::exists(printed.target));
        QTRY_VERIFY_WITH_TIMEOUT(!QFile::exists(printed.target), 60000);
        QCOMPARE(finished.count() + failed.count(), 0);
    }

    void aFileThatCannotBeWritten_isOneSentence()
    {
        Printed printed;
        printed.printer->setOutputFileName(printed.folder.filePath(u"no such folder/out.pdf"_s));
        ui::PrintJob job(*printed.document, printed.background, printed.printer, {0}, nullptr);
        printed.printer.reset();
        QSignalSpy failed(&job, &ui::PrintJob::failed);
        job.start();
        QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, 60000);
        QVERIFY(!failed.first().first().toString().isEmpty());
    }

    void aPageThatIsNotThere_isSaidAtOnce()
    {
        Printed printed;
        ui::PrintJob job(*printed.document, printed.background, printed.printer, {}, nullptr);
        QSignalSpy failed(&job, &ui::PrintJob::failed);
        job.start();
        QCOMPARE(failed.count(), 1);
    }
};

YAODIAN_TEST(PrintTest)

} // namespace print_test

#include "print_test.moc"
