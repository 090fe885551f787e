#include "app/reading/triage.h"
#include "tests/app/notes/desk.h"
#include "tests/support/testmain.h"

#include <QtTest>

namespace reading_triage {

using namespace Qt::StringLiterals;
using namespace yaodian;
using namespace yaodian::library;

/// Three papers of a day, and what became of them.
struct Morning : tests::Desk
{
    [[nodiscard]] reading::Triage triage() { return {*shelf.library, papers}; }
    [[nodiscard]] QList<Verdict> verdicts() const
    {
        QList<Verdict> out;
        for (const PaperId &paper : papers)
            out << shelf->state(paper).verdict;
        return out;
    }
};

class ReadingTriage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachPaper_isGivenAVerdict_orPassed()
    {
        Morning morning;
        reading::Triage triage = morning.triage();
        QCOMPARE(triage.current(), morning.papers[0]);
        QVERIFY(triage.decide(Verdict::Read).ok());
        QCOMPARE(triage.current(), morning.papers[1]);
        triage.pass();
        QVERIFY(triage.decide(Verdict::Drop).ok());
        QCOMPARE(triage.current(), std::nullopt);
        QVERIFY(!triage.decide(Verdict::Keep).ok()); // there is nothing to give it to
        QCOMPARE(morning.verdicts(), QList({Verdict::Read, Verdict::None, Verdict::Drop}));
        QVERIFY(morning.shelf->state(morning.papers[0]).read);  // a verdict makes a paper read, …
        QVERIFY(!morning.shelf->state(morning.papers[1]).read); // … moving past it does not
        QCOMPARE(triage.toRead(), QList{morning.papers[0]});
        const auto progress = triage.progress();
        QCOMPARE(progress.all, 3);
        QCOMPARE(progress.decided, 2);
        QCOMPARE(progress.passed, 1);
        QCOMPARE(progress.read, 1);
        QCOMPARE(progress.drop, 1);
        QVERIFY(triage.goAgain());
        QCOMPARE(triage.current(), morning.papers[1]);
    }

    void whatWasDecidedBefore_isCounted_andDoesNotComeUp()
    {
        Morning morning;
        QVERIFY(morning.notes.setVerdict({morning.papers[0]}, Verdict::Keep).ok());
        QVERIFY(morning.notes.setRead({morning.papers[1]}, true).ok()); // read, but not decided
        QList<PaperId> twice = morning.papers + morning.papers;         // two digests of one day
        reading::Triage triage(*morning.shelf.library, twice);
        QCOMPARE(triage.current(), morning.papers[1]);
        QCOMPARE(triage.progress().all, 3);
        QCOMPARE(triage.progress().decided, 1);
        QCOMPARE(triage.progress().queue, 2);
        QCOMPARE(reading::Triage(*morning.shelf.library, twice, 1).progress().queue, 1);
        QVERIFY(morning.shelf->merge({morning.papers[1], morning.papers[2]}).ok());
        QCOMPARE(morning.triage().progress().all, 2); // they are one paper now
    }

    void everyStep_isTakenBack_toTheStart_andNoFurther()
    {
        Morning morning;
        QVERIFY(morning.notes.setStarred({morning.papers[2]}, true).ok()); // before
        const qsizetype steps = morning.steps();
        reading::Triage triage = morning.triage();
        QVERIFY(triage.undo()->id.isNull());
        QVERIFY(triage.decide(Verdict::Keep).ok());
        QVERIFY(triage.decide(Verdict::Read).ok());
        QVERIFY(morning.notes.setStarred({morning.papers[2]}, false).ok()); // of the paper on show
        QVERIFY(!triage.undo()->id.isNull());
        QCOMPARE(triage.current(), morning.papers[2]);
        QVERIFY(morning.shelf->state(morning.papers[2]).starred);
        QVERIFY(!triage.undo()->id.isNull());
        QCOMPARE(triage.current(), morning.papers[1]);
        QVERIFY(!triage.undo()->id.isNull());
        QCOMPARE(triage.current(), morning.papers[0]);
        QCOMPARE(morning.verdicts(), QList<Verdict>(3, Verdict::None));
        QVERIFY(!morning.shelf->state(morning.papers[0]).read);
        QVERIFY(triage.undo()->id.isNull());
        QCOMPARE(morning.steps(), steps);
        QVERIFY(morning.shelf->state(morning.papers[2]).starred); // what was done before stays
        QVERIFY(triage.redo().ok());
        QCOMPARE(morning.verdicts()[0], Verdict::Keep);
        QCOMPARE(triage.current(), morning.papers[0]);
    }

    void whoUndidWhatIsOlder_hasNothingMoreToTakeBackHere()
    {
        Morning morning;
        QVERIFY(morning.notes.setStarred({morning.papers[1]}, true).ok());
        QVERIFY(morning.notes.setStarred({morning.papers[2]}, true).ok());
        reading::Triage triage = morning.triage();
        QVERIFY(morning.shelf->undo().ok()); // in a document that was opened from here
        QVERIFY(triage.undo()->id.isNull());
        QVERIFY(morning.shelf->state(morning.papers[1]).starred);
    }

    void whatIsDecided_doesNotUseUpTheRoom()
    {
        Morning morning;
        QVERIFY(morning.notes.setVerdict({morning.papers[0], morning.papers[1]}, Verdict::Drop).ok());
        reading::Triage triage(*morning.shelf.library, morning.papers, 1);
        QCOMPARE(triage.current(), morning.papers[2]);
    }

    void aVerdictThatIsGivenAgain_isNoAct_andAnotherOneTakesItsPlace()
    {
        Morning morning;
        reading::Triage triage = morning.triage();
        QVERIFY(triage.decide(Verdict::Keep).ok());
        const qsizetype steps = morning.steps();
        triage.goBack();
        QVERIFY(triage.decide(Verdict::Keep).ok());
        QCOMPARE(morning.steps(), steps);
        triage.goBack();
        triage.goBack(); // there is none before the first
        QCOMPARE(triage.current(), morning.papers[0]);
        QVERIFY(triage.decide(Verdict::Drop).ok());
        QCOMPARE(triage.progress().keep, 0);
        QCOMPARE(triage.progress().drop, 1);
        QVERIFY(!triage.undo()->id.isNull());
        QCOMPARE(morning.verdicts()[0], Verdict::Keep);
    }
};

YAODIAN_TEST_GUILESS(ReadingTriage)

} // namespace reading_triage

#include "reading_triage.moc"
