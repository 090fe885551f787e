#include "desk.h"
#include "tests/support/testmain.h"

#include <QtTest>

namespace notes_placing {

using namespace Qt::StringLiterals;
using namespace yaodian;
using namespace yaodian::library;
using tests::Desk;
using State = Placement::State;

const QString Here(64, u'b'); ///< another document than the one that Desk::mark marks

Placement proposal(HighlightId id, State state, const QString &quote = u"other words"_s)
{
    Placement placement;
    placement.highlight = id;
    placement.document = Here;
    placement.state = state;
    placement.score = 0.5;
    if (state != State::Gone)
        placement.spots = {{7, {{0.1, 0.2, 0.3, 0.4}}}, {8, {{0.1, 0.1, 0.2, 0.2}}}};
    placement.quote = quote;
    placement.prefix = u"before"_s;
    placement.suffix = u"after"_s;
    return placement;
}

/// Highlights on other documents of their papers, in the store.
class NotesPlacing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void resizing_isOneAct_andWhatWasFoundOfTheOldWordsIsLookedForAgain()
    {
        Desk desk;
        const auto id = desk.mark(desk.papers[0], u"some words"_s, u"doubt"_s, u"why?"_s);
        const PointId point = desk.point(desk.papers[0], u"mine"_s);
        QVERIFY(desk.notes.tie(point, id).ok());
        const Placement old = proposal(id, State::Changed);
        QVERIFY(desk.shelf->keepPlacements(desk.papers[0], {old}).ok());
        const Highlight before = *desk.shelf->highlight(id);
        const qsizetype steps = desk.steps();
        const auto wider = notes::passageOf(tests::pageOf(u"some words more"_s), {0, 15}, 3, before.document);
        QVERIFY(desk.notes.resize(id, wider).ok());
        QCOMPARE(desk.steps(), steps + 1);
        const Highlight after = *desk.shelf->highlight(id);
        QCOMPARE(after.quote, u"some words more"_s);
        QCOMPARE(after.boxes, wider.boxes);
        QCOMPARE(after.kind, before.kind);
        QCOMPARE(after.comment, before.comment);
        QCOMPARE(desk.shelf->point(point)->evidence, QList<HighlightId>{id});
        QVERIFY(!desk.shelf->placement(id, Here));
        Placement found = proposal(id, State::Same, u"some words more"_s);
        QVERIFY(desk.shelf->keepPlacements(desk.papers[0], {found}).ok());
        desk.shelf.reopen();
        notes::Notes notes{*desk.shelf.library, desk.shelf.clock, desk.shelf.ids};
        QCOMPARE(notes.undo()->act, u"highlight.resize"_s);
        QCOMPARE(desk.shelf->highlight(id), before);
        QCOMPARE(desk.shelf->placement(id, Here), old);
        QVERIFY(notes.redo().ok());
        QCOMPARE(desk.shelf->highlight(id), after);
        QVERIFY(!desk.shelf->placement(id, Here));
        QVERIFY(notes.resize(id, wider).ok()); // the same again is no act
        QCOMPARE(desk.steps(), steps + 1);
    }

    void undoingAResize_forgetsWhatWasFoundSince_notWhatTheReaderDecided()
    {
        Desk desk;
        const auto id = desk.mark(desk.papers[0], u"some words"_s);
        const QString document = desk.shelf->highlight(id)->document;
        QVERIFY(
            desk.notes.resize(id, notes::passageOf(tests::pageOf(u"some words more"_s), {0, 15}, 3, document)).ok());
        Placement decided = proposal(id, State::Gone);
        decided.document = QString(64, u'c');
        decided.decided = true;
        QVERIFY(desk.shelf->keepPlacements(desk.papers[0], {proposal(id, State::Same), decided}).ok());
        QVERIFY(desk.notes.undo().ok());
        QVERIFY(!desk.shelf->placement(id, Here));
        QCOMPARE(desk.shelf->placement(id, decided.document), decided);
    }

    void resizing_isRefusedWithoutWords_andOnAnotherDocument()
    {
        Desk desk;
        const auto id = desk.mark(desk.papers[0], u"some words"_s);
        const Highlight before = *desk.shelf->highlight(id);
        auto passage = notes::passageOf(tests::pageOf(u"some words more"_s), {0, 15}, 3, before.document);
        const qsizetype steps = desk.steps();
        passage.quote.clear();
        QVERIFY(!desk.notes.resize(id, passage).ok());
        passage.quote = u"some words more"_s;
        passage.document = Here;
        QVERIFY(!desk.notes.resize(id, passage).ok());
        QVERIFY(!desk.notes.resize(HighlightId(QUuid::createUuid()), passage).ok());
        QCOMPARE(desk.steps(), steps);
        QCOMPARE(desk.shelf->highlight(id), before);
    }

    void whatWasFound_isKeptWhole_alsoAfterReopening()
    {
        Desk desk;
        const auto id = desk.mark(desk.papers[0], u"some words"_s);
        const Placement found = proposal(id, State::Changed);
        const qsizetype steps = desk.steps();
        QVERIFY(desk.shelf->keepPlacements(desk.papers[0], {found}).ok());
        QCOMPARE(desk.steps(), steps); // no act of the reader
        QCOMPARE(desk.shelf->placement(id, Here), found);
        desk.shelf.reopen();
        QCOMPARE(desk.shelf->placements(desk.papers[0], Here), QList<Placement>{found});
        QVERIFY(desk.shelf->placements(desk.papers[1], Here).isEmpty());
        QVERIFY(!desk.shelf->placement(id, QString(64, u'c')));
    }

    void asTheyStandOnADocument()
    {
        Desk desk;
        const PaperId paper = desk.papers[0];
        const auto changed = desk.mark(paper, u"some words"_s), unsure = desk.mark(paper, u"more"_s),
                   gone = desk.mark(paper, u"and more"_s), unknown = desk.mark(paper, u"the rest"_s);
        QVERIFY(desk.shelf
                    ->keepPlacements(paper, {proposal(changed, State::Changed), proposal(unsure, State::Review),
                                             proposal(gone, State::Gone)})
                    .ok());
        const QList<Highlight> here = notes::highlightsOn(*desk.shelf.library, paper, Here);
        QCOMPARE(here.size(), 2); // one that goes over a page break, once a page
        QCOMPARE(here[0].id, changed);
        QCOMPARE(here[1].id, changed);
        QCOMPARE(here[0].page, 7);
        QCOMPARE(here[1].page, 8);
        QCOMPARE(here[0].quote, u"other words"_s);
        QCOMPARE(here[0].document, Here);
        const QList<Highlight> there = notes::highlightsOn(*desk.shelf.library, paper, QString(64, u'a'));
        QCOMPARE(there.size(), 4);
        QCOMPARE(desk.shelf->highlight(changed)->quote, u"some words"_s);
        QVERIFY(desk.shelf->highlight(unknown).has_value());
    }

    void theReadersWord_isAnAct_andNothingElseChangesIt()
    {
        Desk desk;
        const PaperId paper = desk.papers[0];
        const auto id = desk.mark(paper, u"some words"_s);
        const Placement found = proposal(id, State::Review);
        QVERIFY(desk.shelf->keepPlacements(paper, {found}).ok());
        const qsizetype steps = desk.steps();
        QVERIFY(desk.notes.confirmPlacement(id, Here).ok());
        QCOMPARE(desk.steps(), steps + 1);
        QCOMPARE(desk.shelf->placement(id, Here)->state, State::Changed);
        QVERIFY(desk.shelf->placement(id, Here)->decided);
        QVERIFY(desk.shelf->keepPlacements(paper, {proposal(id, State::Gone)}).ok());
        QCOMPARE(desk.shelf->placement(id, Here)->state, State::Changed);
        QVERIFY(desk.notes.declareGone(id, Here).ok());
        QCOMPARE(desk.shelf->placement(id, Here)->state, State::Gone);
        QVERIFY(desk.shelf->placement(id, Here)->spots.isEmpty());
        QVERIFY(desk.notes.undo().ok());
        QVERIFY(desk.notes.undo().ok());
        QCOMPARE(desk.shelf->placement(id, Here), found);
        desk.shelf.reopen();
        QVERIFY(desk.shelf->redo().ok());
        QVERIFY(desk.shelf->placement(id, Here)->decided);
    }

    void confirmedWordForWord_itIsTheSame()
    {
        Desk desk;
        const auto id = desk.mark(desk.papers[0], u"some words"_s);
        QVERIFY(desk.shelf->keepPlacements(desk.papers[0], {proposal(id, State::Review, u"Some  words"_s)}).ok());
        QVERIFY(desk.notes.confirmPlacement(id, Here).ok());
        QCOMPARE(desk.shelf->placement(id, Here)->state, State::Same);
    }

    void aPassageOfTheReadersChoice()
    {
        Desk desk;
        const auto id = desk.mark(desk.papers[0], u"some words"_s);
        const notes::Passage one{Here, 3, {{0.1, 0.1, 0.2, 0.2}}, u"some other"_s, u"p"_s, u"s"_s};
        const notes::Passage two{Here, 4, {{0.1, 0.1, 0.2, 0.2}}, u"words"_s, u"q"_s, u"t"_s};
        QVERIFY(desk.notes.place(id, Here, {one, two}).ok());
        const auto placement = desk.shelf->placement(id, Here);
        QCOMPARE(placement->quote, u"some other words"_s);
        QCOMPARE(placement->prefix, u"p"_s);
        QCOMPARE(placement->suffix, u"t"_s);
        QCOMPARE(placement->spots.size(), 2);
        QCOMPARE(placement->state, State::Changed);
        QVERIFY(desk.notes.undo().ok());
        QVERIFY(!desk.shelf->placement(id, Here));
    }

    void whatMakesNoSense_isRefusedInASentence()
    {
        Desk desk;
        const auto id = desk.mark(desk.papers[0], u"some words"_s);
        const qsizetype steps = desk.steps();
        for (const Result<void> &refused : {desk.notes.confirmPlacement(id, Here), desk.notes.place(id, Here, {}),
                                            desk.notes.declareGone(HighlightId(QUuid::createUuid()), Here)})
            QVERIFY(!refused.ok() && refused.error().message.endsWith(u'.'));
        QVERIFY(desk.shelf->keepPlacements(desk.papers[0], {proposal(id, State::Gone)}).ok());
        QVERIFY(!desk.notes.confirmPlacement(id, Here).ok());
        QCOMPARE(desk.steps(), steps);
    }

    void ofAHighlightThatIsRemoved_nothingIsShown()
    {
        Desk desk;
        const auto id = desk.mark(desk.papers[0], u"some words"_s);
        QVERIFY(desk.shelf->keepPlacements(desk.papers[0], {proposal(id, State::Changed)}).ok());
        QVERIFY(desk.notes.removeHighlight(id).ok());
        QVERIFY(desk.shelf->placements(desk.papers[0], Here).isEmpty());
        QVERIFY(desk.notes.undo().ok());
        QCOMPARE(desk.shelf->placements(desk.papers[0], Here).size(), 1);
    }
};

YAODIAN_TEST_GUILESS(NotesPlacing)

} // namespace notes_placing

#include "notes_placing.moc"
