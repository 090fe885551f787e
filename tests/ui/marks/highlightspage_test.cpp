#include "tests/support/menus.h"
#include "tests/support/testmain.h"
#include "ui/marks/highlightspage.h"

#include "desk.h"

#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

namespace ui_highlightspage_test {

using namespace yaodian;
using namespace yaodian::tests;
using namespace yaodian::ui;
using namespace Qt::StringLiterals;

/// Of the second paper two highlights, which come first; of the first one three.
struct Desk : MarksDesk
{
    Background background;
    HighlightsPage page{*shelf.library, notes, background, commands, theme};
    QSignalSpy listed{&page, &HighlightsPage::listed};
    QSignalSpy said{&page, &HighlightsPage::message};
    QList<HighlightId> ids;

    Desk()
    {
        ids << mark(0, u"first in the first"_s, u"method"_s, 0) << mark(0, u"注意力机制"_s, u"result"_s, 1)
            << mark(0, u"third of them"_s, u"limit"_s, 2) << mark(1, u"an opening"_s, u"method"_s, 0)
            << mark(1, u"its end"_s, u"problem"_s, 9);
        if (!notes.setComment(ids[4], u"weakly argued"_s) || !notes.setTags(ids[4], {u"idea"_s}))
            qFatal("not marked");
        showActive(page);
        settle();
        page.takeFocus();
    }
    void settle()
    {
        if (!QTest::qWaitFor([this] { return !listed.isEmpty(); }))
            qFatal("nothing was listed");
        listed.clear();
    }
    void filter(const QString &text)
    {
        page.setFilter(text);
        settle();
    }
    void type(const QString &keys)
    {
        for (const QChar key : keys)
            QTest::keyClick(page.focusWidget(), key.toLatin1());
    }
    /// "= title" for a head.
    QStringList rows()
    {
        const auto &model = static_cast<HighlightModel &>(*page.view().model());
        QStringList out;
        for (int row = 0; row < model.rowCount(); ++row)
            out << (model.isHead(row) ? u"= "_s : QString()) + model.index(row).data().toString();
        return out;
    }
    HighlightId current() { return page.view().currentId().value_or(HighlightId()); }
};

class HighlightsPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QLocale::setDefault(QLocale(QLocale::English)); }

    void all_standBelowTheirPapers()
    {
        Desk desk;
        QCOMPARE(desk.rows(),
                 QStringList({u"= Pictures as Words"_s, u"an opening"_s, u"its end"_s, u"= Words as Pictures"_s,
                              u"first in the first"_s, u"注意力机制"_s, u"third of them"_s}));
        QCOMPARE(desk.current(), desk.ids[3]);
        QCOMPARE(desk.page.papers(), QList({desk.papers[1], desk.papers[0]}));
        const auto &model = static_cast<HighlightModel &>(*desk.page.view().model());
        QCOMPARE(model.countBelow(3), 3);
        QCOMPARE(model.index(2).data(Qt::AccessibleTextRole).toString(),
                 u"problem · its end · weakly argued · #idea · p. 10"_s);
        QLocale::setDefault(QLocale(QLocale::Chinese));
        QCOMPARE(model.titleOf(0), u"题目：Pictures as Words"_s);
        QCOMPARE(desk.page.findChild<QLabel *>(u"highlightsCount"_s)->text().left(4), u"5 in"_s);
    }

    void theMenuOfARow_isAboutItsHighlight_andAHeadHasNone()
    {
        Desk desk;
        HighlightView &view = desk.page.view();
        const auto &model = static_cast<HighlightModel &>(*view.model());
        const auto at = [&](int row) { return view.visualRect(model.index(row)).center(); };
        rightClick(view.viewport(), at(model.rowOf(desk.ids[1])));
        QCOMPARE(desk.current(), desk.ids[1]);
        QVERIFY(rowOf(shownMenu(), u"highlights.go"_s));
        const QMenu *kinds = nullptr;
        for (const QAction *row : shownMenu()->actions())
            kinds = row->menu() ? row->menu() : kinds;
        QCOMPARE(kinds->actions().at(4)->text(), u"doubt\thd"_s);
        kinds->actions().at(4)->trigger();
        QTRY_COMPARE(desk.shelf->highlight(desk.ids[1])->kind, u"doubt"_s);
        QVERIFY(choose(u"highlights.remove"_s));
        QVERIFY(!desk.shelf->highlight(desk.ids[1]));
        desk.settle();
        rightClick(view.viewport(), at(0));
        QVERIFY(!shownMenu());
    }

    void keys_moveOverHeads()
    {
        Desk desk;
        desk.type(u"jj"_s);
        QCOMPARE(desk.current(), desk.ids[0]);
        desk.type(u"k"_s);
        QCOMPARE(desk.current(), desk.ids[4]);
        desk.type(u"2j"_s);
        QCOMPARE(desk.current(), desk.ids[1]);
        desk.type(u"{"_s);
        QCOMPARE(desk.current(), desk.ids[0]);
        desk.type(u"{"_s);
        QCOMPARE(desk.current(), desk.ids[3]);
        desk.type(u"k"_s);
        QCOMPARE(desk.current(), desk.ids[3]);
        desk.type(u"}"_s);
        QCOMPARE(desk.current(), desk.ids[0]);
        desk.type(u"Gj"_s);
        QCOMPARE(desk.current(), desk.ids[2]);
        desk.type(u"gg"_s);
        QCOMPARE(desk.current(), desk.ids[3]);
    }

    void theFilter_narrowsAsItIsTyped_andEscShowsAllAgain()
    {
        Desk desk;
        QSignalSpy closed(&desk.page, &HighlightsPage::closed);
        desk.type(u"/"_s);
        auto *field = desk.page.findChild<QLineEdit *>(u"highlightsFilter"_s);
        QVERIFY(field->hasFocus());
        desk.type(u"argued"_s);
        desk.settle();
        QTRY_COMPARE(desk.rows(), QStringList({u"= Pictures as Words"_s, u"its end"_s}));
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY(desk.page.view().hasFocus());
        QCOMPARE(desk.current(), desk.ids[4]);
        QTest::keyClick(&desk.page.view(), Qt::Key_Escape);
        desk.settle();
        QCOMPARE(desk.rows().size(), 7);
        QCOMPARE(desk.current(), desk.ids[4]); // stays the current one
        QCOMPARE(closed.size(), 0);
        QTest::keyClick(&desk.page.view(), Qt::Key_Escape);
        QCOMPARE(closed.size(), 1);
    }

    void filters_knowKindTagAndPaper()
    {
        Desk desk;
        desk.filter(u"kind:方法"_s);
        QCOMPARE(desk.rows().filter(u"="_s).size(), 2);
        QCOMPARE(desk.rows().size(), 4);
        desk.filter(u"tag:idea"_s);
        QCOMPARE(desk.rows().value(1), u"its end"_s);
        desk.filter(u"paper:\"words as\" 注意"_s);
        QCOMPARE(desk.rows().value(1), u"注意力机制"_s);
        desk.filter(u"nothing like it"_s);
        QVERIFY(desk.rows().isEmpty());
        QVERIFY(desk.page.findChild<QLabel *>(u"highlightsEmpty"_s)->isVisible());
        QVERIFY(desk.page.papers().isEmpty());
    }

    void whereNothingIsHighlighted_thePageSaysHow()
    {
        MarksDesk desk;
        Background background;
        HighlightsPage page(*desk.shelf.library, desk.notes, background, desk.commands, desk.theme);
        QSignalSpy listed(&page, &HighlightsPage::listed);
        showActive(page);
        QVERIFY(listed.wait());
        const auto *empty = page.findChild<QLabel *>(u"highlightsEmpty"_s);
        QVERIFY(empty->isVisible());
        QVERIFY2(empty->text().contains(u"press h"_s), qPrintable(empty->text()));
    }

    void enter_opensTheHighlight()
    {
        Desk desk;
        QSignalSpy wanted(&desk.page, &HighlightsPage::openWanted);
        desk.type(u"j"_s);
        QTest::keyClick(&desk.page.view(), Qt::Key_Return);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted.first().first().value<HighlightId>(), desk.ids[4]);
    }

    void marks_areChangedInPlace()
    {
        Desk desk;
        desk.type(u"hr"_s);
        QCOMPARE(desk.shelf->highlight(desk.ids[3])->kind, u"result"_s);
        desk.settle();
        desk.type(u"hz"_s);
        QVERIFY(desk.said.last().first().toString().contains(u"no"_s, Qt::CaseInsensitive));
        desk.type(u"c"_s);
        desk.type(u"so it is"_s);
        QTest::keyClick(desk.page.focusWidget(), Qt::Key_Return);
        QCOMPARE(desk.shelf->highlight(desk.ids[3])->comment, u"so it is"_s);
        QVERIFY(desk.page.view().hasFocus());
        desk.type(u"C"_s);
        desk.type(u"one, two"_s);
        QTest::keyClick(desk.page.focusWidget(), Qt::Key_Return);
        QCOMPARE(desk.shelf->highlight(desk.ids[3])->tags, QStringList({u"one"_s, u"two"_s}));
        desk.settle();
        QCOMPARE(desk.page.view().model()->index(1, 0).data(Qt::AccessibleTextRole).toString(),
                 u"result · an opening · so it is · #one #two · p. 1"_s);
    }

    void removing_isUndone_andThePlaceStays()
    {
        Desk desk;
        desk.type(u"jjdd"_s);
        desk.settle();
        QTRY_COMPARE(desk.rows().size(), 6);
        QCOMPARE(desk.current(), desk.ids[1]); // what stands there now
        QVERIFY(!desk.shelf->highlight(desk.ids[0]));
        QVERIFY(desk.notes.undo().ok());
        QTRY_COMPARE(desk.rows().size(), 7);
        QCOMPARE(desk.current(), desk.ids[1]);
        desk.type(u"k"_s); // what came back is there as before, not only its place
        QCOMPARE(desk.current(), desk.ids[0]);
        QVERIFY(desk.page.view().current());
        QVERIFY(!desk.page.currentPaper().isNull());
    }

    void aQuote_isCopiedWithItsLink()
    {
        Desk desk;
        desk.type(u"y"_s);
        QCOMPARE(QGuiApplication::clipboard()->text(),
                 u"“an opening” — Pictures as Words, p. 1\nyaodian://paper/%1?highlight=%2"_s.arg(
                     desk.papers[1].toString(), desk.ids[3].toString()));
    }

    void whatChangesWhileItIsHidden_isThereWhenItIsShown()
    {
        Desk desk;
        desk.page.hide();
        desk.mark(1, u"a new one"_s);
        desk.page.show();
        desk.page.start();
        desk.settle();
        QVERIFY(desk.rows().contains(u"a new one"_s));
        library::Kind kind = desk.shelf->kinds().at(1);
        kind.nameEn = u"approach"_s;
        QVERIFY(desk.notes.putKind(kind));
        desk.settle();
        QVERIFY(
            desk.page.view().model()->index(1, 0).data(Qt::AccessibleTextRole).toString().startsWith(u"approach"_s));
    }
};

YAODIAN_TEST(HighlightsPageTest)

} // namespace ui_highlightspage_test

#include "highlightspage_test.moc"
