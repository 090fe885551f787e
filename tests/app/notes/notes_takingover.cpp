#include "app/notes/takingover.h"
#include "desk.h"
#include "tests/support/testmain.h"

#include <QtTest>

namespace notes_takingover {

using namespace Qt::StringLiterals;
using namespace yaodian;
using namespace yaodian::library;
using namespace yaodian::notes;
using pdf::Annotation;
using tests::Desk;
using tests::pageOf;

const QString Here(64, u'a'); ///< the document that Desk::mark marks
const QString Text = u"The first line of it\nand the second one\nthen a third"_s;

/// Over the characters from..to of one line (from 0) of a pageOf().
Box over(int line, int from, int to)
{
    const double top = 0.1 + 0.03 * line;
    return {0.1 + 0.01 * from - 0.002, top - 0.004, 0.1 + 0.01 * to + 0.002, top + 0.024};
}

Annotation marked(const QList<Box> &boxes, const QString &contents = {},
                  Annotation::Kind kind = Annotation::Kind::Highlight)
{
    return {3, kind, boxes, contents, u"Ada"_s, {}, u"#ffff00"_s, {}};
}

ForeignMark markFrom(const Desk &desk, const Annotation &annotation)
{
    const auto mark = markOf(annotation, pageOf(Text), Here, desk.shelf.library->kinds());
    return mark.value_or(ForeignMark{});
}

/// Annotations of other programs become highlights.
class NotesTakingOver : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thePassageIsTheTextUnderTheBoxes()
    {
        const auto passage = passageUnder(pageOf(Text), {over(0, 4, 20), over(1, 0, 7)}, 3, Here);
        QVERIFY(passage);
        QCOMPARE(passage->quote, u"first line of it and the"_s);
        QCOMPARE(passage->prefix, u"The"_s);
        QCOMPARE(passage->suffix, u"second one then a third"_s);
        QCOMPARE(passage->boxes.size(), 2);
        QCOMPARE(passage->page, 3);
        QCOMPARE(passage->document, Here);
    }

    void whatIsMarkedAtSeveralPlacesIsOnePassage()
    {
        const auto passage = passageUnder(pageOf(Text), {over(0, 4, 9), over(2, 7, 12)}, 3, Here);
        QVERIFY(passage);
        QCOMPARE(passage->quote, u"first third"_s);
        QCOMPARE(passage->boxes.size(), 2);
    }

    void aSmallGapIsNoEnd()
    {
        const auto passage = passageUnder(pageOf(Text), {over(0, 4, 9), over(0, 12, 14)}, 3, Here);
        QVERIFY(passage);
        QCOMPARE(passage->quote, u"first line"_s);
    }

    void noTextNoPassage()
    {
        QVERIFY(!passageUnder(pageOf(Text), {Box{0.5, 0.5, 0.9, 0.9}}, 3, Here));
        QVERIFY(!passageUnder(pageOf(Text), {}, 3, Here));
        QVERIFY(!passageUnder({}, {over(0, 0, 9)}, 3, Here));
        const Desk desk;
        QVERIFY(!markOf(marked({Box{0.5, 0.5, 0.9, 0.9}}), pageOf(Text), Here, desk.shelf.library->kinds()));
        QVERIFY(!markOf(marked({over(0, 0, 9)}, u"words"_s, Annotation::Kind::Note), pageOf(Text), Here,
                        desk.shelf.library->kinds()));
    }

    void theKindIsThatOfTheNearestColour_data()
    {
        QTest::addColumn<QString>("colour");
        QTest::addColumn<QString>("kind");
        QTest::newRow("yellow") << u"#ffff00"_s << u"method"_s;
        QTest::newRow("pale yellow") << u"#ffff99"_s << u"method"_s;
        QTest::newRow("green") << u"#7df066"_s << u"result"_s;
        QTest::newRow("red") << u"#ff0000"_s << u"limit"_s;
        QTest::newRow("blue") << u"#69b0f1"_s << u"problem"_s;
        QTest::newRow("purple") << u"#a020f0"_s << u"doubt"_s;
        QTest::newRow("grey") << u"#808080"_s << u"citation"_s;
        QTest::newRow("none") << QString() << u"problem"_s;
        QTest::newRow("its own") << u"#12939A"_s << u"definition"_s;
    }

    void theKindIsThatOfTheNearestColour()
    {
        QFETCH(QString, colour);
        QFETCH(QString, kind);
        const Desk desk;
        QCOMPARE(kindLike(desk.shelf.library->kinds(), colour), kind);
        QCOMPARE(kindLike({}, colour), QString());
    }

    void takingOverIsOneActThatCanBeUndone()
    {
        Desk desk;
        const qsizetype before = desk.steps();
        const auto taken = desk.notes.takeMarks(
            desk.papers[0], {markFrom(desk, marked({over(0, 4, 9)}, u"why?"_s)),
                             markFrom(desk, marked({over(1, 8, 14)}, {}, Annotation::Kind::Underline)),
                             markFrom(desk, marked({over(2, 7, 12)}, {}, Annotation::Kind::StrikeOut))});
        QVERIFY(taken.ok());
        QCOMPARE(taken->made.size(), 3);
        QCOMPARE(taken->known, 0);
        QCOMPARE(desk.steps(), before + 1);
        const QList<Highlight> all = desk.shelf->highlights(desk.papers[0]);
        QCOMPARE(all.size(), 3);
        QCOMPARE(all[0].quote, u"first"_s);
        QCOMPARE(all[0].comment, u"why?"_s);
        QCOMPARE(all[0].kind, u"method"_s);
        QCOMPARE(all[0].document, Here);
        QCOMPARE(all[0].style, Highlight::Style::Text);
        QCOMPARE(all[1].style, Highlight::Style::Underline);
        QCOMPARE(all[2].style, Highlight::Style::Text);
        QVERIFY(desk.notes.undo().ok());
        QVERIFY(desk.shelf->highlights(desk.papers[0]).isEmpty());
    }

    void whatSomebodySaidOfAMarkedPassage_isNotPassedOver()
    {
        Desk desk;
        QVERIFY(desk.notes.takeMarks(desk.papers[0], {markFrom(desk, marked({over(0, 4, 9)}))}).ok());
        const auto said = markFrom(desk, marked({over(0, 4, 9)}, u"why?"_s));
        QCOMPARE(desk.notes.takeMarks(desk.papers[0], {said})->made.size(), 1);
        QCOMPARE(desk.notes.takeMarks(desk.papers[0], {said})->known, 1);
        // Nor what was added to one of ours.
        const HighlightId ours = desk.shelf->highlights(desk.papers[0]).first().id;
        auto answered = markFrom(desk, marked({over(2, 0, 5)}, u"an answer"_s));
        answered.name = ours.toString();
        QCOMPARE(desk.notes.takeMarks(desk.papers[0], {answered})->made.size(), 1);
    }

    void thousandsOfBoxesAreNoPassage()
    {
        QList<Box> boxes(500, over(0, 4, 9));
        QVERIFY(passageUnder(pageOf(Text), boxes, 3, Here));
        QVERIFY(!passageUnder(pageOf(Text), boxes + QList<Box>{over(0, 4, 9)}, 3, Here));
    }

    void takenOver_standsAtItsPlaceInTheText()
    {
        Desk desk;
        QVERIFY(desk.notes.takeMarks(desk.papers[0], {markFrom(desk, marked({over(1, 8, 14)}))}).ok());
        const Highlight made = desk.shelf->highlights(desk.papers[0]).first();
        QCOMPARE(made.at, int(Text.indexOf(made.quote)));
    }

    void takingOverTwiceMakesNothingTwice()
    {
        Desk desk;
        const QList<ForeignMark> marks{markFrom(desk, marked({over(0, 4, 9)})),
                                       markFrom(desk, marked({over(1, 8, 14)}))};
        QVERIFY(desk.notes.takeMarks(desk.papers[0], marks).ok());
        const qsizetype before = desk.steps();
        const auto again = desk.notes.takeMarks(desk.papers[0], marks);
        QVERIFY(again.ok());
        QVERIFY(again->made.isEmpty());
        QCOMPARE(again->known, 2);
        QCOMPARE(desk.steps(), before);
        // Also where only one of them is new.
        const auto more =
            desk.notes.takeMarks(desk.papers[0], marks + QList<ForeignMark>{markFrom(desk, marked({over(2, 7, 12)}))});
        QCOMPARE(more->made.size(), 1);
        QCOMPARE(more->known, 2);
        QCOMPARE(desk.shelf->highlights(desk.papers[0]).size(), 3);
    }

    void whatTheReaderMarkedHereIsThereAlready()
    {
        Desk desk;
        const auto mine =
            desk.notes.addHighlight(desk.papers[0], passageOf(pageOf(Text), {4, 9}, 3, Here), u"result"_s);
        QVERIFY(mine.ok());
        const auto taken = desk.notes.takeMarks(desk.papers[0], {markFrom(desk, marked({over(0, 4, 9)}))});
        QVERIFY(taken->made.isEmpty());
        QCOMPARE(taken->known, 1);
        QCOMPARE(desk.shelf->highlight(*mine)->kind, u"result"_s);
    }

    void theSameWordsElsewhereAreSomethingElse()
    {
        Desk desk;
        const QString twice = u"again and again"_s;
        const auto kinds = desk.shelf->kinds();
        const auto first = markOf(marked({over(0, 0, 5)}), pageOf(twice), Here, kinds);
        const auto second = markOf(marked({over(0, 10, 15)}), pageOf(twice), Here, kinds);
        QVERIFY(first && second);
        QVERIFY(desk.notes.takeMarks(desk.papers[0], {*first}).ok());
        QCOMPARE(desk.notes.takeMarks(desk.papers[0], {*second})->made.size(), 1);
    }

    void ofTwoPeopleWhoMarkedTheSameBothWordsAreKept()
    {
        Desk desk;
        const ForeignMark one = markFrom(desk, marked({over(0, 4, 9)}, u"yes"_s));
        const ForeignMark other = markFrom(desk, marked({over(0, 4, 9)}, u"no"_s));
        const auto taken = desk.notes.takeMarks(desk.papers[0], {one, other, one});
        QCOMPARE(taken->made.size(), 2);
        QCOMPARE(taken->known, 1);
    }

    void ourOwnAreKnownByTheirIdWhereverTheyStand()
    {
        Desk desk;
        const HighlightId mine = desk.mark(desk.papers[0], u"elsewhere"_s);
        ForeignMark mark = markFrom(desk, marked({over(0, 4, 9)}));
        for (const QString &name : {mine.toString(), mine.toString() + u"/2"_s}) {
            mark.name = name;
            QCOMPARE(desk.notes.takeMarks(desk.papers[0], {mark})->known, 1);
        }
        // Those of another paper, or removed since, are not.
        QCOMPARE(desk.notes.takeMarks(desk.papers[1], {mark})->made.size(), 1);
        QVERIFY(desk.notes.removeHighlight(mine).ok());
        const auto taken = desk.notes.takeMarks(desk.papers[0], {mark});
        QCOMPARE(taken->made.size(), 1);
        QVERIFY(taken->made.first() != mine);
    }

    void aFrameIsAnAreaWithOrWithoutText()
    {
        Desk desk;
        const Box figure{0.5, 0.5, 0.9, 0.9};
        const auto empty =
            markOf(marked({figure}, u"look"_s, Annotation::Kind::Shape), pageOf(Text), Here, desk.shelf->kinds());
        const auto full =
            markOf(marked({over(0, 4, 9)}, {}, Annotation::Kind::Shape), pageOf(Text), Here, desk.shelf->kinds());
        QVERIFY(empty && full);
        QCOMPARE(full->passage.quote, u"first"_s);
        QCOMPARE(full->passage.boxes, QList<Box>{over(0, 4, 9)});
        const auto taken = desk.notes.takeMarks(desk.papers[0], {*empty, *full});
        QVERIFY(taken.ok());
        QCOMPARE(taken->made.size(), 2);
        const auto area = desk.shelf->highlight(taken->made.first());
        QCOMPARE(area->style, Highlight::Style::Area);
        QCOMPARE(area->boxes, QList<Box>{figure});
        QCOMPARE(desk.notes.takeMarks(desk.papers[0], {*empty, *full})->known, 2);
    }

    void aPaperThatIsNotThereIsSaid()
    {
        Desk desk;
        QVERIFY(!desk.notes.takeMarks(PaperId(), {markFrom(desk, marked({over(0, 4, 9)}))}).ok());
    }
};

YAODIAN_TEST_GUILESS(NotesTakingOver)

} // namespace notes_takingover

#include "notes_takingover.moc"
