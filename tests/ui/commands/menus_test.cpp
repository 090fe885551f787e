// Menus made from the one table of commands.
#include "tests/support/menus.h"
#include "tests/support/testmain.h"
#include "ui/commands/menuopener.h"

#include <QKeyEvent>
#include <QListWidget>
#include <QPointer>
#include <QSet>

namespace ui_menus_test {

using namespace yaodian::tests;
using namespace yaodian::ui;
using namespace Qt::StringLiterals;

/// A list of four rows whose commands are all bound; `ran` holds what was run.
struct Desk
{
    Commands commands;
    QListWidget list;
    QStringList ran;
    MenuSubject subject{Place::List};

    Desk()
    {
        for (const Command &command : commandTable())
            commands.bind(command.id, &list, [this, id = QString::fromLatin1(command.id)](std::optional<int> count) {
                ran << (count ? id + u' ' + QString::number(*count) : id);
            });
        list.addItems({u"one"_s, u"two"_s, u"three"_s, u"four"_s});
        list.setSelectionMode(QAbstractItemView::ExtendedSelection);
        list.resize(300, 300);
        openMenusOfRows(commands, &list, [this] { return std::optional(subject); });
        commands.listenTo(&list, Place::List);
        list.show();
        list.activateWindow();
        if (!QTest::qWaitForWindowActive(&list))
            qFatal("the list does not become active");
        list.setCurrentRow(0);
        list.setFocus();
    }
    [[nodiscard]] QPoint middleOf(int row) const { return list.visualItemRect(list.item(row)).center(); }
    void open(int row) { rightClick(list.viewport(), middleOf(row)); }
};

class MenusTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup()
    {
        if (QWidget *left = QApplication::activePopupWidget())
            left->close();
    }

    void everyRow_isACommandThatCountsInItsPlace_andFew()
    {
        for (const Place place : placesWithMenu()) {
            const QList<MenuGroup> groups = menuOf(place);
            QVERIFY2(!groups.isEmpty() && groups.size() <= 4, qPrintable(placeText(place)));
            QSet<QString> seen;
            for (const MenuGroup &group : groups)
                for (const MenuRow &row : group) {
                    const Command *command = commandById(QLatin1StringView(row.id));
                    QVERIFY2(command, row.id);
                    QVERIFY2(placeChain(place).contains(command->place), row.id);
                    QVERIFY2(!seen.contains(QLatin1StringView(row.id)), row.id);
                    seen << QLatin1StringView(row.id);
                }
            QVERIFY2(seen.size() <= 13, qPrintable(placeText(place)));
        }
        QVERIFY(menuOf(Place::Keys).isEmpty());
    }

    void aRow_showsTheKeyThatCountsNow()
    {
        Desk desk;
        desk.open(1);
        QCOMPARE(rowOf(shownMenu(), u"list.star"_s)->text(), u"Star\ts"_s);
        QCOMPARE(rowOf(shownMenu(), u"list.browser"_s)->text(), u"Open in the browser\tgx"_s);
        shownMenu()->close();
        KeyMap map;
        QVERIFY(map.choose(*commandById(u"list.star"_s), {u"&"_s}).ok());
        QVERIFY(map.choose(*commandById(u"list.browser"_s), {}).ok());
        desk.commands.setKeyMap(map);
        desk.open(1);
        QCOMPARE(rowOf(shownMenu(), u"list.star"_s)->text(), u"Star\t&&"_s); // no mnemonic
        QCOMPARE(rowOf(shownMenu(), u"list.browser"_s)->text(), u"Open in the browser"_s);
    }

    void whatNobodyBound_orDoesNotFit_isLeftOut()
    {
        Desk desk;
        desk.subject.fits = [](const QString &id) { return id != u"list.star"; };
        desk.open(1);
        QVERIFY(!rowOf(shownMenu(), u"list.star"_s));
        QVERIFY(rowOf(shownMenu(), u"list.later"_s));
        shownMenu()->close();
        desk.subject.fits = [](const QString &) { return false; };
        desk.open(2);
        QVERIFY(!shownMenu());
        Commands nobody;
        QVERIFY(!makeMenu(nobody, {Place::List}, &desk.list));
    }

    void theRightButton_goesToItsRow_andTheChoiceIsRun()
    {
        Desk desk;
        desk.open(2);
        QVERIFY(shownMenu());
        QCOMPARE(desk.list.currentRow(), 2);
        QCOMPARE(desk.list.selectedItems(), QList{desk.list.item(2)});
        const QPointer<QMenu> menu = shownMenu();
        QVERIFY(choose(u"list.star"_s));
        QCOMPARE(desk.ran, QStringList{u"list.star"_s});
        QTRY_VERIFY(!menu); // none stays behind
        QCOMPARE(desk.list.currentRow(), 2);
    }

    void aSelectionOfSeveral_staysWhereTheRowIsInIt()
    {
        Desk desk;
        for (const int row : {1, 2})
            desk.list.item(row)->setSelected(true);
        desk.list.item(0)->setSelected(false);
        desk.open(2);
        QCOMPARE(desk.list.currentRow(), 2);
        QCOMPARE(desk.list.selectedItems().size(), 2);
        shownMenu()->close();
        desk.open(3);
        QCOMPARE(desk.list.selectedItems(), QList{desk.list.item(3)});
    }

    void besideTheRows_thereIsNone()
    {
        Desk desk;
        rightClick(desk.list.viewport(), {20, 280});
        QVERIFY(!shownMenu());
        QCOMPARE(desk.list.currentRow(), 0);
    }

    void byKey_itOpensAtTheCurrentRow_andKeysWalkIt()
    {
        Desk desk;
        desk.list.setCurrentRow(1);
        QCursor::setPos(desk.list.mapToGlobal(QPoint(250, 250)));
        menuKey();
        QMenu *menu = shownMenu();
        QVERIFY(menu);
        QCOMPARE(menu->pos().y(),
                 desk.list.viewport()->mapToGlobal(desk.list.visualItemRect(desk.list.item(1)).bottomLeft()).y());
        QCOMPARE(menu->activeAction()->objectName(), u"list.open"_s);
        QTest::keyClicks(menu, u"jjk"_s);
        QCOMPARE(menu->activeAction()->objectName(), u"list.openTab"_s);
        QTest::keyClick(menu, Qt::Key_Return);
        QTRY_COMPARE(desk.ran, QStringList{u"list.openTab"_s});
    }

    void aKeyThatIsRead_isTyped()
    {
        Desk desk;
        desk.open(1);
        QTest::keyClicks(shownMenu(), u"s"_s);
        QVERIFY(!shownMenu());
        QCOMPARE(desk.ran, QStringList{u"list.star"_s});
    }

    void aLetter_standsThereOnceForEachChoice()
    {
        Desk desk;
        desk.subject = {Place::Selection};
        desk.subject.choices = [](const QString &id) {
            return id == u"select.highlight" ? QList<MenuChoice>{{u'm', u"method"_s, Qt::yellow}, {u'R', u"result"_s}}
                                             : QList<MenuChoice>{{3, u"3  R&D"_s}};
        };
        desk.open(1);
        QStringList texts;
        for (const QAction *row : shownMenu()->actions())
            if (row->objectName() == u"select.highlight")
                texts << row->text();
        QCOMPARE(texts, QStringList({u"method\thm"_s, u"result\thr"_s}));
        QVERIFY(!rowOf(shownMenu(), u"select.highlight"_s)->icon().isNull());
        QVERIFY(!rowOf(shownMenu(), u"select.evidence"_s)); // below
        QMenu *points = shownMenu()->actions().last()->menu();
        QVERIFY(points);
        QCOMPARE(points->actions().first()->text(), u"3  R&&D\te3"_s);
        points->actions().first()->trigger();
        QVERIFY(choose(u"select.highlight"_s));
        QCOMPARE(desk.ran, QStringList({u"select.evidence 3"_s, u"select.highlight 109"_s}));
    }

    void withoutChoices_theLetterIsLeftOut()
    {
        Desk desk;
        desk.subject = {Place::Selection};
        desk.open(1);
        QVERIFY(rowOf(shownMenu(), u"select.copy"_s));
        QVERIFY(!rowOf(shownMenu(), u"select.highlight"_s));
        for (const QAction *row : shownMenu()->actions())
            QVERIFY(!row->menu());
    }

    void itCloses_whenTheListIsHidden_orAnother_orItsCursorMoves()
    {
        Desk desk;
        desk.open(1);
        QPointer<QMenu> menu = shownMenu();
        desk.list.setCurrentRow(3);
        QVERIFY(!shownMenu());
        desk.open(1);
        desk.list.addItem(u"five"_s); // what comes at the end moves nothing
        QVERIFY(shownMenu());
        desk.list.clear();
        QVERIFY(!shownMenu());
        desk.list.addItem(u"one"_s);
        desk.open(0);
        QVERIFY(shownMenu());
        desk.list.hide();
        QVERIFY(!shownMenu());
        QTRY_VERIFY(!menu);
    }

    void closed_isToldAfterWhatWasChosen()
    {
        Desk desk;
        desk.subject.closed = [&desk] { desk.ran << u"closed"_s; };
        desk.open(1);
        QVERIFY(choose(u"list.star"_s));
        QTRY_COMPARE(desk.ran, QStringList({u"list.star"_s, u"closed"_s}));
        desk.open(1);
        shownMenu()->close();
        QTRY_COMPARE(desk.ran.size(), 3);
        desk.open(1);
        shownMenu()->close();
        menuKey(); // before what was posted of the first one has come
        QCOMPARE(desk.ran.size(), 4);
        QTest::qWait(1);
        QVERIFY(shownMenu());
        QCOMPARE(desk.ran.size(), 4); // not of the second one, which is open
    }

    void whatIsRun_mayTakeTheListAway()
    {
        auto commands = std::make_unique<Commands>();
        auto *list = new QListWidget;
        list->addItem(u"one"_s);
        openMenusOfRows(*commands, list, [] { return std::optional(MenuSubject{Place::List}); });
        const QPointer<QWidget> there = list;
        commands->bind("list.open", list, [list](auto) { delete list; });
        list->show();
        QVERIFY(QTest::qWaitForWindowExposed(list));
        rightClick(list->viewport(), {5, 5});
        QVERIFY(choose(u"list.open"_s));
        QTRY_VERIFY(!there);
        QVERIFY(!shownMenu());
    }
};

YAODIAN_TEST(MenusTest)

} // namespace ui_menus_test

#include "menus_test.moc"
