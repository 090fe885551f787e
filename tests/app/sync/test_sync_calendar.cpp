#include "sync/calendar.h"
#include "tests/support/testmain.h"

#include <QTest>

namespace test_sync_calendar {

using namespace yaodian;
using namespace yaodian::sync;
using Event = library::SyncEvent::Kind;

/// Wednesday.
const QDate today(2023, 3, 15);

QDateTime at(const QDate &day, int hour = 8)
{
    return QDateTime(day, QTime(hour, 30), Qt::UTC);
}

library::SyncEvent asked(const QDate &day, Event kind, const QString &sentence = {}, int hour = 9)
{
    library::SyncEvent out;
    out.at = at(day, hour);
    out.kind = kind;
    out.sentence = sentence;
    return out;
}

/// An issue of a day that came `later` days after it.
library::IssueDate dated(const QDate &day, int later = 0)
{
    return {{}, at(day), at(day.addDays(later), 9)};
}

/// A source that published on the working days of the six weeks before today, and was asked on each day since.
History workingDays(const QDate &until = today)
{
    History history;
    history.now = at(today, 12);
    for (QDate day = today.addDays(-42); day <= until; day = day.addDays(1)) {
        if (day.dayOfWeek() <= 5)
            history.issues.append(dated(day));
    }
    for (QDate day = today.addDays(-10); day <= today; day = day.addDays(1))
        history.events.append(asked(day, Event::Unchanged));
    history.state.lastFresh = at(today, 9);
    return history;
}

void forget(History &history, const QDate &day)
{
    history.issues.removeIf([&day](const library::IssueDate &one) { return one.dated.date() == day; });
}

/// What a source's days are told to be.
class TestSyncCalendar : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDayWithIssues_isFresh_withTheirNumber()
    {
        History history = workingDays();
        history.issues.append(dated(today));
        const CalendarDay day = Calendar(history).today();
        QCOMPARE(day.state, DayState::Fresh);
        QCOMPARE(day.issues, 2);
        QCOMPARE(day.asked, 1);
        QVERIFY(!day.gap);
        QVERIFY2(day.why.contains(u'2'), qPrintable(day.why));
    }

    void aWeekend_isQuiet_andNoGap()
    {
        const Calendar calendar(workingDays());
        for (const QDate &day : {QDate(2023, 3, 11), QDate(2023, 3, 12)}) {
            QVERIFY(!calendar.isUsual(day));
            QCOMPARE(calendar.day(day).state, DayState::Quiet);
            QVERIFY(!calendar.day(day).gap);
        }
        QVERIFY(calendar.isUsual(today));
        QVERIFY(calendar.missingSince(calendar.oldest()).isEmpty());
    }

    void issuesThatCameDaysLater_areBackfilled()
    {
        History history = workingDays();
        const QDate monday(2023, 2, 20);
        forget(history, monday);
        history.issues.append(dated(monday, 9));
        QCOMPARE(Calendar(history).day(monday).state, DayState::Backfilled);
        history.issues.append(dated(monday)); // one of them in time
        QCOMPARE(Calendar(history).day(monday).state, DayState::Fresh);
    }

    void aFridaysIssue_fetchedOnSunday_cameInTime()
    {
        History history = workingDays();
        const QDate friday(2023, 3, 3);
        forget(history, friday);
        history.issues.append(dated(friday, 2));
        QCOMPARE(Calendar(history).day(friday).state, DayState::Fresh);
    }

    void aUsualDayWithoutIssues_beforeLaterOnes_isAGap()
    {
        History history = workingDays();
        const QDate tuesday(2023, 2, 21), thursday(2023, 2, 23);
        forget(history, tuesday);
        forget(history, thursday);
        const Calendar calendar(history);
        QVERIFY(calendar.day(tuesday).gap);
        QVERIFY(!calendar.day(tuesday).why.isEmpty());
        QVERIFY(!calendar.day(tuesday.addDays(1)).gap);
        QCOMPARE(calendar.missingSince(tuesday), QList<QDate>({thursday, tuesday}));
        QCOMPARE(calendar.missingSince(thursday), QList<QDate>({thursday}));
    }

    void aGapThatWasAskedForInVain_isQuiet_untilAnIssueOfItComes()
    {
        History history = workingDays();
        const QDate tuesday(2023, 2, 21), thursday(2023, 2, 23);
        forget(history, tuesday);
        forget(history, thursday);
        history.state.emptyDays = {thursday, QDate(2023, 2, 22)};
        const CalendarDay day = Calendar(history).day(thursday);
        QCOMPARE(day.state, DayState::Quiet);
        QVERIFY(day.empty && !day.gap);
        QVERIFY2(day.why.contains(u"nothing of it"_qs), qPrintable(day.why));
        QCOMPARE(Calendar(history).missingSince(tuesday), QList<QDate>({tuesday}));
        QCOMPARE(Calendar(history).missingSince(thursday), QList<QDate>({thursday})); // asked for by name
        QVERIFY(!Calendar(history).day(QDate(2023, 2, 22)).empty);                    // it has an issue after all
        history.issues.append(dated(thursday, 9));
        QCOMPARE(Calendar(history).day(thursday).state, DayState::Backfilled);
    }

    void daysBeforeTheOldestIssue_areUnknown_andMissingWhereWanted()
    {
        const Calendar calendar(workingDays());
        const QDate before = calendar.oldest().addDays(-2);
        QCOMPARE(calendar.day(before).state, DayState::None);
        QVERIFY(!calendar.day(before).gap);
        QCOMPARE(calendar.missingSince(before), QList<QDate>({before.addDays(1), before}));
    }

    void twoWeeksAway_areGaps_andDoNotUnlearnTheRhythm()
    {
        History history = workingDays();
        for (QDate day(2023, 2, 13); day < QDate(2023, 2, 27); day = day.addDays(1))
            forget(history, day);
        QCOMPARE(Calendar(history).missingSince(QDate(2023, 2, 10)).size(), 10);
    }

    void nothingYetToday_isWaiting()
    {
        const CalendarDay day = Calendar(workingDays(today.addDays(-1))).today();
        QCOMPARE(day.state, DayState::Waiting);
        QVERIFY(!day.gap);
    }

    void daysOfSilence_areWaitingFirst_thenStalled_andQuietAtTheWeekend()
    {
        const Calendar calendar(workingDays(QDate(2023, 3, 8))); // a Wednesday
        QCOMPARE(calendar.day(QDate(2023, 3, 9)).state, DayState::Waiting);
        QCOMPARE(calendar.day(QDate(2023, 3, 10)).state, DayState::Stalled);
        QCOMPARE(calendar.day(QDate(2023, 3, 11)).state, DayState::Quiet);
        QCOMPARE(calendar.day(QDate(2023, 3, 14)).state, DayState::Stalled);
        QCOMPARE(calendar.today().state, DayState::Stalled);
    }

    void aWeeklySource_isQuietOnOtherDays()
    {
        History history;
        history.now = at(today, 12);
        history.state.lastFresh = at(today, 9);
        for (int week = 1; week <= 8; ++week)
            history.issues.append(dated(QDate(2023, 3, 10).addDays(-7 * week))); // Fridays, the last one left out
        const Calendar calendar(history);
        QCOMPARE(calendar.day(QDate(2023, 3, 7)).state, DayState::Quiet);
        QCOMPARE(calendar.day(QDate(2023, 3, 10)).state, DayState::Waiting); // a week late is late, and no more
        QCOMPARE(calendar.today().state, DayState::Quiet);
    }

    void aSourceWithoutARhythm_hasNoGaps_andStallsAfterALongSilence()
    {
        History history;
        history.now = at(today, 12);
        history.state.lastFresh = at(today, 9);
        for (const int back : {20, 33, 41, 60, 66, 88})
            history.issues.append(dated(today.addDays(-back)));
        QCOMPARE(Calendar(history).today().state, DayState::Quiet);
        QVERIFY(Calendar(history).missingSince(today.addDays(-88)).isEmpty());
        history.now = at(today.addDays(40), 12);
        history.state.lastFresh = history.now;
        QCOMPARE(Calendar(history).today().state, DayState::Stalled);
        QCOMPARE(Calendar(history).day(today.addDays(30)).state, DayState::Quiet);
    }

    void everySecondWeek_isNoWeekday()
    {
        History history = workingDays(today.addDays(-43)); // asked, nothing stored
        for (int turn = 0; turn < 6; ++turn)
            history.issues.append(dated(today.addDays(-14 * turn)));
        QVERIFY(Calendar(history).missingSince(today.addDays(-70)).isEmpty());
    }

    void aDayAskedInVain_failed_inTheServersWords()
    {
        History history = workingDays(today.addDays(-1));
        history.events = {asked(today, Event::Failed, u"no such feed"_qs)};
        CalendarDay day = Calendar(history).today();
        QCOMPARE(day.state, DayState::Failed);
        QCOMPARE(day.why, u"no such feed"_qs);
        // A sound answer later that day takes it back; one earlier does not.
        history.events.append(asked(today, Event::NotModified, {}, 10));
        QCOMPARE(Calendar(history).today().state, DayState::Waiting);
        history.events.last().at = at(today, 7);
        QCOMPARE(Calendar(history).today().state, DayState::Failed);
    }

    void aServerThatWasNotToBeHad_isNoFailure()
    {
        History history = workingDays(today.addDays(-1));
        for (const Event kind : {Event::Unreachable, Event::Waiting}) {
            history.events = {asked(today, kind, u"again at 14:32"_qs)};
            QCOMPARE(Calendar(history).today().state, DayState::Waiting);
            QCOMPARE(Calendar(history).today().why, u"again at 14:32"_qs);
        }
    }

    void aDayOnWhichItWasNotAsked_isUnknown_untilItAnswersAgain()
    {
        History history = workingDays(QDate(2023, 3, 9));
        history.events.clear();
        history.state.lastFresh = at(QDate(2023, 3, 9));
        QCOMPARE(Calendar(history).day(QDate(2023, 3, 10)).state, DayState::None);
        history.state.lastFresh = at(QDate(2023, 3, 13)); // it held nothing of the 10th then
        QCOMPARE(Calendar(history).day(QDate(2023, 3, 10)).state, DayState::Waiting);
    }

    void aDateWithoutATime_isTheSameDayEverywhere()
    {
        History history;
        history.now = at(today, 12);
        history.zone = QTimeZone(-8 * 3600);
        history.issues = {{{}, QDateTime(today, QTime(0, 0), Qt::UTC), at(today)},
                          {{}, QDateTime(today, QTime(2, 0), Qt::UTC), at(today)}};
        const Calendar calendar(history);
        QCOMPARE(calendar.day(today).issues, 1);
        QCOMPARE(calendar.day(today.addDays(-1)).issues, 1);
    }

    void aMonth_hasAllItsDays_andThoseToComeSayNothing()
    {
        const auto days = Calendar(workingDays()).month(today);
        QCOMPARE(days.size(), 31);
        QCOMPARE(days.first().date, QDate(2023, 3, 1));
        QCOMPARE(days.last().state, DayState::None);
        QVERIFY(days.last().why.isEmpty());
    }

    void aNewSource_saysThatItWasNotAskedYet()
    {
        History history;
        history.now = at(today, 12);
        const CalendarDay day = Calendar(history).today();
        QCOMPARE(day.state, DayState::None);
        QVERIFY(!day.why.isEmpty());
        QVERIFY(Calendar(history).missingSince(today.addDays(-3)).isEmpty());
    }

    void everyState_hasAWord()
    {
        QSet<QString> words;
        for (int state = int(DayState::None); state <= int(DayState::Backfilled); ++state)
            words.insert(dayStateText(DayState(state)));
        QCOMPARE(words.size(), 7);
        QVERIFY(!words.contains(QString()));
    }
};

YAODIAN_TEST_GUILESS(TestSyncCalendar)

} // namespace test_sync_calendar

#include "test_sync_calendar.moc"
