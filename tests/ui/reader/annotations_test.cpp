// What other programs wrote into a PDF: listed, gone to and taken over.
#include "pdf/pagetext.h"
#include "tests/support/pdfwriter.h"
#include "tests/support/testmain.h"
#include "tests/ui/reader/desk.h"
#include "ui/reader/markings.h"
#include "ui/reader/siderows.h"

#include <QLabel>
#include <QListView>

namespace reader_annotations_test {

using namespace yaodian;
using pdf::Annotation;
using tests::ReaderDesk;
using namespace Qt::StringLiterals;

const QString First = u"A walrus sleeps on the ice for many hours."_s;
const QString Second = u"It wakes when the tide comes in."_s;

PdfWriter twoPages()
{
    PdfWriter pdf;
    pdf.page();
    pdf.lines(72, 100, {First, u"Nobody marked this line."_s}, 12);
    pdf.page();
    pdf.lines(72, 100, {Second}, 12);
    return pdf;
}

/// A reader with a document in which somebody marked the first sentence, a place without text, and on the second page
/// another sentence and a frame.
struct Written
{
    ReaderDesk desk{*qApp};
    library::Document document;
    QListView *list = nullptr;
    QStringList says;

    explicit Written(bool marked = true)
    {
        const QString plain = desk.folder.filePath(u"plain.pdf"_s);
        if (!twoPages().save(plain))
            qFatal("no PDF");
        QFile file(desk.folder.filePath(u"written.pdf"_s));
        const QByteArray bytes = marked ? *pdf::annotatedCopy(plain, marks(plain)) : twoPages().bytes();
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("the document cannot be written");
        file.close();
        document = desk.add(file.fileName(), u"Written"_s);
        desk.show(document);
        if (!desk.waitSettled())
            qFatal("the document is not shown");
        QObject::connect(desk.reader.get(), &ui::ReaderView::message, desk.reader.get(),
                         [this](const QString &sentence) { says << sentence; });
        list = desk.reader->findChild<QListView *>(u"annotations"_s);
    }
    static QList<pdf::AddedAnnotation> marks(const QString &path)
    {
        const auto on = [&path](const QString &words, int page) {
            const pdf::PageText text = pdf::readText(path, page)->first();
            return pdf::boxesOf(text, notes::findQuote(text, words).value());
        };
        const auto mark = [](int page, Annotation::Kind kind, const QList<Box> &boxes, const QString &contents,
                             const QString &name) {
            return pdf::AddedAnnotation{{page, kind, boxes, contents, u"Ada"_s, name, u"#ff0000"_s, {}}, {}};
        };
        return {mark(0, Annotation::Kind::Highlight, on(First, 0), u"why so long?"_s, u"a"_s),
                mark(0, Annotation::Kind::Highlight, {{0.1, 0.7, 0.5, 0.72}}, {}, u"b"_s),
                mark(1, Annotation::Kind::Underline, on(Second, 1), {}, u"c"_s),
                mark(1, Annotation::Kind::Shape, {{0.2, 0.4, 0.6, 0.7}}, u"the figure"_s, u"d"_s)};
    }
    /// Shows the list, when all pages were read.
    void open()
    {
        desk.type(u"gA"_s);
        QVERIFY(list->isVisible());
        QTRY_VERIFY_WITH_TIMEOUT(!rows().contains(u"Reading the pages …"_s), 20'000);
    }
    [[nodiscard]] QStringList rows() const
    {
        QStringList all;
        for (int row = 0; row < list->model()->rowCount(); ++row)
            all << list->model()->index(row, 0).data().toString().replace(QChar::LineSeparator, u'|');
        return all;
    }
    [[nodiscard]] QList<library::Highlight> highlights() const { return desk.store->highlights(desk.paper); }
};

class AnnotationsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void allOfThemAreListed_withTheirPages()
    {
        Written written;
        written.open();
        QCOMPARE(written.rows(),
                 QStringList({u"Annotations"_s, u"why so long?|Highlight · "_s + First, u"Highlight|no text under it"_s,
                              Second + u"|Underline"_s, u"the figure|Frame · no text under it"_s}));
        QCOMPARE(written.list->model()->index(3, 0).data(ui::siderow::Count).toString(), u"2"_s);
        QCOMPARE(written.list->model()->index(0, 0).data(ui::siderow::Count).toString(), u"4"_s);
        QVERIFY(written.list->model()->index(1, 0).data(Qt::ToolTipRole).toString().contains(u"Ada"_s));
        QCOMPARE(written.list->currentIndex().row(), 1);
        QVERIFY(!written.desk.reader->findChild<QLabel *>(u"annotationsKeys"_s)->text().isEmpty());
    }

    void enterGoesThere_andEscBringsTheContentsBack()
    {
        Written written;
        written.open();
        QTest::keyClicks(written.list, u"jj"_s);
        QTest::keyClick(written.list, Qt::Key_Return);
        QTRY_COMPARE(written.desk.reader->place().page, 1);
        QVERIFY(written.list->hasFocus()); // on to the next
        QTest::keyClick(written.list, Qt::Key_Escape);
        QVERIFY(!written.list->isVisible());
        QVERIFY(written.desk.pages()->hasFocus());
        QVERIFY(written.highlights().isEmpty());
    }

    void aRowIsTakenOver_withItsWordsAndItsComment()
    {
        Written written;
        written.open();
        QTest::keyClicks(written.list, u"t"_s);
        const auto all = written.highlights();
        QCOMPARE(all.size(), 1);
        QCOMPARE(all.first().quote, First);
        QCOMPARE(all.first().comment, u"why so long?"_s);
        QCOMPARE(all.first().kind, u"limit"_s); // red
        QCOMPARE(all.first().document, written.document.sha256);
        QCOMPARE(written.says.last(), u"1 annotation(s) taken over as highlights."_s);
        QCOMPARE(written.rows().at(1), u"why so long?|highlighted already · "_s + First);
        QCOMPARE(written.desk.reader->findChild<ui::Markings *>()->highlights().size(), 1);
        QTest::keyClicks(written.list, u"t"_s);
        QCOMPARE(written.says.last(), u"1 highlight(s) already there."_s);
        QCOMPARE(written.highlights().size(), 1);
    }

    void allAreTakenOverInOneAct_andTwiceMakesNothingTwice()
    {
        Written written;
        written.desk.type(u"gT"_s);
        QTRY_COMPARE_WITH_TIMEOUT(written.highlights().size(), 3, 20'000);
        QCOMPARE(written.says.last(), u"3 annotation(s) taken over as highlights; 1 without text under them."_s);
        QCOMPARE(written.highlights().at(1).style, library::Highlight::Style::Underline);
        QCOMPARE(written.highlights().at(2).style, library::Highlight::Style::Area);
        written.open();
        QTest::keyClicks(written.list, u"T"_s);
        QCOMPARE(written.says.last(), u"3 highlight(s) already there; 1 without text under them."_s);
        QCOMPARE(written.highlights().size(), 3);
        QVERIFY(written.desk.notes->undo().ok());
        QVERIFY(written.highlights().isEmpty());
        QCOMPARE(written.rows().at(1), u"why so long?|Highlight · "_s + First);
    }

    void thePdfItselfIsNotTouched()
    {
        Written written;
        const QString before = pdf::readInfo(written.document.path)->sha256;
        written.desk.type(u"gT"_s);
        QTRY_COMPARE_WITH_TIMEOUT(written.highlights().size(), 3, 20'000);
        QCOMPARE(pdf::readInfo(written.document.path)->sha256, before);
    }

    void aPdfWithoutAnnotations_saysSo()
    {
        Written written(false);
        written.open();
        QCOMPARE(written.rows(), QStringList({u"Annotations"_s, u"This PDF has none"_s}));
        QTest::keyClick(written.list, Qt::Key_Escape);
        written.desk.type(u"gT"_s);
        QTRY_COMPARE(written.says.value(0), u"This PDF has no annotations."_s);
    }
};

YAODIAN_TEST(AnnotationsTest)

} // namespace reader_annotations_test

#include "annotations_test.moc"
