#include "app/notes/tally.h"
#include "app/reading/reading.h"
#include "tests/app/notes/desk.h"
#include "tests/support/testmain.h"

#include <QtTest>

namespace reading_sessions {

using namespace Qt::StringLiterals;
using namespace yaodian;
using namespace yaodian::library;

struct Sitting : tests::Desk
{
    reading::Reading reading{*shelf.library, notes, shelf.clock, shelf.ids};
};

class ReadingSessions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void session_goesThroughItsQueue()
    {
        Sitting sitting;
        const auto started = sitting.reading.start(sitting.papers);
        QVERIFY(started.ok());
        QCOMPARE(started->queue, sitting.papers);
        QCOMPARE(sitting.reading.currentPaper(), sitting.papers[0]);
        QVERIFY(sitting.reading.verdict(Verdict::Read).ok());
        QCOMPARE(sitting.reading.currentPaper(), sitting.papers[0]); // a verdict alone does not move on
        QCOMPARE(*sitting.reading.next(), std::optional(sitting.papers[1]));
        QCOMPARE(*sitting.reading.next(), std::optional(sitting.papers[2]));
        QCOMPARE(*sitting.reading.next(), std::optional<PaperId>());
        QCOMPARE(*sitting.reading.next(), std::optional<PaperId>());
        QVERIFY(sitting.reading.current()); // still open
        const auto ended = sitting.reading.end();
        QVERIFY(ended.ok());
        QCOMPARE(ended->done, sitting.papers);
        QVERIFY(!sitting.reading.current());
        QCOMPARE(sitting.shelf->sessions().first().ended, ended->ended);
    }

    void summary_countsWhatWasDoneInIt()
    {
        Sitting sitting;
        sitting.point(sitting.papers[0], u"from before"_s);
        sitting.mark(sitting.papers[0], u"from before"_s);
        QVERIFY(sitting.notes.setVerdict({sitting.papers[2]}, Verdict::Read).ok()); // not reached below
        sitting.shelf.clock.advance(60'000);
        QVERIFY(sitting.reading.start(sitting.papers).ok());
        sitting.shelf.clock.advance(10 * 60'000);
        sitting.point(sitting.papers[0], u"new"_s);
        sitting.mark(sitting.papers[0], u"new"_s);
        sitting.mark(sitting.papers[1], u"new too"_s);
        QVERIFY(sitting.reading.verdict(Verdict::Keep).ok());
        QVERIFY(sitting.reading.next().ok());
        QVERIFY(sitting.notes.setVerdict({sitting.papers[1]}, Verdict::Drop).ok()); // by the list's key
        sitting.shelf.clock.advance(15 * 60'000 + 20'000);
        const reading::Summary open = sitting.reading.summary(*sitting.reading.current());
        QCOMPARE(open.minutes, 25);
        const auto ended = sitting.reading.end();
        sitting.shelf.clock.advance(60'000);
        sitting.point(sitting.papers[0], u"afterwards"_s);
        const reading::Summary summary = sitting.reading.summary(*ended);
        QCOMPARE(summary.papers, 3);
        QCOMPARE(summary.read, 0);
        QCOMPARE(summary.keep, 1);
        QCOMPARE(summary.drop, 1);
        QCOMPARE(summary.points, 1);
        QCOMPARE(summary.highlights, 2);
        QCOMPARE(summary.minutes, 25);
    }

    void session_survivesARestartAtEveryStep()
    {
        Sitting sitting;
        QVERIFY(sitting.reading.start(sitting.papers).ok());
        QVERIFY(sitting.reading.next().ok());
        const SessionId id = sitting.reading.current()->id;
        sitting.shelf.reopen();
        notes::Notes notes(*sitting.shelf.library, sitting.shelf.clock, sitting.shelf.ids);
        reading::Reading reading(*sitting.shelf.library, notes, sitting.shelf.clock, sitting.shelf.ids);
        QCOMPARE(reading.current()->id, id);
        QCOMPARE(reading.currentPaper(), sitting.papers[1]);
        QVERIFY(reading.verdict(Verdict::Keep).ok());
        QCOMPARE(reading.current()->done, (QList<PaperId>{sitting.papers[0], sitting.papers[1]}));
    }

    void newSession_endsTheOpenOne()
    {
        Sitting sitting;
        const auto first = sitting.reading.start({sitting.papers[0]});
        sitting.shelf.clock.advance(1000);
        const auto second = sitting.reading.start({sitting.papers[1]});
        QCOMPARE(sitting.reading.current()->id, second->id);
        QCOMPARE(sitting.shelf->sessions().size(), 2);
        for (const Session &session : sitting.shelf->sessions())
            QCOMPARE(session.ended.isValid(), session.id == first->id);
    }

    void paperTwiceInTheSelection_isReadOnce()
    {
        Sitting sitting;
        QCOMPARE(sitting.reading.start({sitting.papers[0], sitting.papers[1], sitting.papers[0]})->queue.size(), 2);
    }

    void verdict_isOneStepOfUndo_withItsPlaceInTheSession()
    {
        Sitting sitting;
        QVERIFY(sitting.reading.start(sitting.papers).ok());
        QVERIFY(sitting.reading.verdict(Verdict::Drop).ok());
        QVERIFY(sitting.notes.undo().ok());
        QCOMPARE(sitting.shelf->state(sitting.papers[0]), PaperState());
        QVERIFY(sitting.reading.current()->done.isEmpty());
    }

    void withoutASession_eachStepSaysSo()
    {
        Sitting sitting;
        QVERIFY(!sitting.reading.start({}).ok());
        QVERIFY(!sitting.reading.start({PaperId(QUuid::createUuid())}).ok());
        QVERIFY(!sitting.reading.next().ok());
        QVERIFY(!sitting.reading.verdict(Verdict::Keep).ok());
        QVERIFY(!sitting.reading.end().ok());
        QVERIFY(!sitting.reading.currentPaper());
        QVERIFY(sitting.shelf->sessions().isEmpty());
    }

    void timeOfAnId_isWhenItWasMade()
    {
        FixedClock clock(1'700'000'123'456);
        IdSource ids(clock);
        QCOMPARE(notes::timeOf(ids.next()).toMSecsSinceEpoch(), clock.nowMs());
        QVERIFY(!notes::timeOf(nameBasedUuid(u"paper", u"x")).isValid());
    }
};

YAODIAN_TEST_GUILESS(ReadingSessions)

} // namespace reading_sessions

#include "reading_sessions.moc"
