// Looking at what a reference leads to without leaving the line, and going there and back.
#include "tests/support/menus.h"
#include "tests/support/pdfwriter.h"
#include "tests/support/testmain.h"
#include "tests/ui/reader/desk.h"
#include "ui/reader/pageview.h"
#include "ui/reader/peekpanel.h"

#include <QLabel>

namespace reader_peek_test {

using namespace yaodian;
using tests::ReaderDesk;
using namespace Qt::StringLiterals;

/// Two citations and a figure on the first page, in front of what they lead to; the second page speaks of one of them.
struct Paper
{
    ReaderDesk desk{*qApp};
    ui::PageView *pages = nullptr;
    ui::PeekPanel *panel = nullptr;

    explicit Paper(bool crowded)
    {
        PdfWriter pdf;
        pdf.page();
        if (crowded) {
            pdf.text(72, 100, u"Blocks were shown before [1] and in later work [2]."_s);
            pdf.linkToPage({191, 91, 12, 11}, 2);
            pdf.linkToPage({281, 91, 12, 11}, 3);
            pdf.text(72, 300, u"All of it is drawn in Figure 1 and told below."_s);
        } else {
            pdf.text(72, 300, u"All of it is drawn in Figure 1 and told below."_s);
        }
        pdf.linkToPage({186, 291, 7, 11}, 1);
        for (const QString &title :
             {u"Figure 1: Blocks."_s, u"[1] A first entry. 2019."_s, u"[2] A second one. 2021."_s}) {
            pdf.page();
            pdf.text(72, 410, title);
            pdf.rectangle({72, 430, 200, 80}, 0.4);
        }
        pdf.page();
        pdf.text(72, 100, u"Nothing is spoken of here."_s);
        const QString path = desk.folder.filePath(u"paper.pdf"_s);
        if (!pdf.save(path))
            qFatal("the paper cannot be written");
        desk.show(desk.add(path, u"A paper with references"_s));
        pages = desk.reader->findChild<ui::PageView *>(u"pages"_s);
        panel = desk.reader->findChild<ui::PeekPanel *>(u"peek"_s);
        if (!desk.waitSettled())
            qFatal("the paper is not shown");
        desk.type(u"W"_s); // a page at a time, so that one page is in view
        if (!desk.waitSettled())
            qFatal("the page is not shown");
    }
    [[nodiscard]] bool waitPeek() const
    {
        return QTest::qWaitFor([this] { return panel->isVisible(); }, 20000);
    }
    [[nodiscard]] QString label() const { return panel->findChild<QLabel *>(u"peekLabel"_s)->text(); }
    void press(int key) const { QTest::keyClick(pages, Qt::Key(key)); }
    /// The same lines are in view.
    [[nodiscard]] bool isAt(const ui::PagePlace &place) const
    {
        return pages->place().page == place.page && qAbs(pages->place().top - place.top) < 0.02;
    }
    void back() const { QTest::keyClick(pages, Qt::Key_O, Qt::ControlModifier); }
};

/// One citation of two entries, told by the text alone.
PdfWriter withoutLinks()
{
    const QStringList prose{u"Blocks of the text are read one after the other and kept as they"_s,
                            u"were found, so that nothing is lost on the way from page to page."_s};
    PdfWriter pdf;
    pdf.page();
    double y = pdf.lines(72, 100, prose + prose);
    y = pdf.lines(72, y, {u"This was shown before by others [2, 3] for texts of this kind."_s});
    pdf.lines(72, y, prose + prose);
    pdf.page();
    y = pdf.lines(72, 100, prose + prose + prose);
    pdf.text(72, y + 20, u"References"_s, 14);
    pdf.lines(72, y + 44,
              {u"[1] A. First and B. Other. On blocks. Journal of Texts, 2018."_s,
               u"[2] C. Second. Reading in order. Journal of Texts, 2019."_s,
               u"[3] D. Third and E. Else. More of the same. Journal of Texts, 2021."_s,
               u"[4] F. Fourth. What is left. Journal of Texts, 2022."_s});
    return pdf;
}

class PeekTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aMenuOnAReference_peeksAtThatOne_whereverTheMouseIsThen()
    {
        const Paper paper(true);
        const QRect second = paper.pages->inView(0, {281 / 612.0, 91 / 792.0, 293 / 612.0, 102 / 792.0});
        // Once what is in view is known, the menu offers it.
        QTRY_VERIFY_WITH_TIMEOUT(
            [&] {
                if (QMenu *open = tests::shownMenu())
                    open->close();
                tests::rightClick(paper.pages->viewport(), second.center());
                return tests::shownMenu() && tests::rowOf(tests::shownMenu(), u"reader.peek"_s);
            }(),
            20000);
        QVERIFY(tests::rowOf(tests::shownMenu(), u"reader.follow"_s));
        QVERIFY(tests::choose(u"reader.peek"_s));
        QVERIFY(paper.waitPeek());
        QCOMPARE(paper.panel->target().page, 3);
        paper.press(Qt::Key_Escape);
        QCoreApplication::processEvents();
        paper.desk.type(u"i"_s); // it is no more as if the mouse was there: several are in view
        QVERIFY(!paper.panel->isVisible());
        paper.press(Qt::Key_Escape);
        tests::rightClick(paper.pages->viewport(), {5, 5});
        QVERIFY(!tests::rowOf(tests::shownMenu(), u"reader.peek"_s));
        tests::shownMenu()->close();
    }

    void theOnlyReferenceInView_opensAtOnceBesideItsLine()
    {
        const Paper paper(false);
        const auto before = paper.pages->place();
        paper.desk.type(u"i"_s);
        QVERIFY(paper.waitPeek());
        QTRY_VERIFY_WITH_TIMEOUT(paper.panel->hasPicture(), 20000);
        QCOMPARE(paper.panel->target().page, 1);
        const QRect line = paper.pages->inView(0, {186 / 612.0, 291 / 792.0, 193 / 612.0, 302 / 792.0});
        QVERIFY(!paper.panel->geometry().intersects(line));
        QVERIFY(paper.pages->viewport()->rect().contains(paper.panel->geometry()));
        QCOMPARE(paper.pages->place(), before);
        QSignalSpy left(paper.desk.reader.get(), &ui::ReaderView::closed);
        paper.press(Qt::Key_Escape);
        QVERIFY(!paper.panel->isVisible());
        QCOMPARE(left.count(), 0);
        QCOMPARE(paper.pages->place(), before);
    }

    void ofSeveral_aLetterOpensTheOneItStandsBeside()
    {
        const Paper paper(true);
        paper.desk.type(u"i"_s);
        QTRY_VERIFY_WITH_TIMEOUT((paper.desk.type(u"i"_s), paper.desk.type(u"s"_s), paper.panel->isVisible()), 20000);
        QCOMPARE(paper.panel->target().page, 3);
        QTRY_COMPARE(paper.label(), u"[2]"_s);
    }

    void enter_goesThereAndBackLeadsToTheLine()
    {
        const Paper paper(false);
        const auto before = paper.pages->place();
        paper.desk.type(u"i"_s);
        QVERIFY(paper.waitPeek());
        paper.press(Qt::Key_Return);
        QVERIFY(!paper.panel->isVisible());
        QCOMPARE(paper.desk.reader->status(), u"Page 2 of 5"_s);
        paper.back();
        QVERIFY(paper.isAt(before));
    }

    void gd_goesToTheReferenceWithoutLooking()
    {
        const Paper paper(false);
        QTRY_COMPARE_WITH_TIMEOUT((paper.desk.type(u"gd"_s), paper.desk.reader->status()), u"Page 2 of 5"_s, 20000);
        QVERIFY(!paper.panel->isVisible());
    }

    void gf_goesToTheFigureAndBackToTheLine()
    {
        const Paper paper(true);
        const auto before = paper.pages->place();
        QTRY_COMPARE_WITH_TIMEOUT((paper.desk.type(u"gf"_s), paper.desk.reader->status()), u"Page 2 of 5"_s, 20000);
        paper.desk.type(u"gf"_s);
        QVERIFY(paper.isAt(before));
    }

    void withoutAReference_thatIsSaid()
    {
        const Paper paper(false);
        paper.desk.type(u"G"_s);
        QVERIFY(paper.desk.waitSettled());
        QSignalSpy says(paper.desk.reader.get(), &ui::ReaderView::message);
        for (const QString &keys : {u"i"_s, u"gd"_s, u"gf"_s}) {
            says.clear();
            paper.desk.type(keys);
            QTRY_COMPARE_WITH_TIMEOUT(says.count(), 1, 20000);
        }
        QVERIFY(!paper.panel->isVisible());
    }

    void theMouseRestingOnAReference_showsItUntilItLeaves()
    {
        const Paper paper(false);
        QWidget *view = paper.pages->viewport();
        const QPoint on = paper.pages->inView(0, {186 / 612.0, 291 / 792.0, 193 / 612.0, 302 / 792.0}).center();
        QTRY_VERIFY_WITH_TIMEOUT((QTest::mouseMove(view, on), QTest::mouseMove(view, on + QPoint(1, 0)),
                                  view->cursor().shape() == Qt::PointingHandCursor),
                                 20000);
        QVERIFY(paper.waitPeek());
        const auto before = paper.pages->place();
        QTest::mouseMove(view, QPoint(20, 20));
        QTRY_VERIFY(!paper.panel->isVisible());
        QCOMPARE(paper.pages->place(), before);
    }

    void withoutLinks_theTextLeadsToTheEntriesAndTabWalksThroughThem()
    {
        ReaderDesk desk(*qApp);
        const QString path = desk.folder.filePath(u"plain.pdf"_s);
        QVERIFY(withoutLinks().save(path));
        desk.show(desk.add(path, u"A paper without links"_s));
        QVERIFY(desk.waitSettled());
        desk.type(u"W"_s);
        QVERIFY(desk.waitSettled());
        auto *panel = desk.reader->findChild<ui::PeekPanel *>(u"peek"_s);
        QTRY_VERIFY_WITH_TIMEOUT((desk.type(u"i"_s), panel->isVisible()), 30000);
        QCOMPARE(panel->target().page, 1);
        QVERIFY2(panel->target().text.contains(u"Second"_s), qPrintable(panel->target().text));
        QTRY_VERIFY_WITH_TIMEOUT(panel->hasPicture(), 20000);
        QTest::keyClick(desk.pages(), Qt::Key_Tab);
        QVERIFY2(panel->target().text.contains(u"Third"_s), qPrintable(panel->target().text));
        QVERIFY(desk.pages()->hasFocus());
        QTest::keyClick(desk.pages(), Qt::Key_Return);
        QCOMPARE(desk.reader->status(), u"Page 2 of 2"_s);
    }

    void severalTargets_areWalkedThroughByTab()
    {
        const Paper paper(false);
        const QList<pdf::Target> targets{{2, {0.1, 0.1, 0.6, 0.13}, u"[1]"_s, u"A first entry. 2019."_s},
                                         {3, {0.1, 0.1, 0.6, 0.13}, u"[2]"_s, u"A second one. 2021."_s}};
        paper.panel->open({200, 200, 30, 14}, targets);
        QCOMPARE(paper.panel->target().page, 2);
        QCOMPARE(paper.panel->findChild<QLabel *>(u"peekWords"_s)->text(), u"A first entry. 2019."_s);
        paper.panel->step(1);
        QCOMPARE(paper.label(), u"[2]"_s);
        QTRY_VERIFY_WITH_TIMEOUT(paper.panel->hasPicture(), 20000);
        paper.panel->step(1);
        QCOMPARE(paper.label(), u"[1]"_s);
        paper.panel->step(-1);
        QCOMPARE(paper.label(), u"[2]"_s);
    }

    void whatStandsAboveTheWords_isNotSaidTwice()
    {
        const Paper paper(false);
        const Box box{0.1, 0.1, 0.6, 0.13};
        const auto *words = paper.panel->findChild<QLabel *>(u"peekWords"_s);
        paper.panel->open({200, 200, 30, 14}, {{2, box, u"Figure 3"_s, u"Figure 3: Blocks."_s},
                                               {2, box, u"[2]"_s, u"2 Ann A. A title. 2019."_s},
                                               {2, box, u"[2]"_s, u"2. Ann A. A title. 2019."_s},
                                               {2, box, u"[2]"_s, u"[2] 2D blocks. 2019."_s},
                                               {2, box, u"2"_s, u"2D blocks are told of."_s},
                                               {2, box, QString(), u"Ann, A. 2019."_s}});
        for (const QString &said : {u"Blocks."_s, u"Ann A. A title. 2019."_s, u"Ann A. A title. 2019."_s,
                                    u"2D blocks. 2019."_s, u"2D blocks are told of."_s, u"Ann, A. 2019."_s}) {
            QCOMPARE(words->text(), said);
            paper.panel->step(1);
        }
    }

    void whereverTheLineIs_thePanelLeavesItFreeAndStaysInView()
    {
        const Paper paper(false);
        const QRect view = paper.pages->viewport()->rect();
        const QList<pdf::Target> large{{2, {0, 0, 1, 0.9}, u"Figure 1"_s, u"Blocks."_s}};
        const QList<pdf::Target> small{{2, {0.1, 0.1, 0.4, 0.13}, u"[1]"_s, u"A first entry."_s}};
        for (const auto &targets : {large, small}) {
            for (int y = 0; y < view.height(); y += 37) {
                for (const int x : {0, view.width() / 2, view.width() - 30}) {
                    const QRect line(x, y, 30, 14);
                    paper.panel->open(line, targets);
                    QVERIFY2(!paper.panel->geometry().intersects(line), qPrintable(u"%1 %2"_s.arg(x).arg(y)));
                    QVERIFY2(view.contains(paper.panel->geometry()), qPrintable(u"%1 %2"_s.arg(x).arg(y)));
                }
            }
        }
    }
};

YAODIAN_TEST(PeekTest)

} // namespace reader_peek_test

#include "peek_test.moc"
