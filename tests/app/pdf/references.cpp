#include "pdf/references.h"
#include "tests/support/testmain.h"

#include "pdf/mentions.h"
#include "pdf/regions.h"
#include "tests/app/pdf/sheet.h"

namespace pdf_references {

using namespace yaodian;
using namespace yaodian::pdf;

QStringList prose(int lines)
{
    return QStringList(lines, QStringLiteral("plain words of running text that fill the whole line here"));
}

/// A paper of two pages: the text of the first one, then a figure, an equation and the bibliography.
struct Paper
{
    QList<PageText> pages;

    Paper(const QStringList &text, const QStringList &bibliography, double hang = 0)
    {
        Sheet first;
        first.lines(60, 100, text);
        double y = first.lines(60, 300, prose(5));
        y = first.lines(60, y + 12, {QStringLiteral("2 The Method")}, 6, 12);
        first.lines(60, y + 10, prose(4));
        y = first.lines(60, 500, {QStringLiteral("y = ax + b")});
        first.line(320, y - 12, QStringLiteral("(5)"));
        first.lines(60, 540, prose(3));
        first.lines(60, 700, {QStringLiteral("1 A footnote with its words, in small print.")}, 3.5, 7);
        pages.append(inReadingOrder(first.page));
        Sheet second;
        y = second.lines(60, 60, prose(4));
        second.line(150, y + 60, QStringLiteral("axis"));
        y = second.lines(60, y + 130, {QStringLiteral("Figure 3: The model in all its parts as it is drawn.")});
        y = second.lines(60, y + 20, {QStringLiteral("Table 2: Results.")});
        second.line(80, y + 20, QStringLiteral("27.9"));
        y = second.lines(60, y + 60, prose(4));
        y = second.lines(60, y + 20, {QStringLiteral("References")}, 6, 12) + 8;
        for (const QString &line : bibliography) {
            second.line(60 + (line.startsWith(u' ') ? hang : 0), y, line.trimmed());
            y += 12;
        }
        pages.append(inReadingOrder(second.page));
    }

    [[nodiscard]] DocumentIndex index() const
    {
        DocumentIndex out;
        for (const PageText &page : pages)
            out.add(page);
        out.finish();
        return out;
    }
    /// "words → label label" of the first page's references.
    [[nodiscard]] QStringList found() const
    {
        QStringList out;
        for (const Reference &reference : index().referencesOn(0, pages[0])) {
            QStringList labels;
            for (const Target &target : reference.targets)
                labels.append(target.label.isEmpty() ? target.text.left(12) : target.label);
            QString words = pages[0].text.mid(reference.range.from, reference.range.to - reference.range.from);
            out.append(words.replace(u'\n', u'|') + QStringLiteral(" → ") + labels.join(u' '));
        }
        return out;
    }
};

const QStringList numberedEntries{
    QStringLiteral("[1] A. Gal and B. Bo. The first title of all. 2001."),
    QStringLiteral("[2] C. Chen. Another title that is"), QStringLiteral(" long. In Proceedings, 1999."),
    QStringLiteral("[3] D. Diaz. Third. 2010."), QStringLiteral("[4] E. Ek. Fourth. 2011.")};
const QStringList namedEntries{QStringLiteral("Devlin, J., Chang, M. BERT: a model with a title. 2019a."),
                               QStringLiteral(" Proceedings of a place."),
                               QStringLiteral("Lee, K. and Kim, S. A title of their own. 2020."),
                               QStringLiteral(" Journal of titles."),
                               QStringLiteral("van den Oord, A. Third title of the list. 2018."),
                               QStringLiteral(" Some venue."),
                               QStringLiteral("Poincaré, H. Fourth title of the list. 1904, 2018."),
                               QStringLiteral(" Some other venue.")};

QStringList numbersIn(const QString &text)
{
    PageText page;
    page.text = text;
    page.boxes.resize(text.size());
    QStringList out;
    for (const Mention &mention : mentionsOn(page))
        out.append(mention.numbers.join(u' '));
    return out;
}

class TestReferences : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void largeLabelsOfAFigure_areOfIt_aSectionAboveItIsNot()
    {
        Sheet sheet;
        double y = sheet.lines(60, 60, prose(4));
        y = sheet.lines(60, y + 20, {QStringLiteral("Two Ways Through")}, 7, 14);
        const double figure = y + 20;
        sheet.line(150, figure, QStringLiteral("weight layer"), 7, 14);
        sheet.line(130, figure + 60, QStringLiteral("identity added"), 7, 14);
        sheet.lines(60, figure + 110, {QStringLiteral("Figure 2: A block of it as it is drawn.")});
        sheet.lines(60, figure + 150, prose(6));
        const PageText page = inReadingOrder(sheet.page);
        int caption = 0;
        while (page.blocks[caption].kind != BlockKind::Caption)
            ++caption;
        const Box region = regionOf(page, caption, false);
        QVERIFY2(region.top < figure / 800, qPrintable(QString::number(region.top * 800)));
        QVERIFY2(region.top > (y - 14) / 800, qPrintable(QString::number(region.top * 800)));
    }

    void aPageOfOneWord_isReadInOneGo()
    {
        // Were each of its capitals tried as a name of its own, this would take minutes.
        QVERIFY(numbersIn(QStringLiteral("Ab").repeated(60'000)).isEmpty());
    }

    void mentionsAreFoundInTheirManyForms_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("numbers");
        const auto row = [](const QString &text, const QStringList &numbers) {
            QTest::newRow(qPrintable(text)) << text << numbers;
        };
        row(QStringLiteral("see [3, 5–7] and [12, Sec. 3]"), {QStringLiteral("3 5 6 7"), QStringLiteral("12")});
        row(QStringLiteral("in [3]–[5]"), {QStringLiteral("3 4 5")});
        row(QString::fromUtf8("文献［1］～［3］与〔5〕, [7−9]"),
            {QStringLiteral("1 2 3"), QStringLiteral("5"), QStringLiteral("7 8 9")});
        row(QStringLiteral("by [BMR+20, Dev18]"), {QStringLiteral("BMR+20 Dev18")});
        row(QStringLiteral("Figures 3 and 4a, Fig. A.1"), {QStringLiteral("3 4"), QStringLiteral("A.1")});
        row(QStringLiteral("Figs. 3–5"), {QStringLiteral("3 4 5")});
        row(QStringLiteral("Fig-\nure 3(b) and Table\nIV"), {QStringLiteral("3"), QStringLiteral("IV")});
        row(QStringLiteral("Eq. (5), Equation 2.1 and Eqs. (3) and (4)"),
            {QStringLiteral("5"), QStringLiteral("2.1"), QStringLiteral("3 4")});
        row(QStringLiteral("Section 3.2, Sec. 4 and Appendix B.1"),
            {QStringLiteral("3.2"), QStringLiteral("4"), QStringLiteral("B.1")});
        row(QStringLiteral("如图3和表 2所示，由式(5)，见第三节与附录A"),
            {QStringLiteral("3"), QStringLiteral("2"), QStringLiteral("5"), QStringLiteral("3"), QStringLiteral("A")});
        row(QStringLiteral("(Smith et al., 2020; Lee and Kim 2019a,b)"),
            {QStringLiteral("2020"), QStringLiteral("2019a 2019b")});
        row(QStringLiteral("it configures 3 and suitable 4, in 2020 and [sic]"), {});
    }

    void mentionsAreFoundInTheirManyForms()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, numbers);
        QCOMPARE(numbersIn(text), numbers);
    }

    void numbersLeadToTheirEntries()
    {
        const Paper paper({QStringLiteral("As was shown in [2] and in [1, 3–4], but not within [0, 1]"),
                           QStringLiteral("nor for the entry [17] that nobody wrote down so far.")},
                          numberedEntries);
        QCOMPARE(paper.found(), (QStringList{QStringLiteral("[2] → [2]"), QStringLiteral("[1, 3–4] → [1] [3] [4]")}));
        const DocumentIndex index = paper.index();
        const Reference first = index.referencesOn(0, paper.pages[0]).first();
        QCOMPARE(first.kind, Reference::Kind::Citation);
        QCOMPARE(first.boxes.size(), 1);
        QCOMPARE(first.targets.first().page, 1);
        QCOMPARE(first.targets.first().text,
                 QStringLiteral("[2] C. Chen. Another title that is long. In Proceedings, 1999."));
        // The two lines of the entry.
        QVERIFY(qAbs(first.targets.first().box.bottom - first.targets.first().box.top - 22.0 / 800) < 1e-6);
        QVERIFY(index.referencesOn(1, paper.pages[1]).isEmpty());
    }

    void authorsAndYearsLeadToTheirEntries()
    {
        const Paper paper({QStringLiteral("It was done before (Devlin et al., 2019a; Lee and Kim, 2020)."),
                           QStringLiteral("However, Poincaré (1904) and van den Oord et al. (2018)"),
                           QStringLiteral("and so did Kim (2020) and Devlin (2003) as well as we.")},
                          namedEntries, 12);
        QCOMPARE(paper.found(), (QStringList{QStringLiteral("Devlin et al., 2019a → Devlin, J., "),
                                             QStringLiteral("Lee and Kim, 2020 → Lee, K. and "),
                                             QStringLiteral("Poincaré (1904) → Poincaré, H."),
                                             QStringLiteral("van den Oord et al. (2018) → van den Oord")}));
        QCOMPARE(paper.index().bibliography().entries().size(), 4);
    }

    void figuresTablesEquationsAndSectionsAreShownWhereTheyStand()
    {
        const Paper paper({QStringLiteral("In Figure 3 and Table 2 there is what Eq. (5) says, for"),
                           QStringLiteral("Section 2 and Figure 9 tell of it at length, too, here.")},
                          numberedEntries);
        QCOMPARE(paper.found(), (QStringList{QStringLiteral("Figure 3 → Figure 3"), QStringLiteral("Table 2 → Table 2"),
                                             QStringLiteral("Eq. (5) → (5)"), QStringLiteral("Section 2 → 2")}));
        const QList<Reference> references = paper.index().referencesOn(0, paper.pages[0]);
        const Target figure = references[0].targets.first();
        QCOMPARE(figure.page, 1);
        QCOMPARE(figure.text, QStringLiteral("Figure 3: The model in all its parts as it is drawn."));
        // From the text above it down to the end of its caption.
        QVERIFY(figure.box.top * 800 > 100 && figure.box.top * 800 < 110);
        QVERIFY(figure.box.bottom * 800 > 246 && figure.box.bottom * 800 < 254);
        const Target table = references[1].targets.first();
        QVERIFY(table.box.top * 800 < 270 && table.box.bottom * 800 > 310);
        QCOMPARE(references[2].kind, Reference::Kind::Equation);
        QVERIFY(references[2].targets.first().box.contains(70.0 / 600, 505.0 / 800));
        QCOMPARE(references[3].targets.first().text, QStringLiteral("2 The Method"));
    }

    void aRaisedNumberLeadsToItsFootnote()
    {
        Sheet sheet;
        sheet.lines(60, 100, prose(20));
        sheet.line(60, 352, QStringLiteral("The words before"));
        sheet.word(140, 350, QStringLiteral("1"), 3, 6);
        sheet.line(150, 352, QStringLiteral("and after it"));
        sheet.lines(60, 370, prose(3));
        sheet.lines(60, 700, {QStringLiteral("1 A footnote with its words, in small print.")}, 3.5, 7);
        const PageText page = inReadingOrder(sheet.page);
        DocumentIndex index;
        index.add(page);
        index.finish();
        const QList<Reference> references = index.referencesOn(0, page);
        QCOMPARE(references.size(), 1);
        QCOMPARE(references.first().kind, Reference::Kind::Footnote);
        QCOMPARE(references.first().targets.first().text,
                 QStringLiteral("1 A footnote with its words, in small print."));
        QVERIFY(references.first().targets.first().box.top > 0.85);
    }

    void headingsMakeAnOutlineWhereNumbersFollowEachOther()
    {
        QList<HeadingSpot> spots;
        const auto heading = [&](int page, const QString &text) {
            spots.append({page, {0.1, 0.2, 0.5, 0.22}, text, 1.2, 1, 2 * int(spots.size()), headingMarkOf(text)});
        };
        heading(0, QStringLiteral("Abstract"));
        heading(0, QStringLiteral("1 Introduction"));
        heading(1, QStringLiteral("2 Method"));
        heading(1, QStringLiteral("2.1 Data"));
        heading(1, QStringLiteral("7 Apples in a table"));
        heading(2, QStringLiteral("2.2 Model"));
        heading(3, QStringLiteral("4 Results")); // the third was not seen
        heading(4, QStringLiteral("References"));
        heading(5, QStringLiteral("A Proofs"));
        heading(5, QStringLiteral("A.1 More"));
        QStringList titles;
        for (const Section &section : sectionsOf(spots)) {
            titles.append(QString(section.item.depth, u'>') + section.item.title);
            QVERIFY(section.item.inferred);
        }
        QCOMPARE(titles,
                 (QStringList{QStringLiteral("Abstract"), QStringLiteral("1 Introduction"), QStringLiteral("2 Method"),
                              QStringLiteral(">2.1 Data"), QStringLiteral(">2.2 Model"), QStringLiteral("4 Results"),
                              QStringLiteral("References"), QStringLiteral("A Proofs"), QStringLiteral(">A.1 More")}));
    }

    void lettersBelowRomanNumbersAreNoEnd()
    {
        QList<HeadingSpot> spots;
        for (const QString &text :
             {QStringLiteral("I. INTRODUCTION"), QStringLiteral("A. Aims"), QStringLiteral("B. Means"),
              QStringLiteral("II. MODEL"), QStringLiteral("A. Parts"), QStringLiteral("III. RESULTS")})
            spots.append({0, {}, text, 1, 1, 2 * int(spots.size()), headingMarkOf(text)});
        QCOMPARE(sectionsOf(spots).size(), 6);
        for (HeadingSpot &spot : spots) // rows of a table: nothing stands between them
            spot.block /= 2;
        QVERIFY(sectionsOf(spots).isEmpty());
    }

    void theSectionsOfPagesAreFoundInTheirText()
    {
        const Paper paper({QStringLiteral("Words.")}, numberedEntries);
        QStringList titles;
        for (const OutlineItem &item : sectionsOf(paper.pages))
            titles.append(item.title);
        QCOMPARE(titles, (QStringList{QStringLiteral("2 The Method"), QStringLiteral("References")}));
    }

    void aRunningTitleLikeAnAppendixDoesNotEndTheBibliography()
    {
        Sheet first;
        double y = first.lines(60, 100, prose(4));
        first.lines(60, y + 20, {QStringLiteral("References")}, 6, 12);
        first.lines(60, y + 50, {QStringLiteral("[1] A. Ann. One. 2001."), QStringLiteral("[2] B. Ben. Two. 2002.")});
        Sheet second;
        second.line(60, 100, QStringLiteral("A Survey of Everything"), 6, 12);
        second.lines(60, 130, {QStringLiteral("[3] C. Cal. Three. 2003."), QStringLiteral("[4] D. Dan. Four. 2004.")});
        DocumentIndex index;
        index.add(inReadingOrder(first.page));
        index.add(inReadingOrder(second.page));
        index.finish();
        QCOMPARE(index.bibliography().entries().size(), 4);
    }

    void aSectionAboutReferences_isNoBibliographyWhereOneFollows()
    {
        Sheet first;
        double y = first.lines(60, 100, prose(4));
        first.lines(60, y + 20, {QStringLiteral("2.2 References")}, 6, 12);
        first.lines(60, y + 50, prose(4) + QStringList{QStringLiteral("as it was told in [2] before.")});
        Sheet second;
        second.line(60, 100, QStringLiteral("References"), 6, 12);
        second.lines(60, 130, {QStringLiteral("[1] A. Ann. One. 2001."), QStringLiteral("[2] B. Ben. Two. 2002.")});
        const PageText text = inReadingOrder(first.page);
        DocumentIndex index;
        index.add(text);
        index.add(inReadingOrder(second.page));
        index.finish();
        QCOMPARE(index.bibliography().entries().size(), 2);
        QCOMPARE(index.referencesOn(0, text).size(), 1);
    }

    void aDocumentWithoutTextHasNoReferences()
    {
        DocumentIndex index;
        index.add(PageText{});
        index.finish();
        QVERIFY(index.referencesOn(0, PageText{}).isEmpty());
        QVERIFY(index.outline().isEmpty());
    }
};

YAODIAN_TEST_GUILESS(TestReferences)

} // namespace pdf_references

#include "references.moc"
