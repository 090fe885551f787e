#include "tests/support/testmain.h"
#include "ui/marks/kindspage.h"

#include "desk.h"
#include "ui/marks/choicerow.h"
#include "ui/marks/kindadvice.h"

#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

namespace ui_kindspage_test {

using namespace yaodian;
using namespace yaodian::tests;
using namespace yaodian::ui;
using namespace Qt::StringLiterals;

struct Desk : MarksDesk
{
    KindsPage page{*shelf.library, notes, commands, theme};
    QSignalSpy said{&page, &KindsPage::message};
    QSignalSpy failed{&page, &KindsPage::failed};

    Desk() { showActive(page); }
    KindList &list() { return *page.findChild<KindList *>(u"kindList"_s); }
    template <class T> T *field(const QString &name) { return page.findChild<T *>(name); }
    void type(const QString &keys)
    {
        for (const QChar key : keys)
            QTest::keyClick(page.focusWidget(), key.toLatin1());
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(page.focusWidget(), key, modifiers);
    }
    QString trouble()
    {
        return field<QLabel>(u"kindTrouble"_s)->isHidden() ? QString() : field<QLabel>(u"kindTrouble"_s)->text();
    }
    QStringList keys()
    {
        QStringList out;
        for (const library::Kind &kind : list().rows().kinds())
            out << kind.key;
        return out;
    }
};

class KindsPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QLocale::setDefault(QLocale(QLocale::English)); }

    void aKind_isEditedByKeys_andKept()
    {
        Desk desk;
        desk.mark(0, u"a passage"_s);
        desk.type(u"j"_s);
        QCOMPARE(desk.list().current()->key, u"method"_s);
        desk.press(Qt::Key_Return);
        auto *name = desk.field<QLineEdit>(u"kindNameEn"_s);
        QVERIFY(name->hasFocus());
        desk.type(u"approach"_s); // in place of what was there
        desk.press(Qt::Key_Down);
        QVERIFY(desk.field<QLineEdit>(u"kindLetter"_s)->hasFocus());
        desk.type(u"W"_s);
        desk.press(Qt::Key_Down);
        QVERIFY(desk.field<ChoiceRow>(u"kindColours"_s)->hasFocus());
        desk.press(Qt::Key_End);
        desk.press(Qt::Key_Down);
        desk.press(Qt::Key_Down);
        QVERIFY(desk.field<ChoiceRow>(u"kindPatterns"_s)->hasFocus());
        desk.press(Qt::Key_Home);
        desk.press(Qt::Key_Return);
        QVERIFY(desk.list().hasFocus());
        const library::Kind kind = desk.shelf->kinds().at(1);
        QCOMPARE(kind.key, u"method"_s);
        QCOMPARE(kind.nameEn, u"approach"_s);
        QCOMPARE(kind.nameZh, u"方法"_s);
        QCOMPARE(kind.letter, u"w"_s);
        QCOMPARE(kind.colour, kindColours().last());
        QCOMPARE(kind.pattern, u"plain"_s);
        QCOMPARE(desk.list().current()->nameEn, u"approach"_s);
        QCOMPARE(desk.list().rows().usesOf(1), 1);
        QCOMPARE(desk.shelf->journal(10).first().act, u"kind.edit"_s);
        QVERIFY(desk.notes.undo().ok());
        QCOMPARE(desk.list().current()->nameEn, u"method"_s); // and is shown so
        QCOMPARE(name->text(), u"method"_s);
    }

    void esc_leavesItAsItWas_andAgainThePage()
    {
        Desk desk;
        QSignalSpy closed(&desk.page, &KindsPage::closed);
        desk.press(Qt::Key_Return);
        desk.type(u"something else"_s);
        desk.press(Qt::Key_Escape);
        QVERIFY(desk.list().hasFocus());
        QCOMPARE(desk.field<QLineEdit>(u"kindNameEn"_s)->text(), u"problem"_s);
        QVERIFY(desk.shelf->journal(10).isEmpty());
        QCOMPARE(closed.size(), 0);
        desk.press(Qt::Key_Escape);
        QCOMPARE(closed.size(), 1);
    }

    void whatCannotBe_isSaidAtOnce_andNotKept()
    {
        Desk desk;
        desk.press(Qt::Key_Return);
        desk.press(Qt::Key_Down);
        desk.type(u"m"_s);
        QVERIFY2(desk.trouble().contains(u"“method”"_s), qUtf8Printable(desk.trouble()));
        desk.press(Qt::Key_Return);
        QVERIFY(desk.field<QLineEdit>(u"kindLetter"_s)->hasFocus());
        QVERIFY(desk.shelf->journal(10).isEmpty());
        desk.type(u"z"_s);
        QVERIFY(desk.trouble().isEmpty());
        desk.type(u"7"_s); // no letter
        QCOMPARE(desk.field<QLineEdit>(u"kindLetter"_s)->text(), u"z"_s);
        desk.press(Qt::Key_Return);
        QCOMPARE(desk.shelf->kinds().first().letter, u"z"_s);
    }

    void aNewKind_standsLast_andIsCurrent()
    {
        Desk desk;
        desk.type(u"a"_s);
        QCOMPARE(desk.field<QLineEdit>(u"kindColour"_s)->text(), kindColours().at(7)); // none has it yet
        desk.type(u"data"_s);
        desk.press(Qt::Key_Return);
        QVERIFY2(desk.trouble().contains(u"letter"_s), qUtf8Printable(desk.trouble()));
        desk.press(Qt::Key_Down);
        desk.type(u"s"_s);
        desk.press(Qt::Key_Return);
        QCOMPARE(desk.shelf->kinds().last().nameZh, u"data"_s);
        QCOMPARE(desk.list().current()->key, u"data"_s);
        QVERIFY(desk.list().hasFocus());
    }

    void oneInUse_isRemovedIntoTheKindOfALetter()
    {
        Desk desk;
        const HighlightId id = desk.mark(0, u"a passage"_s);
        desk.type(u"jx"_s);
        QCOMPARE(desk.keys().size(), 7);
        QVERIFY(desk.said.last().first().toString().startsWith(u'1'));
        QVERIFY(desk.said.last().first().toString().contains(u"r result"_s));
        desk.press(Qt::Key_Escape); // given up
        QCOMPARE(desk.keys().size(), 7);
        desk.type(u"r"_s); // no answer any more
        QCOMPARE(desk.keys().size(), 7);
        desk.type(u"xm"_s); // its own letter is no answer either
        QCOMPARE(desk.keys().size(), 7);
        desk.type(u"xr"_s);
        QVERIFY(!desk.keys().contains(u"method"_s));
        QCOMPARE(desk.shelf->highlight(id)->kind, u"result"_s);
        QCOMPARE(desk.list().current()->key, u"result"_s);
        QVERIFY(desk.notes.undo().ok());
        QCOMPARE(desk.keys().at(1), u"method"_s);
    }

    void oneThatNothingUses_isRemovedAtOnce_butForTheLast()
    {
        Desk desk;
        for (int left = 6; left > 0; --left) {
            desk.type(u"x"_s);
            QCOMPARE(desk.keys().size(), left);
        }
        QCOMPARE(desk.failed.size(), 0);
        desk.type(u"x"_s);
        QCOMPARE(desk.failed.size(), 1);
        QCOMPARE(desk.keys(), QStringList{u"citation"_s});
    }

    void order_isChangedByKeys_andTheCurrentOneStays()
    {
        Desk desk;
        desk.type(u"JJ"_s);
        QCOMPARE(desk.keys().mid(0, 3), QStringList({u"method"_s, u"result"_s, u"problem"_s}));
        QCOMPARE(desk.list().current()->key, u"problem"_s);
        desk.press(Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(desk.keys().at(1), u"problem"_s);
        desk.type(u"G"_s);
        QCOMPARE(desk.list().current()->key, u"citation"_s);
        desk.type(u"gg"_s);
        QCOMPARE(desk.list().current()->key, u"method"_s);
    }

    void whatIsTyped_staysWhenSomethingElseChanges()
    {
        Desk desk;
        desk.press(Qt::Key_Return);
        desk.type(u"draft"_s);
        desk.mark(1, u"from elsewhere"_s);
        QCOMPARE(desk.field<QLineEdit>(u"kindNameEn"_s)->text(), u"draft"_s);
        QVERIFY(desk.field<QLineEdit>(u"kindNameEn"_s)->hasFocus());
        desk.press(Qt::Key_Return);
        QCOMPARE(desk.shelf->kinds().first().nameEn, u"draft"_s);
    }

    void advice_isAboutPatternsAndColours()
    {
        Desk desk;
        const QList<library::Kind> kinds = desk.shelf->kinds();
        for (const library::Kind &kind : kinds)
            QVERIFY2(kindAdvice(kinds, kind).isEmpty(), qUtf8Printable(kindAdvice(kinds, kind).join(u' ')));
        for (const QString &colour : kindColours())
            QCOMPARE(kindAdvice({}, {u"k"_s, u"k"_s, u"k"_s, u"k"_s, colour, u"wave"_s}), QStringList());
        QCOMPARE(QSet<QString>(kindColours().begin(), kindColours().end()).size(), kindColours().size());
        for (qsizetype i = 0; i < kindColours().size(); ++i)
            for (qsizetype j = 0; j < i; ++j) // none of them looks like another
                QCOMPARE(kindAdvice({{u"a"_s, {}, {}, {}, kindColours()[j], u"box"_s}},
                                    {u"b"_s, {}, {}, {}, kindColours()[i], u"wave"_s}),
                         QStringList());
        library::Kind kind = kinds.at(0);
        kind.pattern = kinds.at(1).pattern;
        QVERIFY(kindAdvice(kinds, kind).value(0).contains(u"method"_s));
        kind = kinds.at(0);
        kind.colour = u"#e4ba3b"_s;
        QVERIFY(kindAdvice(kinds, kind).value(0).contains(u"method"_s));
        kind.colour = u"#ffffff"_s;
        QVERIFY(kindAdvice({}, kind).value(0).contains(u"light pages"_s));
        kind.colour = u"#000000"_s;
        QVERIFY(kindAdvice({}, kind).value(0).contains(u"dark pages"_s));
        kind.colour = u"no colour"_s;
        QVERIFY(kindAdvice({}, kind).isEmpty());
    }
};

YAODIAN_TEST(KindsPageTest)

} // namespace ui_kindspage_test

#include "kindspage_test.moc"
