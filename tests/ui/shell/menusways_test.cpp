// The window's menus, with the right button and by key.
#include "tests/support/menus.h"
#include "tests/support/testmain.h"
#include "translations/translations.h"
#include "ui/reader/readerview.h"
#include "ui/shell/readers.h"
#include "ui/shell/stage.h"

#include <QAbstractItemView>
#include <QClipboard>
#include <QTabBar>
#include <QTextBrowser>
#include <QTextCursor>

namespace ui_menusways_test {

using namespace yaodian;
using namespace yaodian::ui;
using tests::choose;
using tests::rightClick;
using tests::rowOf;
using tests::shownMenu;
using namespace Qt::StringLiterals;

/// A window over weeks of issues, all of which are listed.
struct House
{
    House()
    {
        stage.begin(u"light"_s);
        ListPlace all;
        all.view = library::ListQuery::View::All;
        page().goTo(all);
        page().focusList();
        if (!stage.rest(1, [this] { return page().currentRow().has_value(); }))
            qFatal("nothing is listed");
    }
    [[nodiscard]] LibraryPage &page() { return stage.window().page(); }
    [[nodiscard]] QAbstractItemView &list() { return *stage.child<QAbstractItemView>("entries"); }
    void openAt(int row) { rightClick(list().viewport(), middleOf(list(), row)); }
    static QPoint middleOf(const QAbstractItemView &view, int row)
    {
        return view.visualRect(view.model()->index(row, 0)).center();
    }
    [[nodiscard]] bool isStarred(library::PaperId paper)
    {
        return stage.services().library.paper(paper)->state.starred;
    }
    /// The menu of a row of the sidebar.
    QMenu *openSide(const char *section, int row)
    {
        auto *rows = stage.child<QAbstractItemView>(section);
        for (QWidget *at = rows; at; at = at->parentWidget())
            if (auto *area = qobject_cast<QScrollArea *>(at))
                area->ensureWidgetVisible(rows);
        rightClick(rows->viewport(), middleOf(*rows, row));
        return shownMenu();
    }

    Stage stage{*qApp, {}, Shelf::Filled, u"en"_s, {1200, 900}};
};

class MenusWaysTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup()
    {
        if (QWidget *left = QApplication::activePopupWidget())
            left->close();
        installLanguage(*qApp, u"en"_s);
    }

    void onTheSecondRow_itIsAboutThatPaper()
    {
        House house;
        const auto first = house.page().currentRow()->paper;
        house.openAt(1);
        QVERIFY(shownMenu());
        const auto second = house.page().currentRow()->paper;
        QVERIFY(first != second);
        const bool was = house.isStarred(second), firstWas = house.isStarred(first);
        QVERIFY(choose(u"list.star"_s));
        QCOMPARE(house.isStarred(second), !was);
        QCOMPARE(house.isStarred(first), firstWas);
    }

    void ofSeveral_allAreMeant_andWhatIsAboutOneIsLeftOut()
    {
        House house;
        house.stage.run("list.extendDown");
        house.stage.run("list.extendDown");
        QCOMPARE(house.page().selectedRows().size(), 3);
        house.openAt(1);
        QCOMPARE(house.page().selectedRows().size(), 3);
        QVERIFY(!rowOf(shownMenu(), u"list.open"_s));
        QVERIFY(rowOf(shownMenu(), u"list.merge"_s));
        const auto rows = house.page().selectedRows();
        QVERIFY(choose(u"list.verdict.keep"_s));
        for (const library::ListRow &row : rows)
            QCOMPARE(house.stage.services().library.paper(row.paper)->state.verdict, library::Verdict::Keep);
        house.openAt(4); // beside them
        QCOMPARE(house.page().selectedRows().size(), 1);
        QVERIFY(rowOf(shownMenu(), u"list.open"_s));
        QVERIFY(!rowOf(shownMenu(), u"list.merge"_s));
    }

    void byShiftF10_itOpensAtTheRowOfTheKeys()
    {
        House house;
        house.stage.run("list.next");
        const auto paper = house.page().currentRow()->paper;
        QTest::keyClick(&house.list(), Qt::Key_F10, Qt::ShiftModifier);
        QTRY_VERIFY(shownMenu());
        QCOMPARE(house.page().currentRow()->paper, paper);
        const QRect row = house.list().visualRect(house.list().currentIndex());
        QCOMPARE(house.list().viewport()->mapFromGlobal(shownMenu()->pos()).y(), row.bottom());
    }

    void aSource_hasItsSettings_andASearchItsName()
    {
        House house;
        const auto sources = house.stage.services().library.sources();
        int asked = 0;
        while (!sources.at(asked).isAsked())
            ++asked;
        const QMenu *menu = house.openSide("sources", asked);
        QVERIFY(menu);
        QVERIFY(rowOf(menu, u"side.settings"_s));
        QVERIFY(rowOf(menu, u"side.remove"_s));
        QVERIFY(!rowOf(menu, u"side.rename"_s));
        QVERIFY(house.page().place().source.has_value()); // the list it is about is shown
        shownMenu()->close();
        menu = house.openSide("searches", 0);
        QVERIFY(rowOf(menu, u"side.rename"_s));
        QVERIFY(!rowOf(menu, u"side.settings"_s));
        const auto before = house.stage.services().library.savedSearches();
        QVERIFY(choose(u"side.remove"_s));
        QCOMPARE(house.stage.services().library.savedSearches().size(), before.size() - 1);
        menu = house.openSide("views", 2);
        QVERIFY(rowOf(menu, u"triage.start"_s));
        QVERIFY(!rowOf(menu, u"side.remove"_s));
        QVERIFY(!rowOf(menu, u"source.add"_s));
    }

    void theCard_copiesWhatIsMarkedInIt()
    {
        House house;
        auto *card = house.stage.child<QTextBrowser>("card");
        QTRY_VERIFY(!card->toPlainText().isEmpty());
        rightClick(card->viewport(), {100, 100});
        QVERIFY(!rowOf(shownMenu(), u"card.copy"_s));
        QVERIFY(rowOf(shownMenu(), u"list.open"_s));
        shownMenu()->close();
        card->selectAll();
        rightClick(card->viewport(), {100, 100});
        QVERIFY(card->textCursor().hasSelection());
        QVERIFY(rowOf(shownMenu(), u"card.copy"_s));
    }

    void aLinkInTheCard_isCopied()
    {
        House house;
        auto *card = house.stage.child<QTextBrowser>("card");
        QTRY_VERIFY(card->toPlainText().contains(u"arXiv:"_s));
        QTextCursor link = card->document()->find(u"arXiv:"_s);
        rightClick(card->viewport(), card->cursorRect(link).center() - QPoint(4, 0));
        QVERIFY(rowOf(shownMenu(), u"card.copyLink"_s));
        QVERIFY(choose(u"card.copyLink"_s));
        QTRY_COMPARE(QGuiApplication::clipboard()->text(),
                     u"https://arxiv.org/abs/"_s + house.page().currentRow()->url.section(u'/', -1));
    }

    void aTab_isClosedByItsMenu_andTheLibrarysIsNot()
    {
        House house;
        Readers &readers = house.stage.window().readers();
        readers.inNewTab();
        readers.inNewTab();
        auto *tabs = house.stage.child<QTabBar>("tabs");
        QTRY_VERIFY(tabs->isVisible());
        QCOMPARE(tabs->count(), 3);
        rightClick(tabs, tabs->tabRect(0).center());
        QVERIFY(!shownMenu()); // nothing was closed that could come back
        rightClick(tabs, tabs->tabRect(1).center());
        QCOMPARE(tabs->currentIndex(), 1);
        QVERIFY(choose(u"tab.close"_s));
        QTRY_COMPARE(tabs->count(), 2);
    }

    void nothingWaits_whileItIsOpen()
    {
        House house;
        house.openAt(1);
        QVERIFY(shownMenu());
        const auto paper = house.page().currentRow()->paper;
        digest::Issue issue;
        issue.title = u"Meanwhile"_s;
        issue.entries.resize(1);
        issue.entries.first().title = u"What came while the menu was open"_s;
        QVERIFY(house.stage.services().library.storeIssue(library::Library::filesSource(), issue, "post").ok());
        QTRY_VERIFY(house.page().newEntries() > 0); // offered, and not put under the cursor
        QVERIFY(shownMenu());
        QCOMPARE(house.page().currentRow()->paper, paper);
    }

    void anotherPage_closesIt()
    {
        House house;
        house.openAt(1);
        QVERIFY(shownMenu());
        house.stage.run("highlights.open");
        QVERIFY(!shownMenu());
    }
};

YAODIAN_TEST(MenusWaysTest)

} // namespace ui_menusways_test

#include "menusways_test.moc"
