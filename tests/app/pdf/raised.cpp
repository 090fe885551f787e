// Citations by raised numbers, bare or in brackets, and what looks like them.
#include "pdf/raised.h"
#include "tests/support/testmain.h"

#include "pdf/document.h"
#include "pdf/references.h"
#include "tests/support/pdfwriter.h"

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

namespace pdf_raised {

using namespace yaodian;
using namespace yaodian::pdf;

constexpr double pageHeight = 792;

/// A line in which "^{…}" is raised and set in smaller letters: "as others found^{1,2} before".
void setLine(PdfWriter &pdf, double x, double y, const QString &text)
{
    static const QRegularExpression raised(QStringLiteral("\\^\\{([^}]*)\\}"));
    const auto shown = [](const QString &part, double size) {
        const bool latin = std::all_of(part.begin(), part.end(), [](QChar c) { return c.unicode() < 0x100; });
        QByteArray out = (latin ? "/F1 " : "/F2 ") + QByteArray::number(size) + " Tf ";
        if (!latin) {
            out += '<';
            for (const QChar c : part)
                out += QByteArray::number(c.unicode(), 16).rightJustified(4, '0');
            return out + "> Tj ";
        }
        QString inside = part;
        inside.replace(QRegularExpression(QStringLiteral("([()])")), QStringLiteral("\\\\1"));
        return out + '(' + inside.toLatin1() + ") Tj ";
    };
    QByteArray all = "BT " + QByteArray::number(x) + ' ' + QByteArray::number(pageHeight - y) + " Td ";
    qsizetype from = 0;
    for (auto matches = raised.globalMatch(text); matches.hasNext();) {
        const auto match = matches.next();
        all += shown(text.mid(from, match.capturedStart() - from), 10);
        all += "3.6 Ts " + shown(match.captured(1), 6.5) + "0 Ts ";
        from = match.capturedEnd();
    }
    pdf.raw(all + shown(text.mid(from), 10) + "ET");
}

const QString filler = QStringLiteral("plain words of running text that fill the whole of this line here");
const QStringList bareEntries{
    QStringLiteral("1 Ann A, Ben B. The first title of the list. Journal of Lists, 2001"),
    QStringLiteral("2 Cal C. Another title that is told in the list. Journal of Lists, 1999"),
    QStringLiteral("3 van den Oord D. A third title, and a longer one. Journal of Lists, 2010"),
    QStringLiteral("4 Eve E, Fay F. The fourth title of the list. Journal of Lists, 2011"),
    QStringLiteral("5 Gus G. The last title of the list. Journal of Lists, 2012")};

/// Two pages: `front`, if it is not empty, with prose; then `text` between prose, and the list of entries.
class RaisedPaper
{
public:
    explicit RaisedPaper(const QStringList &text, const QStringList &entries = bareEntries,
                         const QStringList &front = {}, const QStringList &footnotes = {})
    {
        PdfWriter pdf;
        pdf.page();
        double y = 90;
        for (const QString &line : front)
            setLine(pdf, 72, y += 12, line);
        pdf.lines(72, y + 40, QStringList(30, filler));
        pdf.page();
        y = pdf.lines(72, 90, QStringList(8, filler)) - 12;
        for (const QString &line : text)
            setLine(pdf, 72, y += 12, line);
        y = pdf.lines(72, y + 12, QStringList(8, filler));
        pdf.text(72, y + 20, QStringLiteral("References"), 14);
        pdf.lines(72, y + 44, entries);
        pdf.lines(72, 700, footnotes, 7);
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("paper.pdf"));
        const auto read = pdf.save(path) ? readText(path) : Result<QList<PageText>>(Error::world(path));
        if (!read)
            qFatal("%s", qPrintable(read.error().message));
        m_pages = *read;
        for (const PageText &page : std::as_const(m_pages))
            m_index.add(page);
        m_index.finish();
    }

    [[nodiscard]] const DocumentIndex &index() const { return m_index; }
    [[nodiscard]] const PageText &page(int number) const { return m_pages[number]; }
    /// "words → label label" of a page's references.
    [[nodiscard]] QStringList found(int page = 1) const
    {
        QStringList out;
        for (const Reference &reference : m_index.referencesOn(page, m_pages[page])) {
            QStringList labels;
            for (const Target &target : reference.targets)
                labels.append(target.label);
            out.append(m_pages[page].text.mid(reference.range.from, reference.range.to - reference.range.from) +
                       QStringLiteral(" → ") + labels.join(u' '));
        }
        return out;
    }

private:
    QList<PageText> m_pages;
    DocumentIndex m_index;
};

class TestRaised : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bareNumbersLeadToTheirEntries()
    {
        const RaisedPaper paper({QStringLiteral("It was told by others before^{1,2} and it was told again.^{3-5}"),
                                 QStringLiteral("The same was told of Chinese,^{2} of words (all of them)^{4} and"),
                                 QStringLiteral("of what is \"told\"^{5} here, where ^{9} is of nobody who wrote.")});
        QCOMPARE(paper.found(),
                 (QStringList{QStringLiteral("1,2 → [1] [2]"), QStringLiteral("3-5 → [3] [4] [5]"),
                              QStringLiteral("2 → [2]"), QStringLiteral("4 → [4]"), QStringLiteral("5 → [5]")}));
        const Reference first = paper.index().referencesOn(1, paper.page(1)).first();
        QCOMPARE(first.kind, Reference::Kind::Citation);
        QVERIFY(first.targets.first().text.contains(QStringLiteral("first title")));
        QVERIFY(first.boxes.first().bottom - first.boxes.first().top < 12.0 / pageHeight);
    }

    void chineseTextIsCitedByRaisedBracketsAndNumbers()
    {
        const QStringList entries{QStringLiteral("1 王某某, 李某. 第一个题目. 某某学报, 2001, 3(2): 10-12"),
                                  QStringLiteral("2 Cal C. Another title that is told. Journal of Lists, 1999"),
                                  QStringLiteral("3 张某. 第三个题目. 某某学报, 2010, 4(1): 20-29"),
                                  QStringLiteral("4 赵某某. 第四个题目. 某某学报, 2011, 5(1): 30-39")};
        const RaisedPaper bracketed(
            {QStringLiteral("已有研究^{[1]}表明如此, 另有研究^{[2-4]}说明了其他情形, 本文^{[7]}不同.")}, entries);
        QCOMPARE(bracketed.found(), (QStringList{QStringLiteral("[1] → [1]"), QStringLiteral("[2-4] → [2] [3] [4]")}));
        const RaisedPaper bare({QStringLiteral("已有研究^{1}表明如此, 另有研究^{2,4}说明了其他情形, 本文^{7}不同.")},
                               entries);
        QCOMPARE(bare.found(), (QStringList{QStringLiteral("1 → [1]"), QStringLiteral("2,4 → [2] [4]")}));
    }

    void exponentsAreNoCitations()
    {
        const RaisedPaper paper(
            {QStringLiteral("Where x^{2} is below 10^{3} or 5 cm^{3} of log^{2} of (a + b)^{2} for"),
             QStringLiteral("the atom ^{4}C and ab^{2} = 4 with sin^{2} of y^{2} and words^{3} of it.")});
        QCOMPARE(paper.found(), QStringList{QStringLiteral("3 → [3]")});
    }

    void aFootnoteOfThatNumberGoesFirst()
    {
        const RaisedPaper paper(
            {QStringLiteral("It was told by others^{2} and again^{1} and of both^{1,2} it was told.")}, bareEntries, {},
            {QStringLiteral("2 A footnote of this page in small print.")});
        const QList<Reference> found = paper.index().referencesOn(1, paper.page(1));
        QCOMPARE(paper.found(), (QStringList{QStringLiteral("2 → 2"), QStringLiteral("1 → [1]")}));
        QCOMPARE(found.first().kind, Reference::Kind::Footnote);
        QVERIFY(found.first().targets.first().box.top > 0.8);
    }

    void placesOfWorkOfAuthorsAreNoCitations()
    {
        const QStringList text{QStringLiteral("It was told by others before^{1,2} and again.^{3}")};
        const RaisedPaper named(
            text, bareEntries,
            {QStringLiteral("Jane Doe^{1,2}, John Smith^{3}, Mary Major^{1} and Max Minor^{2}"),
             QStringLiteral("It was told by others before^{1,2} and it was told again by many.^{3}")});
        QCOMPARE(named.found(0), (QStringList{QStringLiteral("1,2 → [1] [2]"), QStringLiteral("3 → [3]")}));
        const RaisedPaper abstracted(
            text, bareEntries,
            {QStringLiteral("a study of the lists by jane of the hill^{1} and john of the dale^{2}"),
             QStringLiteral("Abstract"), QStringLiteral("It was told by others^{3} in lists.")});
        QCOMPARE(abstracted.found(0), QStringList{QStringLiteral("3 → [3]")});
        const RaisedPaper chinese(text, bareEntries, {QStringLiteral("尚某某^{1, 2} 左某某^{2} 王某^{3}")});
        QVERIFY(chinese.found(0).isEmpty());
        QCOMPARE(chinese.found(1).size(), 2);
    }

    void whereBracketsCite_raisedNumbersDoNot()
    {
        const QString often = QStringLiteral("It was told in [1], in [2], in [3] and of the words^{4} of lists.");
        QCOMPARE(RaisedPaper({often}).found(),
                 (QStringList{QStringLiteral("[1] → [1]"), QStringLiteral("[2] → [2]"), QStringLiteral("[3] → [3]")}));
        // A few brackets among many raised numbers are something else.
        QStringList many{often};
        for (int i = 0; i < 5; ++i)
            many.append(QStringLiteral("It was told^{1} and told^{2} of words^{3} and again^{4} of lists.^{5}"));
        QVERIFY(RaisedPaper(many).found().size() > 25);
    }

    void aListWithoutNumbers_isNotCitedByThem()
    {
        QStringList entries;
        for (const char name : {'A', 'B', 'C', 'D'}) {
            entries.append(
                QStringLiteral("%1nn, A. A title of the list that is long. 2001. Journal of").arg(QLatin1Char(name)));
            entries.append(QStringLiteral("%1 Springer Lists").arg(name - 'A' + 1));
        }
        const RaisedPaper paper({QStringLiteral("It was told by others before^{1,2} and again.^{3}")}, entries);
        QVERIFY(!paper.index().bibliography().isNumbered());
        QVERIFY(paper.found().isEmpty());
    }

    void raisedDigitsOfAFontCountWhateverTheirBox()
    {
        PageText page;
        page.text = QStringLiteral("words of it¹ here");
        for (qsizetype i = 0; i < page.text.size(); ++i)
            page.boxes.append(page.text[i] == u' ' ? Box{} : Box{double(i) / 20, 0.1, double(i + 1) / 20, 0.12});
        const QList<TextLine> lines = textLinesOf(page);
        const QList<RaisedMark> marks = raisedMarksOf(page, lines);
        QCOMPARE(marks.size(), 1);
        QCOMPARE(marks.first().marks, QStringLiteral("1"));
        QCOMPARE(CitedNumbers(page, lines, false).of(marks.first()), QStringList{QStringLiteral("1")});
    }

    void circledNumbersAreMarksOfFootnotes()
    {
        PageText page;
        page.text = QStringLiteral("words of it1 \u20dd here"); // as TeX draws them
        for (qsizetype i = 0; i < page.text.size(); ++i)
            page.boxes.append(page.text[i] == u' ' ? Box{} : Box{double(i) / 20, 0.1, double(i + 1) / 20, 0.12});
        const qsizetype digit = page.text.indexOf(u'1');
        const Box raised{double(digit) / 20, 0.1, double(digit + 1) / 20, 0.11};
        page.boxes[digit] = raised;
        const auto numbers = [&page] {
            const QList<TextLine> lines = textLinesOf(page);
            const QList<RaisedMark> marks = raisedMarksOf(page, lines);
            return marks.size() == 1 ? CitedNumbers(page, lines, false).of(marks.first()) : QStringList{QString()};
        };
        QCOMPARE(numbers(), QStringList{QStringLiteral("1")});
        page.boxes[page.text.indexOf(QChar(0x20dd))] = {raised.left - 0.01, 0.099, raised.right + 0.01, 0.112};
        QVERIFY(numbers().isEmpty());
    }
};

YAODIAN_TEST_GUILESS(TestRaised)

} // namespace pdf_raised

#include "raised.moc"
