// Earlier states of a highlight, and those that were removed.
#include "tests/support/testmain.h"
#include "tests/ui/reader/marked.h"
#include "translations/translations.h"
#include "ui/reader/siderows.h"
#include "ui/reader/versionwords.h"

#include <QLineEdit>

namespace highlighthistory_test {

using namespace yaodian;
using library::HighlightVersion;
using tests::MarkedDesk;
using namespace Qt::StringLiterals;

const QString Sleeps = u"A walrus sleeps on the ice."_s;
const QString Mussels = u"Then it looks for mussels."_s;

struct Opened : MarkedDesk
{
    [[nodiscard]] ui::SideList *list() const { return desk.reader->findChild<ui::SideList *>(u"highlightHistory"_s); }
    [[nodiscard]] QStringList rows() const
    {
        QStringList out;
        for (int row = 0; row < list()->count(); ++row)
            out << list()->model()->index(row, 0).data().toString();
        return out;
    }
    [[nodiscard]] QString shown() const
    {
        return desk.reader->findChild<QPlainTextEdit *>(u"highlightState"_s)->toPlainText();
    }
};

class HighlightHistoryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installLanguage(*qApp, u"en"_s); }

    void everyState_isListed_andMadePresentAgain()
    {
        Opened marked;
        const auto id = marked.mark(Sleeps);
        QVERIFY(marked.desk.notes->setKind(id, u"result"_s));
        QVERIFY(marked.desk.notes->setComment(id, u"really?"_s));
        marked.open();
        marked.clickOn(u"walrus"_s);
        marked.desk.type(u"gH"_s);
        QTRY_COMPARE(marked.rows(),
                     QStringList({u"This highlight"_s, u"Comment: none → really?"_s, u"Kind: method → result"_s,
                                  u"Made"_s, u"Removed highlights"_s, u"Nothing was removed"_s}));
        QVERIFY(marked.list()->hasFocus());
        QCOMPARE(marked.list()->currentIndex().row(), 2); // the one before the present
        QVERIFY2(marked.shown().contains(u"Enter makes it so again"_s), qPrintable(marked.shown()));
        QVERIFY(marked.shown().contains(Sleeps));
        QTest::keyClicks(marked.list(), u"j"_s);
        QTest::keyClick(marked.list(), Qt::Key_Return);
        QCOMPARE(marked.stored(id).kind, u"method"_s);
        QCOMPARE(marked.stored(id).comment, QString());
        QTRY_COMPARE(marked.rows().size(), 7);
        QCOMPARE(marked.rows().at(1), u"Kind: result → method · Comment: really? → none"_s);
        QVERIFY(marked.desk.notes->undo());
        QTRY_COMPARE(marked.rows().at(1), u"Comment: none → really?"_s);
        QCOMPARE(marked.rows().at(2), u"Kind: result → method · Comment: really? → none (undone)"_s);
        QTest::keyClick(marked.list(), Qt::Key_Escape);
        QVERIFY(!marked.list()->isVisible());
        QVERIFY(marked.desk.pages()->hasFocus());
    }

    void whatWasRemoved_comesBack()
    {
        Opened marked;
        const auto id = marked.mark(Sleeps);
        const auto other = marked.mark(Mussels, u"limit"_s);
        QVERIFY(marked.desk.notes->removeHighlight(id));
        marked.open();
        marked.desk.type(u"gH"_s);
        QTRY_COMPARE(marked.rows(), QStringList({u"Removed highlights · 1"_s, Sleeps}));
        QVERIFY2(marked.shown().contains(u"Enter brings it back"_s), qPrintable(marked.shown()));
        QTest::keyClick(marked.list(), Qt::Key_Return);
        QCOMPARE(marked.stored(id).quote, Sleeps);
        QCOMPARE(marked.current(), id);
        QTRY_VERIFY(marked.rows().contains(u"Brought back"_s));
        QCOMPARE(marked.rows().filter(u"Removed"_s).size(), 2); // as a state of it, and the head
        QVERIFY(marked.desk.notes->undo());
        QTRY_COMPARE(marked.marks->highlights().size(), 1);
        QCOMPARE(marked.marks->highlights().first().id, other);
    }

    void kinds_areFollowedAtOnce()
    {
        Opened marked;
        marked.mark(Sleeps, u"result"_s);
        marked.open();
        library::Kind kind = marked.desk.store->kinds().at(1);
        kind.letter = u"w"_s;
        kind.colour = u"#123456"_s;
        QVERIFY(marked.desk.notes->putKind(kind));
        QCOMPARE(marked.marks->kinds().at(1).colour, u"#123456"_s);
        marked.clickOn(u"walrus"_s);
        marked.desk.type(u"hm"_s); // no kind's letter any more
        QCOMPARE(marked.desk.store->journal().first().act, u"kind.edit"_s);
        marked.desk.type(u"hw"_s);
        QCOMPARE(marked.desk.store->journal().first().act, u"highlight.kind"_s);
        QCOMPARE(marked.desk.store->highlights(marked.desk.paper).first().kind, u"method"_s);
    }

    void words_nameWhatBecameOther()
    {
        const QList<library::Kind> kinds{{u"a"_s, u"a"_s, u"甲"_s, u"alpha"_s, {}, {}},
                                         {u"b"_s, u"b"_s, u"乙"_s, u"beta"_s, {}, {}}};
        HighlightVersion older;
        older.highlight.kind = u"a"_s;
        older.highlight.quote = u"words"_s;
        HighlightVersion newer = older;
        QCOMPARE(ui::changedWords({}, older, kinds), QStringList{u"Made"_s});
        newer.highlight.kind = u"b"_s;
        newer.highlight.tags = {u"x"_s, u"y z"_s};
        newer.highlight.page = 4;
        QCOMPARE(ui::changedWords(older, newer, kinds),
                 QStringList({u"Kind: alpha → beta"_s, u"Tags: none → #x #y z"_s, u"Place: 1 → 5"_s}));
        newer = older;
        newer.highlight.quote = u"other words"_s;
        QCOMPARE(ui::changedWords(older, newer, kinds), QStringList{u"Passage: words → other words"_s});
        newer.removed = true;
        QCOMPARE(ui::changedWords(older, newer, kinds), QStringList{u"Removed"_s});
        QCOMPARE(ui::stateWords(older.highlight, kinds), u"alpha, page 1\n“words”"_s);
        older.highlight.kind = u"gone"_s;
        QVERIFY(ui::stateWords(older.highlight, kinds).startsWith(u"gone"_s));
    }
};

YAODIAN_TEST(HighlightHistoryTest)

} // namespace highlighthistory_test

#include "highlighthistory_test.moc"
