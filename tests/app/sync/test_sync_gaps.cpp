#include "household.h"
#include "tests/support/testmain.h"

#include "sync/calendar.h"
#include "sync/datedfiles.h"
#include "sync/recipe.h"

#include <QUrlQuery>

#include <atomic>

namespace test_sync_gaps {

using namespace yaodian;
using namespace yaodian::sync;
using namespace yaodian::tests;
using Kind = library::Source::Kind;

/// A blog with a post on each working day at 08:00 UTC, five on a page, as it is on a day.
class Blog
{
public:
    explicit Blog(WebServer &server, const QDate &today) : m_today(today.toJulianDay())
    {
        server.route(u"/feed"_qs, [this](const Seen &seen) {
            const int page = qMax(1, QUrlQuery(QUrl(seen.path).query()).queryItemValue(u"paged"_qs).toInt());
            Answer answer = feedAnswer(feed(page));
            answer.status = m_broken && page > 2 ? 500 : 200;
            return answer;
        });
    }
    void setToday(const QDate &today) { m_today = today.toJulianDay(); }
    void setHoliday(const QDate &holiday) { m_holiday = holiday.toJulianDay(); }
    void setBroken(bool broken) { m_broken = broken; }

private:
    QByteArray feed(int page) const
    {
        QByteArray items;
        int at = 0;
        for (QDate day = QDate::fromJulianDay(m_today); day > QDate(2023, 1, 1); day = day.addDays(-1)) {
            if (day.dayOfWeek() > 5 || day.toJulianDay() == m_holiday || at++ / 5 != page - 1)
                continue;
            const QByteArray name = day.toString(Qt::ISODate).toLatin1();
            const QByteArray date = QLocale::c().toString(day, u"dd MMM yyyy"_qs).toLatin1();
            items += "<item><title>Digest " + name + "</title><guid>" + name + "</guid><pubDate>" + date +
                     " 08:00:00 GMT</pubDate><description>1、[LG] A Paper of " + name + "</description></item>\n";
        }
        return "<rss version=\"2.0\"><channel><title>Working days</title>" + items + "</channel></rss>";
    }

    std::atomic<qint64> m_today;
    std::atomic<qint64> m_holiday = 0;
    std::atomic<bool> m_broken = false;
};

Round roundFor(Kind kind, const QString &url, const QList<QDate> &missing)
{
    Round round;
    round.source.kind = kind;
    round.source.url = url;
    round.now = QDateTime(QDate(2023, 3, 15), QTime(10, 0), Qt::UTC);
    round.olderPages = 30;
    round.missing = missing;
    return round;
}

/// Days that are missing are fetched, wherever they lie.
class TestSyncGaps : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("TZ", "UTC"); }

    void anAbsence_isAGap_andIsFilled_withoutWalkingOn()
    {
        WebServer server;
        Household house; // 2023-02-08, a Wednesday
        Blog blog(server, QDate(2023, 2, 8));
        const auto source = house.put(server.url(u"/feed"_qs));
        QCOMPARE(house.one(source.id).fresh, 5);
        QCOMPARE(house.older(source.id, 2).fresh, 10);
        QCOMPARE(house.library->syncState(source.id).backfill, u"3"_qs);
        house.clock.advance(28LL * 24 * 3600 * 1000); // four weeks away
        blog.setToday(QDate(2023, 3, 8));
        QCOMPARE(house.one(source.id).fresh, 5);

        const auto calendar = [&] {
            History history;
            history.source = source;
            history.issues = house.library->issueDates(source.id);
            history.now = house.clock.now();
            return Calendar(history);
        };
        const QDate first(2023, 2, 9), last(2023, 3, 1);
        QVERIFY(calendar().day(first).gap);
        QVERIFY(calendar().day(last).gap);
        server.forget();
        const Outcome some = house.wait<Outcome>([&](QObject *context, auto done) {
            house.running->backfillTo(source.id, QDate(2023, 2, 27), context, done);
        });
        QVERIFY(some.failed.isEmpty());
        QCOMPARE(some.fresh, 5); // one page of them
        QVERIFY(server.seen().first().path.contains(u"paged=2"_qs));
        QVERIFY(server.seen().size() <= 2);
        QCOMPARE(calendar().day(last).state, DayState::Backfilled);
        QVERIFY(calendar().day(first).gap);

        const Outcome rest = house.wait<Outcome>(
            [&](QObject *context, auto done) { house.running->backfillTo(source.id, first, context, done); });
        QCOMPARE(rest.fresh, 10);
        QVERIFY(calendar().missingSince(first).isEmpty());
        QCOMPARE(house.library->syncLog(source.id).first().kind, library::SyncEvent::Kind::Backfilled);

        const Outcome none = house.wait<Outcome>(
            [&](QObject *context, auto done) { house.running->backfillTo(source.id, first, context, done); });
        QCOMPARE(none.failed.size(), 1);
        QCOMPARE(none.fresh, 0);
    }

    void aDayTheServerHasNothingOf_isEmpty_alsoAfterARestart_andMayBeAskedForAgain()
    {
        WebServer server;
        Household house;
        Blog blog(server, QDate(2023, 2, 8));
        const QDate holiday(2023, 1, 24), sunday(2023, 1, 22);
        blog.setHoliday(holiday);
        const auto source = house.put(server.url(u"/feed"_qs));
        house.one(source.id);
        house.older(source.id, 4);
        const auto day = [&] {
            History history;
            history.source = source;
            history.state = house.library->syncState(source.id);
            history.issues = house.library->issueDates(source.id);
            history.now = house.clock.now();
            return Calendar(history).day(holiday);
        };
        const auto fill = [&](const QDate &from) {
            return house.wait<Outcome>(
                [&](QObject *context, auto done) { house.running->backfillTo(source.id, from, context, done); });
        };
        QVERIFY(day().gap);
        blog.setBroken(true); // who does not answer has not said that there is nothing
        QCOMPARE(fill(holiday).failed.size(), 1);
        QVERIFY(day().gap && !day().empty);
        blog.setBroken(false);
        const Outcome none = fill(holiday);
        QVERIFY(none.failed.isEmpty());
        QCOMPARE(none.fresh, 0);
        QVERIFY(!day().gap && day().empty);
        QCOMPARE(day().state, DayState::Quiet);
        house.reopen();
        QVERIFY(!day().gap && day().empty);
        QCOMPARE(house.one(source.id).fresh, 0); // an ordinary round forgets nothing
        QVERIFY(day().empty);
        QCOMPARE(fill(sunday).failed.size(), 1); // nothing is missing

        blog.setHoliday({});
        QCOMPARE(fill(holiday).fresh, 1);
        QVERIFY(!day().gap && !day().empty);
        QCOMPARE(day().state, DayState::Backfilled);
    }

    void aWalk_knowsTheDaysItHasPassed_orAllWhereThereIsNothingFurther()
    {
        const QDate third(2023, 3, 3), first(2023, 3, 1), tenth(2023, 3, 10);
        Round round = roundFor(Kind::Feed, u"https://blog.example/feed"_qs, {tenth, third, first});
        round.olderPages = 2;
        QCOMPARE(answeredDays(round, 2, QDate(2023, 3, 2)), QList<QDate>{tenth});
        QCOMPARE(answeredDays(round, 2, QDate(2023, 2, 27)), round.missing);
        QCOMPARE(answeredDays(round, 1, QDate(2023, 3, 2)), round.missing);
        QVERIFY(answeredDays(round, 2, {}).isEmpty());
        round.source.kind = Kind::DailyPapers;
        QCOMPARE(answeredDays(round, 0, {}), QList<QDate>({tenth, third}));
    }

    void filledHoles_leaveTheMarkOfOlderIssuesWhereItIs()
    {
        Round round = roundFor(Kind::Feed, u"https://blog.example/feed"_qs, {QDate(2023, 3, 1)});
        round.state.backfill = u"7"_qs;
        const auto asks = firstAsks(round);
        QCOMPARE(QUrlQuery(asks.first().url).queryItemValue(u"paged"_qs), u"2"_qs);
        QCOMPARE(backfillMark(round, asks.first()), u"7"_qs);
        round.state.backfill = u"1"_qs;
        QCOMPARE(backfillMark(round, asks.first()), u"2"_qs);
    }

    void wordPress_isWalkedFromItsTop_untilTheDayIsPassed()
    {
        const Round round = roundFor(Kind::WordPress, u"https://blog.example/wp-json/wp/v2/posts"_qs,
                                     {QDate(2023, 3, 3), QDate(2023, 3, 1)});
        const Ask first = firstAsks(round).first();
        QCOMPARE(QUrlQuery(first.url).queryItemValue(u"page"_qs), u"1"_qs);
        QCOMPARE(QUrlQuery(first.url).queryItemValue(u"orderby"_qs), u"date"_qs);
        QVERIFY(!first.conditional);
        Reply reply;
        reply.posts = 20;
        reply.oldest = QDate(2023, 3, 1); // the day may go on behind this page
        QCOMPARE(nextAsks(round, first, reply).size(), 1);
        reply.oldest = QDate(2023, 2, 27);
        QVERIFY(nextAsks(round, first, reply).isEmpty());
    }

    void daysOfDailyPapers_areAskedForAlone()
    {
        Round round = roundFor(Kind::DailyPapers, u"https://huggingface.co/api/daily_papers"_qs,
                               {QDate(2023, 3, 3), QDate(2023, 3, 1)});
        round.state.backfill = u"2023-02-10"_qs;
        QStringList days;
        for (const Ask &ask : firstAsks(round)) {
            days.append(QUrlQuery(ask.url).queryItemValue(u"date"_qs));
            QCOMPARE(backfillMark(round, ask), u"2023-02-10"_qs);
            QVERIFY(ask.cursor.isEmpty());
        }
        QCOMPARE(days, QStringList({u"2023-03-03"_qs, u"2023-03-01"_qs}));
        round.missing = {QDate(2023, 2, 9)};
        QCOMPARE(backfillMark(round, firstAsks(round).first()), u"2023-02-09"_qs);
        round.missing = {QDate(2023, 3, 3), QDate(2023, 3, 2), QDate(2023, 3, 1)};
        round.olderPages = 2;
        QCOMPARE(firstAsks(round).size(), 2);
    }

    void datedFiles_ofTheMissingDays_areTaken()
    {
        const auto files = datedFiles("2023-03-01_AI_enhanced_Chinese.jsonl\n2023-03-02_AI_enhanced_Chinese.jsonl\n"
                                      "2023-03-03_AI_enhanced_Chinese.jsonl\n",
                                      QUrl(u"https://raw.example/a/b/data/assets/file-list.txt"_qs), {});
        const auto wanted = filesOf(files, {QDate(2023, 3, 3), QDate(2023, 3, 1), QDate(2023, 2, 1)});
        QCOMPARE(wanted.size(), 2);
        QCOMPARE(wanted[0].date, QDate(2023, 3, 3));
        QCOMPARE(wanted[1].date, QDate(2023, 3, 1));
    }
};

YAODIAN_TEST_GUILESS(TestSyncGaps)

} // namespace test_sync_gaps

#include "test_sync_gaps.moc"
