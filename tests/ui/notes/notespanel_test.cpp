// Points beside the pages, by their keys.
#include "tests/support/menus.h"
#include "tests/support/testmain.h"
#include "tests/ui/notes/desk.h"
#include "ui/notes/pointslist.h"

#include <QSignalSpy>

namespace ui_notespanel_test {

using namespace yaodian;
using namespace Qt::StringLiterals;
using tests::PanelDesk;

class NotesPanelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDigestsPoint_isEditedInAFieldOfLines()
    {
        PanelDesk desk(*qApp);
        desk.panel->focusPoints();
        QCOMPARE(desk.panel->keyPlace(), std::optional(ui::Place::Points));
        desk.press(Qt::Key_Return);
        QVERIFY(desk.field()->hasFocus());
        QCOMPARE(desk.panel->keyPlace(), std::optional(ui::Place::PointField));
        QCOMPARE(desk.field()->toPlainText(), desk.texts()[0]);
        desk.field()->selectAll();
        desk.type(u"in 2 words"_s);
        desk.press(Qt::Key_Return, Qt::ShiftModifier);
        desk.type(u"and a line"_s);
        QVERIFY(desk.panel->isWriting());
        desk.press(Qt::Key_Return);
        QVERIFY(!desk.field()->isVisible());
        QCOMPARE(desk.texts()[0], u"in 2 words\nand a line"_s);
        QCOMPARE(desk.panel->keyPlace(), std::optional(ui::Place::Points)); // back at its row
        const auto point = desk.shelf->points(desk.paper).first();
        QCOMPARE(point.digestText, u"第一个要点讲方法"_s);
        desk.restart();
        QVERIFY(desk.shelf->undo().ok());
        QCOMPARE(desk.texts()[0], u"第一个要点讲方法"_s);
    }

    void theMenuOfAPoint_isAboutThatPoint_andOffersWhatItAllows()
    {
        PanelDesk desk(*qApp);
        auto *list = desk.child<ui::PointsList>("points");
        const auto open = [list](int number) {
            const auto rows = list->findChildren<ui::PointRow *>();
            tests::rightClick(rows.at(number - 1), QPoint(40, 8));
            return tests::shownMenu();
        };
        const QMenu *menu = open(2);
        QVERIFY(menu);
        QVERIFY(tests::rowOf(menu, u"points.adopt"_s));
        QVERIFY(!tests::rowOf(menu, u"points.remove"_s)); // the digest says it
        QVERIFY(tests::choose(u"points.adopt"_s));
        QVERIFY(desk.shelf->points(desk.paper).at(1).isOwn());
        QVERIFY(!desk.shelf->points(desk.paper).at(0).isOwn());
        menu = open(2);
        QVERIFY(!tests::rowOf(menu, u"points.adopt"_s));
        QVERIFY(tests::choose(u"points.remove"_s));
        QVERIFY(!desk.shelf->points(desk.paper).at(1).isOwn()); // the digest's own again
    }

    void aRowOneWentTo_staysInView_whenTheListGetsLower()
    {
        ui::Commands commands;
        ui::Theme theme(*qApp);
        ui::PointsList list(commands, theme);
        QList<ui::PointShown> points;
        for (int i = 0; i < 20; ++i) {
            library::Point point;
            point.id = library::PointId(nameBasedUuid(u"point", QString::number(i)));
            point.text = u"point %1"_s.arg(i);
            points << ui::PointShown{point, i + 1, {}};
        }
        list.setPoints(points);
        list.resize(320, 400);
        list.show();
        list.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&list));
        list.goTo(points[12].point.id);
        const QWidget *row = QApplication::focusWidget();
        QVERIFY(row != &list && list.isAncestorOf(row));
        for (const QSize size : {QSize(320, 120), QSize(140, 120), QSize(320, 500)}) {
            list.resize(size);
            QTRY_COMPARE(row->visibleRegion().boundingRect().height(), row->height());
        }
    }

    void esc_leavesThePointAsItWas()
    {
        PanelDesk desk(*qApp);
        const QStringList before = desk.texts();
        desk.panel->focusPoints();
        desk.press(Qt::Key_Return);
        desk.type(u"nonsense"_s);
        desk.press(Qt::Key_Escape);
        QCOMPARE(desk.texts(), before);
        QVERIFY(!desk.panel->isWriting());
    }

    void aPoint_isSplitAtTheCursor()
    {
        PanelDesk desk(*qApp);
        desk.panel->focusPoints();
        desk.press(Qt::Key_Return);
        desk.field()->moveCursor(QTextCursor::Start);
        for (int i = 0; i < 5; ++i)
            desk.press(Qt::Key_Right);
        desk.press(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(desk.texts(), (QStringList{u"第一个要点"_s, u"讲方法"_s, u"第二个要点讲结果"_s}));
        QVERIFY(!desk.field()->isVisible());
        QVERIFY(desk.shelf->undo().ok());
        QCOMPARE(desk.texts().size(), 2);
    }

    void aSplitThatCannotBe_keepsWhatWasTyped()
    {
        PanelDesk desk(*qApp);
        desk.panel->focusPoints();
        desk.press(Qt::Key_Return);
        desk.type(u" and more"_s); // the cursor is at the end: nothing is left for a second point
        QSignalSpy message(desk.panel.get(), &ui::NotesPanel::message);
        desk.press(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(message.count(), 1);
        QVERIFY(desk.field()->isVisible() && desk.field()->toPlainText().endsWith(u" and more"_s));
        QCOMPARE(desk.texts().size(), 2);
    }

    void keysMoveAPoint_andTheFocusGoesWithIt()
    {
        PanelDesk desk(*qApp);
        const QStringList before = desk.texts();
        desk.panel->focusPoints();
        desk.type(u"J"_s);
        QCOMPARE(desk.texts(), (QStringList{before[1], before[0]}));
        desk.type(u"K"_s);
        QCOMPARE(desk.texts(), before);
        desk.press(Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(desk.texts(), (QStringList{before[1], before[0]}));
        QSignalSpy evidence(desk.panel.get(), &ui::NotesPanel::evidenceAsked);
        desk.type(u"e"_s);
        QCOMPARE(evidence.value(0).value(0).toInt(), 2);
    }

    void a_takesTheDigestsPointOver_once()
    {
        PanelDesk desk(*qApp);
        desk.panel->focusPoints();
        desk.type(u"a"_s);
        QVERIFY(desk.shelf->points(desk.paper).first().isOwn());
        QSignalSpy message(desk.panel.get(), &ui::NotesPanel::message);
        desk.type(u"a"_s);
        QCOMPARE(message.count(), 1);
    }

    void onlyOnesOwn_isRemoved()
    {
        PanelDesk desk(*qApp);
        QVERIFY(desk.notes->addPoint(desk.paper, u"mine"_s).ok());
        desk.panel->focusPoints();
        QSignalSpy message(desk.panel.get(), &ui::NotesPanel::message);
        desk.press(Qt::Key_Delete);
        QCOMPARE(message.count(), 1);
        QCOMPARE(desk.texts().size(), 3);
        desk.type(u"3G"_s);
        desk.type(u"dd"_s);
        QCOMPARE(desk.texts().size(), 2);
        QCOMPARE(desk.panel->keyPlace(), std::optional(ui::Place::Points)); // at the one before
    }

    void theTwelfthPoint_isReachedByItsNumber_andByWalking()
    {
        PanelDesk desk(*qApp);
        for (int i = 3; i <= 12; ++i)
            QVERIFY(desk.notes->addPoint(desk.paper, QString::number(i)).ok());
        QSignalSpy evidence(desk.panel.get(), &ui::NotesPanel::evidenceAsked);
        desk.panel->focusPoints();
        desk.type(u"12G"_s);
        desk.type(u"e"_s);
        QCOMPARE(evidence.value(0).value(0).toInt(), 12);
        desk.type(u"kke"_s);
        QCOMPARE(evidence.value(1).value(0).toInt(), 10);
    }

    void aPassageUnderAPoint_isAStop_andIsTakenAwayThere()
    {
        PanelDesk desk(*qApp);
        const auto mark = tests::highlight(desk.shelf, desk.paper);
        tests::addHighlight(desk.shelf, mark);
        QVERIFY(desk.notes->tie(desk.shelf->points(desk.paper)[0].id, mark.id).ok());
        desk.panel->focusPoints();
        desk.type(u"j"_s);
        QSignalSpy activated(desk.panel.get(), &ui::NotesPanel::evidenceActivated);
        desk.press(Qt::Key_Return);
        QCOMPARE(activated.count(), 1);
        desk.press(Qt::Key_Delete);
        QVERIFY(desk.shelf->points(desk.paper)[0].evidence.isEmpty());
        QCOMPARE(desk.texts().size(), 2);
    }

    void whatWasTypedOfAPoint_isKeptWhenAnotherPaperIsOpened()
    {
        PanelDesk desk(*qApp);
        desk.panel->askPoint();
        desk.type(u"half a thou"_s);
        desk.panel->setPaper(desk.other);
        QCOMPARE(desk.texts().last(), u"half a thou"_s);
        QVERIFY(!desk.field()->isVisible());
    }
};

YAODIAN_TEST(NotesPanelTest)

} // namespace ui_notespanel_test

#include "notespanel_test.moc"
