// The menus of the pages: what the right button does there, and what it leaves alone.
#include "tests/support/menus.h"
#include "tests/support/testmain.h"
#include "tests/ui/reader/marked.h"
#include "translations/translations.h"

#include <QClipboard>

namespace readermenus_test {

using namespace yaodian;
using tests::choose;
using tests::MarkedDesk;
using tests::rowOf;
using tests::shownMenu;
using namespace Qt::StringLiterals;

const QString Sleeps = u"A walrus sleeps on the ice."_s;
const QString Mussels = u"Then it looks for mussels."_s;

struct Desk : MarkedDesk
{
    void rightClickOn(const QString &words, int page = 0) const
    {
        tests::rightClick(pages->viewport(), tests::whereOf(*pages, path, page, words).center());
    }
    /// The first sentence, by key.
    void select() const
    {
        desk.type(u"v"_s);
        QTRY_VERIFY(desk.reader->hasSelection());
        desk.type(u")"_s);
    }
};

class ReaderMenusTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installLanguage(*qApp, u"en"_s); }
    void cleanup()
    {
        if (QWidget *left = QApplication::activePopupWidget())
            left->close();
    }

    void onASelection_itStays_andIsMarkedInTheKindThatIsChosen()
    {
        Desk desk;
        desk.open();
        desk.select();
        desk.rightClickOn(u"mussels"_s); // also beside it
        QVERIFY(shownMenu());
        QVERIFY(desk.desk.reader->hasSelection());
        QCOMPARE(shownMenu()->accessibleName(), ui::placeText(ui::Place::Selection));
        QVERIFY(rowOf(shownMenu(), u"select.copy"_s));
        QCOMPARE(rowOf(shownMenu(), u"select.highlight"_s)->text(), u"problem\thq"_s);
        QVERIFY(choose(u"select.highlight"_s));
        const auto made = desk.desk.store->highlights(desk.desk.paper);
        QCOMPARE(made.size(), 1);
        QCOMPARE(made.first().kind, u"problem"_s);
        QVERIFY(Sleeps.startsWith(made.first().quote));
    }

    void closedWithoutAChoice_theSelectionIsThereStill()
    {
        Desk desk;
        desk.open();
        desk.select();
        desk.rightClickOn(u"walrus"_s);
        QTest::keyClick(shownMenu(), Qt::Key_Escape);
        QVERIFY(!shownMenu());
        QVERIFY(desk.desk.reader->hasSelection());
        QVERIFY(desk.pages->hasFocus());
    }

    void onAHighlight_thatIsTheCurrentOne()
    {
        Desk desk;
        const auto first = desk.mark(Sleeps);
        const auto second = desk.mark(Mussels);
        desk.open();
        desk.clickOn(u"walrus"_s);
        QCOMPARE(desk.current(), first);
        desk.rightClickOn(u"mussels"_s);
        QCOMPARE(desk.current(), second);
        QCOMPARE(shownMenu()->accessibleName(), ui::placeText(ui::Place::Highlight));
        QVERIFY(choose(u"reader.removeHighlight"_s));
        QVERIFY(!desk.desk.store->highlight(second));
        QVERIFY(desk.desk.store->highlight(first));
    }

    void aCoveredHighlight_thatIsCurrent_staysSo()
    {
        Desk desk;
        const auto below = desk.mark(Sleeps);
        const auto above = desk.mark(u"walrus sleeps"_s, u"result"_s);
        desk.open();
        desk.rightClickOn(u"walrus"_s);
        QCOMPARE(desk.current(), above);
        shownMenu()->close();
        desk.clickOn(u"walrus"_s); // the one below
        QCOMPARE(desk.current(), below);
        desk.rightClickOn(u"walrus"_s);
        QCOMPARE(desk.current(), below);
    }

    void aHighlight_getsAnotherKind_andItsQuoteIsCopiedWithItsLink()
    {
        Desk desk;
        const auto id = desk.mark(Sleeps);
        desk.open();
        desk.rightClickOn(u"walrus"_s);
        QMenu *kinds = nullptr;
        for (const QAction *row : shownMenu()->actions())
            if (row->menu())
                kinds = row->menu(); // there are no points, so it is the only one
        QVERIFY(kinds);
        QCOMPARE(kinds->actions().at(2)->text(), u"result\thr"_s);
        kinds->actions().at(2)->trigger();
        QTRY_COMPARE(desk.stored(id).kind, u"result"_s);
        shownMenu()->close();
        desk.rightClickOn(u"walrus"_s);
        QVERIFY(choose(u"highlight.copy"_s));
        const QString copied = QApplication::clipboard()->text();
        QVERIFY2(copied.startsWith(u"“%1” — Of walruses, p. 1\n"_s.arg(Sleeps)), qPrintable(copied));
        QVERIFY2(copied.endsWith(u"?highlight="_s + id.toString()), qPrintable(copied));
    }

    void elsewhere_theMenuIsThePages_andNothingIsSelectedOrMoved()
    {
        Desk desk;
        desk.mark(Mussels);
        desk.open();
        const auto place = desk.pages->place();
        desk.rightClickOn(u"colony"_s);
        QCOMPARE(shownMenu()->accessibleName(), ui::placeText(ui::Place::Reader));
        QVERIFY(!desk.desk.reader->hasSelection());
        QVERIFY(!desk.current());
        QVERIFY(rowOf(shownMenu(), u"reader.find"_s));
        QVERIFY(!rowOf(shownMenu(), u"history.back"_s)); // nowhere to go back to
        QVERIFY(!rowOf(shownMenu(), u"reader.peek"_s));  // no reference stands there
        QTest::mouseMove(desk.pages->viewport(), QPoint(300, 300));
        QCOMPARE(desk.pages->place(), place);
        QVERIFY(choose(u"reader.last"_s) == false);
        shownMenu()->close();
        desk.desk.type(u"G"_s);
        desk.rightClickOn(u"winter"_s, 1);
        QVERIFY(choose(u"history.back"_s));
        QTRY_COMPARE(desk.pages->place().page, place.page);
    }

    void theRuler_staysWhereItIs()
    {
        Desk desk;
        desk.open();
        const QImage plain = desk.pages->viewport()->grab().toImage();
        desk.desk.type(u"L"_s);
        QTRY_VERIFY(desk.pages->viewport()->grab().toImage() != plain);
        desk.clickOn(u"walrus"_s);
        const QImage ruled = desk.pages->viewport()->grab().toImage();
        desk.rightClickOn(u"colony"_s);
        QVERIFY(shownMenu());
        QCOMPARE(desk.pages->viewport()->grab().toImage(), ruled);
    }

    void byKey_itOpensBelowWhatIsSelected()
    {
        Desk desk;
        desk.open();
        desk.select();
        QCursor::setPos(desk.pages->viewport()->mapToGlobal(QPoint(5, 5)));
        tests::menuKey();
        QVERIFY(shownMenu());
        QCOMPARE(shownMenu()->accessibleName(), ui::placeText(ui::Place::Selection));
        const QRect line = tests::whereOf(*desk.pages, desk.path, 0, Sleeps);
        const QPoint at = desk.pages->viewport()->mapFromGlobal(shownMenu()->pos());
        QVERIFY2(line.adjusted(-4, 0, 4, 20).contains(at) && at.y() >= line.bottom() - 2,
                 qPrintable(u"%1,%2"_s.arg(at.x()).arg(at.y())));
    }

    void aDocumentThatGoes_takesItsMenuWithIt()
    {
        Desk desk;
        desk.open();
        desk.rightClickOn(u"colony"_s);
        const QPointer<QMenu> menu = shownMenu();
        QVERIFY(menu);
        desk.desk.reader.reset();
        QVERIFY(!menu);
        QVERIFY(!shownMenu());
    }
};

YAODIAN_TEST(ReaderMenusTest)

} // namespace readermenus_test

#include "readermenus_test.moc"
