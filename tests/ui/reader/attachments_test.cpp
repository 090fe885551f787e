// The files within a PDF: listed by name and size, never opened.
#include "tests/support/pdfwriter.h"
#include "tests/support/testmain.h"
#include "tests/ui/reader/desk.h"
#include "ui/reader/siderows.h"

#include <QLabel>
#include <QListView>

namespace reader_attachments_test {

using namespace yaodian;
using tests::ReaderDesk;
using namespace Qt::StringLiterals;

const QByteArray WithAFile =
    "%PDF-1.7\n"
    "1 0 obj << /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles << /Names [ (data) 4 0 R ] >> >> >> endobj\n"
    "2 0 obj << /Type /Pages /Kids [ 3 0 R ] /Count 1 >> endobj\n"
    "3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [ 0 0 300 300 ] >> endobj\n"
    "4 0 obj << /Type /Filespec /F (data.csv) /Desc (measured) /EF << /F 5 0 R >> >> endobj\n"
    "5 0 obj << /Type /EmbeddedFile /Params << /Size 4 >> /Length 4 >> stream\nrm -\nendstream endobj\n"
    "trailer << /Root 1 0 R >>\n";

/// A reader with a document whose embedded files are shown.
struct Files
{
    ReaderDesk desk{*qApp};
    QListView *list = nullptr;

    explicit Files(const QByteArray &pdf)
    {
        const QString path = desk.folder.filePath(u"files.pdf"_s);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(pdf) != pdf.size())
            qFatal("the document cannot be written");
        file.close();
        desk.show(desk.add(path, u"Files"_s));
        if (!desk.waitSettled())
            qFatal("the document is not shown");
        list = desk.reader->findChild<QListView *>(u"attachments"_s);
        desk.type(u"ga"_s);
    }
    [[nodiscard]] QStringList rows() const
    {
        QStringList all;
        for (int row = 0; row < list->model()->rowCount(); ++row)
            all << list->model()->index(row, 0).data().toString();
        return all;
    }
};

class AttachmentsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void files_areListedWithTheirSizeAndTheRule()
    {
        const Files files(WithAFile);
        QVERIFY(files.list->isVisible());
        QTRY_COMPARE_WITH_TIMEOUT(files.rows(), QStringList({u"Embedded files · 1"_s, u"data.csv"_s}), 20000);
        const QModelIndex row = files.list->model()->index(1, 0);
        QCOMPARE(row.data(ui::siderow::Count).toString(), QLocale().formattedDataSize(4, 1));
        QVERIFY(row.data(Qt::ToolTipRole).toString().contains(u"measured"_s));
        auto *rule = files.desk.reader->findChild<QLabel *>(u"attachmentsRule"_s);
        QVERIFY(rule->isVisible());
        QSignalSpy says(files.desk.reader.get(), &ui::ReaderView::message);
        QTest::keyClick(files.list, Qt::Key_Return); // says so again, and does nothing else
        QCOMPARE(says.count(), 1);
        QCOMPARE(says.first().first().toString(), rule->text());
    }

    void aDocumentWithoutFiles_saysSoAndEscBringsTheContentsBack()
    {
        PdfWriter pdf;
        pdf.page();
        const Files files(pdf.bytes());
        QTRY_COMPARE_WITH_TIMEOUT(files.rows(), QStringList({u"Embedded files"_s, u"This PDF has none"_s}), 20000);
        QTest::keyClick(files.list, Qt::Key_Escape);
        QVERIFY(!files.list->isVisible());
        QVERIFY(files.desk.pages()->hasFocus());
    }
};

YAODIAN_TEST(AttachmentsTest)

} // namespace reader_attachments_test

#include "attachments_test.moc"
