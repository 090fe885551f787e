#include "desk.h"
#include "tests/support/testmain.h"

#include <QtTest>

namespace notes_areas {

using namespace Qt::StringLiterals;
using namespace yaodian;
using namespace yaodian::library;
using tests::Desk;
using State = Placement::State;
using Style = Highlight::Style;

const QString Made(64, u'a');
const QString Here(64, u'b');
const Box Corner{0.09, 0.12, 0.16, 0.16}; ///< the first seven characters of the second line of a pageOf()

/// Highlights of areas, and those that are underlined.
class NotesAreas : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anArea_hasTheTextThatLiesInIt()
    {
        const pdf::PageText page = tests::pageOf(u"above it\ninside and beside\nbelow it"_s);
        const notes::Passage passage = notes::areaOf(page, Corner, 2, Made);
        QCOMPARE(passage.style, Style::Area);
        QCOMPARE(passage.boxes, QList{Corner});
        QCOMPARE(passage.quote, u"inside"_s);
        QCOMPARE(passage.prefix, u"above it"_s);
        QCOMPARE(passage.suffix, u"and beside below it"_s);
        // Of two lines, what lies in it of each.
        const notes::Passage two = notes::areaOf(page, {0.09, 0.09, 0.146, 0.16}, 2, Made);
        QCOMPARE(two.quote, u"above insid"_s);
        const notes::Passage none = notes::areaOf(page, {0.5, 0.5, 0.9, 0.9}, 2, Made);
        QCOMPARE(none.quote, QString());
        QCOMPARE(none.prefix + none.suffix, QString());
    }

    void anAreaWithoutText_isAHighlight()
    {
        Desk desk;
        const auto id = desk.notes.addHighlight(desk.papers[0], notes::areaOf({}, {0.1, 0.1, 0.5, 0.4}, 1, Made),
                                                u"result"_s, u"see"_s);
        QVERIFY(id.ok());
        const Highlight stored = *desk.shelf->highlight(*id);
        QCOMPARE(stored.style, Style::Area);
        QCOMPARE(stored.quote, QString());
        QCOMPARE(stored.boxes, (QList<Box>{{0.1, 0.1, 0.5, 0.4}}));
        QVERIFY(desk.notes.undo().ok());
        QVERIFY(!desk.shelf->highlight(*id));
    }

    void whatIsNoArea_isRefused()
    {
        Desk desk;
        const qsizetype steps = desk.steps();
        notes::Passage passage = notes::areaOf({}, {0.1, 0.1, 0.5, 0.4}, 1, Made);
        passage.boxes << Box{0.6, 0.6, 0.7, 0.7};
        QVERIFY(!desk.notes.addHighlight(desk.papers[0], passage, u"result"_s).ok());
        passage.boxes = {{0.5, 0.1, 0.5, 0.4}};
        QVERIFY(!desk.notes.addHighlight(desk.papers[0], passage, u"result"_s).ok());
        passage.boxes.clear();
        QVERIFY(!desk.notes.addHighlight(desk.papers[0], passage, u"result"_s).ok());
        QCOMPARE(desk.steps(), steps);
    }

    void underlining_isAStepEachWay_andNothingForAnArea()
    {
        Desk desk;
        const HighlightId id = desk.mark(desk.papers[0], u"some words"_s);
        QVERIFY(desk.notes.setStyle(id, Style::Underline).ok());
        QCOMPARE(desk.shelf->highlight(id)->style, Style::Underline);
        QCOMPARE(desk.notes.undo()->act, u"highlight.style"_s);
        QCOMPARE(desk.shelf->highlight(id)->style, Style::Text);
        const qsizetype steps = desk.steps();
        QVERIFY(desk.notes.setStyle(id, Style::Text).ok());
        QVERIFY(!desk.notes.setStyle(id, Style::Area).ok());
        const auto area =
            desk.notes.addHighlight(desk.papers[0], notes::areaOf({}, {0.1, 0.1, 0.5, 0.4}, 1, Made), u"result"_s);
        QVERIFY(!desk.notes.setStyle(*area, Style::Underline).ok());
        QCOMPARE(desk.steps(), steps + 1);
    }

    void aNewPlace_leavesThePictureBehind_andUndoBringsItBack()
    {
        Desk desk;
        const auto id =
            desk.notes.addHighlight(desk.papers[0], notes::areaOf({}, {0.1, 0.1, 0.5, 0.4}, 1, Made), u"result"_s);
        QVERIFY(desk.shelf->attachImage(*desk.shelf->highlight(*id), QString(64, u'c')).ok());
        QVERIFY(desk.notes.setComment(*id, u"see"_s).ok());
        QCOMPARE(desk.shelf->highlight(*id)->image, QString(64, u'c'));
        QVERIFY(desk.notes.resize(*id, notes::areaOf({}, {0.1, 0.1, 0.6, 0.4}, 1, Made)).ok());
        QCOMPARE(desk.shelf->highlight(*id)->image, QString());
        QCOMPARE(desk.shelf->highlight(*id)->style, Style::Area);
        QVERIFY(desk.notes.undo().ok());
        QCOMPARE(desk.shelf->highlight(*id)->image, QString(64, u'c'));
    }

    void ofAnotherVersion_anAreaWithoutTextIsForTheReaderToPlace()
    {
        Desk desk;
        const auto id =
            desk.notes.addHighlight(desk.papers[0], notes::areaOf({}, {0.1, 0.1, 0.5, 0.4}, 1, Made), u"result"_s);
        const QList<pdf::PageText> pages(3, tests::pageOf(u"words of a page"_s));
        const auto found = notes::placementsIn(pages, Here, desk.shelf->highlights(desk.papers[0]));
        QCOMPARE(found.size(), 1);
        QCOMPARE(found[0].state, State::Review);
        QVERIFY(!found[0].isPlaced());
        QCOMPARE(found[0].spots, (QList<Placement::Spot>{{1, {{0.1, 0.1, 0.5, 0.4}}}}));
        QVERIFY(desk.shelf->keepPlacements(desk.papers[0], found).ok());
        QVERIFY(notes::highlightsOn(*desk.shelf.library, desk.papers[0], Here).isEmpty());
        QVERIFY(desk.notes.confirmPlacement(*id, Here).ok());
        const auto shown = notes::highlightsOn(*desk.shelf.library, desk.papers[0], Here);
        QCOMPARE(shown.size(), 1);
        QCOMPARE(shown[0].style, Style::Area);
        // A document without such a page has nothing to propose.
        const auto shorter = notes::placementsIn(pages.mid(0, 1), Here, desk.shelf->highlights(desk.papers[0]));
        QCOMPARE(shorter[0].state, State::Review);
        QVERIFY(shorter[0].spots.isEmpty());
    }

    void ofAnotherVersion_anAreaWithTextIsCarriedByIt_asOneBox()
    {
        Desk desk;
        const QString words = u"a caption of several words that nobody else has written anywhere before"_s;
        const pdf::PageText made = tests::pageOf(u"first line of the page\n"_s + words + u"\nlast line of the page"_s);
        const Box area{0.05, 0.115, 0.95, 0.155};
        const auto id = desk.notes.addHighlight(desk.papers[0], notes::areaOf(made, area, 0, Made), u"result"_s);
        QCOMPARE(desk.shelf->highlight(*id)->quote, words);
        const QList<pdf::PageText> pages{tests::pageOf(u"a page that is new\nwith other words"_s),
                                         tests::pageOf(u"first line of the page\nnow a line more\n"_s +
                                                       QString(words).replace(u" that"_s, u"\nthat"_s) +
                                                       u"\nlast line of the page"_s)};
        const auto found = notes::placementsIn(pages, Here, desk.shelf->highlights(desk.papers[0]));
        QCOMPARE(found.size(), 1);
        QVERIFY(found[0].isPlaced());
        QCOMPARE(found[0].spots.size(), 1);
        QCOMPARE(found[0].spots[0].page, 1);
        QCOMPARE(found[0].spots[0].boxes.size(), 1);
        const Box box = found[0].spots[0].boxes[0];
        QVERIFY(box.top <= 0.16 && box.bottom >= 0.21 && box.left <= 0.1); // around both lines
        QVERIFY(box.right - box.left >= 0.9 - 1e-9);                       // and as wide as it was
        QVERIFY(box.left >= 0 && box.right <= 1);
    }
};

YAODIAN_TEST_GUILESS(NotesAreas)

} // namespace notes_areas

#include "notes_areas.moc"
