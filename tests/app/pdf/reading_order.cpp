#include "tests/app/pdf/sheet.h"
#include "tests/support/testmain.h"

#include <QRandomGenerator>

namespace pdf_reading_order {

using namespace yaodian;
using namespace yaodian::pdf;
using protocol::WordsReply;

QList<BlockKind> kinds(const PageText &text)
{
    QList<BlockKind> out;
    for (const TextBlock &block : text.blocks)
        out.append(block.kind);
    return out;
}

QStringList numbered(const QString &name, int lines)
{
    QStringList out;
    for (int i = 0; i < lines; ++i)
        out.append(QStringLiteral("%1%2").arg(name).arg(i, 2, 10, QLatin1Char('0')));
    return out;
}

class TestReadingOrder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneColumnIsReadFromTopToBottom()
    {
        Sheet sheet;
        sheet.column(60, 400, QStringLiteral("b"), 5);
        sheet.column(60, 100, QStringLiteral("a"), 5);
        QCOMPARE(sheet.starts(), numbered(QStringLiteral("a"), 5) + numbered(QStringLiteral("b"), 5));
    }

    void twoColumnsAreReadOneAfterTheOtherThoughPrintedLineByLine()
    {
        Sheet sheet;
        for (int i = 0; i < 20; ++i) {
            sheet.line(60, 100 + 12 * i,
                       QStringLiteral("l%1 words fill this line of forty xxx").arg(i, 2, 10, QLatin1Char('0')));
            sheet.line(320, 100 + 12 * i,
                       QStringLiteral("r%1 words fill this line of forty xxx").arg(i, 2, 10, QLatin1Char('0')));
        }
        QCOMPARE(sheet.starts(), numbered(QStringLiteral("l"), 20) + numbered(QStringLiteral("r"), 20));
    }

    void aTitleAcrossComesBeforeTheColumnsAndAWideFigureBetween()
    {
        Sheet sheet;
        sheet.line(120, 90, QStringLiteral("Title of this paper across the two columns of the page"));
        sheet.column(60, 130, QStringLiteral("l"), 15);
        sheet.column(320, 130, QStringLiteral("r"), 15);
        sheet.line(60, 360,
                   QStringLiteral("Figure 1: this caption runs across the whole of the page below both columns"));
        sheet.column(60, 400, QStringLiteral("m"), 15);
        sheet.column(320, 400, QStringLiteral("s"), 15);
        QCOMPARE(sheet.starts(), QStringList{QStringLiteral("Title")} + numbered(QStringLiteral("l"), 15) +
                                     numbered(QStringLiteral("r"), 15) + QStringList{QStringLiteral("Figure")} +
                                     numbered(QStringLiteral("m"), 15) + numbered(QStringLiteral("s"), 15));
    }

    void threeColumnsAreThree()
    {
        Sheet sheet({900, 800});
        for (const auto &[x, name] : {std::pair{60.0, "a"}, {330.0, "b"}, {600.0, "c"}})
            sheet.column(x, 100, QString::fromLatin1(name), 20);
        QCOMPARE(sheet.starts(), numbered(QStringLiteral("a"), 20) + numbered(QStringLiteral("b"), 20) +
                                     numbered(QStringLiteral("c"), 20));
    }

    void aFigureWithLabelsDoesNotMixWithTheColumnBesideIt()
    {
        Sheet sheet;
        for (int i = 0; i < 12; ++i) {
            sheet.word(80, 105 + 23 * i, QStringLiteral("box%1").arg(i));
            sheet.word(190, 111 + 23 * i, QStringLiteral("b%1").arg(i));
        }
        sheet.column(60, 400, QStringLiteral("l"), 20);
        sheet.column(320, 100, QStringLiteral("r"), 45);
        const QStringList starts = sheet.starts();
        const qsizetype first = starts.indexOf(QStringLiteral("r00"));
        QVERIFY2(first > 0, qPrintable(sheet.text()));
        QCOMPARE(starts.mid(first, 45), numbered(QStringLiteral("r"), 45));
        QCOMPARE(starts.mid(first - 20, 20), numbered(QStringLiteral("l"), 20));
    }

    void cellsOfATableStayInTheirRows()
    {
        Sheet sheet;
        sheet.column(60, 100, QStringLiteral("a"), 5);
        for (int i = 0; i < 6; ++i) {
            sheet.word(60, 200 + 14 * i, QStringLiteral("row%1").arg(i));
            sheet.word(160, 200 + 14 * i, QStringLiteral("27.9"));
            sheet.word(230, 200 + 14 * i, QStringLiteral("25.0"));
        }
        QVERIFY(sheet.text().contains(QStringLiteral("row3 27.9 25.0\nrow4 27.9 25.0")));
    }

    void reviewersLineNumbersAreNotInTheSentences()
    {
        Sheet sheet;
        for (int i = 0; i < 20; ++i) {
            sheet.word(20, 100 + 12 * i, QStringLiteral("%1").arg(i, 3, 10, QLatin1Char('0')));
            sheet.line(80, 100 + 12 * i,
                       QStringLiteral("t%1 words fill this long line of text here").arg(i, 2, 10, QLatin1Char('0')));
        }
        QVERIFY(sheet.text().contains(QStringLiteral("here\nt05 words")));
        QVERIFY(sheet.text().contains(QStringLiteral("004\n005")));
    }

    void runningTitleAndPageNumberStandApart()
    {
        Sheet sheet;
        sheet.line(200, 30, QStringLiteral("A RUNNING TITLE"));
        sheet.column(60, 100, QStringLiteral("l"), 50);
        sheet.column(320, 100, QStringLiteral("r"), 50);
        sheet.word(297, 770, QStringLiteral("7"));
        const QString text = sheet.text();
        QVERIFY(text.startsWith(QStringLiteral("A RUNNING TITLE\n\nl00")));
        QVERIFY(text.endsWith(QStringLiteral("\n\n7")));
        // The sentence goes on from column to column.
        QVERIFY(text.contains(QStringLiteral("forty xx\nr00")));
    }

    void aNewParagraphIsAGapOrAnIndentAfterAnEnd()
    {
        Sheet sheet;
        sheet.line(60, 100, QStringLiteral("The first paragraph has two lines of text"));
        sheet.line(60, 112, QStringLiteral("and ends here."));
        sheet.line(75, 124, QStringLiteral("The second one begins with an indent"));
        sheet.line(60, 136, QStringLiteral("and goes on with this line which is long"));
        sheet.line(60, 160, QStringLiteral("The third one comes after a gap"));
        QCOMPARE(sheet.text(), QStringLiteral("The first paragraph has two lines of text\nand ends here.\n\n"
                                              "The second one begins with an indent\nand goes on with this line which "
                                              "is long\n\nThe third one comes after a gap"));
    }

    void turnedTextComesAfterTheRest()
    {
        Sheet sheet;
        sheet.upwards(20, 500, QStringLiteral("arXiv:1706.03762"));
        sheet.column(60, 100, QStringLiteral("a"), 20);
        QVERIFY(sheet.text().endsWith(QStringLiteral("\n\narXiv:1706.03762")));
        QVERIFY(sheet.text().startsWith(QStringLiteral("a00")));
    }

    void chineseLinesHaveNoBlanksBetweenTheirPieces()
    {
        Sheet sheet;
        sheet.word(60, 100, QStringLiteral("扩散模型"), 10);
        sheet.word(101, 100, QStringLiteral("的推导"), 10);
        sheet.word(140, 100, QStringLiteral("VAE"), 5);
        QCOMPARE(sheet.text(), QStringLiteral("扩散模型的推导 VAE"));
    }

    void aSuperscriptStaysOnItsLine()
    {
        Sheet sheet;
        sheet.line(60, 100, QStringLiteral("The value of"));
        sheet.word(125, 100, QStringLiteral("x"));
        sheet.word(130, 97, QStringLiteral("2"), 3, 6);
        sheet.line(140, 100, QStringLiteral("is large"));
        sheet.line(60, 112, QStringLiteral("and the next line follows it here"));
        QCOMPARE(sheet.text(), QStringLiteral("The value of x2 is large\nand the next line follows it here"));
    }

    void everyUnitOfTheTextHasItsBoxIn0To1()
    {
        Sheet sheet;
        sheet.page.rotation = 90;
        sheet.line(60, 100, QStringLiteral("ab 😀"));
        const PageText text = inReadingOrder(sheet.page);
        QCOMPARE(text.boxes.size(), text.text.size());
        QVERIFY(text.boxes[2].isEmpty());
        // Turned clockwise: what is at the left of the page as shown is at the bottom of the page itself.
        QVERIFY(qAbs(text.boxes[0].left - 100.0 / 800) < 1e-6);
        QVERIFY(qAbs(text.boxes[0].bottom - (1 - 60.0 / 600)) < 1e-6);
    }

    void footnotesComeAfterTheTextThatGoesOnInTheNextColumn()
    {
        Sheet sheet;
        sheet.line(200, 30, QStringLiteral("A RUNNING TITLE"));
        sheet.column(60, 100, QStringLiteral("l"), 40);
        sheet.lines(60, 620, {QStringLiteral("1 A footnote in small print at the foot of it.")}, 3.5, 7);
        sheet.column(320, 100, QStringLiteral("r"), 48);
        sheet.word(297, 770, QStringLiteral("7"));
        const PageText text = inReadingOrder(sheet.page);
        QVERIFY2(text.text.contains(QStringLiteral("forty xx\nr00")), qPrintable(text.text));
        QVERIFY(text.text.endsWith(QStringLiteral("1 A footnote in small print at the foot of it.\n\n7")));
        QCOMPARE(kinds(text), (QList<BlockKind>{BlockKind::Header, BlockKind::Body, BlockKind::Body,
                                                BlockKind::Footnote, BlockKind::Footer}));
    }

    void aSectionThatBeginsWithThePage_isNoRunningTitle()
    {
        Sheet sheet;
        sheet.line(60, 40, QStringLiteral("5 Writing It Down"), 6, 12);
        sheet.column(60, 70, QStringLiteral("l"), 40);
        QCOMPARE(kinds(inReadingOrder(sheet.page)), (QList<BlockKind>{BlockKind::Heading, BlockKind::Body}));

        Sheet titled; // below a running title
        titled.line(60, 20, QStringLiteral("5 WRITING"));
        titled.line(60, 45, QStringLiteral("5.1 The First Line"), 6, 12);
        titled.column(60, 75, QStringLiteral("l"), 40);
        QCOMPARE(kinds(inReadingOrder(titled.page)),
                 (QList<BlockKind>{BlockKind::Header, BlockKind::Heading, BlockKind::Body}));

        Sheet running; // as large as the text
        running.line(60, 40, QStringLiteral("5 Writing It Down"));
        running.column(60, 70, QStringLiteral("l"), 40);
        QCOMPARE(kinds(inReadingOrder(running.page)), (QList<BlockKind>{BlockKind::Header, BlockKind::Body}));
    }

    void blocksLieOverTheTextInItsOrderAndTellTheirKinds()
    {
        Sheet sheet;
        sheet.line(60, 74, QStringLiteral("3 Experiments"), 6, 12);
        sheet.column(60, 90, QStringLiteral("a"), 5);
        sheet.line(60, 170, QStringLiteral("3.1 The Data"), 5.5, 11);
        sheet.column(60, 190, QStringLiteral("b"), 5);
        sheet.line(60, 400, QStringLiteral("Figure 2: What is seen of it."));
        sheet.column(60, 440, QStringLiteral("c"), 5);
        sheet.line(60, 520, QStringLiteral("References"), 6, 12);
        sheet.line(60, 540, QStringLiteral("[1] A. Author. The first title. 2001."));
        sheet.line(60, 552, QStringLiteral("[2] B. Bauer. The second title. 2002."));
        sheet.line(60, 564, QStringLiteral("[3] C. Chen. The third title. 2003."));
        sheet.upwards(20, 500, QStringLiteral("arXiv:1706.03762"));
        const PageText text = inReadingOrder(sheet.page);
        QCOMPARE(kinds(text),
                 (QList<BlockKind>{BlockKind::Heading, BlockKind::Body, BlockKind::Heading, BlockKind::Body,
                                   BlockKind::Caption, BlockKind::Body, BlockKind::Heading, BlockKind::Reference,
                                   BlockKind::Reference, BlockKind::Reference, BlockKind::Margin}));
        QCOMPARE(text.blocks[0].level, 0);
        QCOMPARE(text.blocks[2].level, 1);
        int end = 0;
        for (const TextBlock &block : text.blocks) {
            QVERIFY(block.range.from >= end && block.range.to > block.range.from);
            end = block.range.to;
        }
        QCOMPARE(end, int(text.text.size()));
        const Box caption = text.blocks[4].box;
        QVERIFY(qAbs(caption.top - 400.0 / 800) < 1e-6 && qAbs(caption.left - 60.0 / 600) < 1e-6);
    }

    void aListingAboveTwoColumnsDoesNotCutTheirShortLines()
    {
        Sheet sheet;
        for (int i = 0; i < 30; ++i) {
            sheet.line(60, 60 + 12 * i, QStringLiteral("mov edx into a register"));
            sheet.line(220, 60 + 12 * i, QStringLiteral("// load primes from the activation record"));
        }
        sheet.column(60, 480, QStringLiteral("l"), 12);
        sheet.line(60, 624, QStringLiteral("l12 a short one."));
        sheet.column(60, 636, QStringLiteral("m"), 6);
        sheet.column(320, 480, QStringLiteral("r"), 19);
        const QStringList starts = sheet.starts();
        const qsizetype first = starts.indexOf(QStringLiteral("l00"));
        QCOMPARE(starts.mid(first, 38), numbered(QStringLiteral("l"), 13) + numbered(QStringLiteral("m"), 6) +
                                            numbered(QStringLiteral("r"), 19));
    }

    void aHeadingAsHighAsTheTextIsABlockOfItsOwn()
    {
        Sheet sheet;
        sheet.column(60, 100, QStringLiteral("a"), 4);
        sheet.line(60, 148, QStringLiteral("ends here."));
        sheet.line(60, 160, QStringLiteral("A. The Aims of It"));
        sheet.column(60, 172, QStringLiteral("b"), 4);
        const PageText text = inReadingOrder(sheet.page);
        QCOMPARE(kinds(text), (QList<BlockKind>{BlockKind::Body, BlockKind::Heading, BlockKind::Body}));
    }

    void theShortLastLineOfAWideCaptionIsPartOfIt()
    {
        Sheet sheet;
        sheet.line(60, 130, QStringLiteral("Figure 1: this caption runs across the whole of the page above both the"));
        sheet.line(60, 142, QStringLiteral("columns of it."));
        sheet.column(60, 180, QStringLiteral("l"), 20);
        sheet.column(320, 180, QStringLiteral("r"), 20);
        const PageText text = inReadingOrder(sheet.page);
        QVERIFY2(text.text.startsWith(QStringLiteral("Figure 1: this caption runs across the whole of the page above "
                                                     "both the\ncolumns of it.\n\nl00")),
                 qPrintable(text.text));
        QCOMPARE(text.blocks.first().kind, BlockKind::Caption);
    }

    void aHangingIndentPartsTheEntriesOfABibliography()
    {
        Sheet sheet;
        sheet.line(60, 80, QStringLiteral("References"), 6, 12);
        double y = 100;
        for (int i = 0; i < 4; ++i) {
            sheet.line(60, y, QStringLiteral("Author, A. The title number %1 of the list").arg(i));
            sheet.line(75, y + 12, QStringLiteral("goes on behind an indent. Journal, 2001."));
            y += 24;
        }
        QCOMPARE(kinds(inReadingOrder(sheet.page)).count(BlockKind::Reference), 4);
    }

    void aPageUpsideDownIsReadAsItStands()
    {
        Sheet sheet;
        sheet.page.rotation = 180;
        sheet.column(60, 100, QStringLiteral("l"), 20);
        sheet.column(320, 100, QStringLiteral("r"), 20);
        QCOMPARE(sheet.starts(), numbered(QStringLiteral("l"), 20) + numbered(QStringLiteral("r"), 20));
        QVERIFY(inReadingOrder(sheet.page).boxes[0].top > 0.8);
    }

    void hebrewPiecesOfALineAreReadFromTheRight()
    {
        Sheet sheet;
        sheet.word(300, 100, QStringLiteral("שלום"));
        sheet.word(200, 100, QStringLiteral("עולם"));
        sheet.word(300, 112, QStringLiteral("אחת"));
        sheet.word(200, 112, QStringLiteral("שתיים"));
        QCOMPARE(sheet.text(), QStringLiteral("שלום עולם\nאחת שתיים"));
    }

    void aPageOfAbsurdlyManyWordsStaysAsPrinted()
    {
        Sheet sheet;
        QRandomGenerator random(7);
        for (int i = 0; i < 200'000; ++i)
            sheet.word(random.bounded(590.0), random.bounded(790.0), QStringLiteral("ab"), 1, 1 + random.bounded(39.0));
        const PageText text = inReadingOrder(sheet.page);
        QCOMPARE(text.text.count(QStringLiteral("ab")), 200'000);
        QCOMPARE(text.boxes.size(), text.text.size());
        QCOMPARE(text.blocks.size(), 1);
    }

    void aPageMadeToBeSlowIsReadToItsEnd()
    {
        Sheet sheet;
        QRandomGenerator random(7);
        for (int i = 0; i < 30'000; ++i)
            sheet.word(random.bounded(590.0), random.bounded(790.0), QStringLiteral("ab"), 1,
                       1 + random.bounded(399.0));
        const PageText text = inReadingOrder(sheet.page);
        QCOMPARE(text.text.count(QStringLiteral("ab")), 30'000);
    }

    void aPageWithoutWordsIsEmpty() { QVERIFY(inReadingOrder(WordsReply{{600, 800}, 0, {}}).isEmpty()); }
};

YAODIAN_TEST_GUILESS(TestReadingOrder)

} // namespace pdf_reading_order

#include "reading_order.moc"
