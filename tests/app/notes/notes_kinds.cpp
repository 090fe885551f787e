#include "desk.h"
#include "tests/support/testmain.h"

#include <QtTest>

namespace notes_kinds {

using namespace Qt::StringLiterals;
using namespace yaodian;
using namespace yaodian::library;
using tests::Desk;

Kind dataset()
{
    return {{}, u"S"_s, u" 数据集 "_s, u"Data set"_s, u"#3B7DD8"_s, u"dash"_s};
}

QStringList keysOf(const Desk &desk)
{
    QStringList keys;
    for (const Kind &kind : desk.shelf.library->kinds())
        keys << kind.key;
    return keys;
}

class NotesKinds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNewKind_isTheLastOne_withAKeyOfItsName_andUndone()
    {
        Desk desk;
        const auto key = desk.notes.addKind(dataset());
        QVERIFY(key);
        QCOMPARE(*key, u"data-set"_s);
        const Kind made = desk.shelf->kinds().last();
        QCOMPARE(made.key, *key);
        QCOMPARE(made.letter, u"s"_s);
        QCOMPARE(made.nameZh, u"数据集"_s);
        QCOMPARE(made.colour, u"#3b7dd8"_s);
        desk.shelf.reopen();
        QVERIFY(desk.shelf->undo().ok());
        QCOMPARE(desk.shelf->kinds().size(), 7);
        QVERIFY(desk.shelf->redo().ok());
        QCOMPARE(desk.shelf->kinds().last().nameEn, u"Data set"_s);
    }

    void aKey_isNeverUsedAgain()
    {
        Desk desk;
        QCOMPARE(*desk.notes.addKind(dataset()), u"data-set"_s);
        QVERIFY(desk.notes.removeKind(u"data-set"_s));
        QCOMPARE(*desk.notes.addKind(dataset()), u"data-set-2"_s);
        Kind chinese = dataset();
        chinese.nameEn.clear();
        chinese.nameZh = u"想法"_s;
        chinese.letter = u"i"_s;
        QCOMPARE(*desk.notes.addKind(chinese), u"想法"_s);
        QCOMPARE(desk.shelf->kinds().last().nameEn, u"想法"_s);
        chinese.nameZh = u"？！"_s;
        chinese.letter = u"j"_s;
        QCOMPARE(*desk.notes.addKind(chinese), u"kind"_s);
    }

    void whatCannotBe_isRefusedInOneSentence_data()
    {
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<QString>("sentence");
        const auto with = [](auto change) {
            Kind kind = dataset();
            change(kind);
            return kind;
        };
        QTest::newRow("no name") << with([](Kind &k) { k.nameZh = u" "_s, k.nameEn.clear(); }) << u"needs a name"_s;
        QTest::newRow("long name") << with([](Kind &k) { k.nameZh = QString(41, u'长'); }) << u"at most 40"_s;
        QTest::newRow("name taken") << with([](Kind &k) { k.nameEn = u"METHOD"_s; }) << u"“method”"_s;
        QTest::newRow("name taken in the other language")
            << with([](Kind &k) { k.nameEn = u"方法"_s; }) << u"“method”"_s;
        QTest::newRow("letter taken") << with([](Kind &k) { k.letter = u"M"_s; }) << u"“method”"_s;
        QTest::newRow("full-width letter taken") << with([](Kind &k) { k.letter = u"ｍ"_s; }) << u"“method”"_s;
        QTest::newRow("digit") << with([](Kind &k) { k.letter = u"1"_s; }) << u"one letter"_s;
        QTest::newRow("two letters") << with([](Kind &k) { k.letter = u"ab"_s; }) << u"one letter"_s;
        QTest::newRow("no letter") << with([](Kind &k) { k.letter.clear(); }) << u"one letter"_s;
        QTest::newRow("colour") << with([](Kind &k) { k.colour = u"red"_s; }) << u"“red”"_s;
        QTest::newRow("short colour") << with([](Kind &k) { k.colour = u"#12345"_s; }) << u"no colour"_s;
        QTest::newRow("pattern") << with([](Kind &k) { k.pattern = u"zigzag"_s; }) << u"“zigzag”"_s;
    }

    void whatCannotBe_isRefusedInOneSentence()
    {
        QFETCH(Kind, kind);
        QFETCH(QString, sentence);
        Desk desk;
        const auto made = desk.notes.addKind(kind);
        QVERIFY(!made);
        QVERIFY2(made.error().message.contains(sentence), qUtf8Printable(made.error().message));
        QCOMPARE(desk.shelf->kinds().size(), 7);
        kind.key = u"limit"_s;
        QVERIFY(!desk.notes.putKind(kind));
        QCOMPARE(desk.shelf->kinds().at(3).nameEn, u"limit"_s);
        QCOMPARE(desk.steps(), 0);
    }

    void aKind_isEditedInPlace_andItsHighlightsFollow()
    {
        Desk desk;
        const HighlightId id = desk.mark(desk.papers[0], u"as before"_s);
        QList<Change> seen;
        connect(desk.shelf.library.get(), &Library::changed, this, [&](const Change &change) { seen += change; });
        Kind kind = desk.shelf->kinds().at(1);
        kind.nameZh = u"做法"_s;
        kind.letter = u"w"_s;
        QVERIFY(desk.notes.putKind(kind));
        QCOMPARE(keysOf(desk).at(1), u"method"_s);
        QCOMPARE(desk.shelf->highlight(id)->kind, u"method"_s);
        QCOMPARE(desk.shelf->search(u"kind:做法"_s)->size(), 1);
        QCOMPARE(desk.shelf->search(u"kind:W"_s)->size(), 1);
        QCOMPARE(desk.shelf->search(u"kind:方法"_s)->size(), 0);
        QVERIFY(desk.notes.undo().ok());
        QCOMPARE(desk.shelf->kinds().at(1).nameZh, u"方法"_s);
        QCOMPARE(seen.size(), 2);
        QVERIFY(seen.at(0).kinds && seen.at(1).kinds);
        QVERIFY(desk.notes.putKind(desk.shelf->kinds().at(1)));
        QCOMPARE(seen.size(), 2); // nothing was changed
        kind.key = u"nonsense"_s;
        QVERIFY(!desk.notes.putKind(kind));
        desk.mark(desk.papers[0], u"another"_s);
        QVERIFY(!seen.last().kinds);
    }

    void removing_takesItsHighlightsAlong_asOneAct()
    {
        Desk desk;
        const HighlightId first = desk.mark(desk.papers[0], u"one passage"_s);
        const HighlightId second = desk.mark(desk.papers[1], u"another"_s);
        const HighlightId other = desk.mark(desk.papers[1], u"of a result"_s, u"result"_s);
        const qsizetype steps = desk.steps();
        const auto refused = desk.notes.removeKind(u"method"_s);
        QVERIFY(!refused);
        QVERIFY2(refused.error().message.startsWith(u'2'), qUtf8Printable(refused.error().message));
        QVERIFY(!desk.notes.removeKind(u"method"_s, u"method"_s));
        QVERIFY(!desk.notes.removeKind(u"method"_s, u"nonsense"_s));
        QCOMPARE(desk.steps(), steps);
        QVERIFY(desk.notes.removeKind(u"method"_s, u"limit"_s));
        QCOMPARE(desk.steps(), steps + 1);
        QVERIFY(!keysOf(desk).contains(u"method"_s));
        QCOMPARE(desk.shelf->highlight(first)->kind, u"limit"_s);
        QCOMPARE(desk.shelf->highlight(second)->kind, u"limit"_s);
        QCOMPARE(desk.shelf->highlight(other)->kind, u"result"_s);
        QVERIFY(!desk.notes.addHighlight(desk.papers[0], {}, u"method"_s));
        desk.shelf.reopen();
        QVERIFY(desk.shelf->undo().ok());
        QCOMPARE(keysOf(desk).at(1), u"method"_s);
        QCOMPARE(desk.shelf->highlight(second)->kind, u"method"_s);
        QCOMPARE(desk.shelf->kindUses().value(u"method"_s), 2);
    }

    void oneKind_stays()
    {
        Desk desk;
        for (const QString &key : keysOf(desk).mid(1))
            QVERIFY(desk.notes.removeKind(key));
        QVERIFY(!desk.notes.removeKind(keysOf(desk).first()));
        QCOMPARE(keysOf(desk), QStringList{u"problem"_s});
    }

    void order_isTheReaders()
    {
        Desk desk;
        const QStringList before = keysOf(desk);
        QVERIFY(desk.notes.moveKind(u"result"_s, -2));
        QCOMPARE(keysOf(desk).mid(0, 3), QStringList({u"result"_s, u"problem"_s, u"method"_s}));
        const qsizetype steps = desk.steps();
        QVERIFY(desk.notes.moveKind(u"result"_s, -1)); // it is the first
        QCOMPARE(desk.steps(), steps);
        QVERIFY(desk.notes.moveKind(u"result"_s, 100));
        QCOMPARE(keysOf(desk).last(), u"result"_s);
        QVERIFY(!desk.notes.moveKind(u"nonsense"_s, 1));
        desk.shelf.reopen();
        QVERIFY(desk.shelf->undo().ok());
        QVERIFY(desk.shelf->undo().ok());
        QCOMPARE(keysOf(desk), before);
        QVERIFY(desk.shelf->redo().ok());
        QVERIFY(desk.shelf->act(u"x"_s, u"x"_s, [&](Acts &acts) { return acts.removeKind(u"doubt"_s); }).ok());
        QCOMPARE(*Desk().notes.addKind(dataset()), u"data-set"_s);
        QCOMPARE(keysOf(desk).first(), u"result"_s);
    }
};

YAODIAN_TEST_GUILESS(NotesKinds)

} // namespace notes_kinds

#include "notes_kinds.moc"
