#include "desk.h"
#include "tests/support/testmain.h"

#include <QtTest>

#include <thread>

namespace notes_acts {

using namespace Qt::StringLiterals;
using namespace yaodian;
using namespace yaodian::library;
using tests::Desk;

class NotesActs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void highlight_isStoredWhole_andUndone()
    {
        Desk desk;
        const PaperId paper = desk.papers[0];
        const HighlightId id = desk.mark(paper, u"pictures  as words"_s, u"result"_s, u"so it is"_s);
        const auto stored = desk.shelf->highlight(id);
        QVERIFY(stored);
        QCOMPARE(stored->quote, u"pictures as words"_s);
        QCOMPARE(stored->kind, u"result"_s);
        QCOMPARE(stored->comment, u"so it is"_s);
        QCOMPARE(stored->page, 3);
        QCOMPARE(stored->boxes.size(), 1);
        QCOMPARE(stored->made.toMSecsSinceEpoch(), tests::noon);
        QCOMPARE(desk.notes.undo()->act, u"highlight.add"_s);
        QVERIFY(desk.shelf->highlights(paper).isEmpty());
        QVERIFY(desk.notes.redo().ok());
        QCOMPARE(desk.shelf->highlights(paper).size(), 1);
    }

    void highlight_ofNothing_orOfNoKind_orOfNoPaper_isRefused()
    {
        Desk desk;
        const auto passage = notes::passageOf(tests::pageOf(u"words"_s), {0, 5}, 0, u"d"_s);
        const qsizetype steps = desk.steps();
        QVERIFY(!desk.notes.addHighlight(desk.papers[0], {}, u"method"_s).ok());
        QVERIFY(!desk.notes.addHighlight(desk.papers[0], passage, u"nonsense"_s).ok());
        QVERIFY(!desk.notes.addHighlight(PaperId(QUuid::createUuid()), passage, u"method"_s).ok());
        QCOMPARE(desk.steps(), steps);
    }

    void aPassageOverPages_isAHighlightEachAndOneStep()
    {
        Desk desk;
        const qsizetype steps = desk.steps();
        const notes::Passage one{QString(64, u'a'), 3, {{0.1, 0.1, 0.2, 0.2}}, u"the end of"_s, {}, {}};
        const notes::Passage other{QString(64, u'a'), 4, {{0.1, 0.1, 0.2, 0.2}}, u"a page"_s, {}, {}};
        QVERIFY(!desk.notes.addHighlights(desk.papers[0], {one, {}}, u"method"_s).ok());
        QVERIFY(!desk.notes.addHighlights(desk.papers[0], {}, u"method"_s).ok());
        QCOMPARE(desk.steps(), steps);
        const auto made = desk.notes.addHighlights(desk.papers[0], {one, other}, u"method"_s);
        QVERIFY(made.ok());
        QCOMPARE(made->size(), 2);
        QCOMPARE(desk.steps(), steps + 1);
        QVERIFY(desk.notes.undo().ok());
        QVERIFY(!desk.shelf->highlight(made->at(0)) && !desk.shelf->highlight(made->at(1)));
    }

    void commentAndKind_areSteps_andTheSameAgainIsNone()
    {
        Desk desk;
        const HighlightId id = desk.mark(desk.papers[0], u"words"_s);
        const qsizetype steps = desk.steps();
        QVERIFY(desk.notes.setKind(id, u"method"_s).ok());
        QVERIFY(desk.notes.setComment(id, QString()).ok());
        QCOMPARE(desk.steps(), steps);
        QVERIFY(desk.notes.setKind(id, u"doubt"_s).ok());
        QVERIFY(desk.notes.setComment(id, u"really?"_s).ok());
        QCOMPARE(desk.steps(), steps + 2);
        QCOMPARE(desk.shelf->highlight(id)->kind, u"doubt"_s);
        QVERIFY(desk.notes.undo().ok());
        QCOMPARE(desk.shelf->highlight(id)->comment, QString());
        QVERIFY(!desk.notes.setKind(id, u"nonsense"_s).ok());
        QVERIFY(!desk.notes.setComment(HighlightId(QUuid::createUuid()), u"x"_s).ok());
    }

    void tags_areTidied_andAreAStep()
    {
        Desk desk;
        const HighlightId id = desk.mark(desk.papers[0], u"words"_s), other = desk.mark(desk.papers[1], u"more"_s);
        const qsizetype steps = desk.steps();
        QVERIFY(desk.notes.setTags(id, {u" #to do "_s, u"复现"_s, u""_s, u"To Do"_s, u"##"_s}).ok());
        QCOMPARE(desk.shelf->highlight(id)->tags, (QStringList{u"to do"_s, u"复现"_s}));
        QVERIFY(desk.notes.setTags(other, {u"ablation"_s, u"复现"_s}).ok());
        QCOMPARE(desk.steps(), steps + 2);
        QCOMPARE(desk.shelf->highlightTags(), (QStringList{u"ablation"_s, u"to do"_s, u"复现"_s}));
        desk.shelf.reopen();
        notes::Notes notes{*desk.shelf.library, desk.shelf.clock, desk.shelf.ids};
        QVERIFY(notes.undo().ok());
        QVERIFY(notes.undo().ok());
        QVERIFY(desk.shelf->highlightTags().isEmpty());
        QVERIFY(notes.redo().ok());
        QCOMPARE(desk.shelf->highlight(id)->tags, (QStringList{u"to do"_s, u"复现"_s}));
        QVERIFY(notes.removeHighlight(id).ok());
        QVERIFY(desk.shelf->highlightTags().isEmpty());
        QVERIFY(notes.undo().ok());
        QCOMPARE(desk.shelf->highlight(id)->tags.size(), 2);
        QVERIFY(!notes.setTags(HighlightId(QUuid::createUuid()), {u"x"_s}).ok());
    }

    void removedHighlight_comesBackWithItsTies()
    {
        Desk desk;
        const HighlightId mark = desk.mark(desk.papers[0], u"words"_s);
        const PointId point = desk.point(desk.papers[0], u"mine"_s);
        QVERIFY(desk.notes.tie(point, mark).ok());
        QVERIFY(desk.notes.removeHighlight(mark).ok());
        QVERIFY(desk.shelf->point(point)->evidence.isEmpty());
        QVERIFY(!desk.notes.removeHighlight(mark).ok());
        QVERIFY(desk.notes.undo().ok());
        QCOMPARE(desk.shelf->point(point)->evidence, QList<HighlightId>{mark});
    }

    void ownPoints_keepTheirOrder()
    {
        Desk desk;
        const PointId a = desk.point(desk.papers[0], u" one \r\n"_s);
        const PointId b = desk.point(desk.papers[0], u"two"_s);
        const PointId c = desk.point(desk.papers[0], u"three"_s);
        QVERIFY(desk.notes.removePoint(b).ok());
        const PointId d = desk.point(desk.papers[0], u"four"_s);
        QList<PointId> own;
        for (const Point &point : desk.shelf->points(desk.papers[0])) {
            if (point.isOwn())
                own << point.id;
        }
        QCOMPARE(own, (QList<PointId>{a, c, d}));
        QCOMPARE(desk.shelf->point(a)->text, u"one"_s);
        QVERIFY(!desk.notes.addPoint(desk.papers[0], u"  \n"_s).ok());
    }

    void editedPoint_isOneStepWhileItIsTyped()
    {
        Desk desk;
        const PointId id = desk.point(desk.papers[0], u"a"_s);
        const qsizetype steps = desk.steps();
        QVERIFY(desk.notes.editPoint(id, u"ab"_s).ok());
        QVERIFY(desk.notes.editPoint(id, u"abc"_s).ok());
        QCOMPARE(desk.steps(), steps + 1);
        QVERIFY(desk.notes.undo().ok());
        QCOMPARE(desk.shelf->point(id)->text, u"a"_s);
        QVERIFY(!desk.notes.editPoint(id, u" "_s).ok());
        QVERIFY(!desk.notes.editPoint(PointId(QUuid::createUuid()), u"x"_s).ok());
    }

    void evidenceForTheDigestsPoint_copiesItIntoTheNotes_underItsId()
    {
        Desk desk;
        const PaperId paper = desk.papers[0];
        const Point said = desk.shelf->points(paper).first();
        QVERIFY(!said.isOwn());
        const HighlightId mark = desk.mark(paper, u"words"_s);
        const qsizetype steps = desk.steps();
        QVERIFY(desk.notes.tie(said.id, mark).ok());
        QVERIFY(desk.notes.tie(said.id, mark).ok()); // again: no step
        QCOMPARE(desk.steps(), steps + 1);
        Point kept = desk.shelf->points(paper).first();
        QCOMPARE(kept.id, said.id);
        QCOMPARE(kept.text, said.text);
        QCOMPARE(kept.evidence, QList<HighlightId>{mark});
        QVERIFY(desk.notes.untie(said.id, mark).ok());
        QVERIFY(desk.shelf->points(paper).first().evidence.isEmpty());
        QVERIFY(desk.notes.untie(said.id, mark).ok());
        QCOMPARE(desk.steps(), steps + 2);
        QVERIFY(desk.notes.undo().ok());
        QVERIFY(desk.notes.undo().ok());
        QCOMPARE(desk.shelf->points(paper).first().evidence, QList<HighlightId>());
    }

    void copiedPoint_outlivesAnEditOfThePost()
    {
        Desk desk;
        const PaperId paper = desk.papers[0];
        const Point said = desk.shelf->points(paper).first();
        QVERIFY(desk.notes.tie(said.id, desk.mark(paper, u"words"_s)).ok());
        digest::Entry changed = tests::entry(u"First Paper"_s, tests::arxiv(3084));
        changed.keyPoints[0] = u"改过的说法"_s;
        tests::store(desk.shelf, tests::issue(u"1"_s, {changed}));
        const auto kept = desk.shelf->point(said.id);
        QVERIFY(kept);
        QCOMPARE(kept->text, said.text);
        QCOMPARE(kept->digestText, u"改过的说法"_s);
        QCOMPARE(kept->evidence.size(), 1);
    }

    void editedPointOfADigest_keepsWhatTheDigestSays_andRemovingItGoesBack()
    {
        Desk desk;
        const Point said = desk.shelf->points(desk.papers[0]).first();
        QVERIFY(desk.notes.editPoint(said.id, u"in my words"_s).ok());
        QCOMPARE(desk.shelf->point(said.id)->text, u"in my words"_s);
        QCOMPARE(desk.shelf->point(said.id)->digestText, said.text);
        QVERIFY(desk.notes.removePoint(said.id).ok());
        QCOMPARE(desk.shelf->point(said.id)->text, said.text);
    }

    void evidenceFromAnotherPaper_isRefused()
    {
        Desk desk;
        const PointId point = desk.point(desk.papers[0], u"mine"_s);
        QVERIFY(!desk.notes.tie(point, desk.mark(desk.papers[1], u"words"_s)).ok());
        QVERIFY(!desk.notes.tie(point, HighlightId(QUuid::createUuid())).ok());
        QVERIFY(!desk.notes.tie(PointId(QUuid::createUuid()), desk.mark(desk.papers[0], u"words"_s)).ok());
    }

    void typingANote_isOneStep_aMinuteLaterAnother()
    {
        Desk desk;
        const qsizetype steps = desk.steps();
        for (const QString &typed : {u"a"_s, u"ab"_s, u"abc"_s}) {
            QVERIFY(desk.notes.setNote(desk.papers[0], typed).ok());
            desk.shelf.clock.advance(1000);
        }
        QVERIFY(desk.notes.setNote(desk.papers[1], u"other"_s).ok());
        desk.shelf.clock.advance(61'000);
        QVERIFY(desk.notes.setNote(desk.papers[1], u"other, later"_s).ok());
        QCOMPARE(desk.steps(), steps + 3);
        QVERIFY(desk.notes.undo().ok());
        QCOMPARE(desk.shelf->note(desk.papers[1]).text, u"other"_s);
        QVERIFY(desk.notes.undo().ok());
        QVERIFY(desk.notes.undo().ok());
        QCOMPARE(desk.shelf->note(desk.papers[0]).text, QString());
    }

    void verdict_alsoMakesRead_inOneStepForAll()
    {
        Desk desk;
        const qsizetype steps = desk.steps();
        QVERIFY(desk.notes.setVerdict(desk.papers, Verdict::Keep).ok());
        QVERIFY(desk.notes.setVerdict(desk.papers, Verdict::Keep).ok());
        QCOMPARE(desk.steps(), steps + 1);
        for (const PaperId &paper : std::as_const(desk.papers)) {
            QCOMPARE(desk.shelf->state(paper).verdict, Verdict::Keep);
            QVERIFY(desk.shelf->state(paper).read);
        }
        QVERIFY(desk.notes.setVerdict({desk.papers[0]}, Verdict::None).ok());
        QVERIFY(desk.shelf->state(desk.papers[0]).read);
        QVERIFY(desk.notes.undo().ok());
        QVERIFY(desk.notes.undo().ok());
        for (const PaperId &paper : std::as_const(desk.papers))
            QCOMPARE(desk.shelf->state(paper), PaperState());
    }

    void oneUnknownPaper_changesNone()
    {
        Desk desk;
        QVERIFY(!desk.notes.setStarred({desk.papers[0], PaperId(QUuid::createUuid())}, true).ok());
        QVERIFY(!desk.shelf->state(desk.papers[0]).starred);
    }

    void readStarLater_goOnAndOff()
    {
        Desk desk;
        const QList<PaperId> one{desk.papers[0]};
        const qsizetype steps = desk.steps();
        for (const bool on : {true, false}) {
            QVERIFY(desk.notes.setRead(one, on).ok());
            QVERIFY(desk.notes.setStarred(one, on).ok());
            QVERIFY(desk.notes.setLater(one, on).ok());
            const PaperState state = desk.shelf->state(one[0]);
            QCOMPARE(state.read, on);
            QCOMPARE(state.starred, on);
            QCOMPARE(state.later, on);
        }
        QCOMPARE(desk.steps(), steps + 6);
        for (const Operation &operation : desk.shelf->journal())
            QVERIFY(!operation.label.isEmpty());
    }

    /// A PDF that is opened makes its paper read beside the window, while the reader gives it a verdict or a star.
    void whatIsDoneToAPaper_atTheSameTime_isDone()
    {
        Desk desk;
        const QList<PaperId> one{desk.papers[0]};
        for (int time = 0; time < 40; ++time) {
            QVERIFY(desk.notes.setVerdict(one, Verdict::None).ok());
            QVERIFY(desk.notes.setRead(one, false).ok());
            QVERIFY(desk.notes.setStarred(one, false).ok());
            std::thread beside([&] { (void)desk.notes.setRead(one, true); });
            std::thread too([&] { (void)desk.notes.setStarred(one, true); });
            const auto given = desk.notes.setVerdict(one, Verdict::Keep);
            beside.join();
            too.join();
            QVERIFY(given.ok());
            const PaperState state = desk.shelf->state(one[0]);
            QVERIFY(state.read);
            QVERIFY(state.starred);
            QCOMPARE(state.verdict, Verdict::Keep);
        }
    }

    void undo_worksAfterARestart()
    {
        Desk desk;
        desk.point(desk.papers[0], u"mine"_s);
        desk.shelf.reopen();
        notes::Notes notes(*desk.shelf.library, desk.shelf.clock, desk.shelf.ids);
        QCOMPARE(notes.undo()->act, u"point.add"_s);
        QCOMPARE(desk.shelf->rows({desk.stored.entries[0]}).first().points, 0);
    }
};

YAODIAN_TEST_GUILESS(NotesActs)

} // namespace notes_acts

#include "notes_acts.moc"
