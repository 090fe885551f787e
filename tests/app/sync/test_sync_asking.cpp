#include "tests/app/sync/household.h"
#include "tests/support/testmain.h"

#include <QSignalSpy>

namespace test_sync_asking {

using namespace yaodian;
using namespace yaodian::tests;

class TestSyncAsking : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFeed_becomesIssuesWithEntries_andItsValidatorsAreKept()
    {
        WebServer server;
        server.route(u"/feed"_qs, feedAnswer(rssFeed({3, 2, 1}), "W/\"v 1\"", "Wed, 08 Feb 2023 09:00:00 GMT"));
        Household house;
        const auto source = house.put(server.url(u"/feed"_qs));
        const auto outcome = house.all();
        QCOMPARE(outcome.failed, QStringList());
        QCOMPARE(outcome.fresh, 3);
        QCOMPARE(outcome.issues.size(), 3);
        QCOMPARE(house.titles(), QStringList({u"Daily digest 1"_qs, u"Daily digest 2"_qs, u"Daily digest 3"_qs}));
        const auto entries = house.library->entryIds({});
        QCOMPARE(entries.size(), 3);
        QCOMPARE(house.library->syncState(source.id).etag, u"W/\"v 1\""_qs);
        QCOMPARE(house.library->syncState(source.id).lastModified, u"Wed, 08 Feb 2023 09:00:00 GMT"_qs);
        QCOMPARE(house.library->syncState(source.id).lastFresh, house.clock.now());
    }

    void papersInJson_becomeOneIssue_thatGrowsDuringTheDay()
    {
        const QByteArray one =
            "{\"paper\":{\"id\":\"2608.01234\",\"title\":\"One\",\"submittedOnDailyAt\":\"2026-08-13T00:00:00Z\"}}";
        const QByteArray two =
            "{\"paper\":{\"id\":\"2608.05678\",\"title\":\"Two\",\"submittedOnDailyAt\":\"2026-08-13T00:00:00Z\"}}";
        WebServer server;
        server.routeInTurn(u"/api/daily_papers"_qs, {Answer::of("application/json", "[" + one + "]"),
                                                     Answer::of("application/json", "[" + one + "," + two + "]"),
                                                     Answer::of("application/json", "[]")});
        Household house;
        house.put(server.url(u"/api/daily_papers"_qs));
        QCOMPARE(house.all().fresh, 1);
        QCOMPARE(house.library->entryIds({}).size(), 1);
        const auto second = house.all();
        QCOMPARE(second.failed, QStringList());
        QCOMPARE(second.updated, 1);
        QCOMPARE(house.library->entryIds({}).size(), 2);
        QCOMPARE(house.all().failed, QStringList()); // a quiet day
        QCOMPARE(house.library->issues().size(), 1);
    }

    void theSecondTime_isConditional_and304ChangesNothing()
    {
        WebServer server;
        server.route(u"/feed"_qs, feedAnswer(rssFeed({1}), "\"e\"", "Wed, 08 Feb 2023 09:00:00 GMT"));
        Household house;
        const auto source = house.put(server.url(u"/feed"_qs));
        house.all();
        house.clock.advance(60'000);
        const auto outcome = house.all();
        QCOMPARE(server.seen().last().header("If-None-Match"), "\"e\"");
        QCOMPARE(server.seen().last().header("If-Modified-Since"), "Wed, 08 Feb 2023 09:00:00 GMT");
        QCOMPARE(outcome.fresh + outcome.updated, 0);
        QCOMPARE(outcome.unchanged, 1);
        QVERIFY(outcome.failed.isEmpty());
        QCOMPARE(house.library->issues().size(), 1);
        QCOMPARE(house.library->syncState(source.id).lastFresh, house.clock.now());
    }

    void oneSource_isAskedUnconditionally()
    {
        WebServer server;
        server.route(u"/feed"_qs, feedAnswer(rssFeed({1}), "\"e\""));
        Household house;
        const auto source = house.put(server.url(u"/feed"_qs));
        house.all();
        const auto outcome = house.one(source.id);
        QVERIFY(server.seen().last().header("If-None-Match").isNull());
        QCOMPARE(outcome.unchanged, 1);
        QCOMPARE(outcome.fresh, 0);
    }

    void aChangedFeed_addsAndUpdates_aShorterOneDeletesNothing()
    {
        WebServer server;
        const QByteArray edited = rssFeed({2, 1}).replace(rssItem(2), rssItem(2, "another sentence"));
        server.routeInTurn(u"/feed"_qs,
                           {feedAnswer(rssFeed({2, 1}), "\"1\""),
                            feedAnswer(QByteArray(edited).replace("<item>", rssItem(3) + "<item>"), "\"2\""),
                            feedAnswer(rssFeed({3}), "\"3\""), feedAnswer(rssFeed({}), "\"4\"")});
        Household house;
        const auto source = house.put(server.url(u"/feed"_qs));
        QCOMPARE(house.all().fresh, 2);
        const auto second = house.all();
        QCOMPARE(second.fresh, 1);
        QCOMPARE(second.updated, 1);
        QCOMPARE(house.all().unchanged, 1);
        QCOMPARE(house.library->issues().size(), 3);
        QVERIFY(house.all().failed.isEmpty());
        QCOMPARE(house.library->issues().size(), 3);
        QCOMPARE(house.library->syncState(source.id).etag, u"\"4\""_qs);
        QVERIFY(house.library->syncState(source.id).lastOutcome.contains(u"empty"_qs));
    }

    void theSameItem_isKeptOnce_thoughTheFeedAroundItChanges()
    {
        WebServer server;
        server.routeInTurn(u"/feed"_qs, {feedAnswer(rssFeed({1})), feedAnswer(rssFeed({2, 1}, "Renamed"))});
        Household house;
        house.put(server.url(u"/feed"_qs));
        house.all();
        house.all();
        QCOMPARE(house.library->keptPosts().size(), 2);
        const auto posts = house.library->keptPosts();
        const auto first =
            std::find_if(posts.cbegin(), posts.cend(), [](const auto &post) { return post.guid == u"post-1"_qs; });
        QVERIFY(first != posts.cend());
        const auto bytes = house.library->postBytes(first->sha256);
        QVERIFY(bytes.ok());
        QVERIFY(bytes->contains(rssItem(1).trimmed()));
        QVERIFY(bytes->startsWith("<?xml"));
    }

    void aValidatorThatTheServerDropped_isForgotten()
    {
        WebServer server;
        server.routeInTurn(u"/feed"_qs, {feedAnswer(rssFeed({1}), "\"1\"", "Wed, 08 Feb 2023 09:00:00 GMT"),
                                         feedAnswer(rssFeed({1}), "\"2\"")});
        Household house;
        const auto source = house.put(server.url(u"/feed"_qs));
        house.all();
        house.all();
        QCOMPARE(house.library->syncState(source.id).etag, u"\"2\""_qs);
        QCOMPARE(house.library->syncState(source.id).lastModified, QString());
    }

    void atom_isReadToo()
    {
        WebServer server;
        const QByteArray content = "&lt;p&gt;1、[CL] Another Invented Paper&lt;/p&gt;&lt;p&gt;C Somebody&lt;/p&gt;"
                                   "&lt;p&gt;https://arxiv.org/abs/2302.05555&lt;/p&gt;";
        server.route(u"/atom"_qs,
                     Answer::of("application/atom+xml",
                                "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>Invented</title><entry>"
                                "<id>tag:a,1</id><title>One</title><updated>2023-02-08T08:00:00Z</updated>"
                                "<link href=\"https://blog.example/1\"/><content type=\"html\">" +
                                    content + "</content></entry></feed>"));
        Household house;
        house.put(server.url(u"/atom"_qs));
        QCOMPARE(house.all().fresh, 1);
        QCOMPARE(house.titles(), QStringList{u"One"_qs});
    }

    void manySources_areAllAsked_andOneThatFailsStopsNobody()
    {
        WebServer server;
        Household house;
        for (int i = 1; i <= 6; ++i) {
            if (i != 3)
                server.route(u"/%1"_qs.arg(i), feedAnswer(rssFeed({i})));
            house.put(server.url(u"/%1"_qs.arg(i)));
        }
        QSignalSpy activity(&*house.running, &sync::Sync::activity);
        const auto outcome = house.all();
        QCOMPARE(outcome.fresh, 5);
        QCOMPARE(outcome.failed.size(), 1);
        QVERIFY(outcome.failed.first().contains(u"404"_qs));
        QVERIFY(activity.first().first().toString().contains(u"1 of 6"_qs));
        QCOMPARE(activity.last().first().toString(), QString());
        QVERIFY(!house.running->isBusy());
    }

    void noSources_isDoneAtOnce()
    {
        Household house;
        const auto outcome = house.all();
        QCOMPARE(outcome.fresh + outcome.updated + outcome.unchanged, 0);
        QVERIFY(outcome.failed.isEmpty());
    }

    void askingTwiceAtOnce_isOneRun()
    {
        WebServer server;
        server.route(u"/feed"_qs, feedAnswer(rssFeed({1})));
        Household house;
        house.put(server.url(u"/feed"_qs));
        QList<sync::Outcome> outcomes;
        const auto take = [&](const sync::Outcome &outcome) { outcomes.append(outcome); };
        house.running->syncAll(this, take);
        house.running->syncAll(this, take);
        QVERIFY(house.running->isBusy());
        QTRY_COMPARE(outcomes.size(), 2);
        QCOMPARE(outcomes[0].fresh, 1);
        QCOMPARE(outcomes[1].fresh, 1);
        QCOMPARE(server.hits(u"/feed"_qs), 1);
    }

    void cancel_answersWithWhatWasDone_andLeavesTheValidatorsAlone()
    {
        WebServer server;
        Answer slow = feedAnswer(rssFeed({1}), "\"e\"");
        slow.delayMs = 5000;
        server.route(u"/feed"_qs, slow);
        Household house;
        const auto source = house.put(server.url(u"/feed"_qs));
        std::optional<sync::Outcome> outcome;
        house.running->syncAll(this, [&](const sync::Outcome &value) { outcome = value; });
        QTRY_COMPARE(server.hits(u"/feed"_qs), 1);
        house.running->cancel();
        QTRY_VERIFY(outcome.has_value());
        QCOMPARE(outcome->fresh, 0);
        QVERIFY(outcome->failed.isEmpty());
        QVERIFY(!house.running->isBusy());
        QVERIFY(house.library->syncState(source.id).etag.isEmpty());
        QVERIFY(house.library->issues().isEmpty());
    }

    void aClosedWindow_stopsItsRun()
    {
        WebServer server;
        Answer slow = feedAnswer(rssFeed({1}));
        slow.delayMs = 5000;
        server.route(u"/feed"_qs, slow);
        Household house;
        house.put(server.url(u"/feed"_qs));
        auto window = std::make_unique<QObject>();
        bool heard = false;
        house.running->syncAll(window.get(), [&](const sync::Outcome &) { heard = true; });
        QTRY_COMPARE(server.hits(u"/feed"_qs), 1);
        window.reset();
        QTRY_VERIFY(!house.running->isBusy());
        QVERIFY(!heard);
    }
};

YAODIAN_TEST_GUILESS(TestSyncAsking)

} // namespace test_sync_asking

#include "test_sync_asking.moc"
