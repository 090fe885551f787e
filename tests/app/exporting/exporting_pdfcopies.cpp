#include "app/exporting/exporting.h"
#include "app/pdf/document.h"
#include "base/files.h"
#include "tests/app/notes/desk.h"
#include "tests/support/otherprograms.h"
#include "tests/support/pdfwriter.h"
#include "tests/support/testmain.h"

#include <QtTest>

namespace exporting_pdfcopies {

using namespace Qt::StringLiterals;
using namespace yaodian;
using namespace yaodian::exporting;
using namespace yaodian::library;
using pdf::Annotation;

QByteArray bytesOf(const QString &path)
{
    return readFile(path, 1 << 26).valueOr("unreadable");
}

/// A paper with a PDF of two pages, and marks on it.
struct Marked : tests::Desk
{
    QByteArray original;
    QString document; ///< sha256
    QString out = shelf.path(u"out"_s);

    Marked()
    {
        PdfWriter pdf(u"First Paper"_s);
        for (int page = 0; page < 2; ++page) {
            pdf.page();
            pdf.lines(72, 100, QStringList(10, u"words of the paper that somebody marked"_s));
        }
        original = pdf.bytes();
        document = shelf->addDocument(papers[0], original, {}, {})->sha256;
    }
    HighlightId put(int page, Highlight::Style style = Highlight::Style::Text, const QString &comment = {})
    {
        Highlight highlight;
        highlight.id = shelf.ids.make<HighlightTag>();
        highlight.paper = papers[0];
        highlight.document = document;
        highlight.page = page;
        highlight.boxes = {{0.1, 0.11, 0.5, 0.13}};
        highlight.quote = u"words"_s;
        highlight.kind = u"method"_s;
        highlight.comment = comment;
        highlight.made = shelf.clock.now();
        highlight.style = style;
        const auto done = shelf->act(u"highlight.add"_s, {}, [&](Acts &acts) { return acts.putHighlight(highlight); });
        if (!done.ok())
            qFatal("no highlight");
        return highlight.id;
    }
    Result<Written> write(const QString &to) { return PdfCopies(*shelf.library).write({papers[0]}, to); }
    Result<Written> write() { return write(out); }
};

/// Copies of PDFs with the reader's highlights.
class ExportingPdfCopies : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theCopyHasTheHighlightsAndBeginsWithTheFile()
    {
        Marked desk;
        const HighlightId one = desk.put(0, Highlight::Style::Text, u"为什么？"_s);
        const HighlightId two = desk.put(1, Highlight::Style::Underline);
        const HighlightId three = desk.put(1, Highlight::Style::Area);
        const auto written = desk.write();
        QVERIFY2(written.ok(), written.ok() ? "" : qPrintable(written.error().message));
        QCOMPARE(written->files.size(), 1);
        const QString copy = written->files.first();
        QVERIFY2(copy.endsWith(u"/first-paper-%1.pdf"_s.arg(desk.papers[0].toString().left(8))), qPrintable(copy));
        QVERIFY(bytesOf(copy).startsWith(desk.original));
        QCOMPARE(tests::faultsIn(copy), QString());
        const auto read = pdf::readAnnotations(copy);
        QVERIFY(read.ok());
        QCOMPARE(read->size(), 3);
        QCOMPARE(read->at(0).name, one.toString());
        QCOMPARE(read->at(0).contents, u"为什么？"_s);
        QCOMPARE(read->at(0).author, u"Yaodian"_s);
        QCOMPARE(read->at(0).colour, u"#e3b93a"_s);
        QCOMPARE(read->at(0).kind, Annotation::Kind::Highlight);
        QCOMPARE(read->at(0).modified, desk.shelf.clock.now());
        QCOMPARE(read->at(1).name, two.toString());
        QCOMPARE(read->at(1).kind, Annotation::Kind::Underline);
        QCOMPARE(read->at(2).name, three.toString());
        QCOMPARE(read->at(2).kind, Annotation::Kind::Shape);
        QVERIFY(tests::drawnByAnother(copy, 0) != tests::drawnByAnother(desk.shelf->document(desk.document)->path, 0));
    }

    void nothingChangedNoByteChanges_andAChangeIsWritten()
    {
        Marked desk;
        const HighlightId id = desk.put(0);
        const QString copy = desk.write()->files.first();
        const QByteArray first = bytesOf(copy);
        const auto again = desk.write();
        QCOMPARE(again->unchanged, 1);
        QCOMPARE(bytesOf(copy), first);
        QVERIFY(desk.notes.setComment(id, u"new"_s).ok());
        const auto changed = desk.write();
        QCOMPARE(changed->unchanged, 0);
        QCOMPARE(changed->files, QStringList{copy});
        QVERIFY(bytesOf(copy) != first && bytesOf(copy).startsWith(desk.original));
        QCOMPARE(pdf::readAnnotations(copy)->first().contents, u"new"_s);
    }

    void aFileOfSomebodyElseIsLeftAlone_data()
    {
        QTest::addColumn<int>("what");
        QTest::newRow("the paper itself") << 0;
        QTest::newRow("a copy with an annotation of another program") << 1;
        QTest::newRow("something else") << 2;
        QTest::newRow("a copy of another paper") << 3;
    }

    void aFileOfSomebodyElseIsLeftAlone()
    {
        QFETCH(int, what);
        Marked desk;
        const HighlightId id = desk.put(0);
        const QString path = desk.shelf.path(u"mine.pdf"_s);
        QVERIFY(desk.write(path).ok());
        QByteArray there = bytesOf(path);
        there = what == 0   ? desk.original
                : what == 1 ? there + "9 0 obj <<>> endobj\n"
                : what == 2 ? QByteArray("my notes")
                            : there.replace(desk.papers[0].toString().toLatin1(), desk.papers[1].toString().toLatin1());
        QVERIFY(writeFileAtomically(path, there).ok());
        QVERIFY(desk.notes.setComment(id, u"new"_s).ok());
        const auto written = desk.write(path);
        QVERIFY(!written.ok());
        QVERIFY2(written.error().message.contains(u"mine.pdf"_s), qPrintable(written.error().message));
        QCOMPARE(bytesOf(path), there);
    }

    void whatCannotBeWrittenIsSaidInOneSentence()
    {
        Marked desk;
        const auto unmarked = desk.write();
        QVERIFY(!unmarked.ok());
        QVERIFY2(unmarked.error().message.contains(u"First Paper"_s), qPrintable(unmarked.error().message));
        const auto none = PdfCopies(*desk.shelf.library).write({desk.papers[1]}, desk.out);
        QVERIFY(!none.ok());
        desk.put(7); // a page that is not there
        const auto missing = desk.write();
        QVERIFY(!missing.ok());
        QVERIFY(QDir(desk.out).isEmpty());
        QVERIFY(!PdfCopies(*desk.shelf.library).write({PaperId()}, desk.out).ok());
        QVERIFY(!PdfCopies(*desk.shelf.library).write(desk.papers, desk.shelf.path(u"one.pdf"_s)).ok());
    }

    void ofSeveralThoseWithHighlightsAreWritten()
    {
        Marked desk;
        desk.put(0);
        const auto elsewhere = desk.mark(desk.papers[1], u"words"_s); // of a PDF that is not here
        Q_UNUSED(elsewhere)
        const auto written = PdfCopies(*desk.shelf.library).write(desk.papers, desk.out);
        QVERIFY(written.ok());
        QCOMPARE(written->files.size(), 1);
        QCOMPARE(written->conflicts.size(), 1);
        QVERIFY(written->conflicts.first().contains(u"Second Paper"_s));
    }

    void whatIsInTheFileAlready_isNotPutThereTwice()
    {
        Marked desk;
        desk.put(0, Highlight::Style::Text, u"why?"_s);
        const QByteArray copy = bytesOf(desk.write()->files.value(0));
        Marked other; // its PDF is the copy, and the highlight was taken over from it
        other.document = other.shelf->addDocument(other.papers[1], copy, {}, {})->sha256;
        other.papers.swapItemsAt(0, 1);
        other.put(0, Highlight::Style::Text, u"why?"_s);
        const auto nothing = other.write();
        QVERIFY(!nothing.ok() && nothing.error().message.contains(u"already"_s));
        other.put(1, Highlight::Style::Text, u"why?"_s);
        other.put(0, Highlight::Style::Text, u"something else of it"_s);
        const auto written = other.write();
        QVERIFY(written.ok());
        QCOMPARE(pdf::readAnnotations(written->files.value(0))->size(), 3);
    }

    void highlightsWithoutAPlaceOnTheCopiedVersion_areSaid()
    {
        Marked desk;
        desk.put(0);
        (void)desk.mark(desk.papers[0], u"elsewhere"_s); // of a PDF that is not here
        const auto written = desk.write();
        QVERIFY(written.ok());
        QCOMPARE(written->files.size(), 1);
        QCOMPARE(written->conflicts.size(), 1);
        QVERIFY(written->conflicts.first().startsWith(u"1 "_s));
    }

    void highlightsOfAnotherVersionStandInTheCopyWhereTheyWerePlaced()
    {
        Marked desk;
        const HighlightId id = desk.mark(desk.papers[0], u"elsewhere"_s); // of a PDF that is not here
        Placement placement;
        placement.highlight = id;
        placement.document = desk.document;
        placement.state = Placement::State::Same;
        placement.score = 1;
        placement.spots = {{0, {{0.1, 0.2, 0.3, 0.22}}}, {1, {{0.1, 0.1, 0.3, 0.12}}}};
        placement.quote = u"elsewhere"_s;
        QVERIFY(
            desk.shelf->act(u"highlight.place"_s, {}, [&](Acts &acts) { return acts.putPlacement(placement); }).ok());
        const auto read = pdf::readAnnotations(desk.write()->files.value(0));
        QVERIFY(read.ok());
        QCOMPARE(read->size(), 2);
        QCOMPARE(read->at(0).name, id.toString());
        QCOMPARE(read->at(1).name, id.toString() + u"/2"_s);
        QCOMPARE(read->at(1).page, 1);
    }
};

YAODIAN_TEST_GUILESS(ExportingPdfCopies)

} // namespace exporting_pdfcopies

#include "exporting_pdfcopies.moc"
